-- Who is known in a place: for the packets that grid workers take along.
create index fact_division on ${schema}.fact (division) where division is not null;
