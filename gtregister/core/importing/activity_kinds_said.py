"""Which kind of activity a file means: as it says, or guessed by the title."""

from collections.abc import Mapping

from gtregister.core.roll.pupils import folded
from gtregister.importers.heading_words import words

OTHER = "other"
_WORDS = {
    "club": "club clubs society choir orchestra band ensemble debating",
    "masterclass": "masterclass masterclasses",
    "competition": "competition challenge olympiad tournament quiz contest",
    "university_visit": "university college",
    "summer_school": "summerschool",
    "mentoring_group": "mentoring",
    "performance": "concert performance show play musical",
    "sport": "sport sports football netball rugby hockey cricket athletics swimming",
    "online_course": "online mooc",
    "trip": "trip trips visit visits residential excursion",
    "lecture": "lecture lectures workshop workshops talk seminar",
}
_KINDS = {word: kind for kind, known in _WORDS.items() for word in known.split()}


def kind_of(
    kinds: Mapping[str, str], title: str, said: str, heading: str
) -> tuple[str, bool]:
    """Give the kind of an activity, and whether it is only guessed.

    `kinds` are those of the school with their names; `said` is what the file calls the
    kind, `heading` that of the column which names the activity.
    """
    named = {folded(name): key for key, name in kinds.items()}
    named |= {folded(key): key for key in kinds}
    if said and folded(said) in named:
        return named[folded(said)], False
    for text in (said, title, heading):
        found = (_KINDS[word] for word in words(text) if word in _KINDS)
        kind = next(found, None)
        if kind in kinds:
            return str(kind), True
    return (OTHER if OTHER in kinds else next(iter(kinds))), False
