-- Record: what a headquarters told others to do. Only its end is ever noted: withdrawn, or replaced by an amended one.
create table ${schema}.directive (
    id uuid primary key,
    number text not null,
    title text not null,
    body text not null,
    needs_answer boolean not null,
    deadline_at timestamptz,
    sent_by text collate "C" not null,
    sent_name text not null,
    sent_at timestamptz not null,
    amends uuid references ${schema}.directive (id),
    ended_at timestamptz,
    ended_by text,
    end_reason text,
    division bigint not null,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored
);
create index directive_latest on ${schema}.directive (sent_at desc, id);
create unique index directive_amends on ${schema}.directive (amends) where amends is not null;

-- Whom it was sent to, as it was at that moment, and what they did. Kind: role, unit.
create table ${schema}.recipient (
    id uuid primary key,
    directive uuid not null references ${schema}.directive (id),
    kind text collate "C" not null check (kind in ('role', 'unit')),
    ref text collate "C" not null,
    name text not null,
    login text collate "C",
    phone text not null,
    read_at timestamptz,
    read_by text,
    answered_at timestamptz,
    reminders int not null,
    reminded_at timestamptz,
    division bigint not null,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored,
    unique (directive, kind, ref, division)
);
create index recipient_ref on ${schema}.recipient (ref, division);

-- Answers; a further one adds to those before.
create table ${schema}.reply (
    id uuid primary key,
    recipient uuid not null references ${schema}.recipient (id),
    body text not null,
    replied_by text not null,
    replied_at timestamptz not null,
    recorded_at timestamptz not null,
    division bigint not null,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored
);
create index reply_recipient on ${schema}.reply (recipient, replied_at);

alter table ${schema}.recipient enable row level security, force row level security;
create policy sight on ${schema}.recipient using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code())
        when 1 then city / 100 = (select authority.code())
        else false end);

alter table ${schema}.reply enable row level security, force row level security;
create policy sight on ${schema}.reply using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code())
        when 1 then city / 100 = (select authority.code())
        else false end);

-- Seen by who sent it and by whom it was sent to.
alter table ${schema}.directive enable row level security, force row level security;
create policy sight on ${schema}.directive using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code())
        when 1 then city / 100 = (select authority.code())
        else false end
    or exists (select 1 from ${schema}.recipient r where r.directive = directive.id));

grant usage on schema ${schema} to ${application};
grant select, insert on ${schema}.directive, ${schema}.recipient, ${schema}.reply to ${application};
grant update (ended_at, ended_by, end_reason) on ${schema}.directive to ${application};
grant update (read_at, read_by, answered_at, reminders, reminded_at) on ${schema}.recipient to ${application};
