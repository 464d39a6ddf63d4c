"""Mentors, their pupils, and what they agreed."""

from gtregister.desktop.mentoring import PLACE
from gtregister.desktop.page import Page
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.i18n import _


class MentoringPage(Page):
    """Mentors, their pupils, and what they agreed."""

    place = PLACE

    def build(self) -> None:
        text = _(
            "Here you will pair pupils with mentors and keep what they talked "
            "about, the steps they agreed, and when they meet next."
        )
        actions = (self.link(_("&Go to the register"), "register"),)
        self.body.addWidget(
            EmptyState(self.icon, _("No mentors are noted here yet"), text, actions), 1
        )


PAGE = MentoringPage
