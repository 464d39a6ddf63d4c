"""The register and the pupils on it."""

from gtregister.desktop.place import Place
from gtregister.i18n import N_

PLACE = Place(__name__, "register", N_("Register"), "register", 20, counts=True)
