-- Why it was done about all of them; nobody was asked before.
alter table ${schema}.action add column why text not null default '';
