"""Putting the pages of a PDF on paper."""

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from gtregister.desktop.widgets import pdf_preview
from gtregister.errors import UserError
from gtregister.i18n import _

_FINE_ENOUGH = 300  # dots per inch


def put(pdf: bytes, printer: QPrinter, step: Callable[[int, int], None]) -> None:
    """Print the pages that are asked for, each as large as it is.

    Raises UserError if the printer fails. Called on the worker's thread, where Qt lets
    one draw on printers and images.
    """
    owner = QObject()
    document = pdf_preview.load(pdf, owner)
    _lay_out(printer, document)
    painter = QPainter()
    if not painter.begin(printer):
        said = _("The printer did not take the pages. Check that it is on, and retry.")
        raise UserError(said)
    pages = _wanted(printer, document.pageCount())
    try:
        for done, page in enumerate(pages):
            step(done, len(pages))
            if done:
                printer.newPage()
            _draw(document, page, painter, printer)
    finally:
        painter.end()
    step(len(pages), len(pages))


def _wanted(printer: QPrinter, count: int) -> list[int]:
    """Choose the pages that are asked for; no ranges mean all of them."""
    ranges = printer.pageRanges()
    all_of_them = ranges.isEmpty()
    return [p for p in range(count) if all_of_them or ranges.contains(p + 1)]


def _lay_out(printer: QPrinter, document: QPdfDocument) -> None:
    """Take paper and direction from the first page, which has its own margins."""
    points = document.pagePointSize(0)
    is_wide = points.width() > points.height()
    turned = points.transposed() if is_wide else points
    layout = QPageLayout(
        QPageSize(
            turned, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch
        ),
        QPageLayout.Orientation.Landscape
        if is_wide
        else QPageLayout.Orientation.Portrait,
        QMarginsF(),
    )
    printer.setFullPage(True)
    printer.setPageLayout(layout)


def _draw(
    document: QPdfDocument, page: int, painter: QPainter, printer: QPrinter
) -> None:
    points = document.pagePointSize(page)
    dots = min(printer.resolution(), _FINE_ENOUGH) / 72
    pixels = QSize(round(points.width() * dots), round(points.height() * dots))
    room = printer.paperRect(QPrinter.Unit.DevicePixel)
    painter.drawImage(
        QRectF(0, 0, room.width(), room.height()), document.render(page, pixels)
    )
