"""What every criterion promises, a new one from the moment its file exists."""

import ast
import inspect
import sys

import pytest

from gtregister.criteria import Finding
from gtregister.criteria.routes import criteria
from tests.criteria.given import evidence, result

CRITERIA = criteria()
CODES = [
    result(f"{assessment}.{subject}.{measure}", "A")
    for assessment, subject, measure in [
        ("ks2", "reading", "scaled_score"),
        ("ks2", "maths", "scaled_score"),
        ("ks2", "english", "level"),
        ("ks2", "maths", "level"),
        ("ks2", "writing", "teacher_assessment"),
        ("cat4", "mean", "sas"),
    ]
]


@pytest.fixture(params=CRITERIA)
def key(request):
    return request.param


@pytest.fixture
def criterion(key):
    return CRITERIA[key]


def _source(criterion):
    return ast.parse(inspect.getsource(sys.modules[criterion.judge.__module__]))


def test_the_six_ways_to_be_found_are_found_themselves():
    assert set(CRITERIA) >= {
        "ability_score",
        "ks2_level",
        "ks2_scaled_score",
        "ks2_teacher_assessment",
        "referral",
        "top_of_year",
    }


def test_without_evidence_it_is_not_known(key, criterion):
    finding = criterion.judge(evidence(year_group=None), **criterion.defaults())
    # A referral that nobody made is known not to exist.
    assert finding.met is (False if key == "referral" else None)
    assert finding.near is False


def test_codes_alone_are_not_known_either(key, criterion):
    finding = criterion.judge(evidence(*CODES), **criterion.defaults())
    assert finding.met is (False if key == "referral" else None)


def test_every_option_is_a_parameter_and_every_parameter_an_option(criterion):
    first, *others = inspect.signature(criterion.judge).parameters
    assert first == "evidence"
    assert others == [option.key for option in criterion.options]


def test_every_option_has_a_default_that_can_be_typed(criterion):
    for option in criterion.options:
        assert option.default is not None
        assert option.parse(str(option.default)) == option.default


def test_title_and_questions_are_marked_for_translation(criterion):
    calls = [node for node in ast.walk(_source(criterion)) if _is_mark(node)]
    marked = {call.args[0].value for call in calls}
    assert criterion.title in marked
    assert {option.title for option in criterion.options} <= marked


def _is_mark(node):
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") == "N_"


@pytest.mark.parametrize("given", [evidence(), evidence(*CODES)])
def test_the_reason_is_one_whole_sentence(criterion, given):
    finding = criterion.judge(given, **criterion.defaults())
    assert isinstance(finding, Finding)
    assert finding.reason[0].isupper()
    assert finding.reason.endswith(".")
    assert "{" not in finding.reason
    assert "  " not in finding.reason


@pytest.mark.parametrize("given", [evidence(), evidence(*CODES)])
def test_every_choice_can_be_judged_or_is_refused_in_words(criterion, given):
    for option in criterion.options:
        for choice, _words in option.choices:
            answers = criterion.defaults() | {option.key: choice}
            assert criterion.judge(given, **answers).reason


def test_a_criterion_knows_no_other_criterion(key, criterion):
    imports = [n for n in ast.walk(_source(criterion)) if isinstance(n, ast.ImportFrom)]
    modules = {node.module.rpartition(".")[2] for node in imports}
    assert modules & set(CRITERIA) <= {key}
