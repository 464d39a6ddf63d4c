"""Why a pupil is on the register, as a family reads it: in words and without scores."""

import json
from collections import defaultdict

from gtregister.core.register import Register
from gtregister.i18n import N_

_BY_CRITERION = {
    "ks2_scaled_score": N_("the tests at the end of primary school"),
    "ks2_level": N_("the tests at the end of primary school"),
    "ks2_teacher_assessment": N_("the assessments of primary school teachers"),
    "ability_score": N_("the reasoning tests that pupils take at our school"),
    "top_of_year": N_("work and assessments at our school"),
}
# What other pupils said is not told, since it could be guessed who it was.
_BY_SOURCE = {
    "staff": N_("what teachers see in lessons"),
    "parent": N_("what we heard from home"),
    "self": N_("what we heard from {child}"),
    "primary": N_("what the primary school told us"),
    "specialist": N_("what a specialist told us"),
    "mentor": N_("what a specialist told us"),
}
TO_PUPIL = {
    "what we heard from {child}": N_("what you told us"),
    "the judgement of teachers who know {child}": N_("the judgement of your teachers"),
    "the reasoning tests that pupils take at our school": N_(
        "the reasoning tests that you took at school"
    ),
}
"""What is said otherwise to the pupil."""

_JUDGEMENT = N_("the judgement of teachers who know {child}")


def reasons(register: Register) -> dict[int, list[str]]:
    """Say for each pupil with an entry what the decision rests on, each thing once."""
    criteria = _criteria(register)
    sources = _sources(register)
    found: dict[int, list[str]] = defaultdict(list)
    for row in register.rows(
        """
        select entries.pupil_id, entries.route, decisions.policy_id, decisions.evidence
        from decisions
        join entries on entries.id = decisions.entry_id
        where decisions.what = 'added' and entries.status in ('on', 'paused', 'left')
        order by entries.pupil_id, decisions.id
        """
    ):
        asked = criteria.get((row["policy_id"], row["route"]), [])
        findings = json.loads(row["evidence"])
        met = [
            criterion
            for criterion, finding in zip(asked, findings, strict=False)
            if finding["met"]
        ]
        said = [_BY_CRITERION[c] for c in met if c in _BY_CRITERION]
        if "referral" in met:
            said += sources.get(row["pupil_id"], [])
        found[row["pupil_id"]] += said or [_JUDGEMENT]
    return {
        pupil_id: [
            one for one in dict.fromkeys(said) if one != _JUDGEMENT or len(said) == 1
        ]
        or [_JUDGEMENT]
        for pupil_id, said in found.items()
    }


def _criteria(register: Register) -> dict[tuple[int, str], list[str]]:
    """Name the criteria of each route of each version of the policy, in order."""
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    for row in register.rows(
        """
        select routes.policy_id, routes.key, route_criteria.criterion
        from routes
        join route_criteria on route_criteria.route_id = routes.id
        order by routes.policy_id, routes.key, route_criteria.position
        """
    ):
        found[row["policy_id"], row["key"]].append(row["criterion"])
    return found


def _sources(register: Register) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for row in register.rows(
        """
        select distinct pupil_id, source
        from referrals
        where status not in ('declined', 'withdrawn')
        order by pupil_id, source
        """
    ):
        if row["source"] in _BY_SOURCE:
            found[row["pupil_id"]].append(_BY_SOURCE[row["source"]])
    return found
