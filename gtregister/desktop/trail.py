"""The pages that were shown one after the other, so that one can go back."""

_LONGEST = 50


class Trail:
    """Where one has been; the last of it is where one is."""

    def __init__(self) -> None:
        self._places: list[str] = []

    @property
    def can_go_back(self) -> bool:
        """Say whether there is a page before this one."""
        return len(self._places) > 1

    def go(self, place: str) -> None:
        """Take note of the page that is gone to."""
        if self._places[-1:] != [place]:
            self._places = [*self._places[-_LONGEST:], place]

    def back(self) -> str | None:
        """Leave the page that is shown; gives the one before, if there is one."""
        if not self.can_go_back:
            return None
        self._places.pop()
        return self._places[-1]
