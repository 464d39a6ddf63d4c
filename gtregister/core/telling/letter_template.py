"""A letter's template: plain text with headings, bullets, {{fields}} and a reply slip.

    # What the letter is about
    ## A heading
    A paragraph, over as many lines as it takes.
    - a point
    ---
    ? read: A question of the slip, answered by yes or no.

Fields are of one fixed list. A value is put in as it is and never read again, so that
nothing a family or a file says can become part of the template.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.writers.letter import Block

Value = str | tuple[str, ...]
Values = Mapping[str, Value]
Listed = Callable[[tuple[str, ...]], str]

FIELDS = {
    "child": N_("The pupil's forename"),
    "child_full": N_("The pupil's whole name"),
    "form": N_("Form"),
    "year": N_("Year group"),
    "school": N_("The school"),
    "register_name": N_("What the school calls the register"),
    "areas": N_("The subjects, such as mathematics and music"),
    "strands": N_("The strands, as the school calls them"),
    "offers": N_("What the pupil is offered"),
    "why": N_("Why, in words"),
    "since": N_("The day that the letter tells of"),
    "today": N_("Today"),
    "reply_by": N_("The day by which the slip is to be back"),
    "enquiries": N_("Whom to ask, and how"),
    "signatory": N_("Who signs"),
    "activity": N_("The activity"),
    "activity_aim": N_("What the activity is for"),
    "activity_when": N_("Its days and times"),
    "activity_where": N_("Where it is"),
    "activity_travel": N_("How pupils get there and back"),
    "activity_bring": N_("What to bring"),
    "activity_charge": N_("What it costs the family"),
    "activity_change": N_("What has changed"),
    "done": N_("The activities that the pupil took part in"),
    "award": N_("What the certificate is for"),
    "referrer": N_("Who referred the pupil"),
    "referral_outcome": N_("What came of the referral"),
}
CONSENT, OBJECTION = "consent", "objection"
"""The questions whose answers the register acts on."""

_FIELD = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_ANY = re.compile(r"\{\{(.*?)\}\}")
_QUESTION = re.compile(r"\?\s*([a-z][a-z_]*):\s*(.+)")
_CONTROL = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}


@dataclass(frozen=True, slots=True)
class Template:
    """A template that was read: its subject, its text and the questions of its slip."""

    subject: str
    blocks: tuple[Block, ...]
    questions: tuple[tuple[str, str], ...]

    @property
    def fields(self) -> set[str]:
        """Name the fields that it uses."""
        texts = [self.subject, *(block.text for block in self.blocks)]
        texts += [words for _key, words in self.questions]
        return {name for text in texts for name in _FIELD.findall(text)}


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with the values of one pupil in it."""

    subject: str
    blocks: tuple[Block, ...]
    questions: tuple[tuple[str, str], ...]


def parse(text: str) -> Template:
    """Read a template, or raise UserError with the first thing that is wrong."""
    wrong = problems(text)
    if wrong:
        raise UserError(wrong[0], "text")
    return _read(text)


def problems(text: str) -> list[str]:
    """Say everything that is wrong with a template, a sentence each."""
    said = _("“{field}” is not a field. Choose one from the list.")
    names = dict.fromkeys(name.strip() for name in _ANY.findall(text))
    found = [said.format(field=name) for name in names if name not in FIELDS]
    left = _ANY.sub("", text)
    if "{{" in left or "}}" in left:
        found.append(_("A field begins with {{ and ends with }}, on one line."))
    template = _read(text)
    if not template.subject:
        said = _("Say what the letter is about in a line that begins with “# ”.")
        found.append(said)
    if not template.blocks:
        found.append(_("The letter says nothing yet. Write at least one sentence."))
    keys = [key for key, _words in template.questions]
    if len(set(keys)) < len(keys):
        found.append(_("Two questions of the slip have the same name."))
    slip = text.partition("\n---")[2]
    for line in filter(None, map(str.strip, slip.splitlines()[1:])):
        if not _QUESTION.fullmatch(line):
            said = _("“{line}” is not a question. Write “? read: We have read it.”")
            found.append(said.format(line=line[:40]))
    return found


def _read(text: str) -> Template:
    body, _rule, slip = text.replace("\r\n", "\n").partition("\n---")
    subject, blocks = "", []
    for kind, words in _pieces(body):
        if kind == "subject" and not subject:
            subject = words
        else:
            blocks.append(Block("heading" if kind == "subject" else kind, words))
    questions = map(_QUESTION.fullmatch, map(str.strip, slip.splitlines()))
    asked = tuple((found[1], found[2].strip()) for found in questions if found)
    return Template(subject, tuple(blocks), asked)


_Kind = Literal["heading", "text", "bullet"]


def _pieces(body: str) -> Iterator[tuple[_Kind | Literal["subject"], str]]:
    """Cut a text into its subject, headings, bullets and paragraphs."""
    paragraph: list[str] = []
    starts: dict[str, _Kind | Literal["subject"]] = {
        "## ": "heading",
        "# ": "subject",
        "- ": "bullet",
    }
    for line in [*body.splitlines(), ""]:
        line = line.strip()
        start = next((mark for mark in starts if line.startswith(mark)), None)
        if (start or not line) and paragraph:
            yield "text", " ".join(paragraph)
            paragraph = []
        if start:
            yield starts[start], line.removeprefix(start).strip()
        elif line:
            paragraph.append(line)


def fill(template: Template, values: Values, listed: Listed) -> Filled:
    """Put values into a template; `listed` writes several in a row: a, b and c.

    A bullet that is one field becomes a bullet for each of its values. A paragraph or
    bullet that is one field without a value is left out, and so is a heading with
    nothing under it.
    """
    blocks: list[Block] = []
    for block in template.blocks:
        alone = _FIELD.fullmatch(block.text)
        value = values.get(alone[1], "") if alone else ""
        if alone and not value:
            continue
        several = value if isinstance(value, tuple) else ()
        if block.kind == "heading" and blocks and blocks[-1].kind == "heading":
            blocks.pop()
        if several and block.kind == "bullet":
            blocks += [Block("bullet", one_line(one)) for one in several]
        else:
            blocks.append(Block(block.kind, _filled(block.text, values, listed)))
    if blocks and blocks[-1].kind == "heading":
        blocks.pop()
    questions = tuple(
        (key, _filled(words, values, listed)) for key, words in template.questions
    )
    return Filled(_filled(template.subject, values, listed), tuple(blocks), questions)


def _filled(text: str, values: Values, listed: Listed) -> str:
    def value(found: re.Match[str]) -> str:
        said = values.get(found[1], "")
        said = listed(tuple(map(one_line, said))) if isinstance(said, tuple) else said
        return one_line(said)

    filled = " ".join(_FIELD.sub(value, text).split())
    # A template writes “in {{areas}}”, and its sentence may begin with a field.
    return filled[:1].upper() + filled[1:]


def one_line(text: str) -> str:
    """Put a value on one line, without control characters and lone surrogates."""
    seen = (" " if c.isspace() else c for c in text)
    kept = "".join(c for c in seen if unicodedata.category(c) not in _CONTROL)
    return " ".join(kept.split())
