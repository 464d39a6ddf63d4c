"""The heat map: every cell says what it counts, and can be read and chosen by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gtregister.desktop import style
from gtregister.desktop.colours import DARK, LIGHT
from gtregister.desktop.widgets.chart_colours import series, shade
from gtregister.desktop.widgets.heat_map import Heat, HeatMap
from tests.desktop.test_colours import contrast

HEAT = Heat(
    rows=("Year 7", "Year 8"),
    columns=("Maths", "PE"),
    whole=("Mathematics", "Physical education"),
    numbers=((14, None), (3, 1)),
    say=lambda year, subject, n: f"{year}, {subject}: {n}",
)


@pytest.fixture
def heat_map(qtbot):
    shown = HeatMap("Register by year and subject")
    qtbot.addWidget(shown)
    shown.show_heat(HEAT)
    shown.resize(400, 200)
    shown.show()
    return shown


def test_a_screen_reader_hears_the_whole_words(heat_map):
    cell = heat_map.model().index(1, 1)

    said = cell.data(Qt.ItemDataRole.AccessibleTextRole)

    assert said == "Year 8, Physical education: 1"


def test_nobody_is_a_dash(heat_map):
    assert heat_map.model().index(0, 1).data() == "–"


def test_enter_chooses_the_cell_that_the_arrows_reached(heat_map, qtbot):
    heat_map.setCurrentIndex(heat_map.model().index(0, 0))
    QTest.keyClick(heat_map, Qt.Key.Key_Down)

    with qtbot.waitSignal(heat_map.chosen) as chosen:
        QTest.keyClick(heat_map, Qt.Key.Key_Return)

    assert chosen.args == [1, 0]


def test_every_row_is_to_be_seen_without_scrolling(heat_map):
    rows = heat_map.rowHeight(0) + heat_map.rowHeight(1)

    assert heat_map.sizeHint().height() >= rows + heat_map.horizontalHeader().height()


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_every_number_can_be_read_on_its_shade(monkeypatch, colours):
    monkeypatch.setattr(style, "colours", lambda: colours)

    tints = [shade(number, 20) for number in range(21)]

    assert min(contrast(tint.ground, tint.ink) for tint in tints) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_bars_stand_out_from_their_card(monkeypatch, colours):
    monkeypatch.setattr(style, "colours", lambda: colours)

    assert min(contrast(colour, colours.paper) for colour in series()) >= 3


def test_more_is_never_paler(monkeypatch):
    monkeypatch.setattr(style, "colours", lambda: LIGHT)

    grounds = [contrast(shade(n, 20).ground, "#FFFFFF") for n in range(21)]

    assert grounds == sorted(grounds)
