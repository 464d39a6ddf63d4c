"""How the program is set up: for the school, and for this computer."""

from gtregister.desktop.page import Page
from gtregister.desktop.school import (
    PLACE,
    about_school,
    calendar_cards,
    enrichment_cards,
    import_memory,
    people_cards,
    this_computer,
)


class SettingsPage(Page):
    """Each setting holds as soon as it is chosen, and Edit > Undo takes it back."""

    place = PLACE
    watches = frozenset(
        {
            *("school", "terms", "closures", "staff", "departments", "subjects"),
            *("layouts", "activity_kinds", "partners", "activities"),
            *("tier_words", "routes", "entries"),
        }
    )

    def build(self) -> None:
        desk = self.desk
        self.cards = (
            about_school.SchoolCard(desk),
            about_school.words_card(desk),
            about_school.tiers_card(desk),
            calendar_cards.calendar_card(desk),
            people_cards.staff_card(desk),
            people_cards.departments_card(desk),
            people_cards.subjects_card(desk),
            enrichment_cards.kinds_card(desk),
            enrichment_cards.partners_card(desk),
            import_memory.memory_card(desk),
            this_computer.BackupsCard(desk),
            this_computer.privacy_card(desk),
            this_computer.appearance_card(desk),
        )
        for card in self.cards:
            self.body.addWidget(card)
        self.body.addStretch(1)
        if not self.register.can_write:
            for card in self.cards[:10]:
                card.setEnabled(False)

    def refresh(self) -> None:
        for card in self.cards:
            card.refresh()

    def showEvent(self, event: object) -> None:
        # What was chosen in the View menu, or a backup made since.
        self.refresh()


PAGE = SettingsPage
