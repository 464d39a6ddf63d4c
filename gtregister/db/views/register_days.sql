-- A row is one pupil and one day on which decisions changed their stay on the register:
-- what was decided, and whether they were on it before and are after.
select
    days.*,
    exists (
        select 1
        from entries
        where entries.pupil_id = days.pupil_id
            and entries.status in ('on', 'paused', 'left')
            and entries.from_on < days.event_on
            and (entries.to_on is null or entries.to_on >= days.event_on)
    ) as was_on,
    exists (
        select 1
        from entries
        where entries.pupil_id = days.pupil_id
            and entries.status in ('on', 'paused', 'left')
            and entries.from_on <= days.event_on
            and (entries.to_on is null or entries.to_on > days.event_on)
    ) as stays_on
from (
    select
        entries.pupil_id,
        decisions.decided_on as event_on,
        max(decisions.what = 'added') as is_added,
        max(decisions.what in ('moved', 'resumed')) as is_moved,
        max(decisions.what = 'paused') as is_paused,
        max(decisions.what = 'left') as is_left,
        min(entries.id) as entry_id
    from decisions
    join entries on entries.id = decisions.entry_id
    where decisions.what in
        ('added', 'moved', 'resumed', 'paused', 'left', 'reviewed', 'kept')
        and entries.status in ('on', 'paused', 'left')
    group by entries.pupil_id, decisions.decided_on
) as days
