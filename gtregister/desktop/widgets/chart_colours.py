"""The colours of charts: the palette of the Government Analysis Function.

They are chosen for white. On a dark card the darkest of them cannot be told from the
ground, so the ramp turns round there. Each pair of a ground and its ink keeps 4.5 to 1.
"""

from typing import NamedTuple

from gtregister.desktop import style

_LIGHT_RAMP = ("#FFFFFF", "#DCEAF6", "#A9CBEA", "#6BACE6", "#2073BC", "#12436D")
_DARK_RAMP = ("#23272C", "#1F3A54", "#2A4F75", "#2C6299", "#6BACE6", "#C4DFF7")
_DARK_INK, _LIGHT_INK = "#0B1A28", "#FFFFFF"


class Shade(NamedTuple):
    """A ground and the ink that can be read on it."""

    ground: str
    ink: str


def shade(value: float, most: float) -> Shade:
    """Choose the shade of a number between 0 and the highest of its chart.

    Whoever asks the system for high contrast gets its own colours and reads the number.
    """
    colours = style.colours()
    if colours.paper not in {_LIGHT_RAMP[0], _DARK_RAMP[0]}:
        return Shade(colours.paper, colours.text)
    ramp = _DARK_RAMP if colours.is_dark else _LIGHT_RAMP
    last = len(ramp) - 1
    step = 0 if value <= 0 else max(1, min(last, round(value / most * last)))
    is_pale = step > 3 if colours.is_dark else step <= 3
    return Shade(ramp[step], _DARK_INK if is_pale else _LIGHT_INK)


def series() -> tuple[str, str]:
    """Give the colours of two things that are compared; the second is also hatched."""
    colours = style.colours()
    if colours.paper == _DARK_RAMP[0]:
        return "#6BACE6", "#FF9E6B"
    if colours.paper == _LIGHT_RAMP[0]:
        return "#12436D", "#F46A25"
    return colours.text, colours.text
