"""The school, and how the program is set up for it."""

from gtregister.desktop.place import Place
from gtregister.i18n import N_

PLACE = Place(__name__, "settings", N_("Settings"), "settings", 90, at_foot=True)
