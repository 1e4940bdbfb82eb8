-- A ledger with a row of somebody whose data are kept for a law case stays as it is; one that should have gone with somebody
-- else goes as soon as nobody in it is kept any more.
alter table ${schema}.upload add column is_held boolean not null default false;
alter table ${schema}.upload add column must_go boolean not null default false;
