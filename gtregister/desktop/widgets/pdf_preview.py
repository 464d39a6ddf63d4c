"""Pages as they will be printed: a PDF in a view of its own."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Signal
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget


def load(pdf: bytes, parent: QObject) -> QPdfDocument:
    """Read a PDF; what it was read from lives as long as the document."""
    document = QPdfDocument(parent)
    buffer = QBuffer(document)
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document


class PdfPreview(QPdfView):
    """Shows the pages one under the other, as wide as there is room."""

    turned = Signal(int)  # the page that is in view, from 0

    def __init__(self, pdf: bytes, name: str, parent: QWidget) -> None:
        # A sibling made before the view goes before it; a child would go after, and
        # tell a view that is half gone.
        self.pages = load(pdf, parent)
        super().__init__(parent)
        self._owner = parent
        self.setDocument(self.pages)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setAccessibleName(name)
        self.pageNavigator().currentPageChanged.connect(self.turned)

    def show_pdf(self, pdf: bytes) -> None:
        """Show other pages, from the first one on."""
        before, self.pages = self.pages, load(pdf, self._owner)
        self.setDocument(self.pages)
        before.deleteLater()

    def sizeHint(self) -> QSize:
        return QSize(760, 560)
