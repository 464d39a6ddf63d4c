"""Enrichment: trips, clubs, competitions and lectures."""

from gtregister.desktop.place import Place
from gtregister.i18n import N_

PLACE = Place(__name__, "activities", N_("Activities"), "activities", 50)
