-- Each arrival of each person is listed since; those of before are, as soon as they are looked at again.
insert into ${schema}.mark (subject)
select distinct s.subject
  from ${schema}.fact f join ${schema}.fact_subject s on s.fact_id = f.id
 where f.kind in ('arrival', 'landing', 'entry', 'pre-declaration');
