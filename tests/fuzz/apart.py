"""Files that native code reads, tried in a process that it may end.

`python -m tests.fuzz.apart KIND FIRST COUNT` says which seed it is at, and what fails.
"""

import subprocess
import sys
import traceback
from random import Random

from tests.fuzz.targets import TARGETS

# The child of the program is ended by the same: there it means a damaged file.
_SECONDS = 20


def found(kind: str, first: int, count: int) -> list[str]:
    """Give what fails for these seeds; the end of the process alone is no failure."""
    faults: list[str] = []
    seed = first
    while seed < first + count:
        command = [sys.executable, "-m", "tests.fuzz.apart", kind, str(seed)]
        with subprocess.Popen(
            [*command, str(first + count - seed)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as child:
            said, _nothing = child.communicate(timeout=_SECONDS + count)
        for line in said.splitlines():
            at, _space, fault = line.partition(" ")
            faults += [f"{kind} {line}"] if fault else []
            seed = int(at) + 1
        if not said:
            faults.append(f"{kind} {seed} could not be tried")
            seed += 1
    return faults


def main(kind: str, first: int, count: int) -> None:
    """Try each seed, after saying which."""
    _limit_memory()
    for seed in range(first, first + count):
        _say(str(seed))
        try:
            TARGETS[kind](Random(seed))
        except Exception as fault:
            frame = traceback.extract_tb(fault.__traceback__)[-1]
            _say(f"{seed} {type(fault).__name__} {frame.filename}:{frame.lineno}")


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
