"""A policy that is edited in the program is a new version, and says the same."""

import pytest

from gtregister.core.identifying import policies
from gtregister.criteria import policy_document
from gtregister.errors import UserError


@pytest.mark.parametrize("key", policies.presets())
def test_a_policy_that_is_written_is_read_back_the_same(key):
    policy = policies.presets()[key]

    assert policy_document.parse(policy_document.write(policy)) == policy


def test_odd_words_are_written_so_that_they_are_read_back():
    policy = policies.presets()["eic"]
    from dataclasses import replace

    odd = replace(policy, name='A "quoted" \\ name\x7f', about="Two\ttabs = [x] # no")
    read = policy_document.parse(policy_document.write(odd))

    assert read.name == odd.name
    assert read.about == "Two tabs = [x] # no"


def test_an_edited_policy_is_the_next_version_of_the_same_key(register):
    first = policies.use(register, "eic")
    wider = policies.with_answers(first.policy, "gifted", 0, {"percent": 15})

    used = policies.adopt(register, "eic", wider)

    assert (used.key, used.version) == ("eic", 2)
    assert policies.in_force(register).policy == wider
    options = register.value(
        """
        select options
        from route_criteria
        join routes on routes.id = route_id
        where policy_id = :policy and routes.key = 'gifted'
        """,
        policy=used.id,
    )
    assert '"percent": 15' in options


def test_a_policy_that_nobody_changed_is_no_new_version(register):
    first = policies.use(register, "eic")

    assert policies.adopt(register, "eic", first.policy).id == first.id
    preset = policies.presets()["nagty-era"]
    assert policies.adopt(register, "nagty-era", preset).version == 1
    stored = register.value("select document from policies order by id desc limit 1")
    assert stored == policy_document.presets()["nagty-era"]


def test_an_answer_that_nobody_could_meet_is_refused(register):
    policy = policies.use(register, "high-prior-attainers").policy

    with pytest.raises(UserError, match="80 to 120"):
        policies.with_answers(policy, "high-prior-attainment", 0, {"at_least": 121})
