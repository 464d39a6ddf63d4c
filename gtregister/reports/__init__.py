"""Questions about the register whose answers are Tables: one module for each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from gtregister.core.register import Register
from gtregister.i18n import N_, translated
from gtregister.options import Option
from gtregister.table import Table

Topic = Literal["register", "identification", "enrichment", "telling", "school"]

# In the order in which a coordinator meets them.
TOPICS: Mapping[Topic, str] = {
    "register": N_("The register"),
    "identification": N_("Identification"),
    "enrichment": N_("Enrichment"),
    "telling": N_("Telling families"),
    "school": N_("The whole school"),
}


@dataclass(frozen=True, slots=True)
class Report:
    """A question with options; `table(register, **answers)` gives its answer.

    `about` says in a sentence what is asked, for whoever chooses among reports, and
    `topic` under which heading it is listed.
    """

    title: str
    options: tuple[Option, ...]
    table: Callable[..., Table]
    about: str = ""
    topic: Topic = "register"


def by_topic(reports: Mapping[str, Report]) -> dict[Topic, dict[str, str]]:
    """Name reports by their keys, under their topics, each in the order of the words.

    Topics without a report are left out.
    """
    named = sorted((translated(r.title), key) for key, r in reports.items())
    found: dict[Topic, dict[str, str]] = {
        topic: {key: title for title, key in named if reports[key].topic == topic}
        for topic in TOPICS
    }
    return {topic: titles for topic, titles in found.items() if titles}


__all__ = ["TOPICS", "Register", "Report", "Topic", "by_topic"]
