"""How the windows look: Fusion in our own colours, letters in our own sizes."""

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from gtregister import resources
from gtregister.desktop.colours import DARK, LIGHT, Colours, of_palette, palette_of
from gtregister.desktop.drawing import Drawing

# Letters in logical pixels at a text size of 100 %, the ramp of the Windows design.
SIZES = {
    "caption": 12,
    "body": 14,
    "heading": 14,
    "subtitle": 20,
    "title": 28,
    "figure": 30,
}
TEXT_SIZES = (90, 100, 110, 125, 150, 175, 200)


class _Look:
    """What is in force now."""

    colours = LIGHT
    text_size = 100
    is_discreet = False


def colours() -> Colours:
    """Give the colours in force."""
    return _Look.colours


def is_discreet() -> bool:
    """Say whether what is sensitive is hidden, since others look at the screen too."""
    return _Look.is_discreet


def be_discreet(*, on: bool) -> None:
    """Hide what is sensitive from now on, or show it again."""
    _Look.is_discreet = on


def scaled(pixels: float) -> int:
    """Grow a length with the text size."""
    return round(pixels * _Look.text_size / 100)


def apply(app: QApplication, theme: str, text_size: int) -> None:
    """Put colours and text size in force in every window.

    `theme` is *light*, *dark*, or *system* for what the computer says. Whoever asks the
    system for high contrast gets the system's own colours whatever the theme.
    """
    hints = app.styleHints()
    wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(theme)
    hints.setColorScheme(wanted or Qt.ColorScheme.Unknown)
    _Look.text_size = min(max(text_size, TEXT_SIZES[0]), TEXT_SIZES[-1])
    contrast = hints.accessibility().contrastPreference()
    if contrast == Qt.ContrastPreference.HighContrast:
        app.setPalette(app.style().standardPalette())
        _Look.colours = of_palette(app.palette())
    else:
        is_dark = (wanted or hints.colorScheme()) == Qt.ColorScheme.Dark
        _Look.colours = DARK if is_dark else LIGHT
        app.setPalette(palette_of(_Look.colours))
    if not isinstance(app.style(), Drawing):
        app.setStyle(Drawing())
    Drawing.colours = _Look.colours
    Drawing.scale = _Look.text_size / 100
    app.setFont(_font("body"))
    for widget in app.allWidgets():
        if size := widget.property("letters"):
            widget.setFont(_font(size))
        widget.update()


def letters(widget: QWidget, size: str) -> None:
    """Write a widget in one of the SIZES, now and when the text size changes."""
    widget.setProperty("letters", size)
    widget.setFont(_font(size))


def _font(size: str) -> QFont:
    font = QFont(_system_font())
    font.setPixelSize(scaled(SIZES[size]))
    if size in {"heading", "title", "subtitle", "figure"}:
        font.setWeight(QFont.Weight.DemiBold)
    return font


@cache
def _system_font() -> QFont:
    return QFont(QApplication.font())


def show_window_icon(window: QWidget) -> None:
    """Give a window the program's own icon."""
    from PySide6.QtGui import QIcon

    window.setWindowIcon(QIcon(str(resources.ROOT / "icons" / "gtregister.svg")))


def draw_icon(painter: QPainter, name: str, area: QRectF, colour: str) -> None:
    """Draw an icon, named by what it means, in one colour."""
    _picture(name, colour).render(painter, area)


@cache
def _picture(name: str, colour: str) -> QSvgRenderer:
    path = resources.ROOT / "icons" / f"{name}.svg"
    drawing = path.read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(drawing.encode())
