"""Mentors and their pupils."""

from gtregister.desktop.place import Place
from gtregister.i18n import N_

PLACE = Place(__name__, "mentoring", N_("Mentoring"), "mentoring", 70)
