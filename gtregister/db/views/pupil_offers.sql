-- A row is one thing that is offered to one pupil, the most personal first: to the pupil
-- alone (1), an activity with a place (2), to all of a subject (3), of a strand (4).
select offers.pupil_id, offers.offer, 1 as nearness, offers.id, null as until_on
from offers
where offers.pupil_id is not null
union all
select
    places.pupil_id,
    activities.title,
    2,
    places.id,
    (select max(held_on) from sessions where activity_id = activities.id)
from places
join activities on activities.id = places.activity_id
where places.state in ('invited', 'accepted')
    and activities.status in ('planned', 'open', 'full')
union all
select
    entries.pupil_id,
    offers.offer,
    iif(offers.subject is null, 4, 3),
    offers.id,
    null
from entries
join offers
    on offers.pupil_id is null
    and (offers.subject is null or offers.subject = entries.subject)
    and (offers.strand is null or offers.strand = entries.strand)
where entries.status in ('on', 'paused')
order by 1, 3, 4
