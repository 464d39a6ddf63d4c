"""The school's logo on paper."""

from io import BytesIO
from typing import TYPE_CHECKING

from gtregister.writers.letter import Letterhead

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

Size = tuple[float, float]  # width and height in points


def size(head: Letterhead, most: Size) -> Size:
    """Say how large the logo is drawn within a room; nothing if it cannot be read."""
    image = _image(head)
    if image is None:
        return 0.0, 0.0
    wide, high = image.getSize()
    scale = min(most[0] / wide, most[1] / high)
    return wide * scale, high * scale


def draw(canvas: "Canvas", head: Letterhead, x: float, top: float, most: Size) -> None:
    """Draw the logo from its left and its top; one that cannot be read is left out."""
    image = _image(head)
    if image is not None:
        wide, high = size(head, most)
        canvas.drawImage(image, x, top - high, wide, high, mask="auto")


def _image(head: Letterhead) -> "ImageReader | None":
    if head.logo is None:
        return None
    from PIL import UnidentifiedImageError
    from reportlab.lib.utils import ImageReader

    try:
        return ImageReader(BytesIO(head.logo))
    except (OSError, UnidentifiedImageError):
        return None
