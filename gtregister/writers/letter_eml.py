"""Letters to e-mail drafts: one file for each family, opened and sent by a person."""

from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from gtregister.errors import UserError
from gtregister.i18n import _
from gtregister.writers.letter import Letter


def write(letter: Letter, path: Path) -> None:
    """Write one draft to one address, in nobody's copy.

    Outlook opens a message with `X-Unsent` to be edited and sent. UserError if there
    is no address, or none that can be written to.
    """
    message = EmailMessage(policy=SMTP)
    said = _("“{email}” is not an e-mail address that can be written to. Correct it.")
    try:
        to = Address(addr_spec=letter.email)
        message["To"] = to
    except (MessageError, ValueError, IndexError, UnicodeError):
        raise UserError(said.format(email=letter.email), "email") from None
    if not to.username or not to.domain:
        raise UserError(said.format(email=letter.email), "email")
    message["Subject"] = _sound(" ".join(letter.subject.split()))
    message["X-Unsent"] = "1"
    message.set_content(_sound(letter.text))
    path.write_bytes(message.as_bytes())


def _sound(text: str) -> str:
    """Put a question mark for what is half a letter, which no message can hold."""
    return text.encode(errors="replace").decode()
