-- Record: a re-judgement that was approved moved an episode from one version or set of values to another.
create table ${schema}.pin_move (
    episode uuid not null,
    pack text not null,
    from_hash text not null,
    from_settings text not null,
    to_hash text not null,
    to_settings text not null,
    moved_at timestamptz not null,
    moved_for uuid not null,
    primary key (moved_for, episode, pack)
);
create index pin_pack on ${schema}.pin (pack, subject);

grant select, insert on ${schema}.pin_move to ${application};
grant update (hash, settings_version) on ${schema}.pin to ${application};
