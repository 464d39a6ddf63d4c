"""How the program looks on this computer, who sits at it, and whose register it is."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QSizePolicy

from gtregister import settings
from gtregister.core import backup, school
from gtregister.desktop import looks, style
from gtregister.desktop.page import Page
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.text_field import TextField
from gtregister.i18n import N_, _, format_academic_year, translated


class SettingsPage(Page):
    """Each setting holds as soon as it is chosen."""

    title = N_("Settings")
    icon = "settings"
    order = 90
    at_foot = True
    watches = frozenset({"school"})

    def build(self) -> None:
        self.body.addWidget(self._this_computer())
        self._school = Card(_("School"))
        self._school_rows = _form()
        self._school.rows.addLayout(self._school_rows)
        self.body.addWidget(self._school)
        self.body.addStretch(1)

    def _this_computer(self) -> Card:
        now = settings.load()
        card = Card(_("This computer"))
        form = _form()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self._person = TextField(settings.person())
        self._person.setAccessibleName(_("Your name"))
        self._person.editingFinished.connect(self._save_person)
        self._theme = QComboBox()
        self._theme.setAccessibleName(_("Theme"))
        for theme, words in looks.THEMES:
            self._theme.addItem(translated(words).replace("&", ""), theme)
        self._theme.setCurrentIndex(max(0, self._theme.findData(now.theme)))
        self._theme.activated.connect(self._save_look)
        self._size = QComboBox()
        self._size.setAccessibleName(_("Text size"))
        for size in style.TEXT_SIZES:
            self._size.addItem(_("{size} %").format(size=size), size)
        self._size.setCurrentIndex(max(0, self._size.findData(now.text_size)))
        self._size.activated.connect(self._save_look)
        form.addRow(_label(_("Your &name"), self._person), self._person)
        form.addRow(_label(_("&Theme"), self._theme), self._theme)
        form.addRow(_label(_("Text &size"), self._size), self._size)
        card.rows.addLayout(form)
        hint = _(
            "Your name stands in the history beside each change you make, from the"
            " next time that you open a register."
        )
        card.rows.addWidget(line(hint, "caption", quiet=True, folds=True))
        return card

    def refresh(self) -> None:
        while self._school_rows.rowCount():
            self._school_rows.removeRow(0)
        found = school.of(self.register)
        years = _("{lowest} to {highest}")
        for words, fact in (
            (_("Name"), found.name),
            (_("DfE number"), found.dfe_number or _("not given")),
            (
                _("Years"),
                years.format(lowest=found.lowest_year, highest=found.highest_year),
            ),
            (_("Academic year"), format_academic_year(found.academic_year)),
            (_("It is called"), found.register_words),
            (_("File"), str(self.register.path)),
            (_("Backups"), str(backup.folder_of(self.register.path))),
        ):
            self._school_rows.addRow(line(words, quiet=True), line(fact, folds=True))

    def show_look(self) -> None:
        """Show what was chosen elsewhere, in the View menu."""
        now = settings.load()
        self._theme.setCurrentIndex(max(0, self._theme.findData(now.theme)))
        self._size.setCurrentIndex(max(0, self._size.findData(now.text_size)))

    def showEvent(self, event: object) -> None:
        self.show_look()

    def _save_person(self) -> None:
        settings.save(replace(settings.load(), person=self._person.text().strip()))

    def _save_look(self) -> None:
        theme, size = self._theme.currentData(), self._size.currentData()
        looks.choose(theme=theme, text_size=size)
        self.desk.restyle()


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setVerticalSpacing(10)
    form.setHorizontalSpacing(24)
    return form


def _label(words: str, field: QLineEdit | QComboBox) -> QLabel:
    label = line(words)
    label.setBuddy(field)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    field.setMinimumWidth(style.scaled(280))
    return label


PAGE = SettingsPage
