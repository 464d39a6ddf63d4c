"""Every pair of colours that is read together can be read."""

import pytest
from PySide6.QtGui import QColor, QPalette

from gtregister.desktop.colours import DARK, LIGHT, Colours, of_palette, palette_of

WORDS = (
    *(("text", ground) for ground in ("paper", "window", "alternate")),
    *(("quiet", ground) for ground in ("paper", "window")),
    ("accent_text", "accent"),
    ("selection_text", "selection"),
    *(
        (tone, ground)
        for tone in ("note", "success", "warning", "error")
        for ground in ("paper", "alternate", f"{tone}_ground")
    ),
    *(("text", f"{tone}_ground") for tone in ("note", "success", "warning", "error")),
    *(("rail_text", ground) for ground in ("rail", "rail_selected")),
    *(("rail_quiet", ground) for ground in ("rail", "rail_selected")),
)
LINES = (
    *(("border", ground) for ground in ("paper", "window")),
    *(("focus", ground) for ground in ("paper", "window", "selection")),
    *(("rail_focus", ground) for ground in ("rail", "rail_selected")),
)


def contrast(one: str, other: str) -> float:
    """Compute the contrast of two colours by WCAG 2.2."""
    lights = sorted((_light(QColor(one)), _light(QColor(other))), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def _light(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_stand_out_by_four_and_a_half_to_one(colours: Colours) -> None:
    weak = {
        (ink, ground): contrast(getattr(colours, ink), getattr(colours, ground))
        for ink, ground in WORDS
    }
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_outlines_and_the_focus_stand_out_by_three_to_one(colours: Colours) -> None:
    weak = {
        (line, ground): contrast(getattr(colours, line), getattr(colours, ground))
        for line, ground in LINES
    }
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 3} == {}


def test_high_contrast_takes_every_colour_from_the_system() -> None:
    palette = palette_of(LIGHT)
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#ffff00"))
    palette.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    colours = of_palette(palette)
    assert (colours.text, colours.rail, colours.error) == (
        *("#ffff00", "#000000", "#ffff00"),
    )
    assert colours.is_dark
