"""Starting the program: no verb opens the window, a verb does its job without one."""

import sys
from pathlib import Path

from gtregister.importers import sheet_child
from gtregister.importers.sheet_child import FLAG


def main() -> None:
    """Open the window, or run a verb of the command line."""
    arguments = sys.argv[1:]
    if arguments[:1] == [FLAG]:
        sheet_child.main(*arguments[1:])
    if not arguments or (len(arguments) == 1 and _is_file(arguments[0])):
        from gtregister.desktop import app

        sys.exit(app.run(Path(arguments[0]) if arguments else None))
    from gtregister import cli

    sys.exit(cli.run(arguments))


def _is_file(argument: str) -> bool:
    """Say whether it is a file to open, rather than a verb."""
    return argument.endswith(".gtreg") or ("." in argument and Path(argument).is_file())


if __name__ == "__main__":
    main()
