"""Letters that were made to be looked at, before any of them goes out."""

from dataclasses import dataclass

from gtregister.core.telling.letter_checks import Check
from gtregister.core.telling.letters import Prepared


@dataclass(frozen=True, slots=True)
class Made:
    """Letters with their pages, and what to know about them before they go out."""

    prepared: Prepared
    checks: list[Check]
    pdf: bytes
