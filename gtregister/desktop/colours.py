"""The colours of the windows: one set for a light screen and one for a dark one.

Each pair that is read together keeps the ratios of WCAG 2.2: 4.5 to 1 for words, 3 to 1
for outlines, symbols and the ring of the focus.
"""

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette


class Colours(NamedTuple):
    """What each colour is for, written #RRGGBB.

    `quiet` is secondary text; a `…_ground` lies under text of its own colour; `rail…`
    is the list of pages on the left.
    """

    is_dark: bool
    text: str
    quiet: str
    paper: str
    alternate: str
    window: str
    divider: str
    border: str
    accent: str
    accent_text: str
    focus: str
    selection: str
    selection_text: str
    note: str
    note_ground: str
    success: str
    success_ground: str
    warning: str
    warning_ground: str
    error: str
    error_ground: str
    rail: str
    rail_text: str
    rail_quiet: str
    rail_selected: str
    rail_focus: str


LIGHT = Colours(
    is_dark=False,
    text="#1B1F24",
    quiet="#505A66",
    paper="#FFFFFF",
    alternate="#F8F9FB",
    window="#F5F6F8",
    divider="#D9DEE4",
    border="#767F8B",
    accent="#12436D",
    accent_text="#FFFFFF",
    focus="#12436D",
    selection="#D6E6F4",
    selection_text="#1B1F24",
    note="#1A5FA0",
    note_ground="#E5F0FA",
    success="#1B6B3A",
    success_ground="#E3F3E8",
    warning="#8A4B00",
    warning_ground="#FFF1DC",
    error="#B3202C",
    error_ground="#FCE8E9",
    rail="#12304A",
    rail_text="#FFFFFF",
    rail_quiet="#C9D6E3",
    rail_selected="#1D4A73",
    rail_focus="#FFDD00",
)

DARK = Colours(
    is_dark=True,
    text="#F1F3F5",
    quiet="#B4BCC6",
    paper="#23272C",
    alternate="#272C31",
    window="#1B1E22",
    divider="#3A4149",
    border="#7C8692",
    accent="#6BACE6",
    accent_text="#0B1A28",
    focus="#8CC0EE",
    selection="#1F4A70",
    selection_text="#FFFFFF",
    note="#8CC0EE",
    note_ground="#1B3044",
    success="#7FD19B",
    success_ground="#1D3326",
    warning="#F5B968",
    warning_ground="#3A2C17",
    error="#FF9A9F",
    error_ground="#3D1F22",
    rail="#12161A",
    rail_text="#FFFFFF",
    rail_quiet="#C9D6E3",
    rail_selected="#2A3138",
    rail_focus="#FFDD00",
)


def of_palette(palette: QPalette) -> Colours:
    """Use only the system's own colours, as somebody who needs high contrast asks."""
    role = QPalette.ColorRole
    text = palette.color(role.WindowText).name()
    window = palette.color(role.Window).name()
    marked = palette.color(role.Highlight).name()
    on_marked = palette.color(role.HighlightedText).name()
    return Colours(
        is_dark=palette.color(role.Window).lightness() < 128,
        text=text,
        quiet=text,
        paper=palette.color(role.Base).name(),
        alternate=palette.color(role.Base).name(),
        window=window,
        divider=text,
        border=text,
        accent=marked,
        accent_text=on_marked,
        focus=text,
        selection=marked,
        selection_text=on_marked,
        **dict.fromkeys(("note", "success", "warning", "error"), text),
        **dict.fromkeys(_GROUNDS, window),
        rail=window,
        rail_text=text,
        rail_quiet=text,
        rail_selected=window,
        rail_focus=text,
    )


_GROUNDS = ("note_ground", "success_ground", "warning_ground", "error_ground")


def palette_of(colours: Colours) -> QPalette:
    """Turn colours into the palette that Qt's own controls are drawn with."""
    role = QPalette.ColorRole
    palette = QPalette()
    for place, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.paper,
        role.AlternateBase: colours.alternate,
        role.Text: colours.text,
        role.Button: colours.paper,
        role.ButtonText: colours.text,
        role.BrightText: colours.accent_text,
        role.Highlight: colours.selection,
        role.HighlightedText: colours.selection_text,
        role.Accent: colours.accent,
        role.PlaceholderText: colours.quiet,
        role.ToolTipBase: colours.paper,
        role.ToolTipText: colours.text,
        role.Link: colours.note,
        role.LinkVisited: colours.note,
        role.Mid: colours.divider,
        role.Dark: colours.border,
    }.items():
        palette.setColor(place, QColor(colour))
    quiet = QColor(colours.quiet)
    for place in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, quiet)
    return palette
