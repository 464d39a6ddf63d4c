"""The adults who go and the buses, each with a telephone, entered one at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from gtregister.core.enrichment import activity_going
from gtregister.core.register import Register
from gtregister.core.roll import pupils
from gtregister.desktop.activities import telling
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.list_dialog import ListDialog
from gtregister.desktop.widgets.question_dialog import Answers, QuestionDialog
from gtregister.i18n import N_, _, translated
from gtregister.options import Answer, Option
from gtregister.table import Table


@dataclass(frozen=True, slots=True)
class Going:
    """What is listed, asked and stored: adults, or buses; all words marked with N_."""

    title: str
    hint: str
    empty: str
    one: str
    add: str
    told: str
    table: Callable[[Register, int], Table]
    questions: Callable[[Register, int, int | None], tuple[Option, ...]]
    keep: Callable[[Register, int, int | None, Mapping[str, Answer]], int]
    remove: Callable[[Register, int, int], None]


ADULTS = Going(
    title=N_("Adults who go"),
    hint=N_(
        "Their roles and telephones stand on the leader’s sheet and the base copy."
    ),
    empty=N_("Nobody is entered yet."),
    one=N_("Adult who goes"),
    add=N_("&Add an adult…"),
    told=N_("The adults are changed."),
    table=activity_going.adults,
    questions=activity_going.adult_questions,
    keep=activity_going.keep_adult,
    remove=activity_going.remove_adult,
)
BUSES = Going(
    title=N_("Buses"),
    hint=N_("The bus list has a part for each. Pupils are put on them under Pupils."),
    empty=N_("No bus is entered yet."),
    one=N_("Bus"),
    add=N_("&Add a bus…"),
    told=N_("The buses are changed."),
    table=activity_going.buses,
    questions=activity_going.bus_questions,
    keep=activity_going.keep_bus,
    remove=activity_going.remove_bus,
)


class GoingDialog(ListDialog):
    """A list to add to, to correct and to take out of; each act is stored at once."""

    def __init__(self, desk: Desk, activity_id: int, going: Going) -> None:
        super().__init__(
            translated(going.title),
            translated(going.hint),
            pupils.folded,
            translated(going.empty),
            desk.window,
        )
        self._desk = desk
        self._id = activity_id
        self._going = going
        self.add = QPushButton(translated(going.add), self)
        self.add.clicked.connect(lambda _on: self._ask(None))
        across = QHBoxLayout()
        across.addWidget(self.add)
        across.addStretch(1)
        self.body.insertLayout(2, across)
        self.add_button(_("&Change…"), self._ask)
        self.add_button(_("&Take out"), self._take_out)
        self.list.view.opened.connect(self._ask)
        self.refresh()
        self.add.setFocus()

    def refresh(self) -> None:
        """Read the list again."""
        self.show_table(self._going.table(self._desk.register, self._id))

    def _ask(self, row_id: int | None) -> None:
        going, register = self._going, self._desk.register
        asked = going.questions(register, self._id, row_id)

        def answer(answers: Answers) -> None:
            going.keep(register, self._id, row_id, answers)
            self._tell()

        title = translated(going.one)
        QuestionDialog(title, asked, _("&Save"), answer, self).open()

    def _take_out(self, row_id: int) -> None:
        self._going.remove(self._desk.register, self._id, row_id)
        self._tell()

    def _tell(self) -> None:
        self.refresh()
        telling.told(self._desk, translated(self._going.told))


def show(desk: Desk, activity_id: int, going: Going) -> None:
    """Open the dialog."""
    GoingDialog(desk, activity_id, going).open()
