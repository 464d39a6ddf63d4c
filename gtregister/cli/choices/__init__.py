"""The verb `choices`: each module of this folder holds actions of it."""

from pathlib import Path

import click

from gtregister.cli import Verbs
from gtregister.cli.session import REGISTER


class _Actions(Verbs):
    """Finds the actions in the modules of this folder."""

    folder = __name__


@click.group("choices", cls=_Actions)
@REGISTER
@click.pass_context
def choices(ctx: click.Context, file: Path) -> None:
    """Let pupils rank activities, and turn the choices into places."""
    ctx.obj = file
