"""The child process that opens a spreadsheet or text file which nobody has checked yet.

It is started so that it imports nothing of the program (hence the relative imports in
this folder): it starts fast, and a hostile file can only ever harm the child. Its
memory is limited here, its time by the parent. The file is its standard input; it
never learns the name. It writes lines of JSON, and what kills it is for the parent to
explain:

- `{"name", "hidden", "merged"}`: a sheet begins; there may be `hidden_rows` and
  `hidden_columns`, by their places, `made_from` if it is made of something else, and
  the `encoding` of a text
- `{"rows"}`: more rows of it; `""` is a blank cell and `{"d": "2014-09-03"}` a date
- `{"end"}`: that was all of it
- `{"refused"}`: the file is not read, for this reason
- `{}`: still busy
"""

import gc
import os
import sys
from collections.abc import Iterable
from functools import partial
from itertools import chain

from .limits import (  # noqa: TID252 - see above
    FILE_BYTES,
    MEMORY,
    Line,
    Refused,
    told,
    within,
)

# Makes the packed program, beside which there is no Python, run `main` and end.
FLAG = "--open-sheets"
# A zip file that has one of these is a workbook.
_WORKBOOKS = (b"[Content_Types].xml", b"content.xml")


def main(encoding: str = "") -> None:
    """Read the file on standard input and write what is in it on standard output.

    `encoding` is how the letters of a text are to be read, if somebody has said so.
    """
    _limit_memory()
    # Nothing here makes cycles, and looking for them takes a fifth of the time.
    gc.disable()
    with open(1, "wb") as out:
        try:
            found = within(lines(_content(), encoding))
            # Imported here: a thread may be reading the workbook by now.
            from .writing import written  # noqa: TID252 - see above

            for line in map(written, found):
                out.write(line)
                out.flush()
            out.write(b'{"end": true}')
        except Refused as refused:
            out.write(b'{"refused": "%s"}' % str(refused).encode())
        except MemoryError:
            out.write(b'{"refused": "large"}')
    # To give back every cell of a large file takes longer than to just end.
    os._exit(0)


def _limit_memory() -> None:
    if sys.platform == "win32":  # The parent puts the child in a job that has a limit.
        return
    import resource  # Windows has none.

    # A core file would leave the names of children on the disk.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (OSError, ValueError):
        return  # macOS knows this limit, but may not let it be set.


def _content() -> bytes:
    with open(0, "rb") as source:
        content = source.read(FILE_BYTES + 1)
    if len(content) > FILE_BYTES:
        raise Refused("large")
    return content


def lines(content: bytes, encoding: str = "") -> Iterable[Line]:
    """Read every sheet of a file, whose kind its content tells and not its name."""
    unparcelled = partial(_unparcelled, encoding)
    # Imported here: a text file does without the rest, and each costs a little time.
    if content.startswith(b"PK") and not any(name in content for name in _WORKBOOKS):
        from . import parcel  # noqa: TID252 - see above

        return parcel.lines(content, unparcelled)
    return unparcelled(content)


def _unparcelled(encoding: str, content: bytes) -> Iterable[Line]:
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
        from . import workbook  # noqa: TID252 - see above

        return workbook.lines(content)
    from . import text  # noqa: TID252 - see above

    found = encoding or text.encoding(content)
    decoded = text.decoded(content, found)
    kind = text.kind(decoded)
    if kind == "xml":
        from . import xml  # noqa: TID252 - see above

        is_wrong = bool(encoding) or xml.belies(content, found)
        return xml.lines(content, decoded, found if is_wrong else "")
    if kind == "web":
        from . import web  # noqa: TID252 - see above

        return web.lines(decoded, found)
    begun: Line = {"name": "", "hidden": False, "merged": [], "encoding": found}
    return chain((begun,), told(text.cut(decoded)))
