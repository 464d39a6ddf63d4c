"""A language whose every text is 40 % longer, to see what would be cut off in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations

from gtregister import i18n

LANGUAGE = "cy"  # any that has dates and numbers but no catalogue of ours


class Longer(NullTranslations):
    """Gives each text back with letters added, its fields where they were."""

    def gettext(self, message: str) -> str:
        return lengthened(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return lengthened(msgid1 if n == 1 else msgid2)


def lengthened(text: str) -> str:
    """Add two letters to every five, before the dots or the stop at the end."""
    kept = text.rstrip("….:!?")
    more = "åéîøü" * len(text)
    return f"{kept}{more[: round(len(kept) * 0.4)]}{text[len(kept) :]}"


@contextmanager
def spoken() -> Iterator[None]:
    """Speak the longer language on this thread."""
    catalogue = i18n._catalogue
    i18n._catalogue = lambda language: (  # type: ignore[assignment]
        Longer() if language == LANGUAGE else catalogue(language)
    )
    i18n._said.cache_clear()
    try:
        with i18n.speaking(LANGUAGE):
            yield
    finally:
        i18n._catalogue = catalogue
        i18n._said.cache_clear()
