"""What the program is, under which terms, and with whose work."""

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from gtregister import __version__
from gtregister.desktop import problems
from gtregister.i18n import _


def show(parent: QWidget) -> None:
    """Show which version this is."""
    text = _("gtregister {version}").format(version=__version__)
    more = _(
        "A register of gifted, talented and more able pupils, kept in one file on "
        "your own computer. Nothing leaves it unless you export or print.\n\nFree "
        "software under the MIT licence. It is made with Qt {qt} (LGPL 3), SQLite,"
        " ReportLab and other free libraries; icons by Lucide (ISC), letters by "
        "DejaVu and Noto."
    )
    box = problems.box(parent, text, more.format(qt=qVersion()))
    box.setWindowTitle(_("About gtregister"))
    box.open()
