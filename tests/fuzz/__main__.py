"""`python -m tests.fuzz KEY SECONDS SEED` prints each new kind of finding."""

import sys
import traceback
from collections import Counter
from random import Random
from time import monotonic

from tests.fuzz import apart
from tests.fuzz.targets import NATIVE, TARGETS

SLOW, BATCH = 5, 500


def main(key: str, seconds: float, seed: int) -> int:
    """Try a target for so long; 1 if anything was found."""
    found: Counter[str] = Counter()
    end, tried = monotonic() + seconds, 0
    while monotonic() < end and key in NATIVE:
        found.update(apart.found(key, seed + tried, BATCH))
        tried += BATCH
    for fault in found:
        _say(fault)
    while monotonic() < end:
        began, tried = monotonic(), tried + 1
        try:
            TARGETS[key](Random(seed + tried))
        except Exception as fault:
            frame = traceback.extract_tb(fault.__traceback__)[-1]
            where = f"{type(fault).__name__} {frame.filename}:{frame.lineno}"
            if not found[where]:
                _say(f"seed {seed + tried}: {where}: {str(fault)[:300]}")
            found[where] += 1
        if monotonic() - began > SLOW:
            _say(f"seed {seed + tried}: took {monotonic() - began:.1f} s")
            found["slow"] += 1
    _say(f"{key}: {tried} tried, {len(found)} kinds of finding, {found.total()} in all")
    return int(bool(found))


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in TARGETS:
        sys.exit(f"python -m tests.fuzz KEY SECONDS SEED; KEY: {', '.join(TARGETS)}")
    sys.exit(main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3])))
