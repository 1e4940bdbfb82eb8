-- A fact is seen by those whose responsibility one of its subjects is, wherever it was recorded. Fails closed.
alter table ${schema}.fact_subject enable row level security, force row level security;
create policy sight on ${schema}.fact_subject using (
    (select authority.level()) = 9
    or exists (select 1 from authority.subject_region r where r.subject = fact_subject.subject));

alter table ${schema}.fact enable row level security, force row level security;
create policy sight on ${schema}.fact using (
    (select authority.level()) = 9
    or exists (select 1 from ${schema}.fact_subject s where s.fact_id = fact.id));

alter table ${schema}.bulk enable row level security, force row level security;
create policy sight on ${schema}.bulk using (
    (select authority.level()) = 9
    or exists (select 1 from authority.subject_region r where r.subject = bulk.subject));

alter table ${schema}.bulk_subject enable row level security, force row level security;
create policy sight on ${schema}.bulk_subject using (
    (select authority.level()) = 9
    or exists (select 1 from authority.subject_region r where r.subject = bulk_subject.subject));

-- Whose responsibility the subjects of before are is worked out as soon as they are looked at again.
insert into ${schema}.mark (subject) select distinct subject from ${schema}.fact_subject;
