-- Facts of a kind in a time, for figures. By bytes: a kind is a word of ours, and the database's own order costs more.
create index fact_kind_time on ${schema}.fact (kind collate "C", occurred_at);
