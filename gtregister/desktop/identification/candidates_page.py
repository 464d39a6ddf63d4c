"""Pupils whom the school's policy suggests, waiting for a person's decision."""

from gtregister.desktop.page import Page
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.i18n import N_, _


class CandidatesPage(Page):
    """Pupils whom the school's policy suggests, waiting for a person's decision."""

    title = N_("Candidates")
    icon = "candidates"
    order = 30

    def build(self) -> None:
        text = _(
            "Here you will see the pupils whom your policy suggests, each with the"
            " evidence, and decide who goes on the register. The program only "
            "suggests; you decide. Evidence comes from key stage 2 results, CAT4 "
            "and referrals, so bring those in first."
        )
        actions = (
            self.desk.actions.bring_in,
            self.link(_("&Go to the register"), "register"),
        )
        self.body.addWidget(
            EmptyState(
                self.icon, _("Nobody waits for a decision here yet"), text, actions
            ),
            1,
        )


PAGE = CandidatesPage
