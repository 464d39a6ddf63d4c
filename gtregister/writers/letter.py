"""What a letter is: whole words in their order, ready to be put on paper."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or bullet of a letter."""

    kind: Literal["heading", "text", "bullet"]
    text: str


@dataclass(frozen=True, slots=True)
class Slip:
    """The part that comes back: about whom, by when, and one yes or no a line.

    `number` has its check digit. The words are in the language of the letter.
    """

    number: str
    title: str
    pupil: str
    instruction: str
    questions: tuple[str, ...]
    yes: str
    no: str
    signed: str
    dated: str


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands at the head of the school's paper; the logo is a PNG or JPEG."""

    school: str
    lines: tuple[str, ...] = ()
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter to one household, pupil or person.

    `address` begins with the names. `subject` stands in bold over the text; `closing`
    are the lines under it, the room for a signature after the first. `form` and `child`
    say where the letter belongs, for the order and the names of files. `page` is how
    its pages are numbered, with {page} and {pages}. `merge` are its fields, for Word.
    What `is_posted` keeps the window of an envelope free under its address. A
    certificate has neither address nor greeting, and who signs as its closing.
    """

    address: tuple[str, ...]
    day: str
    greeting: str
    subject: str
    blocks: tuple[Block, ...]
    closing: tuple[str, ...]
    slip: Slip | None = None
    note: str = ""
    large_print: bool = False
    copy: str = ""
    page: str = ""
    form: str = ""
    email: str = ""
    language: str = "en"
    child: str = ""
    merge: dict[str, str] = field(default_factory=dict)
    is_posted: bool = False
    is_certificate: bool = False

    @property
    def text(self) -> str:
        """Write the letter out as plain text, as it is kept, copied and e-mailed."""
        lines = [self.day, ""]
        lines += [self.greeting, ""] if self.greeting else []
        lines += [self.subject, ""] if self.subject else []
        for before, block in zip((None, *self.blocks), self.blocks, strict=False):
            if before and not before.kind == block.kind == "bullet":
                lines.append("")
            lines.append(f"- {block.text}" if block.kind == "bullet" else block.text)
        lines += ["", *self.closing]
        if self.slip is not None:
            lines += ["", *_slip_lines(self.slip)]
        return "\n".join(lines).strip() + "\n"


def _slip_lines(slip: Slip) -> list[str]:
    asked = [f"{question}  {slip.yes} / {slip.no}" for question in slip.questions]
    return [f"{slip.title} {slip.number}", slip.instruction, slip.pupil, *asked]


@dataclass(frozen=True, slots=True)
class Batch:
    """Letters that go out together, under one letterhead."""

    head: Letterhead
    letters: Sequence[Letter]
    on: date
