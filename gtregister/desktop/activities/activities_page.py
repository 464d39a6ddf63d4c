"""Trips, clubs, competitions and lectures, and who has a place."""

from gtregister.desktop.page import Page
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.i18n import N_, _


class ActivitiesPage(Page):
    """Trips, clubs, competitions and lectures, and who has a place."""

    title = N_("Activities")
    icon = "activities"
    order = 50

    def build(self) -> None:
        text = _(
            "Here you will plan trips, clubs, competitions and lectures, give "
            "places to pupils, see whose consent is missing, print rosters and "
            "mark who came."
        )
        actions = (self.link(_("&Go to the register"), "register"),)
        self.body.addWidget(
            EmptyState(self.icon, _("Nothing is planned here yet"), text, actions), 1
        )


PAGE = ActivitiesPage
