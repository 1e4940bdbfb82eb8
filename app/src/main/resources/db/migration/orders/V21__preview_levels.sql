-- With which editions of lists, response levels and sources a preview of an order was made, and which levels somebody in it
-- read: a later edition makes it untrue only where it says otherwise of one of them. One made before is made anew.
create table ${schema}.preview_edition (
    proposal uuid primary key references ${schema}.proposal (id),
    latest bigint not null,
    carried bigint not null
);
create table ${schema}.preview_level (
    proposal uuid not null references ${schema}.proposal (id),
    key text collate "C" not null,
    primary key (proposal, key)
);
grant select, insert, update, delete on ${schema}.preview_edition, ${schema}.preview_level to ${application};
