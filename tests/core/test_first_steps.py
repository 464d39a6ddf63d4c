"""The first steps tick themselves, each when it is done."""

from gtregister.core import school
from gtregister.core.identifying import policies
from tests.builders import pupil


def done(register):
    return [step.key for step in school.first_steps(register) if step.is_done]


def test_nothing_is_done_in_a_new_register(register):
    steps = school.first_steps(register)
    assert [step.key for step in steps] == [
        *("import", "policy", "decide", "print", "tell"),
    ]
    assert done(register) == []


def test_each_step_ticks_itself(register):
    aisha = pupil(register)
    assert done(register) == ["import"]
    policies.use(register, "eic")
    assert done(register) == ["import", "policy"]
    with register.change("Added to the register") as db:
        entry = {"pupil_id": aisha, "strand": "gifted", "status": "on"}
        entry |= {"from_on": "2026-09-14", "scope": "school"}
        entry_id = db.insert("entries", entry)
        decision = {"entry_id": entry_id, "what": "added", "reason": "112"}
        decision |= {"decided_by": "C Hall", "decided_on": "2026-09-14"}
        db.insert("decisions", decision)
    with register.change("Printed"):
        pass
    assert done(register) == ["import", "policy", "decide", "print"]
    with register.change("Letters printed") as db:
        notice = {"pupil_id": aisha, "kind": "joined", "event_on": "2026-09-14"}
        notice |= {"audience": "parents", "state": "printed"}
        notice |= {"state_on": "2026-09-15", "state_by": "C Hall"}
        db.insert("notices", notice)
    assert done(register) == ["import", "policy", "decide", "print", "tell"]
