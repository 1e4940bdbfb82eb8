-- The part of a list that belongs to a county (six digits), where the figure is also given by county: found without
-- reading the list of the whole city.
alter table ${schema}.item add column part int;
update ${schema}.item i
   set part = (i.place / 1000000)::int
 where i.place % 100000000 >= 1000000
   and exists (select 1 from ${schema}.figure f
                where f.briefing = i.briefing and f.key = i.key and f.place is not null);
create index item_part on ${schema}.item (briefing, key, part, number) where part is not null;

-- The last correction of each figure.
create index correction_figure on ${schema}.correction (briefing, key, place, seq);
