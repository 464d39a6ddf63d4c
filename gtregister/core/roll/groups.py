"""The groups of pupils by which the register and its provision are looked at."""

from gtregister.i18n import N_

# The groups of the view pupil_groups, in the order in which they are listed.
GROUPS = {
    "pupil_premium": N_("Pupil premium"),
    "fsm": N_("Free school meals"),
    "sen": N_("SEN"),
    "eal": N_("EAL"),
    "looked_after": N_("Looked after"),
    "girls": N_("Girls"),
    "boys": N_("Boys"),
    "autumn_born": N_("Born September to December"),
    "summer_born": N_("Born May to August"),
}
