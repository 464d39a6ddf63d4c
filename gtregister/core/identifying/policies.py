"""The school's identification policy: chosen, kept in versions, told in words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from gtregister.core import words
from gtregister.core.register import Register
from gtregister.criteria import policy_document, policy_in_words
from gtregister.criteria.routes import Clause, Policy, Route
from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.options import Answer


@dataclass(frozen=True, slots=True)
class InForce:
    """The policy that a school works by, and which version of it."""

    id: int
    key: str
    version: int
    policy: Policy


def presets() -> dict[str, Policy]:
    """Read the policies that ship with the program, by key."""
    texts = policy_document.presets()
    return {key: policy_document.parse(text) for key, text in texts.items()}


def current(register: Register) -> InForce | None:
    """Read the policy that the school works by, if it has chosen one."""
    row = register.row("select * from policies order by id desc limit 1")
    if row is None:
        return None
    policy = policy_document.parse(row["document"])
    return InForce(row["id"], row["key"], row["version"], policy)


def in_force(register: Register) -> InForce:
    """Read the policy that the school works by; UserError if it has chosen none."""
    found = current(register)
    if found is None:
        said = _(
            "This register has no identification policy yet. "
            "Choose one: {keys}, or a file of your own."
        )
        raise UserError(said.format(keys=", ".join(policy_document.presets())))
    return found


def use(register: Register, preset_or_file: str) -> InForce:
    """Choose a preset by key, or a policy file of the school's own.

    Another text is a new version, and decisions remember theirs; the text that is in
    force already changes nothing. Raises UserError if it is not a policy.
    """
    return _put_in_force(register, *_document(preset_or_file))


def adopt(register: Register, key: str, policy: Policy) -> InForce:
    """Work by a policy that was edited in the program, as a new version.

    `key` is that of the preset or file it was made from. A preset that nobody has
    changed keeps its own text, with its remarks.
    """
    held = current(register)
    if held is not None and (held.key, held.policy) == (key, policy):
        return held
    shipped = policy_document.presets().get(key)
    if shipped is not None and policy_document.parse(shipped) == policy:
        return _put_in_force(register, key, shipped)
    return _put_in_force(register, key, policy_document.write(policy))


def _put_in_force(register: Register, key: str, document: str) -> InForce:
    policy = policy_document.parse(document)
    held = register.row("select * from policies order by id desc limit 1")
    if held is None or (held["key"], held["document"]) != (key, document):
        _store(register, key, document, policy)
    return in_force(register)


def with_answers(
    policy: Policy, route_key: str, place: int, answers: Mapping[str, Answer]
) -> Policy:
    """Give a policy with other answers to the options of one criterion of a route.

    `place` counts the criteria of the route from 0. Raises UserError for answers by
    which no pupil could be judged; nothing said of an option leaves its answer.
    """
    routes = tuple(
        replace(r, clauses=_answered(r.clauses, place, answers))
        if r.key == route_key
        else r
        for r in policy.routes
    )
    return replace(policy, routes=routes)


def _answered(
    clauses: tuple[Clause, ...], place: int, answers: Mapping[str, Answer]
) -> tuple[Clause, ...]:
    clause = clauses[place]
    given = {key: answer for key, answer in answers.items() if answer is not None}
    changed = replace(clause, options={**clause.options, **given})
    policy_document.check(changed)
    return (*clauses[:place], changed, *clauses[place + 1 :])


def describe(register: Register, policy: Policy) -> list[str]:
    """Tell a policy in the school's words, with its thresholds, line by line."""
    called = words.of(register)
    strands = {key: called.strand(key) for key in called.strands}
    return policy_in_words.describe(policy, called.tiers | strands)


def _document(preset_or_file: str) -> tuple[str, str]:
    shipped = policy_document.presets()
    if preset_or_file in shipped:
        return preset_or_file, shipped[preset_or_file]
    path = Path(preset_or_file)
    if path.suffix != ".toml":
        said = _("There is no policy “{key}”. There are: {keys}; or name a .toml file.")
        keys = ", ".join(shipped)
        raise UserError(said.format(key=preset_or_file, keys=keys), "use")
    try:
        return path.stem, path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        said = _("{path} cannot be read. Check its name, and that it is plain text.")
        raise UserError(said.format(path=path), "use") from None


def _store(register: Register, key: str, document: str, policy: Policy) -> None:
    with register.change(N_("Policy chosen"), about=policy.name) as db:
        version = register.value(
            "select 1 + coalesce(max(version), 0) from policies where key = :key",
            key=key,
        )
        policy_id = db.insert(
            "policies",
            {
                "key": key,
                "name": policy.name,
                "version": version,
                "document": document,
                "in_force_from": register.today.isoformat(),
            },
        )
        for route in policy.routes:
            route_id = db.insert("routes", {"policy_id": policy_id, **_row(route)})
            for position, clause in enumerate(route.clauses, 1):
                db.insert(
                    "route_criteria",
                    {
                        "route_id": route_id,
                        "position": position,
                        "criterion": clause.criterion,
                        "options": json.dumps(dict(clause.options)),
                    },
                )


def _row(route: Route) -> dict[str, str | None]:
    return {
        "key": route.key,
        "title": route.title,
        "strand": route.strand,
        "subject": route.subject,
        "scope": route.scope,
        "tier": route.tier,
        "needs": route.needs,
    }
