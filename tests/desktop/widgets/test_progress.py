"""Short jobs show nothing; long ones show a bar and a way out."""

import pytest
from pytestqt.qtbot import QtBot

from gtregister.desktop.widgets import progress
from gtregister.desktop.widgets.progress import Progress


@pytest.fixture
def shown(qtbot: QtBot) -> Progress:
    made = Progress()
    qtbot.addWidget(made)
    made.resize(400, 40)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_short_job_shows_nothing(qtbot: QtBot, shown: Progress) -> None:
    shown.begin("Reading…")
    assert not shown._words.isVisible()
    shown.end()
    qtbot.wait(progress.SIGN_AFTER + 50)
    assert not shown._words.isVisible()


def test_a_longer_job_says_what_it_does(qtbot: QtBot, shown: Progress) -> None:
    shown.begin("Reading…")
    qtbot.waitUntil(shown._words.isVisible)
    assert not shown._bar.isVisible()
    shown.end()


def test_a_long_job_can_be_cancelled_while_it_tells_its_steps(
    qtbot: QtBot, shown: Progress, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown._bar_timer.setInterval(0)
    shown.begin("Importing…")
    qtbot.waitUntil(shown._bar.isVisible)
    assert not shown._cancel.isEnabled()
    shown.show_step(3, 10)
    assert shown._bar.value() == 3
    with qtbot.waitSignal(shown.cancelled):
        shown._cancel.click()
    assert not shown._cancel.isEnabled()


def test_a_job_that_is_done_cannot_be_cancelled_any_more(shown: Progress) -> None:
    shown.begin("Importing…")
    shown.show_step(10, 10)
    assert not shown._cancel.isEnabled()
