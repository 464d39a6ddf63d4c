"""Letters to files: what is written where, and what is noted of it."""

import email
import email.policy
from pathlib import Path

import pypdf
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from gtregister.core.roll import contacts
from gtregister.core.telling import letters
from gtregister.desktop.letters import sending
from gtregister.desktop.letters.letters_dialog import LettersDialog
from gtregister.desktop.letters.letters_page import LettersPage
from gtregister.desktop.widgets.question_dialog import QuestionDialog
from tests.desktop.letters.doing import asked, press, states


@pytest.fixture
def dialog(qtbot: QtBot, page: LettersPage) -> LettersDialog:
    """The joining letters, shown."""
    page._view.kinds.buttons[0].click()
    return asked(qtbot, LettersDialog)


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Choose a file or a folder in whatever asks for one."""
    for asks in ("getSaveFileName", "getOpenFileName"):
        answer = staticmethod(lambda *_asked: (str(path), ""))
        monkeypatch.setattr(QFileDialog, asks, answer)
    folder = staticmethod(lambda *_asked: str(path))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", folder)


def said(qtbot: QtBot, page: LettersPage, words: str) -> None:
    qtbot.waitUntil(lambda: words in page.desk.notices.text(), timeout=20_000)


def test_what_to_know_is_said_beside_the_pages(dialog: LettersDialog) -> None:
    labels = dialog.findChildren(type(dialog._page))
    words = [label.text() for label in labels]

    assert "⚠ 1 letter cannot be written:" in words
    assert any("has no address" in text for text in words)
    assert any("1 family lives apart" in text for text in words)
    dialog.reject()


def test_a_preview_keeps_nothing_and_logs_nothing(
    page: LettersPage, dialog: LettersDialog
) -> None:
    dialog.reject()

    assert states(page.register) == {"due": 8, "stopped": 1}
    assert (
        page.register.value("select count(*) from changes where what = 'Exported'") == 0
    )


def test_a_form_and_large_print_are_chosen(
    qtbot: QtBot, page: LettersPage, dialog: LettersDialog
) -> None:
    pages = dialog.preview.pages.pageCount()
    dialog.choices.forms.setCurrentIndex(dialog.choices.forms.findData("7A"))
    dialog.choices.forms.activated.emit(1)
    qtbot.waitUntil(lambda: dialog.preview.pages.pageCount() < pages, timeout=20_000)
    assert {one.letter.form for one in dialog.chosen()} == {"7A"}
    fewer = dialog.preview.pages.pageCount()
    dialog.choices.large.click()
    qtbot.waitUntil(lambda: dialog.preview.pages.pageCount() > fewer, timeout=20_000)
    assert all(one.letter.large_print for one in dialog.chosen())
    assert dialog.print_button.text().endswith("5")
    dialog.reject()


def test_a_pdf_holds_drafts_until_they_are_marked_as_printed(
    qtbot: QtBot,
    page: LettersPage,
    dialog: LettersDialog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(monkeypatch, tmp_path / "Letters.pdf")
    dialog._send(sending.save_pdf)
    said(qtbot, page, "8 letters in Letters.pdf")
    assert states(page.register)["drafted"] == 8
    slips = page.register.value("select count(*) from slips")
    text = "".join(
        p.extract_text() for p in pypdf.PdfReader(tmp_path / "Letters.pdf").pages
    )
    assert "10019" in text

    press(qtbot, page.desk.notices, "Mark as printed")
    said(qtbot, page, "8 letters marked as printed")
    assert states(page.register)["printed"] == 8
    assert page.register.value("select count(*) from slips") == slips
    assert len(letters.table(page.register).rows) == 8


def test_one_pdf_for_each_form(
    qtbot: QtBot,
    page: LettersPage,
    dialog: LettersDialog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "Forms"
    folder.mkdir()
    choose(monkeypatch, folder)
    dialog._send(sending.save_by_form)
    said(qtbot, page, "8 letters in Forms")

    assert sorted(p.name for p in folder.iterdir()) == [
        "letters-7A.pdf",
        "letters-7B.pdf",
    ]


def test_word_and_a_list_for_messages(
    qtbot: QtBot,
    page: LettersPage,
    dialog: LettersDialog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(monkeypatch, tmp_path / "Letters")
    dialog._send(sending.save_word)
    said(qtbot, page, "8 letters in Letters.docx")
    page._view.kinds.buttons[0].click()
    asked(qtbot, LettersDialog)._send(sending.save_messages)
    said(qtbot, page, "4 letters in Letters.csv")

    assert (tmp_path / "Letters.docx").read_bytes().startswith(b"PK")
    assert "Mrs Farah Ahmed" in (tmp_path / "Letters.csv").read_text("utf-8-sig")


def test_an_email_draft_for_each_family_with_an_address_and_no_copy(
    qtbot: QtBot,
    page: LettersPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    contacts.update(page.register, 1, email="f.ahmed@post.example")
    page._view.kinds.buttons[0].click()
    dialog = asked(qtbot, LettersDialog)
    choose(monkeypatch, tmp_path / "Drafts")
    dialog._send(sending.save_drafts)
    said(qtbot, page, "7 have no address there")
    [path] = (tmp_path / "Drafts").iterdir()
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert (message["To"], message["Cc"]) == ("f.ahmed@post.example", None)
    press(qtbot, page.desk.notices, "Mark as sent")

    qtbot.waitUntil(lambda: states(page.register)["sent"] == 1)


def test_labels_begin_at_the_first_free_one(
    qtbot: QtBot,
    page: LettersPage,
    dialog: LettersDialog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(monkeypatch, tmp_path / "Labels.pdf")
    dialog._send(sending.save_labels)
    question = asked(qtbot, QuestionDialog)
    question.form.field("first").setText("99")
    question.finish()
    assert question.isVisible()
    question.form.field("first").setText("5")
    question.finish()
    said(qtbot, page, "4 labels in Labels.pdf")

    assert len(pypdf.PdfReader(tmp_path / "Labels.pdf").pages) == 1
    assert dialog.isVisible()
    dialog.reject()


def test_letters_are_copied_as_text(page: LettersPage, dialog: LettersDialog) -> None:
    dialog._send(sending.copy_text)

    assert "Dear Mrs Ahmed" in QApplication.clipboard().text()
    dialog.reject()
