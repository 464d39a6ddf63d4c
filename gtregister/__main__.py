"""Starting the program: no verb opens the window, a verb does its job without one."""

import sys
from pathlib import Path


def main() -> None:
    """Open the window, or run a verb of the command line."""
    arguments = sys.argv[1:]
    if not arguments or (len(arguments) == 1 and arguments[0].endswith(".gtreg")):
        from gtregister.desktop import app

        sys.exit(app.run(Path(arguments[0]) if arguments else None))
    from gtregister import cli

    sys.exit(cli.run(arguments))


if __name__ == "__main__":
    main()
