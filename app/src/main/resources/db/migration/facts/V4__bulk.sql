-- Facts of bulk kinds: great numbers, one subject each, typed columns, no text to be parsed. What each column means is
-- told by the layout, one for each declaration by which such facts were ever recorded.
create table ${schema}.bulk_layout (
    id smallint generated always as identity primary key,
    kind text not null,
    declaration uuid not null unique,
    columns text not null
);

-- Not partitioned by day: that a key comes again on another day, or with another time, must be seen by one unique index.
-- layout is the one a fact was recorded by, settled the one its links were worked out by.
create table ${schema}.bulk (
    id uuid primary key,
    recorded_at timestamptz not null,
    occurred_at timestamptz not null,
    stated_at timestamptz not null,
    position bigint not null,
    division bigint,
    corrects uuid,
    content_hash uuid not null,
    layout smallint not null,
    settled smallint not null,
    trust smallint not null,
    schema smallint not null,
    subject text not null,
    source text not null,
    key text not null,
    occurred_said text,
    stated_said text,
    time_1 timestamptz,
    time_2 timestamptz,
    number_1 numeric,
    number_2 numeric,
    number_3 numeric,
    number_4 numeric,
    word_1 text,
    word_2 text,
    word_3 text,
    word_4 text,
    word_5 text,
    word_6 text
);
create index bulk_by_subject on ${schema}.bulk (subject, occurred_at);
create index bulk_by_corrects on ${schema}.bulk (corrects) where corrects is not null;

-- The bulk facts in dossiers: the decisive ones, and what is tied by corrections to a fact that counts.
create table ${schema}.bulk_subject (
    subject text not null,
    fact_id uuid not null,
    primary key (subject, fact_id)
);

grant select, insert on ${schema}.bulk_layout, ${schema}.bulk, ${schema}.bulk_subject to ${application};
grant update (settled) on ${schema}.bulk to ${application};
