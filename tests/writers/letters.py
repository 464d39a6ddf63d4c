"""The words of tests about letters on paper: a letter, a batch, what a page says."""

from datetime import date

from pypdf import PdfReader

from gtregister.writers.letter import Batch, Block, Letter, Letterhead, Slip

DAY = date(2026, 11, 23)
SLIP = Slip(
    "10019",
    "Reply slip",
    "Aisha Ahmed, form 7A",
    "Return this slip to the school by 7 December 2026.",
    ("We have read this letter.", "We would like a call."),
    "Yes",
    "No",
    "Signed",
    "Date",
)


def letter(name="Mrs Ahmed", paragraphs=2, **known):
    blocks = [Block("heading", "Why we write")]
    blocks += [
        Block("text", f"{name} reads this, line {n}.") for n in range(paragraphs)
    ]
    usual = {
        "address": (name, "4 Mill Lane", "Greenfield", "GF1 2AB"),
        "day": "23 November 2026",
        "greeting": f"Dear {name}",
        "subject": "What we will offer",
        "blocks": (*blocks, Block("bullet", "a problem-solving group")),
        "closing": ("Yours sincerely", "Mrs J Osei", "Head teacher"),
        "page": "Page {page} of {pages}",
        "child": "Aisha Ahmed",
        "form": "7A",
        "is_posted": True,
        "merge": {"child": "Aisha"},
    }
    return Letter(**usual | known)


def batch(*letters):
    head = Letterhead("Greenfield Academy", ("School Lane", "01632 960123"))
    return Batch(head, letters, DAY)


def pages(path):
    return [page.extract_text() for page in PdfReader(path).pages]


def school_template(tmp_path, *fields):
    """A Word document with merge fields, as Word itself writes them."""
    from docx import Document
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    document = Document()
    document.add_paragraph("Our own paper")
    for field in fields:
        run = OxmlElement("w:fldSimple")
        run.set(qn("w:instr"), f" MERGEFIELD {field} ")
        document.add_paragraph()._p.append(run)
        text = OxmlElement("w:r")
        text.append(OxmlElement("w:t"))
        text[0].text = f"«{field}»"
        run.append(text)
    path = tmp_path / "template.docx"
    document.save(str(path))
    return path
