"""Questions about the register and their answers."""

from gtregister.desktop.place import Place
from gtregister.i18n import N_

PLACE = Place(__name__, "reports", N_("Reports"), "reports", 80)
