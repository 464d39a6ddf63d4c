"""The first page: how things stand today."""

from gtregister.desktop.place import Place
from gtregister.i18n import N_

PLACE = Place(__name__, "today", N_("Today"), "today", 10)
