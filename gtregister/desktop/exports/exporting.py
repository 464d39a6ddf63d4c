"""Saving a list to a file: the ending of its name chooses the kind."""

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog

from gtregister.core import exports
from gtregister.desktop.page import Desk
from gtregister.i18n import _, ngettext, translated
from gtregister.table import Table


def choose(desk: Desk, table: Table, facts: tuple[str, ...]) -> None:
    """Ask for a file name and save the list there."""
    kinds = {
        f"{translated(writer.title)} (*{suffix})": suffix
        for suffix, writer in exports.writers().items()
    }
    first = next((kind for kind, suffix in kinds.items() if suffix == ".xlsx"), "")
    chosen, kind = QFileDialog.getSaveFileName(
        desk.window,
        _("Export {title}").format(title=translated(table.title)),
        f"{_as_name(translated(table.title))}{kinds.get(first, '')}",
        ";;".join(sorted(kinds, key=lambda k: k != first)),
        first,
    )
    if not chosen:
        return
    path = Path(chosen)
    if path.suffix.lower() not in kinds.values() and kind in kinds:
        path = path.with_name(path.name + kinds[kind])
    save(desk, table, path, facts)


def _as_name(title: str) -> str:
    """Leave out of what a school calls its register what no file can be called."""
    return re.sub(r'[\\/:*?"<>|]+', " ", title).strip()


def save(desk: Desk, table: Table, path: Path, facts: tuple[str, ...]) -> None:
    """Save a list to a file, off the window's thread."""
    desk.tasks.run(
        lambda register: exports.save(
            register, table, path, facts=facts, step=desk.tasks.step
        ),
        then=lambda _done: _tell(desk, table, path),
        what=_("Saving {name}…").format(name=path.name),
    )


def _tell(desk: Desk, table: Table, path: Path) -> None:
    rows = ngettext("{n} row", "{n} rows", len(table.rows))
    said = _("{rows} saved to {name}. Keep the file safe: it names pupils.")
    show = QAction(_("Open its &folder"), desk.notices)
    show.triggered.connect(partial(_open_folder, path.parent))
    desk.notices.say(said.format(rows=rows, name=path.name), "success", [show])


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
