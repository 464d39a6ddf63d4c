"""What the register holds of results, as a file that comes is compared with it."""

from gtregister.core.roll.results import Held, NewResult
from gtregister.importers import Result
from tests.builders import pupil, score


def maths(value, year=2025):
    said = Result("ks2", year, "maths", "scaled_score", value, None, "Maths")
    return NewResult(said, year, 2)


def test_results_are_known_at_once_however_they_are_written(register):
    aisha, lina = pupil(register), pupil(register, "Lina")
    odd = "É “\"\\/'\t\n\x7f<&"
    score(register, aisha, "112", academic_year=2024)
    score(register, aisha, odd)
    score(register, aisha, "99", subject="reading")

    held = Held(register)

    assert held.has_all(aisha, [maths("112", 2024), maths(odd)])
    assert held.has_all(aisha, [maths(odd)])
    assert not held.has_all(aisha, [maths("112")])
    assert not held.has_all(lina, [maths("112", 2024)])


def test_a_part_of_a_value_is_another_value(register):
    aisha = pupil(register)
    score(register, aisha, '112","B')

    held = Held(register)

    assert not held.has_all(aisha, [maths("112")])
    assert not held.has_all(aisha, [maths("B")])
