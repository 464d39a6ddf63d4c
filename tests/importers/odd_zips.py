"""Zip files that are the same, byte by byte, whenever they are made."""

import io
import zipfile


def members(content: io.BytesIO) -> dict[str, bytes]:
    """Unpack a zip file."""
    with zipfile.ZipFile(content) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(members: dict[str, bytes]) -> bytes:
    """Pack members of these names, all of one fixed day."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return content.getvalue()
