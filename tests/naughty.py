"""Texts that break careless programs: chosen by hand and made up, always the same."""

import random
from functools import cache
from itertools import product

AT_LEAST = 515

_STATEMENTS = (
    *("' or 1=1; drop table pupils; --", "'; delete from letters --", '"; vacuum; --'),
    *("1' union select * from pupils --", "\\'; attach 'x' as y; --", "%27%20or%201"),
)
_MARKUP = (
    *("<script>alert(1)</script>", "<img src='http://localhost/x.png'>", "<b><i>x</b>"),
    *(
        "<para><font color=red>x</font>",
        "<a href='file:///etc/passwd'>x</a>",
        "<br/>" * 9,
    ),
    *("<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;", "<![CDATA[x]]>"),
    *("&lt;&amp;]]>", "&#0;", "&nbsp;", "<!-- x", "--><x", "<svg onload=alert(1)>"),
    *("javascript:alert(1)", "<link rel=x href=http://localhost>", "</w:t></w:r>"),
)
_TEMPLATES = (
    *("{{child}}", "{{ child }}", "{{child.__class__}}", "{{{{child}}}}", "{{", "}}"),
    *("{child}", "{0}", "{0.__class__}", "{!r}", "{%x%}", "{# x #}", "${child}", "$x"),
    *("%s%n%x", "%(child)s", "%", "%%", "#{7*7}", "<%= 7*7 %>", "[[child]]", "«child»"),
    *(
        "MERGEFIELD child",
        "{ INCLUDETEXT C:\\\\x }",
        "# x\n---\n? a: b",
        "---",
        "? x: y",
    ),
    *("${jndi:ldap://localhost/a}", "`id`", "$(id)", "; id", "| id", "&& id"),
)
_PATHS = (
    *(
        "file:///etc/passwd",
        "../../../../etc/passwd",
        "\\\\localhost\\share\\x",
        "C:\\x",
    ),
    *(
        "CON",
        "NUL",
        "AUX",
        "PRN",
        "COM1",
        "LPT1",
        "con.txt",
        "~",
        "/",
        ".",
        "..",
        "...",
    ),
    *("http://localhost/", "https://localhost:1/", "ftp://localhost", "//localhost/x"),
    *("x" * 300 + ".pdf", "a/b", "a\\b", "a:b", "a*b?", "a|b", "<a>", '"a"', "a\x00b"),
)
_FORMULAS = (
    *("=cmd|' /C calc'!A0", "=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("x")', "\t=1"),
    *(
        "＝1+1",
        "'=1",
        "1E309",
        "-0",
        "NaN",
        "Infinity",
        "0x1F",
        "1_000",
        "١٢٣",
        "²",
        "½",
    ),
)
_PAGES = (
    *(
        "BT ET Q Tj) Tj",
        "({[<",
        "\\(",
        "\\)",
        "\\",
        "/F1 12 Tf",
        "endstream endobj",
        "%PDF",
    ),
    *(
        "<</S/JavaScript>>",
        "startxref",
        "\\ufeff",
        "\\n",
        "\\000",
        "<feff>",
        ")'",
        "q Q q",
    ),
)
_HEADERS = (
    *(
        "To: a@b.c\r\nBcc: d@e.f",
        "x\r\n\r\ny",
        "x\nCc: y@z",
        "=?utf-8?q?x?=",
        "a@b, c@d",
    ),
    *(
        "x\rBcc: y@z",
        '"x" <y@z>',
        "x\u2028Bcc: y@z",
        "x\x0bBcc: y@z",
        ".\r\n",
        "From x",
    ),
)
_LETTERS = (
    *(
        "\x00\x01\x02\x1b[31m",
        "\u202e\u2066\u200b\ufeff",
        "\ud800\udfff",
        "\udc80",
        "\uffff",
    ),
    *(
        "Z\u0351\u036b\u0343\u036a\u0302A\u0321\u030dL\u0356G\u034fO",
        "\u0301" * 200,
        "\u0300a",
    ),
    *(
        "W" * 3000,
        "قطعة " * 200,
        "陳" * 400,
        "க்" * 300,
        "\u0bcd\u0bbe\u0bc6",
        "ஸ்ரீ" * 40,
    ),
    *(
        "\n\r\n\f\v\u2028",
        "\u2029\u0085",
        "﷽" * 20,
        "👩‍👩‍👧‍👦" * 30,
        "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "\U0010ffff",
        "\ue000",
    ),
    *(
        "İıſßŉǅ",
        "ﬁﬂﬃ",
        "Ω≈ç√∫",
        "Łódź",
        "Ŵŷ",
        "Nguyễn",
        "Ḥ",
        "ﷺ",
        "שלום عليكم abc",
        "\u061c",
    ),
    *(
        " ",
        "\u00a0",
        "\u3000x\u3000",
        "\u200d",
        "\u00ad",
        "\u2060",
        "x\u200by",
        "  x  y  ",
    ),
    *(
        "null",
        "None",
        "undefined",
        "true",
        "0",
        "",
        "nil",
        "-",
        "N/A",
        "#REF!",
        "(null)",
    ),
)
_NAMES = (
    *(
        "O'Brien",
        "d’Arcy",
        "Smith-Jones",
        "de la Cruz",
        "Ng",
        "Null",
        "Test",
        "A",
        "X Æ A-12",
    ),
    *(
        'Mrs. (Dr) "Jo" O’Neill, OBE',
        "Siân",
        "Zażółć gęślą jaźń",
        "Mc Donald",
        "von  Berg",
    ),
)
_RANGES = (
    *((0, 0x24F), (0x300, 0x6FF), (0x900, 0xBFF), (0x2000, 0x30FF), (0xD7F0, 0xE010)),
    *((0xFB00, 0xFFFF), (0x1F000, 0x1FAFF), (0, 0x10FFFF)),
)


@cache
def texts() -> tuple[str, ...]:
    """Give at least 515 texts, each different: chosen, set into a name, and made up."""
    chosen = (
        *(*_STATEMENTS, *_MARKUP, *_TEMPLATES, *_PATHS, *_FORMULAS, *_PAGES),
        *(*_HEADERS, *_LETTERS, *_NAMES),
    )
    short = [text for text in chosen if 0 < len(text) < 20]
    pairs = product(short[::8], short[::12])
    inside = [f"Ai{text}sha {other}" for text, other in pairs]
    draw = random.Random(7)
    made = []
    for _n in range(160):
        first, last = draw.choice(_RANGES)
        size = draw.randrange(1, 40)
        made.append("".join(chr(draw.randint(first, last)) for _c in range(size)))
    found = dict.fromkeys((*chosen, *inside, *made))
    assert len(found) >= AT_LEAST
    return tuple(found)
