"""OpenDocument sheets, written by hand: nothing else here can write one."""

import io

from tests.importers.given import AISHA, NOAH
from tests.importers.odd_zips import members, zipped


def book() -> bytes:
    """Make a sheet that shows an error."""
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = "".join(
        f' xmlns:{name}="{names}{name}:1.0"' for name in ("office", "table", "text")
    )

    def cell(text: str) -> str:
        said = f"<text:p>{text}</text:p></table:table-cell>"
        if text.startswith("#"):
            return (
                '<table:table-cell table:formula="of:=NA()" office:value-type="string" '
                f'office:string-value="" calcext:value-type="error">{said}'
            )
        return f'<table:table-cell office:value-type="string">{said}'

    rows = [
        ["UPN", "Surname", "Forename", "KS2 Reading SS"],
        [AISHA, "Ahmed", "Aisha", "112"],
    ]
    rows.append([NOAH, "Baker", "Noah", "#N/A"])
    table = "".join(
        f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows
    )
    content = (
        f'<?xml version="1.0"?><office:document-content{spaces} '
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:'
        'calcext:1.0"><office:body><office:spreadsheet><table:table '
        f'table:name="Year 7">{table}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    manifest = f'<manifest:manifest xmlns:manifest="{names}manifest:1.0"/>'
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest.encode(),
            "content.xml": content.encode(),
        }
    )


def hidden() -> bytes:
    """Hide the second column and the second row, and leave a formula unanswered."""
    parts = members(io.BytesIO(book()))
    hides = b' table:visibility="collapse"'
    content = parts["content.xml"]
    content = content.replace(
        b"<table:table-row>", b"<table:table-row" + hides + b">", 2
    )
    content = content.replace(
        b"<table:table-row" + hides + b">", b"<table:table-row>", 1
    )
    content = content.replace(
        b'table:name="Year 7">',
        b'table:name="Year 7"><table:table-column/><table:table-column'
        + hides
        + b'/><table:table-column table:number-columns-repeated="2"/>',
    )
    content = content.replace(
        b'<table:table-cell office:value-type="string"><text:p>112</text:p>',
        b'<table:table-cell table:formula="of:=SUM([.A1:.A2])">',
    )
    return zipped({**parts, "content.xml": content})
