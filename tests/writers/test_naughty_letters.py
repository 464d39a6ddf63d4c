"""Hostile names and words: no page breaks, nothing is opened, nobody is reached."""

import builtins
import email
import io
import os
import socket
from collections import Counter
from email import policy
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from pypdf import PdfReader

from gtregister import resources
from gtregister.errors import UserError
from gtregister.writers import (
    labels_pdf,
    letter_docx,
    letter_eml,
    letter_merge,
    letter_pdf,
    no_step,
)
from tests import naughty
from tests.writers.letters import DAY, SLIP, batch, letter, school_template

TEXTS = naughty.texts()


@pytest.fixture
def sealed(tmp_path, monkeypatch):
    """Refuse the network, processes, and every file but those of a test."""
    libraries = Path(os.__file__).parents[1]

    def refuse(*_arguments, **_options):
        raise AssertionError("a letter reached out")

    def opened(open_it):
        def check(path, *arguments, **options):
            if isinstance(path, str | bytes | os.PathLike):
                where = Path(os.fsdecode(path)).resolve()
                inside = (tmp_path, resources.ROOT, libraries, Path("/tmp"))
                here = [where.is_relative_to(Path(one).resolve()) for one in inside]
                assert any(here) or "site-packages" in str(where), where
            return open_it(path, *arguments, **options)

        return check

    for name in ("socket", "getaddrinfo", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    for name in ("system", "popen"):
        monkeypatch.setattr(os, name, refuse)
    for module in (builtins, io):
        monkeypatch.setattr(module, "open", opened(io.open))
    return tmp_path


def hostile(text, **known):
    """A letter in which everything that a school can write is hostile."""
    usual = {"subject": text, "child": text, "form": text[:5], "greeting": text}
    fields = {"child": text, "award": text}
    return letter(text, merge=fields, **usual | known)


def test_there_are_as_many_as_were_promised():
    assert len(set(TEXTS)) >= naughty.AT_LEAST


def test_no_text_breaks_a_page_of_a_letter(sealed):
    letter_pdf.write(batch(*map(hostile, TEXTS)), sealed / "x.pdf")

    every = PdfReader(sealed / "x.pdf").pages
    assert len(TEXTS) <= len(every) <= 2 * len(TEXTS)
    ends = sum("Yours sincerely" in page.extract_text() for page in every[-99:])
    assert ends >= 90
    raw = (sealed / "x.pdf").read_bytes()
    for word in (b"/URI", b"/JavaScript", b"/Launch", b"/EmbeddedFile"):
        assert word not in raw


def test_no_text_breaks_a_certificate_or_a_label(sealed):
    every = [hostile(text, is_certificate=True) for text in TEXTS]
    letter_pdf.write(batch(*every), sealed / "x.pdf")
    assert len(PdfReader(sealed / "x.pdf").pages) == len(TEXTS)

    labels_pdf.write([(text,) * 6 for text in TEXTS], sealed / "y.pdf", DAY)
    assert len(PdfReader(sealed / "y.pdf").pages) == -(-len(TEXTS) // 21)


def test_no_text_breaks_a_document(sealed):
    letter_docx.write(batch(*map(hostile, TEXTS)), sealed / "x.docx")

    with ZipFile(sealed / "x.docx") as parts:
        words = parts.read("word/document.xml").decode()
    assert words.count("Yours sincerely") == len(TEXTS)
    assert Document(str(sealed / "x.docx")).paragraphs


def test_no_text_breaks_the_schools_own_template_or_becomes_a_field(sealed):
    template = school_template(sealed, "address", "child", "text")

    both = batch(*map(hostile, TEXTS))
    letter_merge.write(both, sealed / "x.docx", template, no_step)

    merged = Document(str(sealed / "x.docx"))
    said = "\n".join(p.text for p in merged.paragraphs)
    assert said.count("Our own paper") == len(TEXTS)
    codes = Counter(el.tag.rpartition("}")[2] for el in merged.element.iter())
    assert not codes["fldSimple"]
    assert not codes["instrText"]


def test_no_text_makes_a_draft_go_to_anybody_else(sealed):
    for text in TEXTS:
        path = sealed / "x.eml"
        letter_eml.write(hostile(text, email="f@example.org", slip=SLIP), path)
        with path.open("rb") as file:
            message = email.message_from_binary_file(file, policy=policy.default)
        assert message["To"] == "f@example.org"
        assert {name.lower() for name in message} <= {
            *("to", "subject", "x-unsent", "mime-version", "content-type"),
            "content-transfer-encoding",
        }


def test_no_text_is_an_address_by_accident(sealed):
    for text in TEXTS:
        try:
            letter_eml.write(letter(email=text), sealed / "x.eml")
        except UserError:
            continue
        with (sealed / "x.eml").open("rb") as file:
            message = email.message_from_binary_file(file, policy=policy.default)
        assert len(message["To"].addresses) == 1
        assert message["Bcc"] is None
