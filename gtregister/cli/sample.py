"""The verb that does the whole job once, on the shipped sample school."""

import csv
import io
from contextlib import redirect_stdout
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from gtregister import cli, resources
from gtregister.cli import sample_activities, sample_letters
from gtregister.cli.session import Session, UsersTurn, verb
from gtregister.core.identifying import decisions, identification, referrals
from gtregister.core.identifying.referrals import NewReferral
from gtregister.core.register import Register
from gtregister.i18n import _

SCHOOL = "Larkmere Academy"
_TODAY = date(2026, 11, 20)

# Every file of the sample school, as a data manager would bring it in.
_IMPORTS = (
    ("Pupil list.xlsx",),
    ("KS2 results 2026.csv", "--academic-year", "2025", "--year", "7"),
    ("KS2 Year 8.xlsx", "--academic-year", "2024"),
    ("ks2_results.csv",),
    ("KS2 Year 10.csv", "--academic-year", "2022"),
    ("KS2 Year 11.ods", "--academic-year", "2021"),
    ("KS2 levels 2015.xlsx", "--academic-year", "2014"),
    ("CAT4 Year 7 to 9.xlsx",),
)
# Nobody has decided on the new year group: whoever opens the sample may.
_UNDECIDED = 7
# Of the next activity, which is the team maths challenge.
_ROSTERS = (("leader", "Roster.pdf"), ("base", "Roster for the office.xlsx"))
_OUT = ("Register.xlsx", "Register.csv", "Register.pdf")


@click.command("sample")
@click.argument("folder", type=click.Path(path_type=Path))
@verb
def sample(session: Session, folder: Path) -> None:
    """Do the whole job on the sample school; print each file made."""
    folder.mkdir(parents=True, exist_ok=True)
    today = session.today or _TODAY
    who = ("--by", session.by, "--today", today.isoformat())
    register = folder / f"{SCHOOL}.gtreg"
    numbers = ("--dfe", "9994021", "--academic-year", "2026")
    _run("new", register, "--school", SCHOOL, *numbers, *who)
    files = resources.ROOT / "sample"
    for name, *options in _IMPORTS:
        _run("import", register, files / name, *options, *who)
    with replace(session, today=today).writing(register) as opened:
        referrals.add_all(opened, _noted(files / "referrals.csv"))
    _run("policy", register, "--use", "eic", *who)
    with replace(session, today=today).writing(register) as opened:
        _decide(opened)
        sample_activities.fill(opened, files / "activities.toml")
        sample_letters.fill(opened)
    out = [folder / name for name in _OUT]
    for path in out:
        _run("export", register, "register", "--out", path, *who)
    for audience, name in _ROSTERS:
        _run("roster", register, "--for", audience, "--out", folder / name, *who)
        out.append(folder / name)
    out.append(folder / "Letters 8A.pdf")
    printed = ("--form", "8A", "--mark-printed")
    _run("letters", register, "write", "joined", "--out", out[-1], *printed, *who)
    made = [str(path) for path in (register, *out)]
    session.answer({"made": made}, made)


def _run(*arguments: str | Path) -> None:
    """Run one verb as a person would type it; its answer is not the sample's."""
    words = [str(argument) for argument in arguments]
    with redirect_stdout(io.StringIO()):
        status = cli.run(words)
    if status:
        said = _("The sample stopped at: gtregister {words}")
        raise UsersTurn(said.format(words=" ".join(words)))


def _decide(register: Register) -> None:
    """Put on the register whoever the policy suggests, but for the new year group."""
    judgement = identification.judgement(register)
    for route in judgement.in_force.policy.routes:
        suggested = judgement.of(route, "suggested")
        older = [j.pupil for j in suggested if j.pupil["year_group"] != _UNDECIDED]
        keys = [(pupil["id"], route.key) for pupil in older]
        decisions.decide_many(register, "added", keys)


def _noted(path: Path) -> list[NewReferral]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            NewReferral(
                upn=row["upn"],
                source=row["source"],
                referrer=row["name"],
                reason=row["reason"],
                subject=row["subject"] or None,
                referred_on=date.fromisoformat(row["date"]),
            )
            for row in csv.DictReader(file)
        ]
