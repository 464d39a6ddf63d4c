-- A row is one session that is to be held, from when pupils are away until when. A trip
-- lasts from leaving school to coming back; without a time it lasts the whole day.
select
    sessions.id as session_id,
    sessions.activity_id,
    activities.title,
    sessions.held_on,
    sessions.starts_at,
    sessions.ends_at,
    coalesce(sessions.venue, activities.venue) as venue,
    min(
        coalesce(activities.leaves_at, sessions.starts_at, '00:00'),
        coalesce(sessions.starts_at, activities.leaves_at, '00:00')
    ) as from_at,
    max(
        coalesce(activities.returns_at, sessions.ends_at, '24:00'),
        coalesce(sessions.ends_at, activities.returns_at, '24:00')
    ) as until_at
from sessions
join activities on activities.id = sessions.activity_id
where sessions.status = 'planned' and activities.status <> 'cancelled'
