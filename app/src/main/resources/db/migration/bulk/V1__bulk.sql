-- Record: one thing done about many duties at once, as it was asked for. Division: that of whoever asked.
create table ${schema}.action (
    id uuid primary key,
    login text not null,
    account uuid not null,
    role text not null,
    division bigint not null,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored,
    asked_at timestamptz not null,
    kind text not null check (kind in ('ASSIGNMENT', 'ATTEMPT', 'EXTENSION')),
    query text not null,
    fields text not null,
    total int not null,
    state text not null check (state in ('RUNNING', 'DONE', 'UNDOING', 'UNDONE')),
    undo_until timestamptz not null,
    undone_by text,
    undone_at timestamptz
);
create index action_asked on ${schema}.action (asked_at desc, id);
create index action_working on ${schema}.action (asked_at) where state in ('RUNNING', 'UNDOING');

-- The duties as they were chosen, and what became of each.
create table ${schema}.item (
    action uuid not null references ${schema}.action (id),
    number int not null,
    duty uuid not null,
    state text not null check (state in ('WAITING', 'RECORDED', 'REFUSED', 'SKIPPED', 'UNDONE')),
    detail text not null default '',
    primary key (action, number)
);

alter table ${schema}.action enable row level security, force row level security;
create policy sight on ${schema}.action using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code())
        when 1 then city / 100 = (select authority.code())
        else false end);
alter table ${schema}.item enable row level security, force row level security;
create policy sight on ${schema}.item using (
    (select authority.level()) = 9
    or exists (select 1 from ${schema}.action a where a.id = item.action));

grant usage on schema ${schema} to ${application};
grant select, insert, update on ${schema}.action, ${schema}.item to ${application};
