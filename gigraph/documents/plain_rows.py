"""Text that another program made of a document, in which it wrote tables as rows between bars."""

from gigraph.documents.draft import Cell, Draft, TextWriter


def text_with_rows(text: str, media_type: str) -> Draft:
    """The draft of such a text: runs of lines with bars at both ends become tables.

    >>> text_with_rows("统计\\n|公开 |条 |3 |\\n|申请 |件 |0 |\\n完\\n", "application/msword").text
    '统计\\n公开 | 条 | 3 |\\n申请 | 件 | 0 |\\n完\\n'
    """
    writer = TextWriter()
    rows: list[list[Cell]] = []
    for line in [*text.split("\n"), ""]:
        bare = line.strip()
        if len(bare) > 2 and bare[0] == bare[-1] == "|":
            rows.append([Cell(cell.strip()) for cell in bare[1:-1].split("|")])
            continue
        if rows:
            writer.table(rows)
            rows = []
        if bare:
            writer.line(bare)
    return Draft(writer.text, tuple(writer.tables), media_type=media_type, warnings=tuple(sorted(writer.warnings)))
