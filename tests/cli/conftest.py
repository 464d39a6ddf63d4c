"""Running verbs as a person does, and reading what they answer."""

import json
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from gtregister import cli


@dataclass(frozen=True)
class Ran:
    """What a verb came to: exit status, answer, and what it said beside."""

    status: int
    out: str
    err: str

    @property
    def found(self) -> dict:
        """The one JSON object on standard output."""
        return json.loads(self.out)


@pytest.fixture
def run(capsys) -> Callable[..., Ran]:
    """Run a verb; `today` and `by` are given to each."""

    def run_verb(*words: object) -> Ran:
        capsys.readouterr()
        status = cli.run(["--by", "C Hall", "--today", "2026-11-23", *map(str, words)])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Ran(status, said.out, said.err)

    return run_verb
