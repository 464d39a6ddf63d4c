"""Questions about the register, for senior leaders and others."""

from gtregister.desktop.page import Page
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.i18n import N_, _


class ReportsPage(Page):
    """Questions about the register, for senior leaders and others."""

    title = N_("Reports")
    icon = "reports"
    order = 80

    def build(self) -> None:
        text = _(
            "Here you will find who is on the register by year, subject and group,"
            " and how that compares with the whole school. Until then, the "
            "register itself can be printed, or saved as Excel, CSV or PDF."
        )
        actions = (self.link(_("&Go to the register"), "register"),)
        self.body.addWidget(
            EmptyState(
                self.icon, _("Reports are drawn from the register"), text, actions
            ),
            1,
        )


PAGE = ReportsPage
