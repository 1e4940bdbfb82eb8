-- Documents that nobody has compared are listed since; those of before are, as soon as whoever claims them is looked at again.
insert into ${schema}.mark (subject) select distinct subject from ${schema}.lookup where is_claim;
