-- A row is one episode of one pupil on the register, with the pupil beside it.
select
    entries.id as entry_id,
    entries.pupil_id,
    pupils.upn,
    pupils.surname,
    pupils.forename,
    coalesce(pupils.preferred_surname, pupils.surname) as shown_surname,
    coalesce(pupils.preferred_forename, pupils.forename) as shown_forename,
    pupils.dob,
    pupils.sex,
    pupils.year_group,
    pupils.form,
    pupils.pupil_premium,
    pupils.sen,
    pupils.eal,
    pupils.left_on,
    entries.strand,
    entries.subject,
    subjects.name as subject_name,
    entries.scope,
    entries.tier,
    entries.route,
    entries.status,
    entries.from_on,
    entries.to_on,
    entries.review_due,
    (
        select decisions.reason
        from decisions
        where decisions.entry_id = entries.id
        order by decisions.what <> 'added', decisions.id
        limit 1
    ) as reason
from entries
join pupils on pupils.id = entries.pupil_id
left join subjects on subjects.key = entries.subject
