-- Record: the edition of the risk lists an episode was judged by; 0 for none.
alter table ${schema}.pin add column lists bigint not null default 0;
alter table ${schema}.pin alter column lists drop default;
alter table ${schema}.pins_moved add column from_lists bigint not null default 0;
alter table ${schema}.pins_moved add column to_lists bigint not null default 0;
grant update (lists) on ${schema}.pin to ${application};

-- Record: editions that have been carried through to everybody. Whoever is pinned to an earlier one and was not moved
-- reads nothing that it changed, so that it counts for them as well.
create table ${schema}.carried (
    edition bigint primary key,
    carried_at timestamptz not null,
    carried_for uuid
);
grant select, insert on ${schema}.carried to ${application};
