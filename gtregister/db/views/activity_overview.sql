-- A row is one activity with its partner, its first and last day, and who has a place.
select
    activities.id as activity_id,
    activities.title,
    activities.kind,
    activities.aim,
    activities.strand,
    activities.academic_year,
    iif(
        activities.status in ('planned', 'open')
            and coalesce(seats.taken, 0) >= activities.places_most,
        'full',
        activities.status
    ) as status,
    activities.partner_id,
    partners.name as partner,
    partners.kind as partner_kind,
    activities.venue,
    activities.cost,
    activities.charge,
    activities.places_least,
    activities.places_most,
    activities.consent as consent_rule,
    days.first_on,
    days.last_on,
    coalesce(days.sessions, 0) as sessions,
    coalesce(seats.taken, 0) as taken,
    coalesce(seats.accepted, 0) as accepted,
    coalesce(seats.invited, 0) as invited,
    coalesce(seats.waiting, 0) as waiting,
    coalesce(seats.suggested, 0) as suggested,
    iif(activities.consent = 'not_needed', 0, coalesce(seats.unconsented, 0))
        as unconsented,
    coalesce(seats.due, 0) as due
from activities
left join partners on partners.id = activities.partner_id
left join (
    select
        activity_id,
        min(held_on) as first_on,
        max(held_on) as last_on,
        count(*) as sessions
    from sessions
    where status = 'planned'
    group by activity_id
) as days on days.activity_id = activities.id
left join (
    select
        activity_id,
        sum(state in ('invited', 'accepted')) as taken,
        sum(state = 'accepted') as accepted,
        sum(state = 'invited') as invited,
        sum(state = 'waiting') as waiting,
        sum(state = 'suggested') as suggested,
        sum(
            state in ('invited', 'accepted')
            and coalesce(consent, 'missing') in ('missing', 'requested', 'refused')
        ) as unconsented,
        sum(state in ('invited', 'accepted') and payment = 'due') as due
    from places
    group by activity_id
) as seats on seats.activity_id = activities.id
