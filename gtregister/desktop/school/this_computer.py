"""Settings of this computer: who sits at it, how it looks, what others may see."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout

from gtregister import options, settings
from gtregister.core import backup
from gtregister.desktop import looks, style
from gtregister.desktop.page import Desk
from gtregister.desktop.school.form_card import Answers, FormCard
from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import N_, _, format_moment, ngettext, translated


def appearance_card(desk: Desk) -> FormCard:
    """Make the card of the theme, the text size and one's name."""
    themes = [(key, translated(words).replace("&", "")) for key, words in looks.THEMES]
    sizes = [(str(size), _("{size} %").format(size=size)) for size in style.TEXT_SIZES]
    questions = (
        options.text("person", N_("Your name")),
        options.choice("theme", N_("Theme"), themes),
        options.choice("text_size", N_("Text size"), sizes),
    )

    def read() -> Answers:
        now = settings.load()
        return {
            "person": settings.person(),
            "theme": now.theme,
            "text_size": str(now.text_size),
        }

    def save(answers: Answers) -> None:
        person = str(answers["person"] or "").strip()
        settings.save(replace(settings.load(), person=person))
        size = int(str(answers["text_size"]))
        looks.choose(theme=str(answers["theme"]), text_size=size)
        desk.restyle()

    hint = _(
        "Your name stands in the history beside each change you make, from the next "
        "time that you open a register. Your computer's own high contrast is respected."
    )
    return FormCard(_("Appearance"), questions, read, save, hint=hint)


def privacy_card(desk: Desk) -> FormCard:
    """Make the card of what others may see."""
    questions = (
        options.yes_no(
            "discreet",
            N_("Discreet view: hide UPN, scores, pupil premium, SEN and EAL (F9)"),
        ),
        options.yes_no(
            "confidential", N_("Print “Confidential” at the foot of every page")
        ),
    )

    def read() -> Answers:
        now = settings.load()
        return {"discreet": now.discreet, "confidential": now.confidential}

    def save(answers: Answers) -> None:
        wanted = bool(answers["confidential"])
        settings.save(replace(settings.load(), confidential=wanted))
        looks.choose(discreet=bool(answers["discreet"]))
        desk.restyle()

    return FormCard(_("Privacy"), questions, read, save)


class BackupsCard(Card):
    """Where the backups lie, the newest one, and making or restoring one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Backups"))
        self._desk = desk
        self._newest = line(folds=True)
        self.rows.addWidget(self._newest)
        path = desk.register.path
        where = _("This register is {path}. Its backups lie in {folder}.")
        words = where.format(path=path, folder=backup.folder_of(path))
        self.rows.addWidget(line(words, quiet=True, folds=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for action in (desk.actions.back_up, desk.actions.restore):
            buttons.addWidget(ActionButton(action, self))
        buttons.addStretch(1)
        self.rows.addLayout(buttons)

    def refresh(self) -> None:
        """Say when the newest backup was made, and how many there are."""
        found = backup.listed(self._desk.register.path)
        if not found:
            self._newest.setText(_("There is no backup yet."))
            return
        said = ngettext(
            "The only backup was made on {moment}.",
            "The newest of {n} backups was made on {moment}.",
            len(found),
            moment=format_moment(backup.made_at(found[0])),
        )
        self._newest.setText(said)
