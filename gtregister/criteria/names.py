"""What the measures are called in sentences, in lists and in a policy."""

from collections.abc import Mapping

from gtregister.criteria.measures import Key
from gtregister.i18n import N_, translated

NAMES: Mapping[Key, str] = {
    ("ks2", "reading", "scaled_score"): N_("KS2 reading score"),
    ("ks2", "gps", "scaled_score"): N_("KS2 grammar, punctuation and spelling score"),
    ("ks2", "maths", "scaled_score"): N_("KS2 maths score"),
    ("ks2", "reading_maths", "scaled_score"): N_("KS2 reading and maths mean"),
    ("ks2", "reading", "fine_level"): N_("KS2 reading level"),
    ("ks2", "writing", "fine_level"): N_("KS2 writing level"),
    ("ks2", "gps", "fine_level"): N_("KS2 grammar, punctuation and spelling level"),
    ("ks2", "english", "fine_level"): N_("KS2 English level"),
    ("ks2", "maths", "fine_level"): N_("KS2 maths level"),
    ("ks2", "science", "fine_level"): N_("KS2 science level"),
    ("ks2", "reading_maths", "fine_level"): N_("KS2 reading and maths mean level"),
    ("ks2", "english_maths", "fine_level"): N_("KS2 English and maths mean level"),
    ("cat4", "verbal", "sas"): N_("CAT4 verbal score"),
    ("cat4", "quantitative", "sas"): N_("CAT4 quantitative score"),
    ("cat4", "non_verbal", "sas"): N_("CAT4 non-verbal score"),
    ("cat4", "spatial", "sas"): N_("CAT4 spatial score"),
    ("cat4", "mean", "sas"): N_("CAT4 mean score"),
    ("midyis", "vocabulary", "sas"): N_("MidYIS vocabulary score"),
    ("midyis", "maths", "sas"): N_("MidYIS maths score"),
    ("midyis", "non_verbal", "sas"): N_("MidYIS non-verbal score"),
    ("midyis", "skills", "sas"): N_("MidYIS skills score"),
    ("midyis", "overall", "sas"): N_("MidYIS overall score"),
    ("yellis", "vocabulary", "sas"): N_("Yellis vocabulary score"),
    ("yellis", "maths", "sas"): N_("Yellis maths score"),
    ("yellis", "non_verbal", "sas"): N_("Yellis non-verbal score"),
    ("yellis", "skills", "sas"): N_("Yellis skills score"),
    ("yellis", "overall", "sas"): N_("Yellis overall score"),
}


def name(key: Key) -> str:
    """Call a measure by its name, as it stands first in a sentence or after “no”."""
    return translated(NAMES[key])
