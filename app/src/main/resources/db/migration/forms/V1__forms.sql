-- Departments' forms: workbooks with names of fields in braces.
create table ${schema}.template (
    id uuid primary key,
    name text not null,
    bytes bytea not null,
    fields text not null,
    added_by text not null,
    added_at timestamptz not null
);

grant usage on schema ${schema} to ${application};
grant select, insert, delete on ${schema}.template to ${application};
