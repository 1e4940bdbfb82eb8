-- The outbox of short messages to places that keep a desk: a reminder of a directive, for example. One row a message.
create table ${schema}.message (
    id uuid primary key,
    phone text not null,
    body text not null,
    state text not null check (state in ('QUEUED', 'HANDED_OVER', 'DELIVERED', 'READ', 'FAILED', 'GIVEN_UP')),
    attempts smallint not null,
    next_attempt_at timestamptz,
    at timestamptz not null,
    division bigint not null,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored
);
create index message_next on ${schema}.message (next_attempt_at) where next_attempt_at is not null;

alter table ${schema}.message enable row level security, force row level security;
create policy sight on ${schema}.message using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code())
        when 1 then city / 100 = (select authority.code())
        else false end);

grant select, insert, update on ${schema}.message to ${application};
