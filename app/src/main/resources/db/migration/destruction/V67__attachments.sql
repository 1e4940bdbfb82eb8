-- How many pictures of duty logs a run destroyed.
alter table ${schema}.retention_run add column attachments bigint not null default 0;
grant update (attachments) on ${schema}.retention_run to ${application};
