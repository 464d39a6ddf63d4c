"""Is a number high enough, and if there is none, why not: with the sentence."""

from collections.abc import Mapping

from gtregister.criteria import Finding, Result
from gtregister.criteria.codes import meaning
from gtregister.criteria.measures import RULES, Key, number, used
from gtregister.criteria.names import NAMES, name
from gtregister.errors import UserError
from gtregister.i18n import _, format_number


def at_least(
    kept: Mapping[Key, Result], key: Key, least: float, near: float
) -> Finding:
    """Compare one measure of the newest results with what is needed."""
    score = number(kept, key)
    if score is None:
        return not_known(kept, key)
    reason = _("{measure} {score}; {least} or more is needed.").format(
        measure=name(key), score=figure(score), least=figure(least)
    )
    return compared(reason, score, used(kept, key), least, near)


def compared(
    reason: str, score: float, results: tuple[Result, ...], least: float, near: float
) -> Finding:
    """Find whether a score is high enough, or too low by no more than `near`."""
    met = score >= least
    is_near = not met and score >= round(least - near, 4)
    return Finding(met, reason, score, results, is_near)


def not_known(kept: Mapping[Key, Result], key: Key) -> Finding:
    """Say which number is missing, and which code stands in its place if one does."""
    gap, code = _gap(kept, key)
    if code is None:
        reason = _("There is no {measure} on file.").format(measure=name(gap))
        return Finding(None, reason, results=used(kept, key))
    words = meaning(code)
    reason = (
        _("There is no {measure}: the result is {code}, {meaning}.")
        if words
        else _("There is no {measure}: the result is {code}.")
    ).format(measure=name(gap), code=code.value, meaning=words)
    return Finding(None, reason, code.value, used(kept, key) or (code,))


def _gap(kept: Mapping[Key, Result], key: Key) -> tuple[Key, Result | None]:
    """Find the part whose number is missing, one with a code first."""
    rule = RULES.get(key)
    parts = [part for part in rule.parts if part in NAMES] if rule else []
    gaps = [part for part in parts if number(kept, part) is None]
    for gap in (*gaps, key):
        code = _code(kept, gap)
        if code is not None:
            return gap, code
    return (gaps[0] if 0 < len(gaps) < len(parts) else key), None


def _code(kept: Mapping[Key, Result], key: Key) -> Result | None:
    """Find the code that stands where a number would; if need be, the outcome."""
    for result in used(kept, key):
        if result.number is None:
            return result
    assessment, subject, measure = key
    if measure == "scaled_score":
        return kept.get((assessment, subject, "outcome"))
    return None


def figure(score: float) -> str:
    """Write a score without needless decimals: 113 or 109.5."""
    whole = int(score)
    return format_number(whole if whole == score else score)


def require(option: str, answer: float, low: float, high: float) -> None:
    """Refuse an answer to an option that no pupil could ever be measured by."""
    if not low <= answer <= high:
        said = _("{option} is {answer}; write a number from {low} to {high}.")
        raise UserError(
            said.format(
                option=option,
                answer=figure(answer),
                low=figure(low),
                high=figure(high),
            ),
            option,
        )
