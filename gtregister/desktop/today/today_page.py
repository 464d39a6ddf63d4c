"""How things stand today: what waits, what to do first, and how the register looks."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout

from gtregister.desktop import style
from gtregister.desktop.page import Page
from gtregister.desktop.today import PLACE
from gtregister.desktop.today.coming_card import ComingCard
from gtregister.desktop.today.first_steps import FirstSteps
from gtregister.desktop.today.follow_ups_card import FollowUpsCard
from gtregister.desktop.today.groups_card import GroupsCard
from gtregister.desktop.today.latest_changes import LatestChanges
from gtregister.desktop.today.standing_card import StandingCard
from gtregister.desktop.today.subjects_card import SubjectsCard
from gtregister.desktop.widgets import tab_order
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.figure_card import FigureCard
from gtregister.desktop.widgets.notice_bar import NoticeBar
from gtregister.i18n import (
    _,
    format_academic_year,
    format_number,
    format_weekday,
    ngettext,
)

if TYPE_CHECKING:
    from gtregister.core.standing import LastImport
    from gtregister.core.telling.letter_lists import Counted

_NARROW = 900  # below so many pixels at 100 % the cards stand one above the other


class TodayPage(Page):
    """The first page: nothing on it is more than one press away from its place.

    It tells of every part of the core, so that each is loaded when it is told of: once
    the window is painted.
    """

    place = PLACE

    def build(self) -> None:
        self.header.add_button(self.desk.actions.bring_in, primary=True)
        self._year_begun = NoticeBar(self, can_go=False)
        self.body.addWidget(self._year_begun)
        self._last_import: LastImport | None = None
        self._cards = [
            self._on,
            self._candidates,
            self._referrals,
            self._letters,
        ] = [
            self._figure(place)
            for place in ("register", "candidates", "referrals", "letters")
        ]
        self._candidates.show_figure("…", _("candidates to decide"))
        self._letters.show_figure("…", _("letters to print"))
        self._figures = QGridLayout()
        self._figures.setSpacing(12)
        self.body.addLayout(self._figures)
        self._steps = FirstSteps(self.register.path, self._deeds_of_steps(), self)
        self.body.addWidget(self._steps)
        self._coming = ComingCard(partial(self.desk.go_to, "activities"), self)
        self.body.addWidget(self._coming)
        self._follow_ups = FollowUpsCard(self.desk, self)
        self.body.addWidget(self._follow_ups)
        self._subjects = SubjectsCard(partial(self.desk.go_to, "register"), self)
        self._groups = GroupsCard(self)
        self.body.addWidget(self._subjects)
        self._standing = StandingCard(*self._deeds_of_standing(), self)
        self._beside = self._side_by_side(self._groups, self._standing)
        self._latest = LatestChanges(self)
        self.body.addWidget(self._latest)
        self.body.addStretch(1)

    def _figure(self, place: str) -> FigureCard:
        card = FigureCard("", self)
        card.clicked.connect(lambda: self.desk.go_to(place))
        return card

    def _side_by_side(self, *cards: Card) -> QBoxLayout:
        across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        across.setSpacing(12)
        for card in cards:
            across.addWidget(card, 1)
        self.body.addLayout(across)
        return across

    def _deeds_of_steps(self) -> dict[str, QAction]:
        actions = self.desk.actions
        policy = QAction(_("&Choose a policy"), self)
        policy.triggered.connect(
            lambda: self.desk.go_to("candidates", {"policy": True})
        )
        return {
            "import": actions.bring_in,
            "policy": policy,
            "decide": self.link(_("&Go to candidates"), "candidates"),
            "print": actions.print,
            "tell": self.link(_("Go to &letters"), "letters"),
        }

    def _deeds_of_standing(self) -> tuple[QAction, QAction, QAction]:
        show = QAction(_("&Show them"), self)
        show.triggered.connect(
            lambda: self.desk.go_to("register", {"review_due": ["due"]})
        )
        untold = QAction(_("Show who"), self)
        untold.triggered.connect(
            lambda: self.desk.go_to("letters", {"show": "not told"})
        )
        put_back = QAction(_("Undo &import"), self)
        put_back.triggered.connect(self._undo_import)
        return show, untold, put_back

    def _undo_import(self) -> None:
        if self._last_import is not None:
            self.desk.put_back(self._last_import.change)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(is_narrow=self.width() < style.scaled(_NARROW))

    def _fit(self, *, is_narrow: bool) -> None:
        """Stand the cards beside each other, or one above the other."""
        way = QBoxLayout.Direction
        self._beside.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)
        across = 2 if is_narrow else len(self._cards)
        for place, card in enumerate(self._cards):
            self._figures.addWidget(card, place // across, place % across)

    @classmethod
    def heeds(cls, tables: frozenset[str]) -> bool:
        # Every change is listed, also one that touches no table.
        return True

    def describe(self) -> None:
        from gtregister.core import history, school, standing
        from gtregister.core.enrichment import activities

        now = standing.of(self.register)
        roll = format_number(now.roll)
        words = _("of {roll} pupils on the register").format(roll=roll)
        self._on.show_figure(format_number(now.on), words)
        words = ngettext("referral waiting", "referrals waiting", now.referrals)
        self._referrals.show_figure(format_number(now.referrals), words)
        self.header.show_facts(self._today_in_words())
        self._tell_year()
        self._show_candidates()
        self._show_untold()
        self._steps.show_steps(school.first_steps(self.register))
        self._coming.show_coming(activities.upcoming(self.register))
        self._follow_ups.refresh()
        for card in (self._subjects, self._groups):
            card.setVisible(now.on > 0)
            card.show_register(self.register)
        self._last_import = now.last_import
        self._standing.show_standing(now, self.register)
        self._latest.show_changes(history.table(self.register), self.register.today)
        tab_order.follow(self)  # the steps and the sessions were made just now

    def _tell_year(self) -> None:
        """Say that a school year has begun, until it is started here too."""
        from gtregister.core import school
        from gtregister.core.roll import new_year

        is_due = new_year.is_due(self.register)
        if is_due and self._year_begun.isHidden():
            year = school.academic_year_of(self.register.today)
            said = _("The school year {year} has begun. Move the pupils up.")
            words = said.format(year=format_academic_year(year))
            self._year_begun.say(words, "note", [self.desk.actions.new_year])
        self._year_begun.setVisible(is_due)

    def _today_in_words(self) -> str:
        from gtregister.core import calendar

        day = format_weekday(self.register.today)
        term = calendar.in_words(self.register)
        return _("{day} · {term}").format(day=day, term=term) if term else day

    def _show_candidates(self) -> None:
        """Say how many wait for a decision, once everybody is judged."""
        from gtregister.core.identifying import shortlist_count

        found = shortlist_count.known(self.register)
        if found is None:
            self.desk.tasks.run(shortlist_count.counted, then=self._say_candidates)
        else:
            self._say_candidates(found)

    def _show_untold(self) -> None:
        """Say how many letters wait and who was not told, once that is counted."""
        from gtregister.core.telling import letter_lists

        found = letter_lists.known(self.register)
        if found is None:
            self.desk.tasks.run(letter_lists.counted, then=self._take_untold)
        else:
            words = ngettext("letter to print", "letters to print", found.ready)
            self._letters.show_figure(format_number(found.ready), words)
            self._standing.show_untold(found)

    def _take_untold(self, counted: "Counted") -> None:
        from gtregister.core.telling import letter_lists

        letter_lists.keep(self.register, counted)
        if letter_lists.known(self.register) is not None:
            self.described.emit()  # the line may need more room

    def _say_candidates(self, count: int) -> None:
        words = ngettext("candidate to decide", "candidates to decide", count)
        self._candidates.show_figure(format_number(count), words)


PAGE = TodayPage
