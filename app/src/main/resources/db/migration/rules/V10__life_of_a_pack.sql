-- Who brought a version, and the version it was made from.
alter table ${schema}.pack add column installed_by text not null default 'settings';
alter table ${schema}.pack add column made_from text;

-- The end of an order: which activation it ends. Episodes that are pinned to a version of it keep it.
create table ${schema}.retirement (
    activation bigint primary key,
    pack text not null,
    retired_at timestamptz not null,
    retired_by text not null,
    reason text not null
);

-- Who did what with a version and when; never changed.
create table ${schema}.event (
    seq bigint generated always as identity primary key,
    pack text not null,
    hash text,
    what text not null,
    at timestamptz not null,
    done_by text not null,
    detail text not null
);
create index event_pack on ${schema}.event (pack, seq desc);

grant select, insert on ${schema}.retirement, ${schema}.event to ${application};
