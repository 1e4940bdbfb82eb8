-- Pictures are kept for as long as a retention order of their place says; that there was one stays.
alter table ${schema}.attachment add column destroyed_at timestamptz;
create index attachment_age on ${schema}.attachment (division, added_at) where destroyed_at is null;

grant update (destroyed_at, picture) on ${schema}.attachment to ${application};
