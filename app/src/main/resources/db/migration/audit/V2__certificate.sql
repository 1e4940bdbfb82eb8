-- What was destroyed, and on whose word.
create table ${schema}.certificate (
    number bigint generated always as identity primary key,
    at timestamptz not null,
    kind text not null,
    scope text not null,
    reason text not null,
    actor text not null,
    approved_by text not null,
    subjects bigint not null,
    keys bigint not null,
    content bytea not null,
    head text not null
);

grant select, insert on ${schema}.certificate to ${application};
