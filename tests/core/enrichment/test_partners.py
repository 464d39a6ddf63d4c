import pytest

from gtregister.core.enrichment import partners
from gtregister.core.enrichment.partners import NewPartner
from gtregister.errors import UserError
from tests.programme import activity

ANSWERS = {option.key: option.default for option in partners.questions()}


def test_a_partner_is_entered_by_answers_and_corrected(register):
    said = {"name": " Larkmere Orchestra ", "kind": "arts", "contact": "Ms Bell"}
    number = partners.keep(register, None, ANSWERS | said)
    more = said | {"telephone": "01632 960002", "email": "bell@example.org"}
    assert partners.keep(register, number, ANSWERS | more) == number

    held = partners.of(register, number)

    assert (held.name, held.kind, held.contact) == (
        "Larkmere Orchestra",
        "arts",
        "Ms Bell",
    )
    assert (held.telephone, held.email) == ("01632 960002", "bell@example.org")
    answers = {option.key: option.default for option in partners.questions(held)}
    assert answers["telephone"] == "01632 960002"


def test_the_same_answers_again_change_nothing(register):
    number = partners.add(register, NewPartner("Town Hall"))
    before = register.value("select count(*) from changes")
    answers = {o.key: o.default for o in partners.questions(partners.of(register, 1))}

    partners.keep(register, number, answers)

    assert register.value("select count(*) from changes") == before


def test_a_name_is_there_once_however_it_is_written(register):
    number = partners.add(register, NewPartner("Larkmere College"))

    assert partners.called(register, "LARKMERE college ") == number
    with pytest.raises(UserError, match="already"):
        partners.add(register, NewPartner("larkmere college"))


def test_a_partner_of_no_activity_can_be_taken_out(register):
    used = partners.add(register, NewPartner("Used"))
    typed_wrongly = partners.add(register, NewPartner("Typd"))
    activity(register, partner_id=used)

    partners.remove(register, typed_wrongly)

    with pytest.raises(UserError, match="Used has activities here"):
        partners.remove(register, used)
    assert partners.table(register).keys == [used]


def test_a_partner_that_is_not_there_is_said_so(register):
    with pytest.raises(UserError, match="There is no partner “Nowhere”"):
        partners.find(register, "Nowhere")
    with pytest.raises(UserError, match="not there any more"):
        partners.of(register, 7)
