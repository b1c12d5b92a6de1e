"""The 2014 form (国办发〔2014〕32号) with random counts: label, unit, number."""

from random import Random

from forms_tables import Cell, Table, some_number

# depth, label as printed, unit ("" for a heading), kind. Kinds: = is a sum of its + parts.
ROWS = """
0|一、主动公开情况||
1|（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）|条|many
2|其中：主动公开规范性文件数|条|few
1|制发规范性文件总数|件|few
1|（二）通过不同渠道和方式公开政府信息的情况||
2|1.政府公报公开政府信息数|条|few
2|2.政府网站公开政府信息数|条|many
2|3.政务微博公开政府信息数|条|some
2|4.政务微信公开政府信息数|条|some
2|5.其他方式公开政府信息数|条|some
0|二、回应解读情况||
1|（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）|次|few
1|（二）通过不同渠道和方式回应解读的情况||
2|1.参加或举办新闻发布会总次数|次|few
3|其中：主要负责同志参加新闻发布会次数|次|few
2|2.政府网站在线访谈次数|次|few
3|其中：主要负责同志参加政府网站在线访谈次数|次|few
2|3.政策解读稿件发布数|篇|some
2|4.微博微信回应事件数|次|some
2|5.其他方式回应事件数|次|some
0|三、依申请公开情况||
1|（一）收到申请数|件|=
2|1.当面申请数|件|+
2|2.传真申请数|件|+
2|3.网络申请数|件|+
2|4.信函申请数|件|+
1|（二）申请办结数|件|=
2|1.按时办结数|件|+
2|2.延期办结数|件|+
1|（三）申请答复数|件|=
2|1.属于已主动公开范围数|件|+
2|2.同意公开答复数|件|+
2|3.同意部分公开答复数|件|+
2|4.不同意公开答复数|件|=
3|其中：涉及国家秘密|件|+
3|涉及商业秘密|件|+
3|涉及个人隐私|件|+
3|危及国家安全、公共安全、经济安全和社会稳定|件|+
3|不属《条例》所指政府信息|件|+
3|法律法规规定的其他情形|件|+
2|5.不属于本行政机关公开数|件|+
2|6.申请信息不存在数|件|+
2|7.告知作出更改补充数|件|+
2|8.告知通过其他途径办理数|件|+
0|四、行政复议数量|件|=
1|（一）维持具体行政行为数|件|+
1|（二）被依法纠错数|件|+
1|（三）其他情形数|件|+
0|五、行政诉讼数量|件|=
1|（一）维持具体行政行为或者驳回原告诉讼请求数|件|+
1|（二）被依法纠错数|件|+
1|（三）其他情形数|件|+
0|六、举报投诉数量|件|few
0|七、依申请公开信息收取的费用|万元|money
0|八、机构建设和保障经费情况||
1|（一）政府信息公开工作专门机构数|个|some
1|（二）设置政府信息公开查阅点数|个|some
1|（三）从事政府信息公开工作人员数|人|=
2|1.专职人员数（不包括政府公报及政府网站工作人员数）|人|+
2|2.兼职人员数|人|+
1|（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）|万元|money
0|九、政府信息公开会议和培训情况||
1|（一）召开政府信息公开工作会议或专题会议数|次|few
1|（二）举办各类培训班数|次|few
1|（三）接受培训人员数|人次|some
"""
SPEC = tuple((int(d), label, unit, kind) for d, label, unit, kind in (line.split("|") for line in ROWS.split()))


def table_2014(random: Random, slip: bool) -> Table:
    """The table; with slip, one of its sums is not the sum of its parts."""
    values = [some_number(random, kind) if kind not in ("", "=", "+") else "" for _, _, _, kind in SPEC]
    scale = random.choice((0, 3, 30, 400))
    for index in reversed(range(len(SPEC))):
        kind = SPEC[index][3]
        if kind == "+":
            values[index] = str(random.choice((0, random.randint(0, scale))))
        elif kind == "=":
            values[index] = str(sum(int(values[part]) for part in parts_of(index)))
    if slip:
        sums = [index for index, row in enumerate(SPEC) if row[3] == "="]
        values[random.choice(sums)] = str(random.randint(500, 3000))
    dash = random.choice(("——", "——", "----", ""))
    rows = [tuple(map(Cell, ("统计指标", "单位", "统计数")))]
    for index, (_, label, unit, kind) in enumerate(SPEC):
        key = (path_of(index), "") if kind else None
        value = Cell(values[index], key=key, role="money" if kind == "money" else "count")
        rows.append((Cell(label), Cell(unit or dash), value))
    return Table("2014", tuple(rows), not slip)


def parts_of(index: int) -> list[int]:
    """The rows one level deeper, down to the next row of the same level."""
    depth = SPEC[index][0]
    parts = []
    for other in range(index + 1, len(SPEC)):
        if SPEC[other][0] <= depth:
            break
        if SPEC[other][0] == depth + 1:
            parts.append(other)
    return parts


def path_of(index: int) -> str:
    """The label with its parents, outer to inner."""
    path = [SPEC[index][1]]
    depth = SPEC[index][0]
    for other in reversed(range(index)):
        if SPEC[other][0] < depth:
            path.append(SPEC[other][1])
            depth = SPEC[other][0]
    return " / ".join(reversed(path))
