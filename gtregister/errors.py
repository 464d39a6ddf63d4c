"""The one kind of error that a person may see."""


class UserError(Exception):
    """One whole sentence that says what is wrong and what to do.

    `field` names the Option or form field the sentence is about, if there is one.
    Every other exception is a bug of ours and goes to the crash report.
    """

    def __init__(self, text: str, field: str | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.field = field


class Cancelled(Exception):
    """The person pressed Cancel: put everything back and say nothing more."""
