import errno
import json
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from gtregister.db.lock import Lock, NotWritable, Taken

ROOT = Path(__file__).parents[2]

HOLD = textwrap.dedent("""
    import sys
    from pathlib import Path
    from gtregister.db.lock import Lock
    lock = Lock.take(Path(sys.argv[1]), "Mrs Patel")
    print("held", flush=True)
    sys.stdin.read()
""")


def holder(path):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )
    assert process.stdout.readline() == "held\n"
    return process


def end(process):
    process.kill()
    process.communicate()


def test_a_living_owner_is_not_put_out_even_if_asked(path):
    process = holder(path)
    try:
        with pytest.raises(Taken) as taken:
            Lock.take(path, "C Hall")
        assert taken.value.owner.person == "Mrs Patel"
        assert not taken.value.is_dead
        with pytest.raises(Taken):
            Lock.take(path, "C Hall", over=taken.value.owner.token)
    finally:
        end(process)


def test_a_dead_owner_of_this_computer_is_offered_for_taking_over(path):
    process = holder(path)
    end(process)

    with pytest.raises(Taken) as taken:
        Lock.take(path, "C Hall")
    assert taken.value.is_dead

    lock = Lock.take(path, "C Hall", over=taken.value.owner.token)
    assert lock.replaced.person == "Mrs Patel"
    lock.release()


def test_an_owner_on_another_computer_goes_only_with_a_persons_yes(path):
    written = Path(f"{path}.lock")
    owner = {
        "person": "Mrs Patel",
        "computer": "ROOM12",
        "process": 4,
        "since": "2026-11-23T09:00:00+00:00",
        "token": "t",
    }
    written.write_text(json.dumps(owner))

    with pytest.raises(Taken) as taken:
        Lock.take(path, "C Hall")
    assert not taken.value.is_dead
    with pytest.raises(Taken):
        Lock.take(path, "C Hall", over="another token")

    lock = Lock.take(path, "C Hall", over="t")
    assert json.loads(written.read_text())["person"] == "C Hall"
    lock.release()


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", "noise"])
def test_a_lock_file_that_nobody_can_read_and_nobody_holds_is_taken(path, text):
    Path(f"{path}.lock").write_text(text)

    lock = Lock.take(path, "C Hall")

    assert lock.replaced is None
    lock.release()


def test_releasing_leaves_the_lock_of_whoever_took_over(path):
    lock = Lock.take(path, "C Hall")
    file = Path(f"{path}.lock")
    other = json.loads(file.read_text()) | {"token": "other"}
    file.write_text(json.dumps(other))

    lock.release()

    assert json.loads(file.read_text())["token"] == "other"


def test_a_lock_that_says_no_moment_is_taken_like_one_that_says_nothing(path):
    owner = {
        "person": "A",
        "computer": "B",
        "process": 1,
        "since": "soon",
        "token": "x",
    }
    Path(f"{path}.lock").write_text(json.dumps(owner))

    lock = Lock.take(path, "C Hall")

    assert lock.replaced is None
    lock.release()


def test_a_drive_without_room_is_said_and_keeps_no_lock(path, monkeypatch):
    def no_room(*_arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("gtregister.db.lock.os.write", no_room)
        with pytest.raises(NotWritable, match="no room left"):
            Lock.take(path, "C Hall")

    assert not Path(f"{path}.lock").exists()
