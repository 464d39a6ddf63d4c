"""Who was proposed by whom."""

from gtregister.desktop.place import Place
from gtregister.i18n import N_

PLACE = Place(__name__, "referrals", N_("Referrals"), "referrals", 40, counts=True)
