-- A row is one stored result with its pupil and the place in the file it came from.
select
    results.id as result_id,
    results.pupil_id,
    pupils.upn,
    pupils.surname,
    pupils.forename,
    pupils.year_group,
    results.assessment,
    results.academic_year,
    results.subject,
    results.measure,
    results.value,
    results.number,
    results.taken_on,
    imports.file_name,
    results.sheet,
    results.row,
    results."column"
from results
join pupils on pupils.id = results.pupil_id
left join imports on imports.id = results.import_id
