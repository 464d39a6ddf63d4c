-- A row is one pupil's place in one activity, taken, waited for or given back.
select
    places.id as place_id,
    places.activity_id,
    activities.title as activity,
    activities.kind,
    activities.academic_year,
    activities.status as activity_status,
    activities.consent as consent_rule,
    activities.charge,
    places.pupil_id,
    pupils.upn,
    coalesce(pupils.preferred_surname, pupils.surname) as surname,
    coalesce(pupils.preferred_forename, pupils.forename) as forename,
    pupils.year_group,
    pupils.form,
    pupils.pupil_premium,
    pupils.left_on,
    places.state,
    places.state_on,
    places.why,
    places.waiting_order,
    iif(
        places.state = 'waiting',
        row_number() over (
            partition by places.activity_id, places.state
            order by places.waiting_order, places.id
        ),
        null
    ) as waiting_number,
    places.joined_on,
    places.ended_on,
    places.override,
    places.consent,
    places.consent_requested_on,
    places.consent_answered_on,
    places.payment,
    places.paid_on,
    places.bus_id,
    buses.name as bus,
    places.medical,
    places.dietary,
    places.note
from places
join activities on activities.id = places.activity_id
join pupils on pupils.id = places.pupil_id
left join buses on buses.id = places.bus_id
