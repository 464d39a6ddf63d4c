"""What staff and pupils made of each activity."""

from gtregister import options
from gtregister.core import school
from gtregister.core.enrichment import rows_shown
from gtregister.core.enrichment.evaluations import AGAIN, AIM_MET
from gtregister.core.register import Register
from gtregister.i18n import N_, translated
from gtregister.reports import Report
from gtregister.table import Column, Table

_COLUMNS = (
    Column("title", N_("Activity")),
    Column("aim", N_("Aim")),
    Column("aim_met", N_("Aim met"), "status"),
    Column("evidence", N_("How we know")),
    Column("again", N_("Again")),
    Column("next_time", N_("Next time")),
    Column("pupils", N_("Pupils"), "number"),
    Column("met", N_("Outcome as hoped or more"), "number"),
    Column("scale", N_("Pupils’ answers, mean of 1 to 5"), "number"),
    Column("slips", N_("Pupils who answered"), "number"),
    Column("due", N_("Follow-up still due"), "number"),
)
_SQL = """
select
    activities.id,
    activities.title,
    activities.aim,
    evaluations.aim_met,
    evaluations.evidence,
    evaluations.again,
    evaluations.next_time,
    (select count(*) from enrichment where activity_id = activities.id)
        as pupils,
    (
        select count(*)
        from outcomes
        where activity_id = activities.id and outcome in ('met', 'exceeded')
    ) as met,
    (
        select round(avg(feedback.number), 1)
        from feedback
        join questions on questions.id = feedback.question_id
        where feedback.activity_id = activities.id and questions.kind = 'scale'
    ) as scale,
    (
        select count(distinct slip)
        from feedback
        where activity_id = activities.id
    ) as slips,
    (
        select count(*)
        from follow_ups
        where activity_id = activities.id and done_on is null
    ) as due
from activities
left join evaluations on evaluations.id = (
    select id
    from evaluations
    where activity_id = activities.id
    order by judged_on desc, id desc
    limit 1
)
where activities.academic_year = :year
    and activities.status not in ('idea', 'cancelled')
order by evaluations.id is null, activities.title
"""


def table(register: Register, academic_year: int | None) -> Table:
    """Put the latest judgement of each activity beside outcomes and feedback."""
    rows = register.rows(
        _SQL,
        year=academic_year or school.academic_year_of(register.today),
    )
    said = {
        "aim_met": rows_shown.words(AIM_MET, translated),
        "again": rows_shown.words(AGAIN, translated),
    }
    title = N_("Evaluation of activities")
    return rows_shown.table(title, _COLUMNS, rows, "id", said)


REPORT = Report(
    title=N_("Evaluation of activities"),
    options=(
        options.number("academic_year", N_("Academic year (2026 is 2026 to 2027)")),
    ),
    table=table,
    about=N_("Whether each activity met its aim, how we know, and what pupils say."),
    topic="enrichment",
)
