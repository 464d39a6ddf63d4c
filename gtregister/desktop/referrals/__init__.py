"""Who was proposed by whom."""

from gtregister.desktop.place import Place
from gtregister.i18n import N_

PLACE = Place("referrals", N_("Referrals"), "referrals", 40)
