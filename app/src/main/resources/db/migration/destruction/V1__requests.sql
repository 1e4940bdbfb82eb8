-- A wish that what tells who somebody is be destroyed: of one person, or of everybody whom only an outbreak brought here.
-- Nothing happens until somebody else has agreed. Ids only, never names.
create table ${schema}.request (
    id uuid primary key,
    subject text collate "C",
    kinds text,
    division bigint,
    before timestamptz,
    reason text not null,
    asked_by text collate "C" not null,
    asked_at timestamptz not null,
    approved_by text collate "C",
    approved_at timestamptz,
    certificate bigint,
    people bigint,
    check ((subject is null) <> (kinds is null and division is null and before is null)),
    check ((certificate is null) = (approved_by is null)),
    check (approved_by <> asked_by)
);
create index request_latest on ${schema}.request (asked_at desc, id);

grant usage on schema ${schema} to ${application};
grant select, insert, update on ${schema}.request to ${application};
