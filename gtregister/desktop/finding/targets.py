"""What can be found by typing: pupils, pages and commands, each with what it does."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from gtregister.core.roll import pupils, whole_roll
from gtregister.core.roll.whole_roll import Named
from gtregister.desktop.page import Desk
from gtregister.desktop.place import places
from gtregister.i18n import _, translated

_PLAIN = str.maketrans("", "", "'-.")


@dataclass(frozen=True, slots=True)
class Target:
    """Something to go to: what it is, where it belongs, and what choosing it does."""

    words: str
    place: str
    go: Callable[[], object]


class Targets:
    """All that can be found: pages and commands first, then everybody on roll.

    The roll is read and folded once, so that no key that is pressed waits for it. A
    key is what is compared with what is typed: folded words, a blank before each.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._fixed = [*_pages(desk), *_commands(desk)]
        self._roll = whole_roll.names(desk.register)
        keys = [_key(target.words) for target in self._fixed]
        self._keys = [*keys, *map(_key_of, self._roll)]

    def matching(self, sought: str, most: int) -> list[Target]:
        """Choose what all words of `sought` are in; those come first that begin so."""
        words = [word for word in map(pupils.folded, sought.split()) if word]
        found = list(range(len(self._keys)))
        keys = self._keys
        for word in words:
            found = [at for at in found if word in keys[at]]
        starts = [f" {word}" for word in words]
        begin = (at for at in found if all(start in keys[at] for start in starts))
        first = list(islice(begin, most))
        known = set(first)
        rest = islice((at for at in found if at not in known), most - len(first))
        return [self._target(at) for at in (*first, *rest)]

    def _target(self, place: int) -> Target:
        if place < len(self._fixed):
            return self._fixed[place]
        named = self._roll[place - len(self._fixed)]
        words = f"{named.surname}, {named.forename}"
        go = partial(self._desk.show_pupil, named.id)
        return Target(words, named.form or _("Pupil"), go)


def _pages(desk: Desk) -> Iterator[Target]:
    for key, place in places().items():
        go = partial(desk.go_to, key)
        yield Target(translated(place.title), _("Page"), go)


def _commands(desk: Desk) -> Iterator[Target]:
    for menu, action in _actions(desk.window.menuBar()):
        if action is not desk.actions.find_any:
            yield Target(_plain(action), _place(action, menu), action.trigger)


def _key(words: str) -> str:
    return "".join(f" {pupils.folded(word)}" for word in words.split())


def _key_of(named: Named) -> str:
    """Fold a pupil's names and form; most names need no look at each letter."""
    surname, forename, form = named.surname, named.forename, named.form or ""
    key = f" {surname} {forename} {form} {named.upn or ''}"
    if key.isascii():
        return key.lower().translate(_PLAIN)
    fold = pupils.folded
    return f" {fold(surname)} {fold(forename)} {fold(form)} {(named.upn or '').lower()}"


def _actions(menu: QMenuBar | QMenu, name: str = "") -> Iterator[tuple[str, QAction]]:
    """Walk through the menus to whatever can be done now."""
    for action in menu.actions():
        inside = action.menu()
        if isinstance(inside, QMenu):
            inside.aboutToShow.emit()  # some menus are filled when they open
            yield from _actions(inside, _plain(action))
        elif name and _is_command(action):
            yield name, action


def _is_command(action: QAction) -> bool:
    is_page = bool(action.property("page"))  # found already, by its own name
    return action.isEnabled() and not action.isSeparator() and not is_page


def _place(action: QAction, menu: str) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{menu}, {keys}" if keys else menu


def _plain(action: QAction) -> str:
    words = action.data()
    return (words if isinstance(words, str) else action.text()).replace("&", "")
