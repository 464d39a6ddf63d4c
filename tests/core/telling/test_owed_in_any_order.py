"""Whatever happens, in whatever order: each person is owed each thing once."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gtregister.core import undo
from gtregister.core.telling import letters, notices, owed
from tests.builders import pupil
from tests.conftest import TODAY
from tests.families import decision, leave, offer, parent, stay

DEEDS = st.lists(
    st.sampled_from(
        ["join", "again", "leave", "pause", "tell", "aside", "print", "undo", "father"]
    ),
    max_size=12,
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(deeds=DEEDS)
def test_everyone_is_owed_each_thing_once_and_in_one_state(register, deeds):
    offer(register)
    child = pupil(register, f"Pupil {register.value('select count(*) from pupils')}")
    parent(register, child)
    day = TODAY - timedelta(days=len(deeds))
    begun = register.value("select max(id) from changes")
    entries = []
    for step, deed in enumerate(deeds):
        on = day + timedelta(days=step)
        mine = [o for o in owed.every(register) if o.event.pupil_id == child]
        open_keys = [o.key for o in mine if o.state in {"due", "drafted"}]
        if deed in {"join", "again"}:
            subject = "maths" if deed == "join" else "science"
            entries.append(stay(register, child, subject, on))
        elif deed == "leave" and entries:
            leave(register, entries.pop(), on)
        elif deed == "pause" and entries:
            decision(register, entries[-1], "paused", on, status="paused")
        elif deed == "father":
            parent(register, child, f"Omar {step}", address=f"{step} High Street")
        elif deed == "tell" and open_keys:
            notices.tell(register, open_keys[:1], "spoken")
        elif deed == "aside" and open_keys:
            notices.set_aside(register, open_keys[-1:], "no need")
        elif deed == "print" and open_keys:
            chosen = notices.chosen(register, open_keys)
            letters.mark_printed(register, letters.write(register, chosen).letters)
        elif deed == "undo" and undo.last(register)["id"] > begun:
            undo.undo(register)
            entries = [e for e in entries if is_there(register, e)]

    mine = [o for o in owed.every(register) if o.event.pupil_id == child]
    whom = [
        (o.event.kind, o.event.on, o.event.about, o.audience, home(o)) for o in mine
    ]
    assert len(set(whom)) == len(whom)
    assert len({o.key for o in mine}) == len(mine)
    assert {o.state for o in mine} <= owed.STATES.keys()
    on_register = register.value(
        "select count(*) from entries where pupil_id = :id and status = 'on'", id=child
    )
    if on_register:
        assert {"pupil", "parents"} <= {o.audience for o in mine}


def home(one):
    return one.household.contact_ids if one.household else ()


def is_there(register, entry_id):
    return register.value(
        "select 1 from entries where id = :id and status <> 'left'", id=entry_id
    )
