-- A row is one recorded row that is about one pupil: by it the history finds changes.
select 'pupils' as table_name, id as row_id, id as pupil_id from pupils
union all select 'contacts', id, pupil_id from contacts
union all select 'results', id, pupil_id from results
union all select 'referrals', id, pupil_id from referrals
union all select 'entries', id, pupil_id from entries
union all
select 'decisions', decisions.id, entries.pupil_id
from entries
join decisions on decisions.entry_id = entries.id
union all select 'places', id, pupil_id from places
union all select 'preferences', id, pupil_id from preferences
union all select 'suggestions', id, pupil_id from suggestions
union all select 'choices', id, pupil_id from choices
union all select 'attendance', id, pupil_id from attendance
union all select 'feedback', id, pupil_id from feedback
union all select 'outcomes', id, pupil_id from outcomes
union all select 'follow_ups', id, pupil_id from follow_ups
union all select 'notices', id, pupil_id from notices
union all select 'letters', id, pupil_id from letters
union all select 'slips', id, pupil_id from slips
union all select 'answers', id, pupil_id from answers
union all select 'wishes', id, pupil_id from wishes
union all select 'offers', id, pupil_id from offers where pupil_id is not null
