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
),
-- A family is reminded twice at most; after a reminder that is not needed, no more.
reminded as (
    select
        slips.id as slip_id,
        count(*) as times,
        max(notices.state = 'not_needed') as is_enough,
        max(notices.state_on) as last_on
    from slips
    join notices
        on notices.pupil_id = slips.pupil_id
        and notices.kind = 'reminder'
        and notices.about in ('slip ' || slips.id, 'slip ' || slips.id || ' again')
    where notices.state <> 'drafted'
    group by slips.id
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
    date(
        max(
            slips.reply_by,
            coalesce(
                date(
                    reminded.last_on,
                    '+' || coalesce(notice_rules.reply_days, 5) || ' days'
                ),
                slips.reply_by
            )
        ),
        '+1 day'
    ),
    'slip ' || slips.id || case when reminded.times = 1 then ' again' else '' end,
    notices.audience,
    last_days.until_on,
    null,
    notices.place_id,
    null,
    notices.id
from slips
join notices on notices.id = slips.notice_id
join notice_rules on notice_rules.kind = 'reminder'
left join reminded on reminded.slip_id = slips.id
left join places on places.id = notices.place_id
left join last_days on last_days.activity_id = places.activity_id
where notices.state in ('printed', 'sent', 'chased')
    and coalesce(places.state, 'invited') in ('invited', 'accepted')
    and not exists (select 1 from answers where answers.slip_id = slips.id)
    and (reminded.times is null or (reminded.times = 1 and not reminded.is_enough))
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
    and reminders.about in ('slip ' || slips.id, 'slip ' || slips.id || ' again')
where reminders.kind = 'reminder' and reminders.state <> 'drafted'
