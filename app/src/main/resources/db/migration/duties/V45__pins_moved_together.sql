-- One row for all pins that a step of a re-judgement moved from one version and set of values: a row for each pin of a
-- whole city cost as much as judging it.
create table ${schema}.pins_moved (
    moved_for uuid not null,
    pack text not null,
    from_hash text not null,
    from_settings text not null,
    to_hash text not null,
    to_settings text not null,
    moved_at timestamptz not null,
    episodes uuid[] not null
);
create index pins_moved_for on ${schema}.pins_moved (moved_for);
grant select, insert on ${schema}.pins_moved to ${application};

insert into ${schema}.pins_moved
select moved_for, pack, from_hash, from_settings, to_hash, to_settings, moved_at, array_agg(episode order by episode)
  from ${schema}.pin_move group by 1, 2, 3, 4, 5, 6, 7;
drop table ${schema}.pin_move;

-- Room on each page, so that a pin that moves stays on its page and no index needs a new entry.
alter table ${schema}.pin set (fillfactor = 50);
