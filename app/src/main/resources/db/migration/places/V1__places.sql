-- What a place was called and where it lay, from when to when. Divisions of the statistical code have rows here only once
-- they changed; without rows the code's own name and place hold for all times.
create table ${schema}.version (
    place bigint not null,
    valid_from timestamptz not null,
    valid_to timestamptz,
    level smallint not null,
    name text not null,
    parent bigint,
    recorded_at timestamptz not null,
    recorded_by text collate "C" not null,
    primary key (place, valid_from),
    check (valid_to is null or valid_to > valid_from)
);
create index version_parent on ${schema}.version (parent, level, name);

-- Which places took the place of which: after a split one row a part, after a merger one row a former place.
create table ${schema}.succession (
    predecessor bigint not null,
    successor bigint not null,
    at timestamptz not null,
    how text collate "C" not null,
    primary key (predecessor, successor)
);
create index succession_successor on ${schema}.succession (successor);

-- Counts changes, so that what is kept in memory is known to be old; whoever changes the register holds the row.
create table ${schema}.revision (
    number bigint not null
);
insert into ${schema}.revision values (0);

grant usage on schema ${schema} to ${application};
grant select, insert, update on ${schema}.version to ${application};
grant select, insert on ${schema}.succession to ${application};
grant select, update on ${schema}.revision to ${application};
