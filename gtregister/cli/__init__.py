"""The command line: the same jobs without a window.

Each module of this folder holds verbs. What a verb has to say goes to standard error,
and its answer to standard output. It ends with 0 (done), 1 (the user must do
something) or 2 (wrong usage).
"""

import pkgutil
import sys
from collections.abc import MutableMapping, Sequence
from importlib import import_module
from typing import IO

import click

from gtregister import __version__
from gtregister.cli.session import UsersTurn
from gtregister.errors import UserError
from gtregister.i18n import _


class Verbs(click.Group):
    """Finds each verb in the module that defines it, in one folder of modules."""

    folder = __name__

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the verbs."""
        return sorted(self._all())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Find one verb."""
        return self._all().get(cmd_name)

    def _all(self) -> MutableMapping[str, click.Command]:
        if not self.commands:
            folder = import_module(self.folder)
            self.commands = {
                str(value.name): value
                for module in pkgutil.iter_modules(folder.__path__)
                for value in vars(
                    import_module(f"{self.folder}.{module.name}")
                ).values()
                if isinstance(value, click.Command)
            }
        return self.commands


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--by", metavar="NAME", help="The person acting; also after the verb.")
@click.option("--today", metavar="YYYY-MM-DD", help="The date; also after the verb.")
@click.version_option(__version__, prog_name="gtregister")
@click.pass_context
def main(ctx: click.Context, by: str | None, today: str | None) -> None:
    """Keep a school's register of gifted, talented and more able pupils.

    Without a verb, or with the name of a register alone, the window opens.
    """
    ctx.obj = {"by": by, "today": today}


def run(arguments: Sequence[str]) -> int:
    """Run a verb and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    try:
        main.main(list(arguments), prog_name="gtregister", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 2
    except click.UsageError as error:
        error.show()
        return 2
    except click.Abort:
        click.echo(_("Stopped. Nothing was changed."), err=True)
        return 1
    except (UserError, UsersTurn) as error:
        click.echo(str(error), err=True)
        return 1
    return 0


def _speak_utf8(stream: IO[str]) -> None:
    # A Windows console that speaks cp1252 would stumble over the first ł.
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
