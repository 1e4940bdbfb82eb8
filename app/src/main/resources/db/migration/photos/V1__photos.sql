-- Record: photos about duties, sealed with the person's key.
create table ${schema}.photo (
    id uuid primary key,
    subject text collate "C" not null,
    duty uuid not null,
    taken_by text not null,
    added_at timestamptz not null,
    bytes int not null,
    data_key uuid not null,
    picture bytea not null
);
create index photo_duty on ${schema}.photo (duty, added_at);
create index photo_subject on ${schema}.photo (subject, added_at desc);

-- It goes by whose responsibility the subject is.
alter table ${schema}.photo enable row level security, force row level security;
create policy sight on ${schema}.photo using (
    (select authority.level()) = 9
    or exists (select 1 from authority.subject_region r where r.subject = photo.subject));

grant usage on schema ${schema} to ${application};
grant select, insert on ${schema}.photo to ${application};
