"""Run the benchmarks and print their ratios: `python -m tests.benchmarks [NAME]`.

Each `bench_*.py` beside this file has `ratios() -> list[tuple[str, float, float]]`:
what is measured, how many times the floor it costs (the least that any program would
need for the same job, measured in the same run), and the ratio that is aimed at. A
ratio over its aim is a thing to look into, not a failure: the exit status is 0 unless
a benchmark breaks. With NAME, only files whose name contains it are run.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

Ratio = tuple[str, float, float]


def main(name: str = "") -> str | None:
    """Run the benchmarks that are asked for; give a sentence if there is none."""
    every = sorted(Path(__file__).parent.glob("bench_*.py"))
    modules = [path for path in every if name in path.stem]
    if not modules:
        return f"No benchmark's file name contains “{name}”."
    measured: list[Ratio] = []
    for path in modules:
        # On standard error, so that a long run is seen to move in a pipe too.
        sys.stderr.write(f"{path.stem} ...\n")
        measured += import_module(f"tests.benchmarks.{path.stem}").ratios()
    sys.stdout.write(report(measured))
    return None


def report(measured: Sequence[Ratio]) -> str:
    """Lay the ratios out in columns, one line for each."""
    width = max(len(what) for what, _ratio, _aim in [("what", 0, 0), *measured])
    lines = [f"{'what':{width}}  {'ratio':>6}  {'aim':>6}"]
    for what, ratio, aim in measured:
        verdict = "within" if ratio <= aim else "over"
        lines.append(f"{what:{width}}  {ratio:6.2f}  {aim:6.2f}  {verdict}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
