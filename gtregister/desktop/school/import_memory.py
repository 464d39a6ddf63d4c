"""Settings of what was said about the columns of files, for their next import."""

from gtregister.core.importing import layouts
from gtregister.desktop.page import Desk
from gtregister.desktop.school.list_card import ListCard
from gtregister.i18n import _


def memory_card(desk: Desk) -> ListCard:
    """Make the card of the layouts that are remembered."""
    card = ListCard(
        _("Import memory"),
        lambda: layouts.table(desk.register),
        _("No file was imported yet whose columns you had to name."),
        desk.window,
    )

    def forget(key: int | None) -> None:
        if key is not None:
            layouts.forget(desk.register, key)

    card.add_button(_("Forget"), forget)
    return card
