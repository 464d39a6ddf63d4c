"""The blank form on which pupils rank the activities of a round."""

from gtregister.core import school
from gtregister.core.enrichment import choice_rounds, roster_facts
from gtregister.core.enrichment.activities import Activity
from gtregister.core.register import Register
from gtregister.i18n import _, ngettext
from gtregister.writers import choice_form
from gtregister.writers.choice_form import Form, Offer

_MOST = 5  # choices that are asked for


def blank(register: Register, round_id: int) -> bytes:
    """Make the form as a PDF of one page, to print and hand out."""
    held = choice_rounds.of(register, round_id)
    offered = choice_rounds.offered(register, round_id)
    n = held["places_each"]
    offers = [
        Offer(letter, activity.title, _about(register, activity))
        for letter, activity in zip(choice_rounds.LETTERS, offered, strict=False)
    ]
    choices = min(len(offered), max(_MOST, n))
    name, today = school.of(register).name, register.today
    form = Form(name, held["title"], _words(n), offers, choices, today)
    return choice_form.pages(form)


def _words(places_each: int) -> str:
    return ngettext(
        "You can have {n} of these. Write the letters of those you would like into the "
        "boxes, the best first. Every choice counts: if one is full, your next one is "
        "looked at.",
        "You can have up to {n} of these. Write the letters of those you would like "
        "into the boxes, the best first. Every choice counts: if one is full, your "
        "next one is looked at.",
        places_each,
    )


def _about(register: Register, activity: Activity) -> str:
    """Say in one line when and where it is, and for which years."""
    session = roster_facts.session(register, activity.id)
    parts = [*roster_facts.facts(register, activity, session, "cover")[:1]]
    if activity.years:
        years = ", ".join(map(str, activity.years))
        parts.append(_("Years {years}").format(years=years))
    return " · ".join(parts)
