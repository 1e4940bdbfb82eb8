alter table ${schema}.action drop constraint action_kind_check;
alter table ${schema}.action add constraint action_kind_check check (kind in ('ASSIGNMENT', 'ATTEMPT', 'EXTENSION', 'DOCUMENT'));
