-- A change of an order that somebody proposes: a version to be put into force, or a re-judgement of people judged before.
create table ${schema}.proposal (
    id uuid primary key,
    kind text not null check (kind in ('activation', 'rejudgement')),
    pack text not null,
    hash text not null,
    settings text not null,
    before_hash text,
    before_settings text,
    reason text not null,
    proposed_by text collate "C" not null,
    proposed_at timestamptz not null,
    takes_effect_at timestamptz not null,
    state text not null check (state in
        ('previewing', 'previewed', 'approved', 'sweeping', 'stopped', 'done', 'withdrawn', 'failed')),
    preview int not null,
    preview_hash text,
    previewed_at timestamptz,
    facts_mark bigint,
    rules_mark text,
    people bigint not null default 0,
    changed bigint not null default 0,
    further bigint not null default 0,
    started_at timestamptz,
    ended_at timestamptz,
    note text not null default ''
);
create index proposal_latest on ${schema}.proposal (proposed_at desc, id);

-- Of exactly this preview; one person once.
create table ${schema}.approval (
    proposal uuid not null references ${schema}.proposal (id),
    preview_hash text not null,
    approved_by text collate "C" not null,
    approved_at timestamptz not null,
    primary key (proposal, preview_hash, approved_by)
);

-- What the preview says of whom.
create table ${schema}.effect (
    proposal uuid not null references ${schema}.proposal (id),
    subject text not null,
    division bigint,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored,
    from_measures text not null,
    to_measures text not null,
    added text not null,
    withdrawn text not null,
    moved int not null,
    further boolean not null,
    primary key (proposal, subject)
);

-- What was done to whom: the result file.
create table ${schema}.result (like ${schema}.effect including generated);
alter table ${schema}.result add primary key (proposal, subject);

-- A value that a division has decided and that counts from a moment on.
create table ${schema}.planned_value (
    id uuid primary key,
    pack text not null,
    parameter text not null,
    division bigint not null,
    value text not null,
    from_at timestamptz not null,
    reason text not null,
    planned_by text not null,
    planned_at timestamptz not null,
    outcome text not null default '',
    done_at timestamptz
);

grant usage on schema ${schema} to ${application};
grant select, insert, update on ${schema}.proposal, ${schema}.planned_value to ${application};
grant select, insert on ${schema}.approval to ${application};
grant select, insert, update, delete on ${schema}.effect, ${schema}.result to ${application};

alter table ${schema}.effect enable row level security, force row level security;
create policy sight on ${schema}.effect using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code()) or division is null
        when 1 then city / 100 = (select authority.code()) or division is null
        else false end);
alter table ${schema}.result enable row level security, force row level security;
create policy sight on ${schema}.result using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code()) or division is null
        when 1 then city / 100 = (select authority.code()) or division is null
        else false end);
