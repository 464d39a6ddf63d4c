"""What families are to be told, and whether they have been."""

from gtregister.desktop.page import Page
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.i18n import N_, _


class LettersPage(Page):
    """What families are to be told, and whether they have been."""

    title = N_("Letters")
    icon = "letters"
    order = 60

    def build(self) -> None:
        text = _(
            "Here you will write to the families of pupils who join the register "
            "or are offered a place: one letter for each household, in its "
            "language, with a reply slip. Pupils whom you add will wait here."
        )
        actions = (self.link(_("&Go to the register"), "register"),)
        self.body.addWidget(
            EmptyState(self.icon, _("No letters wait here yet"), text, actions), 1
        )


PAGE = LettersPage
