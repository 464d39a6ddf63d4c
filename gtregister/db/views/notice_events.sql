-- A row is one event that people are to be told of. `about` says which referral, place
-- or session; `audience` is who alone is told, null for those whom the school's rules
-- name; after `until_on` it is too late to tell. `reminds` is the notice whose slip did
-- not come back; a reminder that was sent stays an event after the answer.
with register_events as (
    select
        pupil_id,
        case
            when is_added and not was_on and (stays_on or is_left) then 'joined'
            when (is_added or is_moved or is_left) and stays_on then 'moved'
            when is_left and was_on and not stays_on then 'left'
            when is_paused then 'paused'
            when stays_on and not is_added and not is_left then 'reviewed'
        end as kind,
        event_on,
        entry_id
    from register_days
    union all
    -- Who joined and left on one day: whoever was told of the one hears of the other.
    select pupil_id, 'left', event_on, entry_id
    from register_days
    where is_added and is_left and not was_on and not stays_on
),
touched as (
    select
        changed_rows.table_name,
        changed_rows.row_id,
        max(substr(changes.made_at, 1, 10)) as on_day
    from changed_rows
    join changes on changes.id = changed_rows.change_id
    where changed_rows.table_name in ('activities', 'sessions')
    group by changed_rows.table_name, changed_rows.row_id
),
last_days as (
    select activity_id, max(held_on) as until_on
    from sessions
    where status = 'planned'
    group by activity_id
)
select
    pupil_id,
    kind,
    event_on,
    '' as about,
    null as audience,
    null as until_on,
    entry_id,
    null as place_id,
    null as referral_id,
    null as reminds
from register_events
where kind is not null
union all
select
    pupil_id,
    'referral_answered',
    outcome_on,
    'referral ' || id,
    case source when 'parent' then 'parents' when 'self' then 'pupil' else 'other' end,
    null,
    null,
    null,
    id,
    null
from referrals
where status in ('accepted', 'declined') and outcome_on is not null and source <> 'peer'
union all
select
    places.pupil_id,
    'offered',
    coalesce(places.consent_requested_on, places.joined_on, places.state_on),
    'place ' || places.id,
    null,
    last_days.until_on,
    null,
    places.id,
    null,
    null
from places
join activities on activities.id = places.activity_id
left join last_days on last_days.activity_id = activities.id
where places.state in ('invited', 'accepted')
    and activities.status in ('planned', 'open', 'full')
union all
select
    places.pupil_id,
    'changed',
    touched.on_day,
    'place ' || places.id || ', session ' || sessions.id || ' ' || sessions.held_on
        || ' ' || sessions.status,
    null,
    sessions.held_on,
    null,
    places.id,
    null,
    null
from sessions
join touched on touched.table_name = 'sessions' and touched.row_id = sessions.id
join activities on activities.id = sessions.activity_id
join places on places.activity_id = activities.id
where (sessions.moved_from is not null or sessions.status = 'cancelled')
    and places.state in ('invited', 'accepted')
    and activities.status in ('planned', 'open', 'full')
union all
select
    places.pupil_id,
    'cancelled',
    touched.on_day,
    'place ' || places.id,
    null,
    last_days.until_on,
    null,
    places.id,
    null,
    null
from activities
join touched on touched.table_name = 'activities' and touched.row_id = activities.id
join places on places.activity_id = activities.id
left join last_days on last_days.activity_id = activities.id
where activities.status = 'cancelled'
    and places.state in ('invited', 'accepted', 'waiting')
union all
select
    slips.pupil_id,
    'reminder',
    date(slips.reply_by, '+1 day'),
    'slip ' || slips.id,
    notices.audience,
    null,
    null,
    notices.place_id,
    null,
    notices.id
from slips
join notices on notices.id = slips.notice_id
left join places on places.id = notices.place_id
where notices.state in ('printed', 'sent', 'chased')
    and coalesce(places.state, 'invited') in ('invited', 'accepted')
    and not exists (select 1 from answers where answers.slip_id = slips.id)
    and not exists (
        select 1
        from notices as reminders
        where reminders.pupil_id = slips.pupil_id
            and reminders.kind = 'reminder'
            and reminders.about = 'slip ' || slips.id
            and reminders.state <> 'drafted'
    )
union all
select
    reminders.pupil_id,
    'reminder',
    reminders.event_on,
    reminders.about,
    reminders.audience,
    null,
    null,
    reminders.place_id,
    null,
    slips.notice_id
from notices as reminders
join slips
    on slips.pupil_id = reminders.pupil_id
    and reminders.about = 'slip ' || slips.id
where reminders.kind = 'reminder' and reminders.state <> 'drafted'
