-- A row is one activity in which one pupil has or had a place, and what came of it.
select
    places.id as place_id,
    places.activity_id,
    places.pupil_id,
    places.state,
    places.why,
    places.joined_on,
    activities.title,
    activities.kind,
    activities.strand,
    activities.aim,
    activities.academic_year,
    partners.name as partner,
    days.first_on,
    days.last_on,
    outcomes.outcome,
    outcomes.award,
    coalesce(marks.attended, 0) as attended,
    coalesce(marks.marked, 0) as marked
from places
join activities on activities.id = places.activity_id
left join partners on partners.id = activities.partner_id
left join (
    select activity_id, min(held_on) as first_on, max(held_on) as last_on
    from sessions
    where status = 'planned'
    group by activity_id
) as days on days.activity_id = places.activity_id
left join outcomes
    on outcomes.activity_id = places.activity_id
    and outcomes.pupil_id = places.pupil_id
left join (
    select
        sessions.activity_id,
        attendance.pupil_id,
        sum(attendance.mark in ('present', 'late')) as attended,
        count(*) as marked
    from attendance
    join sessions on sessions.id = attendance.session_id
    group by sessions.activity_id, attendance.pupil_id
) as marks
    on marks.activity_id = places.activity_id
    and marks.pupil_id = places.pupil_id
where places.joined_on is not null
    and places.state not in ('declined', 'removed')
    and activities.status not in ('idea', 'cancelled')
