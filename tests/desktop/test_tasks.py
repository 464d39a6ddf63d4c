"""Jobs run on a thread of their own and come back to the window's."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.desktop.tasks import Tasks
from gtregister.errors import UserError
from tests import builders


@pytest.fixture
def tasks(register: Register, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(register.twin)
    yield made
    made.close()


def test_a_job_has_a_register_of_its_own_and_answers_in_the_window(
    tasks: Tasks, register: Register, qtbot: QtBot
) -> None:
    builders.pupil(register)
    seen: list[object] = []

    def job(twin: Register) -> tuple[int, bool, threading.Thread]:
        return pupils.count(twin), twin is register, threading.current_thread()

    def then(found: tuple[int, bool, threading.Thread]) -> None:
        seen.extend([*found, threading.current_thread()])

    with qtbot.waitSignal(tasks.ended):
        tasks.run(job, then)
    qtbot.waitUntil(lambda: len(seen) == 4)
    count, is_same, worker, window = seen
    assert (count, is_same) == (1, False)
    assert worker is not window
    assert window is threading.main_thread()


def test_jobs_run_one_after_the_other(tasks: Tasks, qtbot: QtBot) -> None:
    order: list[int] = []
    for number in range(5):
        tasks.run(lambda _register, n=number: n, order.append)
    qtbot.waitUntil(lambda: order == [0, 1, 2, 3, 4])


def test_a_sentence_of_a_job_reaches_the_window_as_one(
    tasks: Tasks, qtbot: QtBot
) -> None:
    def job(_register: Register) -> None:
        raise UserError("Choose another file.")

    with qtbot.waitSignal(tasks.refused) as refused:
        tasks.run(job, lambda _found: pytest.fail("it went on"))
    assert refused.args[0].text == "Choose another file."


def test_a_bug_in_a_job_is_raised_in_the_window(tasks: Tasks, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(tasks.ended):
        tasks.run(lambda _register: 1 // 0)
    assert [kind for kind, _error, _trace in caught] == [ZeroDivisionError]


def test_cancel_stops_a_job_at_its_next_step_and_changes_nothing(
    tasks: Tasks, register: Register, qtbot: QtBot
) -> None:
    steps: list[tuple[int, int]] = []
    tasks.stepped.connect(lambda done, of: steps.append((done, of)))
    tasks.stepped.connect(tasks.cancel)
    rest = threading.Event()

    def job(twin: Register) -> None:
        with twin.change("Pupil added") as db:
            db.insert("pupils", {"surname": "Ahmed", "forename": "Aisha"})
            for number in range(2000):
                tasks.step(number, 2000)
                rest.wait(0.005)

    with qtbot.waitSignal(tasks.stopped, timeout=20_000):
        tasks.run(job)
    assert steps
    assert pupils.count(register) == 0


def test_a_cancel_that_came_too_late_does_not_stop_the_next_job(
    tasks: Tasks, qtbot: QtBot
) -> None:
    tasks.cancel()
    done: list[str] = []
    tasks.run(lambda _register: tasks.step(1, 2) or "done", done.append)
    qtbot.waitUntil(lambda: done == ["done"])


def test_what_a_job_changed_is_told_on_the_windows_thread(
    tasks: Tasks, qtbot: QtBot
) -> None:
    threads: list[threading.Thread] = []

    class Ear(pytest.importorskip("PySide6.QtCore").QObject):
        def hear(self, _tables: frozenset[str]) -> None:
            threads.append(threading.current_thread())

    ear = Ear()
    tasks.changed.connect(ear.hear)
    with qtbot.waitSignal(tasks.changed) as changed:
        tasks.run(builders.pupil)
    qtbot.waitUntil(lambda: len(threads) == 1)
    assert "pupils" in changed.args[0]
    assert threads == [threading.main_thread()]


def test_closing_waits_for_the_job_and_tells_nobody(
    register: Register, qtbot: QtBot, path: Path
) -> None:
    tasks = Tasks(register.twin)
    told: list[object] = []
    begun = threading.Event()
    tasks.run(lambda twin: begun.set() or builders.pupil(twin), told.append)
    assert begun.wait(5)
    tasks.close()
    qtbot.wait(20)
    assert told == []
    assert pupils.count(register) == 1


def test_a_dialog_that_was_closed_meanwhile_is_not_told(
    tasks: Tasks, qtbot: QtBot
) -> None:
    import shiboken6
    from PySide6.QtCore import QObject, Signal

    class Dialog(QObject):
        heard = Signal()

        def take(self, _found: object) -> None:
            self.heard.emit()

    dialog = Dialog()
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(tasks.ended):
        tasks.run(lambda _register: None, dialog.take)
        shiboken6.delete(dialog)
    qtbot.wait(10)
    assert caught == []
