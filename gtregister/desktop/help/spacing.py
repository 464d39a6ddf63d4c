"""Room between the parts of a page of the manual, which Qt sets line upon line."""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from gtregister.desktop import style


def give_room(document: QTextDocument) -> None:
    """Set paragraphs, headings and examples apart; long examples fold."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        if cursor.currentTable() is None:
            _space(cursor, block)
        block = block.next()


def _space(cursor: QTextCursor, block: QTextBlock) -> None:
    shape = block.blockFormat()
    above, below = 0, 8
    if shape.headingLevel():
        above, below = (0 if block.blockNumber() == 0 else 12), 6
    elif block.textList() is not None:
        below = 4
    elif shape.nonBreakableLines():
        shape.setNonBreakableLines(False)
        below = 6
    shape.setTopMargin(style.scaled(above))
    shape.setBottomMargin(style.scaled(below))
    cursor.setBlockFormat(shape)
