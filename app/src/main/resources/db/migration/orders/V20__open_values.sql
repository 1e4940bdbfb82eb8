-- A value that a text leaves empty and that somebody proposes to set for the whole order, from a moment on.
create table ${schema}.value_proposal (
    id uuid primary key,
    pack text not null,
    hash text not null,
    parameter text not null,
    value text not null,
    from_at timestamptz not null,
    reason text not null,
    proposed_by text collate "C" not null,
    proposed_at timestamptz not null,
    state text not null check (state in ('proposed', 'approved', 'set', 'withdrawn', 'refused')),
    note text not null default '',
    ended_at timestamptz
);
-- Two wishes for one value at a time would leave open which one counts.
create unique index value_proposal_open on ${schema}.value_proposal (pack, parameter)
    where state in ('proposed', 'approved');

-- One person once.
create table ${schema}.value_approval (
    proposal uuid not null references ${schema}.value_proposal (id),
    approved_by text collate "C" not null,
    approved_at timestamptz not null,
    primary key (proposal, approved_by)
);

grant select, insert, update on ${schema}.value_proposal to ${application};
grant select, insert on ${schema}.value_approval to ${application};
