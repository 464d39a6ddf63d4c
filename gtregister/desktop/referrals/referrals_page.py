"""Pupils proposed by staff, families, other pupils or themselves."""

from gtregister.desktop.page import Page
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.i18n import N_, _


class ReferralsPage(Page):
    """Pupils proposed by staff, families, other pupils or themselves."""

    title = N_("Referrals")
    icon = "referrals"
    order = 40

    def build(self) -> None:
        text = _(
            "Here you will note whom colleagues, families, other pupils or the "
            "pupils themselves propose, and what became of it. A referral is "
            "evidence like a test result: your policy says what it counts for."
        )
        actions = (self.link(_("&Go to the register"), "register"),)
        self.body.addWidget(
            EmptyState(self.icon, _("No referrals to show here yet"), text, actions), 1
        )


PAGE = ReferralsPage
