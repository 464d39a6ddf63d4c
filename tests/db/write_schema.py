"""Write down the shape of a new file: python -m tests.db.write_schema."""

import tempfile
from pathlib import Path

from gtregister.core import school
from gtregister.core.register import Register
from gtregister.core.school import School
from tests.db.test_schema import EXPECTED, written

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "new.gtreg")
        school.create(path, School("Greenfield Academy"), "C Hall")
        with Register.open_to_read(path, "C Hall") as register:
            EXPECTED.parent.mkdir(parents=True, exist_ok=True)
            EXPECTED.write_text(written(register), encoding="utf-8")
