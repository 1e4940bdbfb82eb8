-- Whoever hears a signal and of whom no fact says where it lies, lies where the signal comes from.
alter table ${schema}.signal add column division bigint;
