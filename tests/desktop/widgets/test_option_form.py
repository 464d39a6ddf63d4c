"""A form drawn from Options reads what was answered and shows what is wrong."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gtregister import options
from gtregister.desktop.widgets.option_form import OptionForm
from gtregister.errors import UserError

STRANDS = (("gifted", "Gifted"), ("talented", "Talented"))
OPTIONS = (
    options.text("name", "Name", "Chess club"),
    options.number("places", "Places", 12),
    options.yes_no("consent", "Consent needed", True),
    options.day("from", "From"),
    options.choice(
        "strand", "Strand", (("gifted", "Gifted"), ("talented", "Talented"))
    ),
)


@pytest.fixture
def form(qtbot: QtBot) -> OptionForm:
    made = OptionForm(OPTIONS)
    qtbot.addWidget(made)
    return made


def test_the_defaults_are_the_answers_at_first(form: OptionForm) -> None:
    assert form.answers() == {
        "name": "Chess club",
        "places": 12,
        "consent": True,
        "from": None,
        "strand": "gifted",
    }


def test_what_is_typed_is_read_as_its_kind(form: OptionForm) -> None:
    form.field("from").setText("2026-11-27")  # type: ignore[union-attr]
    form.field("places").setText("8")  # type: ignore[union-attr]
    answers = form.answers()
    assert (answers["from"], answers["places"]) == (date(2026, 11, 27), 8)


@pytest.mark.parametrize(
    "written", ["27/11/2026", "27.11.2026", "27 11 2026", "7/1/2027"]
)
def test_a_date_is_read_as_people_write_it(form: OptionForm, written: str) -> None:
    form.field("from").setText(written)  # type: ignore[union-attr]
    expected = date(2027, 1, 7) if "2027" in written else date(2026, 11, 27)
    assert form.answers()["from"] == expected


@pytest.mark.parametrize("written", ["31/02/2026", "27/11/26", "tomorrow", "11/2026"])
def test_what_is_no_date_is_refused(form: OptionForm, written: str) -> None:
    form.field("from").setText(written)  # type: ignore[union-attr]
    with pytest.raises(UserError, match="27/11/2026"):
        form.answers()


def test_what_cannot_be_read_is_said_and_gone_to(
    qtbot: QtBot, form: OptionForm
) -> None:
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.field("places").setText("many")  # type: ignore[union-attr]
    with pytest.raises(UserError) as caught:
        form.answers()
    form.show_error(caught.value)
    assert form.field("places").hasFocus()
    shown = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
    assert "Places: “many” is not a number. Write it like 110." in shown


def test_every_field_has_a_label_that_leads_to_it(form: OptionForm) -> None:
    buddies = {label.text(): label.buddy() for label in form.findChildren(QLabel)}
    assert buddies["Name"] is form.field("name")
    assert buddies["Strand"] is form.field("strand")
