"""What others do with the same reports, for comparison in the same run: patterns alone, a segmenter, rdflib in memory."""

import re
import time
import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

# The eight things that a first script looks for, as it would write them; no claim to find what gigraph finds.
_NAIVE = tuple(
    re.compile(pattern)
    for pattern in (
        r"《[^《》\n]{2,80}》",
        r"[\u4e00-\u9fff]{1,10}[〔\[（(]\d{4}[〕\]）)]\d{1,5}号",
        r"\d{1,7}(?:\.\d{1,4})?[条件次个份篇元]",
        r"\d{4}年\d{1,2}月\d{1,2}日",
        r"[\u4e00-\u9fff]{2,18}?(?:局|厅|委员会|人民政府|办公室)",
        r"(?:门户网站|微信公众号|政务微博|政府公报)",
        r"以下简称[“\"《][^”\"》]{1,20}[”\"》]",
        r"第[一二三四五六七八九十百]{1,5}条",
    )
)


def seconds(work: Callable[[], object]) -> float:
    """CPU time of this process for a piece of work."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def patterns_alone(files: Sequence[Path]) -> float:
    """Reports a second, one process, where eight plain patterns are all that is done."""
    texts = [path.read_text("utf-8") for path in files]
    return len(files) / seconds(lambda: sum(len(pattern.findall(text)) for text in texts for pattern in _NAIVE))


def segmenter(files: Sequence[Path]) -> float | None:
    """Reports a second of jieba's segmenter with parts of speech, one process; None where jieba is not installed."""
    try:
        import jieba  # type: ignore[import-untyped]
        from jieba import posseg
    except ImportError:
        return None
    jieba.setLogLevel("ERROR")
    jieba.initialize()
    texts = [path.read_text("utf-8") for path in files]
    return len(files) / seconds(lambda: sum(1 for text in texts for _ in posseg.cut(text)))


def rdflib_statements(graphs: Iterable[bytes]) -> float:
    """Statements a second that rdflib reads into its memory from reports' N-Quads."""
    from rdflib import Dataset

    data = b"".join(graphs)
    with warnings.catch_warnings():  # of rdflib about itself
        warnings.simplefilter("ignore", DeprecationWarning)
        return data.count(b"\n") / seconds(lambda: Dataset().parse(data=data, format="nquads"))
