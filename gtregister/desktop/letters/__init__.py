"""Letters to families."""

from gtregister.desktop.place import Place
from gtregister.i18n import N_

PLACE = Place(__name__, "letters", N_("Letters"), "letters", 60, counts=True)
