-- Response levels and flagged sources are read by decisions too, so that whatever changes of them makes the next edition.
alter table ${schema}.edition drop constraint edition_cause_check;
alter table ${schema}.edition add constraint edition_cause_check
    check (cause in ('taken', 'withdrawn', 'resolved', 'responded', 'flagged', 'ended'));

alter table ${schema}.response add column known_in bigint not null default 0;
alter table ${schema}.source add column known_in bigint not null default 0;
-- The word by which orders know a source, empty for none.
alter table ${schema}.source add column code text collate "C" not null default '';
-- The edition in which it was said to end otherwise, or never to have been.
alter table ${schema}.source add column withdrawn_in bigint;

-- What was recorded before no decision has read: it is known from the next edition on.
insert into ${schema}.edition (number, series, made_at, made_by, cause)
select (select coalesce(max(number), 0) + 1 from ${schema}.edition), 'response-level', recorded_at, recorded_by, 'responded'
  from ${schema}.response order by recorded_at desc, id limit 1;
update ${schema}.response set known_in = (select max(number) from ${schema}.edition);
insert into ${schema}.edition (number, series, made_at, made_by, cause)
select (select coalesce(max(number), 0) + 1 from ${schema}.edition), 'flagged-source', recorded_at, recorded_by, 'flagged'
  from ${schema}.source order by recorded_at desc, id limit 1;
update ${schema}.source set known_in = (select max(number) from ${schema}.edition);

alter table ${schema}.response alter column known_in drop default;
alter table ${schema}.source alter column known_in drop default;
