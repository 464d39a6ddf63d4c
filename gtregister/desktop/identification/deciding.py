"""Taking decisions on candidates: asking why where that is needed, and saying so."""

from collections.abc import Callable, Collection, Sequence

from gtregister.core.identifying import decisions, next_term
from gtregister.core.identifying.deciding import What
from gtregister.core.identifying.decisions import Decided
from gtregister.core.identifying.placing import Key
from gtregister.core.identifying.shortlist import Candidate
from gtregister.desktop.identification import candidate_words
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import question_dialog
from gtregister.i18n import _, format_date, ngettext

Done = Callable[[], None]


def decide(
    desk: Desk,
    what: What,
    candidates: Sequence[Candidate],
    keys: Collection[Key],
    then: Done,
) -> None:
    """Decide on candidates by these routes; `then` is called when it is done.

    A reason is asked for when a pupil is turned away, or added although the policy does
    not suggest it; otherwise nothing is asked, since Undo takes it back.
    """
    if not candidates:
        return

    def record(reason: str) -> None:
        done = decisions.decide_many(desk.register, what, keys, reason)
        then()
        say(desk, what, done, candidates)

    if what == "declined":
        question_dialog.ask_why(
            desk.window,
            _("Why is {who} not added?").format(who=_whom(candidates)),
            decisions.REASONS,
            _("&Do not add"),
            record,
            hint=_("The reason is kept. Write it as if the family will read it."),
        )
    elif what == "added" and not _suggested(candidates, keys):
        question_dialog.ask_why(
            desk.window,
            _("Why is {who} added?").format(who=_whom(candidates)),
            decisions.REASONS_TO_ADD,
            _("&Add"),
            record,
            hint=_("The policy does not suggest it, so the reason is kept."),
        )
    else:
        record("")


def say(desk: Desk, what: What, done: Decided, candidates: Sequence[Candidate]) -> None:
    """Say what was decided, and offer to undo it."""
    if not done.moved:
        desk.notices.say(_("That was decided already. Nothing was changed."), "note")
        return
    desk.notices.say(
        _in_words(desk, what, done.moved, candidates), "success", [desk.actions.undo]
    )


def _in_words(
    desk: Desk, what: What, moved: int, candidates: Sequence[Candidate]
) -> str:
    who = _whom(candidates) if len(candidates) == 1 else ""
    if what == "not_now":
        day = format_date(next_term.first_day(desk.register))
        if who:
            return _("Not now: {who} comes back on {day}.").format(who=who, day=day)
        return ngettext(
            "Not now: {n} pupil comes back on {day}.",
            "Not now: {n} pupils come back on {day}.",
            moved,
            day=day,
        )
    if what == "declined":
        if who:
            return _("{who} is not added.").format(who=who)
        return ngettext("{n} pupil is not added.", "{n} pupils are not added.", moved)
    if who:
        return _("{who} is on the register.").format(who=who)
    return ngettext(
        "{n} pupil added to the register.", "{n} pupils added to the register.", moved
    )


def _whom(candidates: Sequence[Candidate]) -> str:
    if len(candidates) == 1:
        return candidate_words.name(candidates[0].pupil)
    return ngettext("the chosen pupil", "each of {n} pupils", len(candidates))


def _suggested(candidates: Sequence[Candidate], keys: Collection[Key]) -> bool:
    """Say whether the policy suggests every one of these pupils by these routes."""
    wanted = set(keys)
    return all(
        judged.outcome == "suggested"
        for candidate in candidates
        for judged, _held, _place in candidate.routes
        if (candidate.pupil["id"], judged.route.key) in wanted
    )
