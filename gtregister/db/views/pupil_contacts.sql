-- A row is a pupil with the first two people to ring, who may be told.
select
    pupil_id,
    max(iif(place = 1, told, null)) as contact,
    max(iif(place = 2, told, null)) as second_contact
from (
    select
        pupil_id,
        row_number() over (
            partition by pupil_id order by contact_order is null, contact_order, id
        ) as place,
        -- The number comes first, lest a narrow column cut it; its spaces do not break.
        coalesce(replace(telephone, ' ', char(160)) || ' ', '')
            || coalesce(title || ' ', '')
            || coalesce(forename || ' ', '')
            || surname
            || coalesce(' (' || relationship || ')', '')
            as told
    from contacts
    where no_contact = 0
)
where place <= 2
group by pupil_id
