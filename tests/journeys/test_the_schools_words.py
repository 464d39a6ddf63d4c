"""What a school calls its register, strands and tiers is said wherever it is named.

The words are odd on purpose: as markup, as the name of a file or of a sheet, and in a
pattern they would all do harm.
"""

import inspect
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pypdf import PdfReader

from gtregister import cli
from gtregister.core import exports, school, words
from gtregister.core.enrichment import (
    activities,
    provision_gaps,
    rosters,
    suggestions,
)
from gtregister.core.identifying import (
    entries,
    episodes,
    policies,
    pupil_page,
    who_changed,
)
from gtregister.core.roll import staff
from gtregister.core.telling import letters, offers
from gtregister.discovery import discover
from gtregister.reports import Report
from tests.builders import contents, pupil
from tests.families import newcomer, offer, stay
from tests.programme import activity, session

REGISTER, GIFTED = "Zorblax <b>Programme</b> {n} 100%", "Quorn/Wizards"
TALENTED, TIER = "Blimey: *Artisans*", "Platinum [Ω]"
ODD = (REGISTER, GIFTED, TALENTED, TIER)
USUAL = ("More able", "Gifted", "gifted", "Talented", "talented", "top 5%")
TYPED = "any, talented, gifted or its name"  # in a policy they are keys, not words
REPORTS = discover("gtregister.reports", "REPORT", Report)
POLICY = """
name = "Ours"
[[routes]]
key = "maths"
title = "Mathematics"
strand = "gifted"
scope = "school"
tier = "top 5%"
needs = "any"
[[routes.criteria]]
criterion = "referral"
subject = "talented"
"""


@pytest.fixture
def named(register, tmp_path):
    """A register under the usual words, which are then changed; gives both pupils."""
    (tmp_path / "ours.toml").write_text(POLICY)
    policies.use(register, str(tmp_path / "ours.toml"))
    offer(register)
    aisha, ben = newcomer(register, "Aisha"), pupil(register, "Ben", form="7B")
    stay(register, ben, "music", strand="talented")
    with register.change("Tier") as db:
        db.update("entries", 1, {"tier": "top 5%"})
        db.insert("offers", {"strand": "talented", "offer": "a choir"})
    trip = activity(register, "Trip", who="register", strand="gifted", tier="top 5%")
    session(register, trip)
    suggestions.keep(register, suggestions.draft(register, trip))
    return aisha, ben


def rename(register):
    called = replace(school.of(register), register_words=REGISTER)
    school.amend(register, called)
    school.name_strand(register, "gifted", GIFTED)
    school.name_strand(register, "talented", TALENTED)
    words.call_tier(register, "top 5%", TIER)


def told(register, pupil_ids) -> Iterator[str]:
    """Say everything that the core says of a register, a table or text at a time."""
    for report in REPORTS.values():
        answers = {option.key: option.default for option in report.options}
        if "pupil" in inspect.signature(report.table).parameters:
            answers["pupil"] = "Aisha"
        yield in_words(report.table(register, **answers))
    yield in_words(entries.table(register))
    yield in_words(provision_gaps.table(register))
    yield in_words(offers.table(register))
    yield in_words(staff.subjects(register))
    yield in_words(words.tiers(register).only(("words",)))
    policy = policies.in_force(register).policy
    yield "\n".join(policies.describe(register, policy)).replace(TYPED, "")
    (trip,) = activities.table(register).keys
    yield in_words(suggestions.table(suggestions.draft(register, trip)))
    for audience in rosters.AUDIENCES:
        made = rosters.make(register, trip, audience)
        yield "\n".join([in_words(made.table), *made.facts])
    for pupil_id in pupil_ids:
        yield in_words(pupil_page.table(register, pupil_id))
        yield in_words(who_changed.table(register, pupil_id))


def in_words(table) -> str:
    heads = [table.title, *(column.title for column in table.columns)]
    cells = [str(cell) for row in table.rows for cell in row]
    return "\n".join([*heads, *cells])


def test_nothing_that_is_told_uses_other_words(register, named):
    rename(register)
    episodes.move(register, 1, "talented", "art", "As the panel agreed")

    said = list(told(register, named))

    usual = [(word, text) for text in said for word in USUAL if word in text]
    assert usual == []
    for word in ODD:
        assert any(word in text for text in said), word


def test_letters_use_the_words_of_their_day(register, named):
    aisha, _ben = named
    first = letters.write(register, letters.due(register, "joined")).letters
    letters.mark_printed(register, first)
    kept = [letters.text(register, key) for key in letters.table(register, aisha).keys]
    before = contents(register)

    rename(register)

    after = contents(register)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"school", "tier_words"}, "and no fact of the past"
    again = [letters.text(register, key) for key in letters.table(register, aisha).keys]
    assert again == kept
    assert "more able register" in "".join(kept)
    newcomer(register, "Cara")
    now = letters.write(register, letters.due(register, "joined")).letters
    texts = "\n".join(str(one.letter) for one in now)
    assert "ore able" not in texts
    assert REGISTER[1:] in texts


def test_the_history_tells_which_words_were_changed(register, named):
    rename(register)

    (what, about) = register.row("select what, about from changes order by id desc")
    assert (what, about) == ("Words of the school changed", "top 5%")


def test_the_register_goes_to_every_kind_of_file_under_its_name(
    register, named, tmp_path
):
    rename(register)
    for ending in exports.writers():
        table = entries.table(register)
        exports.save(register, table, tmp_path / f"out{ending}", sensitive=False)

    assert GIFTED in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    pdf = PdfReader(tmp_path / "out.pdf")
    assert REGISTER in "".join(page.extract_text() for page in pdf.pages)


def test_the_command_line_says_them_too(register, named, tmp_path, capsys):
    rename(register)
    path = register.path
    register.close()

    for verb in (
        ("policy", path, "--show", "--json"),
        ("report", path, "year_by_subject", "--json"),
    ):
        assert cli.run([*map(str, verb), "--today", "2026-11-23"]) == 0, verb
        said = str(json.loads(capsys.readouterr().out))
        assert GIFTED in said or REGISTER in said, verb
    out = tmp_path / "register.csv"
    asked = ["export", path, "register", "--out", out, "--strand", "talented"]
    assert cli.run([*map(str, asked), "--today", "2026-11-23"]) == 0
    assert TALENTED in out.read_text(encoding="utf-8-sig")
