"""Choosing how the windows look: the theme and the text size of this computer."""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gtregister import settings
from gtregister.desktop import style
from gtregister.i18n import N_

THEMES = (
    ("system", N_("As on this &computer")),
    ("light", N_("&Light")),
    ("dark", N_("&Dark")),
)


def put_in_force() -> None:
    """Put what is chosen in force in every window."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        chosen = settings.load()
        style.be_discreet(on=chosen.discreet)
        style.apply(app, chosen.theme, chosen.text_size)


def follow(app: QApplication) -> None:
    """Follow the computer when its colours or its contrast are changed."""
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(_again)
    hints.accessibility().contrastPreferenceChanged.connect(_again)


def _again(_changed: object) -> None:
    # Our own choice of a scheme is heard here too, and is in force already.
    QTimer.singleShot(0, put_in_force)


def choose(
    *,
    theme: str | None = None,
    text_size: int | None = None,
    discreet: bool | None = None,
) -> None:
    """Remember a theme, a text size or the discreet view on this computer."""
    chosen = settings.load()
    if theme is not None:
        chosen = replace(chosen, theme=theme)
    if text_size is not None:
        chosen = replace(chosen, text_size=text_size)
    if discreet is not None:
        chosen = replace(chosen, discreet=discreet)
    settings.save(chosen)


def larger(steps: int) -> None:
    """Choose a larger text size by so many steps, or a smaller one."""
    sizes = style.TEXT_SIZES
    now = settings.load().text_size
    place = min(range(len(sizes)), key=lambda at: abs(sizes[at] - now))
    choose(text_size=sizes[min(max(place + steps, 0), len(sizes) - 1)])
