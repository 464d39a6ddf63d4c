"""What is done with a round of choices: begun, entered, read, settled, taken out."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from gtregister import options
from gtregister.core.enrichment import choice_rounds, choices
from gtregister.core.register import Register
from gtregister.desktop.activities import telling, words
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets.question_dialog import Answers
from gtregister.errors import UserError
from gtregister.i18n import N_, _, ngettext
from gtregister.options import Option

_LOOKS = 3  # told at once

Taken = tuple[int, Sequence[str]]  # pupils, and what to look at again


def begin(desk: Desk) -> None:
    """Ask for a new round."""
    seed = int(f"{desk.register.today:%Y%m%d}")

    def answer(answers: Answers) -> None:
        title, ids, each, is_drawn = _read(answers)
        choice_rounds.begin(
            desk.register,
            title,
            ids,
            places_each=each,
            seed=seed if is_drawn else None,
        )
        telling.told(desk, _("The round is open: print the form, or enter choices."))

    _ask(desk, _("New round of choices"), {}, (), answer)


def change(desk: Desk, round_id: int) -> None:
    """Ask what is to be another in a round."""
    held = choice_rounds.must_be_open(desk.register, round_id)
    offered = [each.id for each in choice_rounds.offered(desk.register, round_id)]
    seed = held["seed"] or int(f"{desk.register.today:%Y%m%d}")

    def answer(answers: Answers) -> None:
        title, ids, each, is_drawn = _read(answers)
        # What was offered before keeps its letter.
        ids = [*(one for one in offered if one in ids), *ids]
        choice_rounds.edit(
            desk.register,
            round_id,
            title,
            ids,
            places_each=each,
            seed=seed if is_drawn else None,
        )
        telling.told(desk, _("The round is changed."))

    _ask(desk, _("Change the round"), dict(held), offered, answer)


def remove(desk: Desk, round_id: int) -> None:
    """Take a round out; places that it gave stay."""
    choice_rounds.remove(desk.register, round_id)
    telling.told(desk, _("The round is taken out. Places that it gave stay."))


def enter(desk: Desk, round_id: int) -> None:
    """Let choices be typed from paper."""
    from gtregister.desktop.activities.rank_dialog import RankDialog

    choice_rounds.must_be_open(desk.register, round_id)
    RankDialog(desk, round_id).open()


def print_form(desk: Desk, round_id: int) -> None:
    """Show the blank form."""
    from gtregister.desktop.activities import blank_forms

    blank_forms.choices(desk, round_id)


def read(desk: Desk, round_id: int, path: Path) -> None:
    """Read choices from a sheet."""
    desk.tasks.run(
        partial(_from_sheet, round_id=round_id, path=path),
        then=partial(_tell_read, desk),
        what=_("Reading {name}…").format(name=path.name),
    )


def paste(desk: Desk, round_id: int, text: str) -> None:
    """Read choices that were copied in a spreadsheet."""
    if not text.strip():
        said = _("Nothing is copied. Copy the rows with their headings, then paste.")
        raise UserError(said)
    desk.tasks.run(
        partial(_from_text, round_id=round_id, text=text),
        then=partial(_tell_read, desk),
        what=_("Reading what was copied…"),
    )


def settle(desk: Desk, round_id: int) -> None:
    """Invite the pupils to what they get, in one change."""
    desk.tasks.run(
        partial(choices.settle, round_id=round_id),
        then=partial(_tell_settled, desk),
        what=_("Giving places…"),
    )


def _from_sheet(register: Register, round_id: int, path: Path) -> Taken:
    from gtregister.core.enrichment import choice_sheets  # it is slow to load

    found = choice_sheets.read(register, round_id, path)
    choice_sheets.enter(register, round_id, found)
    return len(found.chosen), found.looks


def _from_text(register: Register, round_id: int, text: str) -> Taken:
    from gtregister.core.enrichment import choice_sheets  # it is slow to load

    found = choice_sheets.pasted(register, round_id, text)
    choice_sheets.enter(register, round_id, found)
    return len(found.chosen), found.looks


def _tell_read(desk: Desk, taken: Taken) -> None:
    n, looks = taken
    said = ngettext("{n} pupil’s choices are read.", "{n} pupils’ choices are read.", n)
    told = list(looks[:_LOOKS])
    if more := len(looks) - len(told):
        told.append(ngettext("And {n} more.", "And {n} more.", more))
    telling.told(desk, said, " ".join(told))


def _tell_settled(desk: Desk, answers: Sequence[choices.Granted]) -> None:
    n = sum(one.is_met for one in answers)
    said = ngettext("{n} place is given.", "{n} places are given.", n)
    telling.told(desk, said)


def _ask(
    desk: Desk,
    title: str,
    known: dict[str, object],
    chosen: Sequence[int],
    answer: Callable[[Answers], None],
) -> None:
    offered = [(int(key), named) for key, named in words.called(desk.register)]
    if len(offered) < 2:
        raise UserError(_("Plan the activities first: a round needs two at least."))
    each = known.get("places_each", 1)
    is_by_name = bool(known) and known["seed"] is None
    asked: list[Option] = [
        options.text("title", N_("Title, such as Spring clubs"), _text(known, "title")),
        options.text("each", N_("Places for each pupil"), str(each)),
        options.choice(
            "draw",
            N_("Between equals"),
            (
                ("draw", N_("A draw that is the same each time")),
                ("names", N_("The order of their names")),
            ),
            "names" if is_by_name else "draw",
        ),
    ]
    asked += [
        options.yes_no(f"activity_{key}", named, key in chosen)
        for key, named in offered
    ]
    hint = _("Tick the activities that pupils choose from, two at least.")
    telling.ask(desk, title, asked, _("&Keep the round"), answer, hint)


def _read(answers: Answers) -> tuple[str, list[int], int, bool]:
    """Read what was answered: title, activities, places for each, whether by a draw."""
    ids = [
        int(key.removeprefix("activity_"))
        for key, is_ticked in answers.items()
        if key.startswith("activity_") and is_ticked
    ]
    each = words.count(answers["each"], "each") or 0
    return words.text(answers["title"]), ids, each, answers["draw"] == "draw"


def _text(known: dict[str, object], key: str) -> str | None:
    return str(known[key]) if key in known else None
