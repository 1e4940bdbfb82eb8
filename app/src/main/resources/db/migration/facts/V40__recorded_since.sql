-- Whom do facts speak of that were recorded after a preview?
create index fact_seq on ${schema}.fact (seq);
