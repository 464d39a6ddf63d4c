"""Met by enough referrals: somebody proposed the pupil.

A referral that nobody made is known not to exist, so this is never "not known".
"""

from functools import cache

from gtregister.criteria import Criterion, Evidence, Finding, Referral
from gtregister.criteria.thresholds import figure, require
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.options import number, text

_SOURCES = {
    "staff": N_("staff"),
    "parent": N_("a parent or carer"),
    "peer": N_("another pupil"),
    "self": N_("the pupil"),
    "primary": N_("the primary school"),
    "specialist": N_("a specialist"),
    "mentor": N_("a mentor"),
}

# The talented subjects of Excellence in Cities: art and design, music, PE, and the
# performing arts, dance and drama. Every other subject is one of the gifted strand.
_TALENTED = frozenset({"art", "music", "pe", "performing arts", "dance", "drama"})
_SAME_SUBJECT = {
    "art and design": "art",
    "physical education": "pe",
    "mathematics": "maths",
}


def judge(evidence: Evidence, at_least: float, sources: str, subject: str) -> Finding:
    """Count the referrals from these sources and for these subjects.

    What the same person says twice of the same subject counts once.
    """
    require("at_least", at_least, 1, 99)
    asked, wanted = _sources(sources), _subjects(subject)
    counted = {
        # A referral by nobody in particular is a referral of its own.
        (made.source, made.by or place, _subject(made.subject or "")): made
        for place, made in enumerate(evidence.referrals)
        if made.source in asked and _is_wanted(made.subject, wanted)
    }
    count = len(counted)
    reason = (
        _("Referred by {whom}; needed: {least}.")
        if count
        else _("Not referred by {sources} for {subject}; needed: {least}.")
    ).format(
        whom=", ".join(map(_by_whom, counted.values())),
        sources=_in_words(sources),
        subject=_subject_in_words(subject),
        least=figure(at_least),
    )
    return Finding(count >= at_least, reason, count, near=0 < count == at_least - 1)


def _by_whom(made: Referral) -> str:
    source = translated(_SOURCES[made.source])
    if not made.subject:
        return source
    said = _("{source} for {subject}")
    return said.format(source=source, subject=made.subject.replace("_", " "))


@cache
def _sources(answer: str) -> frozenset[str]:
    asked = frozenset(word.strip() for word in answer.split(","))
    if asked == {"any"}:
        return frozenset(_SOURCES)
    if not asked <= _SOURCES.keys():
        said = _("“{answer}” does not name sources; write any, or some of: {known}.")
        known = ", ".join(_SOURCES)
        raise UserError(said.format(answer=answer, known=known), "sources")
    return asked


@cache
def _subjects(answer: str) -> frozenset[str]:
    return frozenset(_subject(word) for word in answer.split(","))


@cache
def _subject(written: str) -> str:
    """Fold the ways of writing a subject into one: “Art & Design” is “art”."""
    spaced = written.casefold().replace("&", " and ").replace("_", " ")
    folded = " ".join(spaced.replace(".", "").split())
    return _SAME_SUBJECT.get(folded, folded)


def _is_wanted(written: str | None, wanted: frozenset[str]) -> bool:
    if "any" in wanted:
        return True
    if not written:
        return False
    subject = _subject(written)
    strand = "talented" if subject in _TALENTED else "gifted"
    return subject in wanted or strand in wanted


def _in_words(sources: str) -> str:
    if sources.strip() == "any":
        return _("anybody")
    return ", ".join(translated(_SOURCES[word.strip()]) for word in sources.split(","))


def _subject_in_words(subject: str) -> str:
    strands = {
        "any": N_("any subject"),
        "talented": N_("art, music, sport or drama"),
        "gifted": N_("an academic subject"),
    }
    return translated(strands.get(subject, subject))


CRITERION = Criterion(
    title=N_("Referrals"),
    options=(
        number("at_least", N_("At least"), 1),
        text("sources", N_("From (any, or several with commas)"), "any"),
        text("subject", N_("Subject (any, talented, gifted or its name)"), "any"),
    ),
    judge=judge,
)
