-- A published list of risk areas: for which series, graded how, in force from when, known here since when.
create table ${schema}.publication (
    id uuid primary key,
    series text collate "C" not null,
    scheme text collate "C" not null,
    effective_at timestamptz not null,
    recorded_at timestamptz not null,
    recorded_by text collate "C" not null,
    source text not null,
    hash text collate "C" not null,
    areas int not null,
    revision int not null default 0,
    withdrawn_at timestamptz,
    withdrawn_by text collate "C",
    withdrawn_why text
);
create index publication_series on ${schema}.publication (series, effective_at, recorded_at);
-- Of those that stand, one for each moment; one that was withdrawn may be issued again.
create unique index publication_standing on ${schema}.publication (series, effective_at) where withdrawn_at is null;

-- A line of a list as written, and which place it means: 0 the place, 1 a part of it, 2 one of several, 3 unknown.
create table ${schema}.area (
    publication uuid not null references ${schema}.publication (id),
    line int not null,
    level text collate "C" not null,
    province text not null,
    city text not null,
    county text not null,
    words text not null,
    outcome smallint not null,
    place bigint,
    candidates bigint[] not null,
    primary key (publication, line)
);
create index area_waiting on ${schema}.area (publication, line) where outcome >= 2;

-- A figure that somebody typed or printed about a list; it is only ever compared with what the lines say.
create table ${schema}.stated (
    publication uuid not null references ${schema}.publication (id),
    figure text collate "C" not null,
    value bigint not null,
    primary key (publication, figure)
);

-- Which place a name means, as a person said: counts for every list from then on.
create table ${schema}.answer (
    name text collate "C" primary key,
    place bigint not null,
    is_whole boolean not null,
    answered_at timestamptz not null,
    answered_by text collate "C" not null
);

-- The response level of a region from a minute on.
create table ${schema}.response (
    id uuid primary key,
    region bigint not null,
    level text collate "C" not null,
    effective_at timestamptz not null,
    recorded_at timestamptz not null,
    recorded_by text collate "C" not null,
    basis text not null,
    withdrawn_at timestamptz
);

-- A source of danger that is on no list: a factory, a market, a wave in a neighbouring region.
create table ${schema}.source (
    id uuid primary key,
    name text not null,
    kind text collate "C" not null,
    place bigint not null,
    valid_from timestamptz not null,
    valid_to timestamptz,
    note text not null,
    recorded_at timestamptz not null,
    recorded_by text collate "C" not null
);

grant usage on schema ${schema} to ${application};
grant select, insert, update on ${schema}.publication, ${schema}.area, ${schema}.answer, ${schema}.response,
    ${schema}.source to ${application};
grant select, insert on ${schema}.stated to ${application};
