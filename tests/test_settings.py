"""The settings of this computer: kept, and never in the way."""

from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest

from gtregister import settings
from gtregister.settings import Settings


@pytest.fixture
def file():
    folder = platformdirs.user_config_path("gtregister", appauthor=False)
    folder.mkdir(parents=True)
    return folder / "settings.json"


def test_what_is_saved_is_there_next_time():
    chosen = Settings("C Hall", ("/a.gtreg",), "dark", 150, True, False, ("/a.gtreg",))

    settings.save(chosen)

    assert settings.load() == chosen


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\x00", '{"unknown": 1}'])
def test_damaged_settings_are_the_usual_ones(file, text):
    file.write_text(text)
    assert settings.load() == Settings()


@pytest.mark.parametrize(
    "text",
    [
        '{"recent": 5, "theme": "dark"}',
        '{"text_size": "big", "theme": "dark"}',
        '{"person": null, "theme": "dark"}',
        '{"discreet": "yes", "theme": "dark"}',
        '{"steps_hidden_in": {}, "theme": "dark"}',
    ],
)
def test_one_damaged_setting_spoils_no_other(file, text):
    file.write_text(text)
    assert settings.load() == Settings(theme="dark")


def test_lists_keep_what_is_arranged_in_each():
    settings.keep("roll", {"columns": ["form"]})
    settings.keep("register", {"columns": ["year"]})

    assert settings.kept("roll") == {"columns": ["form"]}
    assert settings.kept("nothing") == {}


def test_the_latest_register_stands_first_and_once():
    for name in ("a", "b", "a"):
        settings.remember_opened(Path(name))

    assert settings.load().recent == ("a", "b")


def test_a_computer_that_keeps_nothing_is_no_hindrance(file):
    file.parent.rmdir()
    file.parent.write_text("a file where the folder should be")

    settings.save(replace(Settings(), theme="dark"))
    settings.keep("roll", {})

    assert settings.load() == Settings()
