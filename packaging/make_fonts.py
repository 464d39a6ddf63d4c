"""Make the small fonts for Chinese and Tamil names from the whole Noto fonts.

    python make_fonts.py NotoSansCJK-Regular.ttc NotoSansTamil-Regular.ttf

Needs fonttools and uharfbuzz, which the program itself does not. The Chinese font keeps
the characters of GB 2312 and of Big5's first level, with the outlines that PDF writers
take. The Tamil font gets a ready-made glyph for each syllable whose letters join, from
U+E000 on, since a PDF writer joins nothing by itself: consonant by consonant in the
order of CONSONANTS, sign by sign in the order of SIGNS.
"""

import sys
from pathlib import Path

import uharfbuzz as hb
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

HERE = Path(__file__).parents[1] / "resources" / "fonts"
FIRST = 0xE000
CONSONANTS = (
    "க", "ங", "ச", "ஜ", "ஞ", "ட", "ண", "த", "ந", "ன", "ப", "ம", "ய", "ர", "ற", "ல",
    "ள", "ழ", "வ", "ஶ", "ஷ", "ஸ", "ஹ", "க்ஷ",
)  # fmt: skip
SIGNS = ("", "்", "ி", "ீ", "ு", "ூ")
SHRI = "ஸ்ரீ"
_SIMPLIFIED = 2  # the fonts of a Noto collection: JP, KR, SC, TC, HK


def chinese_characters() -> set[int]:
    """Name the characters of GB 2312 and of the first level of Big5."""
    found = set(range(0x3000, 0x3020)) | set(range(0xFF01, 0xFF5F))
    for codec, first, last in (("gb2312", 0xA1A1, 0xF7FE), ("big5", 0xA440, 0xC67E)):
        for code in range(first, last + 1):
            try:
                found |= {ord(c) for c in code.to_bytes(2, "big").decode(codec)}
            except UnicodeDecodeError:
                continue
    return {code for code in found if code >= 0x2E80}


def chinese(source: Path) -> None:
    """Keep the usual characters, and turn their outlines into TrueType ones."""
    font = TTFont(source, fontNumber=_SIMPLIFIED)
    options = Options()
    options.layout_features, options.hinting, options.notdef_outline = [], False, True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=chinese_characters())
    subsetter.subset(font)
    glyphs, outlines = font.getGlyphSet(), {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, max_err=2.0, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = font.getGlyphOrder(), outlines
    font["maxp"].tableVersion = 0x00010000
    for key in (
        "maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs",
        "maxInstructionDefs", "maxStackElements", "maxSizeOfInstructions",
        "maxComponentElements",
    ):  # fmt: skip
        setattr(font["maxp"], key, 0)
    font["maxp"].maxZones = 1
    for table in (
        "CFF ",
        "VORG",
        "GSUB",
        "GPOS",
        "GDEF",
        "BASE",
        "vhea",
        "vmtx",
        "DSIG",
    ):
        if table in font:
            del font[table]
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"
    font.save(HERE / "NotoSansSC-Subset.ttf")


def tamil(source: Path) -> None:
    """Add a glyph for each syllable, put together as the font itself joins it."""
    font = TTFont(source)
    shaper = hb.Font(hb.Face(source.read_bytes()))
    order = font.getGlyphOrder()
    syllables = [c + sign for c in CONSONANTS for sign in SIGNS] + [SHRI]
    for place, syllable in enumerate(syllables):
        buffer = hb.Buffer()
        buffer.add_str(syllable)
        buffer.guess_segment_properties()
        hb.shape(shaper, buffer)
        pen, x = TTGlyphPen(font.getGlyphSet()), 0
        for found, where in zip(
            buffer.glyph_infos, buffer.glyph_positions, strict=True
        ):
            offset = (1, 0, 0, 1, x + where.x_offset, where.y_offset)
            pen.addComponent(order[found.codepoint], offset)
            x += where.x_advance
        name = f"syllable{place}"
        font["glyf"][name] = pen.glyph()
        font["hmtx"][name] = (x, 0)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[FIRST + place] = name
    options = Options()
    options.layout_features, options.hinting, options.notdef_outline = [], False, True
    subsetter = Subsetter(options)
    last = FIRST + len(syllables)
    subsetter.populate(unicodes=[*range(0x0B80, 0x0C00), *range(FIRST, last)])
    subsetter.subset(font)
    font.save(HERE / "NotoSansTamil-Syllables.ttf")


if __name__ == "__main__":
    chinese(Path(sys.argv[1]))
    tamil(Path(sys.argv[2]))
