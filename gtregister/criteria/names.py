"""What the measures are called in sentences, in lists and in a policy."""

from collections.abc import Mapping

from gtregister.criteria.measures import Key
from gtregister.i18n import N_, translated

NAMES: Mapping[Key, str] = {
    ("ks2", "reading", "scaled_score"): N_("KS2 scaled score in reading"),
    ("ks2", "gps", "scaled_score"): N_(
        "KS2 scaled score in grammar, punctuation and spelling"
    ),
    ("ks2", "maths", "scaled_score"): N_("KS2 scaled score in maths"),
    ("ks2", "reading_maths", "scaled_score"): N_(
        "mean KS2 scaled score in reading and maths"
    ),
    ("ks2", "reading", "fine_level"): N_("KS2 level in reading"),
    ("ks2", "writing", "fine_level"): N_("KS2 level in writing"),
    ("ks2", "gps", "fine_level"): N_("KS2 level in grammar, punctuation and spelling"),
    ("ks2", "english", "fine_level"): N_("KS2 level in English"),
    ("ks2", "maths", "fine_level"): N_("KS2 level in maths"),
    ("ks2", "science", "fine_level"): N_("KS2 level in science"),
    ("ks2", "reading_maths", "fine_level"): N_("mean KS2 level in reading and maths"),
    ("ks2", "english_maths", "fine_level"): N_("mean KS2 level in English and maths"),
    ("cat4", "verbal", "sas"): N_("CAT4 verbal score"),
    ("cat4", "quantitative", "sas"): N_("CAT4 quantitative score"),
    ("cat4", "non_verbal", "sas"): N_("CAT4 non-verbal score"),
    ("cat4", "spatial", "sas"): N_("CAT4 spatial score"),
    ("cat4", "mean", "sas"): N_("mean CAT4 score"),
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
    """Call a measure by its name, as it stands after “the” or “no”."""
    return translated(NAMES[key])
