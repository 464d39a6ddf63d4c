"""The letters' templates: those that ship, and the copies that a school has edited."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from gtregister import resources
from gtregister.core.register import Register
from gtregister.core.telling import letter_template, readability
from gtregister.core.telling.letter_settings import KINDS
from gtregister.core.telling.letter_template import Template
from gtregister.core.telling.owed import AUDIENCES
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.importers import codes
from gtregister.table import Column, Table

ENGLISH = "en"

_PLACE = re.compile(r"\{(\w+)\}")
_FOLDER = resources.ROOT / "letters"
_MUST_OFFER = ("joined_parents", "joined_pupil", "moved_parents", "moved_pupil")
_COLUMNS = (
    Column("kind", N_("Letter")),
    Column("audience", N_("To")),
    Column("language", N_("Language")),
    Column("is_own", N_("Edited here"), "yes_no"),
    Column("key", N_("Key")),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A template's text; `is_own` if the school has edited it."""

    key: str
    language: str
    text: str
    is_own: bool


@cache
def shipped(language: str) -> Mapping[str, str]:
    """Read the templates of a language that ship with the program, by key."""
    files = sorted((_FOLDER / language).glob("*.txt"))
    return {path.stem: path.read_text(encoding="utf-8") for path in files}


@cache
def words(language: str) -> Mapping[str, str]:
    """Read the words of a language that letters need besides their templates."""
    path = _FOLDER / language / "words.toml"
    if not path.is_file():
        return {}
    return {
        english: str(said)
        for english, said in tomllib.loads(path.read_text(encoding="utf-8")).items()
    }


def say(language: str, english: str) -> str:
    """Say a word of a letter in its language; in the program's if it has none."""
    return words(language).get(english) or translated(english)


def put(said: str, **words: str) -> str:
    """Put words into the {places} of a sentence; what they hold is not looked at."""
    return _PLACE.sub(lambda found: words.get(found[1], found[0]), said)


def every(register: Register) -> dict[tuple[str, str], Source]:
    """Read all templates by key and language, the school's own before the shipped."""
    found = {
        (key, folder.name): Source(key, folder.name, text, False)
        for folder in sorted(_FOLDER.iterdir())
        for key, text in shipped(folder.name).items()
    }
    for row in register.rows("select * from letter_templates order by key, language"):
        source = Source(row["key"], row["language"], row["text"], True)
        found[row["key"], row["language"]] = source
    return found


def table(register: Register) -> Table:
    """List the templates, by kind, audience and language."""
    shown = [
        (
            translated(KINDS[key.rpartition("_")[0]]),
            translated(AUDIENCES[key.rpartition("_")[2]]),
            language_name(language),
            int(source.is_own),
            key,
        )
        for (key, language), source in sorted(every(register).items())
    ]
    return Table(N_("Templates"), _COLUMNS, shown)


def in_order(register: Register) -> list[Source]:
    """List the templates in the order of what happens, English before others."""
    kinds = list(KINDS)
    return sorted(
        every(register).values(),
        key=lambda source: (
            source.language != ENGLISH,
            source.language,
            kinds.index(source.key.rpartition("_")[0]),
            list(AUDIENCES).index(source.key.rpartition("_")[2]),
        ),
    )


def name(key: str, language: str) -> str:
    """Name a template by its letter, to whom it goes, and its language."""
    kind, _underscore, audience = key.rpartition("_")
    said = _("{letter}, to {whom}, {language}")
    return said.format(
        letter=translated(KINDS[kind]),
        whom=translated(AUDIENCES[audience]).lower(),
        language=language_name(language),
    )


def of(register: Register, key: str, language: str = ENGLISH) -> Source:
    """Find a template; in English if the language has none."""
    held = every(register)
    source = held.get((key, language)) or held.get((key, ENGLISH))
    if source is None:
        said = _("There is no letter “{key}”. There are: {keys}.")
        keys = ", ".join(sorted({known for known, _language in held}))
        raise UserError(said.format(key=key, keys=keys), "kind")
    return source


def problems(key: str, text: str) -> list[str]:
    """Say what is wrong with a template that somebody edits, a sentence each."""
    found = letter_template.problems(text)
    if key in _MUST_OFFER and "{{offers}}" not in text.replace(" ", ""):
        said = _("This letter says what is offered: put in {{offers}} on its own line.")
        found.append(said)
    return found


def about(text: str, language: str = ENGLISH) -> str:
    """Say in a line how well a template reads."""
    template = letter_template.parse(text)
    plain = "\n".join(block.text for block in template.blocks)
    return readability.sentence(plain, language)


def keep(register: Register, key: str, language: str, text: str) -> None:
    """Keep the school's own text of a template, or refuse it with what is wrong."""
    of(register, key)
    wrong = problems(key, text)
    if wrong:
        raise UserError(wrong[0], "text")
    held = _own(register, key, language)
    with register.change(N_("Letter edited"), about=f"{key} ({language})") as db:
        if held is not None:
            db.update("letter_templates", held, {"text": text})
        else:
            row = {"key": key, "language": language, "text": text}
            db.insert("letter_templates", row)


def restore(register: Register, key: str, language: str) -> None:
    """Go back to the text that ships with the program."""
    held = _own(register, key, language)
    if held is not None:
        with register.change(N_("Letter put back"), about=f"{key} ({language})") as db:
            db.delete("letter_templates", [held])


def _own(register: Register, key: str, language: str) -> int | None:
    found = register.value(
        "select id from letter_templates where key = :key and language = :language",
        key=key,
        language=language,
    )
    return None if found is None else int(found)


@cache
def language_name(language: str) -> str:
    """Name a language by its folder: Welsh for cy."""
    from babel import Locale, UnknownLocaleError  # Babel is slow

    try:
        return Locale.parse(language).get_display_name("en") or language
    except (UnknownLocaleError, ValueError):
        return language


def language_of(said: str, known: frozenset[str], otherwise: str = ENGLISH) -> str:
    """Find the language of letters that a contact's language means, or `otherwise`.

    `said` is a code of the school census (CYM), a folder's name (cy) or a word.
    """
    return _language_of(said.strip(), known) or otherwise


@cache
def _language_of(wanted: str, known: frozenset[str]) -> str:
    if not wanted or wanted.lower() in known:
        return wanted.lower()
    label = codes.labels("language").get(wanted.upper(), wanted).casefold()
    names = {part.strip() for part in label.replace("(", "/").split("/")}
    for language in sorted(known):
        if language_name(language).casefold() in names:
            return language
    return ""


def compiled(register: Register) -> dict[tuple[str, str], Template]:
    """Read all templates for writing letters; a broken own one gives the shipped."""
    found = {}
    for (key, language), source in every(register).items():
        text = source.text
        if letter_template.problems(text) and key in shipped(language):
            text = shipped(language)[key]
        found[key, language] = letter_template.parse(text)
    return found
