"""Slow work off the window's thread: one worker with a register of its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from gtregister.core.register import Register
from gtregister.errors import Cancelled, UserError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")

_REST = 0.05  # seconds between two reports of progress; more could not be seen


class Tasks(QObject):
    """Runs jobs one after the other and comes back to the window's thread.

    A job gets a register that belongs to the worker's thread, and plain values, never
    a widget. While it runs it may call `step(done, of)`, which raises Cancelled once
    the person has pressed Cancel. All signals but the last four are sent on the
    window's thread. An exception that is no UserError goes on through Qt to
    sys.excepthook, as a bug of the window's own does.
    """

    began = Signal(str)  # what is running, in words
    stepped = Signal(int, int)  # how much is done, of how much
    ended = Signal()
    stopped = Signal()  # the person cancelled it
    refused = Signal(object)  # it ended in a UserError
    changed = Signal(object)  # a frozenset of the tables that a job changed

    _started = Signal(str)
    _went_on = Signal(int, int)
    _touched = Signal(object)
    _finished = Signal(object, object)  # the job's Future, and who wants its answer

    def __init__(
        self, twin: Callable[[], Register], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._twin = twin
        self._pool: ThreadPoolExecutor | None = None
        self._register: Register | None = None
        self._cancelled = threading.Event()
        self._last_step = 0.0
        self._unanswered = 0
        self._is_closed = False
        queued = Qt.ConnectionType.QueuedConnection
        self._started.connect(self.began, queued)
        self._went_on.connect(self.stepped, queued)
        self._touched.connect(self._tell_changed, queued)
        self._finished.connect(self._deliver, queued)

    def run(
        self,
        job: Callable[[Register], T],
        then: Callable[[T], None] | None = None,
        what: str = "",
    ) -> None:
        """Run a job on the worker; `then` gets its answer on the window's thread."""
        if self._pool is None:
            # Loaded with the first job, since the window comes first.
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(1, "register")
        self._unanswered += 1
        future = self._pool.submit(self._work, job, what)
        future.add_done_callback(partial(self._hand_over, then))

    @property
    def is_busy(self) -> bool:
        """Say whether a job runs or waits."""
        return self._unanswered > 0

    def step(self, done: int, of: int) -> None:
        """Report progress from within a job; raises Cancelled if it is to stop."""
        if self._cancelled.is_set():
            raise Cancelled
        now = time.monotonic()
        if done >= of or now - self._last_step > _REST:
            self._last_step = now
            self._went_on.emit(done, of)

    @Slot()
    def cancel(self) -> None:
        """Ask the job that runs to stop at its next step."""
        self._cancelled.set()

    def close(self) -> None:
        """Stop what runs and what waits, and close the worker's register."""
        self._is_closed = True
        self._cancelled.set()
        if self._pool is not None:
            self._pool.submit(self._close_register)
            self._pool.shutdown(wait=True)

    def _work(self, job: Callable[[Register], T], what: str) -> T:
        if self._is_closed:
            raise Cancelled
        self._cancelled.clear()
        self._started.emit(what)
        if self._register is None:
            # Made here, since SQLite's connections stay with the thread that made them.
            self._register = self._twin()
            self._register.watchers.append(self._touched.emit)
        return job(self._register)

    @Slot(object)
    def _tell_changed(self, tables: frozenset[str]) -> None:
        if not self._is_closed:
            self.changed.emit(tables)

    def _close_register(self) -> None:
        if self._register is not None:
            self._register.close()

    def _hand_over(self, then: Callable[[T], None] | None, future: Future[T]) -> None:
        self._finished.emit(future, then)

    @Slot(object, object)
    def _deliver(self, future: Future[T], then: Callable[[T], None] | None) -> None:
        self._unanswered -= 1
        if self._is_closed:
            return
        self.ended.emit()
        try:
            found = future.result()
        except Cancelled:
            self.stopped.emit()
        except UserError as error:
            self.refused.emit(error)
        else:
            if then is not None and not _is_gone(then):
                then(found)


def _is_gone(then: Callable[[T], None]) -> bool:
    """Say whether the dialog that wanted an answer was closed meanwhile."""
    bound = then.func if isinstance(then, partial) else then
    owner = getattr(bound, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)
