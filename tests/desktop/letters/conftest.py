"""A school whose families wait to be told, and its Letters page."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from gtregister.core import school
from gtregister.core.register import Register
from gtregister.core.roll import contacts
from gtregister.core.school import School
from gtregister.desktop.letters import letters_dialog
from gtregister.desktop.letters.letters_page import LettersPage
from gtregister.desktop.main_window import MainWindow
from tests.builders import pupil, upn
from tests.desktop.conftest import Opens
from tests.desktop.given import TODAY
from tests.families import newcomer, offer, parent, stay

NAMES = ("Aisha", "Ben", "Chloé", "Dev")


@pytest.fixture
def families(tmp_path: Path) -> Path:
    """A register with four newcomers: one family lives apart, one has no address."""
    path = tmp_path / "Greenfield.gtreg"
    greenfield = School("Greenfield Academy", "9994025", academic_year=2026)
    school.create(path, greenfield, "C Hall", TODAY)
    with Register.open(path, "C Hall", today=TODAY) as register:
        offer(register)
        for n, name in enumerate(NAMES[:2], 1):
            newcomer(register, name, upn=upn(n), form=f"7{'AB'[n - 1]}")
        apart = newcomer(register, "Chloé", upn=upn(3), form="7A", surname="Brown")
        parent(
            register,
            apart,
            "Paul",
            title="Mr",
            address="9 Harbour Walk\nSaltby",
            postcode="LK7 2CD",
        )
        homeless = pupil(register, "Dev", upn=upn(4), form="7B", surname="Patel")
        dad = parent(register, homeless, "Raj", surname="Patel", address=None)
        contacts.update(register, dad, postcode=None)
        stay(register, homeless)
    return path


@pytest.fixture
def window(families: Path, opens: Opens) -> MainWindow:
    return opens(Register.open(families, "C Hall", today=TODAY), "today")


@pytest.fixture
def page(window: MainWindow) -> LettersPage:
    window.go_to("letters")
    assert isinstance(window.page, LettersPage)
    return window.page


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the one printer of this computer puts its pages."""
    printed = tmp_path / "printed.pdf"

    def printer(_dialog: object) -> QPrinter:
        found = QPrinter()
        found.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        found.setOutputFileName(str(printed))
        found.setResolution(72)
        return found

    names = staticmethod(lambda: ["Office"])
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", names)
    monkeypatch.setattr(letters_dialog.LettersDialog, "_printer", printer)
    return printed
