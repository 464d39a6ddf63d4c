-- A row is one pupil on the roll at some time in one group of pupils; is_in is null where
-- nobody knows. The register, places and attendance are compared by them.
select id as pupil_id, left_on, 'pupil_premium' as grouping, pupil_premium as is_in
from pupils
union all select id, left_on, 'fsm', fsm from pupils
union all select id, left_on, 'sen', iif(sen is null, null, sen <> 'N') from pupils
union all select id, left_on, 'eal', eal from pupils
union all select id, left_on, 'looked_after', looked_after from pupils
union all select id, left_on, 'girls', iif(sex in ('F', 'M'), sex = 'F', null) from pupils
union all select id, left_on, 'boys', iif(sex in ('F', 'M'), sex = 'M', null) from pupils
union all select id, left_on, 'autumn_born', substr(dob, 6, 2) between '09' and '12'
from pupils
union all select id, left_on, 'summer_born', substr(dob, 6, 2) between '05' and '08'
from pupils
