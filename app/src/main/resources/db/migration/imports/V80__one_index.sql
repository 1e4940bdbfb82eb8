-- What a subject's rows are is asked with an upload and without one: one index tells both.
create index line_uploads on ${schema}.line (subject, upload);
drop index ${schema}.line_subject;
drop index ${schema}.line_of_subject;

-- Each row is written once and its change noted once: room beside it keeps that out of the indexes.
alter table ${schema}.line set (fillfactor = 50);
