"""Every change ever made to the tables: a module each, applied in order of their names.

A module has a function `migrate(db)`. Modules are only ever added: a file may have been
made by any of them. Views and triggers are not here: they are replaced whenever their
text changes.
"""

import pkgutil
from importlib import import_module

from sqlite_utils import Migrations

migrations = Migrations("gtregister")
for _module in sorted(found.name for found in pkgutil.iter_modules(__path__)):
    migrations(name=_module)(import_module(f"{__name__}.{_module}").migrate)
