-- A row is one reply slip that was sent: about whom, to whom, and what came back.
select
    slips.id as slip_id,
    slips.notice_id,
    slips.pupil_id,
    slips.reply_by,
    notices.kind,
    coalesce(pupils.preferred_surname, pupils.surname) as surname,
    coalesce(pupils.preferred_forename, pupils.forename) as forename,
    pupils.form,
    (
        select group_concat(concat_name, ', ')
        from (
            select
                trim(
                    coalesce(contacts.title || ' ', '')
                    || coalesce(contacts.forename || ' ', '')
                    || contacts.surname
                ) as concat_name
            from notice_people
            join contacts on contacts.id = notice_people.contact_id
            where notice_people.notice_id = slips.notice_id
            order by notice_people.id
        )
    ) as people,
    (select min(answered_on) from answers where slip_id = slips.id) as answered_on,
    (
        select group_concat(said, ', ')
        from (
            select question || ': ' || iif(answer, 'yes', 'no') as said
            from answers
            where slip_id = slips.id
            order by id
        )
    ) as answers
from slips
join notices on notices.id = slips.notice_id
join pupils on pupils.id = slips.pupil_id
where notices.state <> 'drafted'
