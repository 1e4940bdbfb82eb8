-- Record: pictures that belong to lines of the log, sealed with a key of the line's own.
create table ${schema}.attachment (
    id uuid primary key,
    entry uuid not null references ${schema}.entry (id),
    added_by text not null,
    added_at timestamptz not null,
    bytes int not null,
    picture bytea not null,
    division bigint not null,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored
);
create index attachment_entry on ${schema}.attachment (entry, added_at);

alter table ${schema}.attachment enable row level security, force row level security;
create policy sight on ${schema}.attachment using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code())
        when 1 then city / 100 = (select authority.code())
        else false end);

grant select, insert on ${schema}.attachment to ${application};
