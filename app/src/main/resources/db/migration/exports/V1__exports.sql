-- A wish to take a list out of the system: who, what for, how many rows, and who else allowed it.
create table ${schema}.request (
    id uuid primary key,
    list text not null,
    query text not null,
    form text not null,
    purpose text not null,
    rows bigint not null,
    asked_by text collate "C" not null,
    asked_at timestamptz not null,
    needs_approval boolean not null,
    approved_by text collate "C",
    approved_at timestamptz,
    taken_at timestamptz,
    taken_rows bigint
);
create index request_latest on ${schema}.request (asked_at desc, id);

grant usage on schema ${schema} to ${application};
grant select, insert, update on ${schema}.request to ${application};
