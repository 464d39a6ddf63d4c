"""Who may belong on the register, and deciding it."""

from gtregister.desktop.place import Place
from gtregister.i18n import N_

PLACE = Place(__name__, "candidates", N_("Candidates"), "candidates", 30, counts=True)
