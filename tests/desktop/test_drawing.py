"""Outlines are drawn where Fusion's are too pale to see."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QStyle,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gtregister.desktop import style
from tests.desktop.test_colours import contrast

CONTROLS = (QComboBox, QSpinBox, QLineEdit, QCheckBox, QRadioButton, QPushButton)


def _strongest(picture: QImage, ground: str) -> float:
    """Find the strongest contrast with the ground along the middle row."""
    row = picture.height() // 2
    return max(
        contrast(picture.pixelColor(x, row).name(), ground)
        for x in range(min(20, picture.width()))
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("control", CONTROLS)
def test_an_outline_stands_out_by_three_to_one(
    qtbot: QtBot, qapp: QApplication, control: type[QWidget], theme: str
) -> None:
    style.apply(qapp, theme, 100)
    widget = control()
    qtbot.addWidget(widget)
    if isinstance(widget, QSpinBox):
        widget.setSpecialValueText(" ")
    with qtbot.waitExposed(widget):
        widget.show()
    widget.clearFocus()
    picture = widget.grab().toImage()
    assert _strongest(picture, style.colours().paper) >= 3


def test_the_focus_of_a_field_is_two_pixels_of_its_own_colour(qtbot: QtBot) -> None:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    with qtbot.waitActive(edit):
        edit.show()
        edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    picture = edit.grab().toImage()
    middle = picture.height() // 2
    ring = [picture.pixelColor(x, middle).name() for x in range(2)]
    assert ring == [QColor(style.colours().focus).name()] * 2


def test_a_control_is_high_enough_to_hit_at_every_text_size(
    qtbot: QtBot, qapp: QApplication
) -> None:
    for size in style.TEXT_SIZES:
        style.apply(qapp, "light", size)
        for control in (QComboBox, QSpinBox, QLineEdit, QPushButton):
            widget = control()
            qtbot.addWidget(widget)
            assert widget.sizeHint().height() >= 32 * size / 100 - 1


@pytest.mark.parametrize("control", [QCheckBox, QRadioButton])
def test_a_box_to_tick_grows_with_the_text(
    qtbot: QtBot, qapp: QApplication, control: type[QWidget]
) -> None:
    metric = QStyle.PixelMetric.PM_IndicatorWidth
    widget = control()
    qtbot.addWidget(widget)
    sizes = []
    for size in (100, 200):
        style.apply(qapp, "light", size)
        sizes.append(widget.style().pixelMetric(metric, None, widget))

    assert sizes == [16, 32]
