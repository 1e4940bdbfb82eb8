-- A picture about many duties at once, such as a sign-off sheet. It may name several people, so that it has a key of its own,
-- which goes with the first of them whose data are destroyed; one that somebody else's law case keeps goes later.
create table ${schema}.sheet (
    id uuid primary key,
    data_key uuid not null,
    bytes int not null,
    picture bytea not null,
    added_at timestamptz not null,
    must_go boolean not null default false
);
alter table ${schema}.photo add column sheet uuid references ${schema}.sheet (id);
create index photo_sheet on ${schema}.photo (sheet) where sheet is not null;

-- One that was added to many duties can be taken back; that it was there stays.
alter table ${schema}.photo add column taken_back_at timestamptz;

grant select, insert on ${schema}.sheet to ${application};
grant update (must_go, picture) on ${schema}.sheet to ${application};
grant update (taken_back_at) on ${schema}.photo to ${application};
