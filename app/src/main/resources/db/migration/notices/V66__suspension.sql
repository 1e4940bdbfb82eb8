alter table ${schema}.notice drop constraint notice_kind_check;
alter table ${schema}.notice add constraint notice_kind_check
    check (kind in ('NOTICE', 'RELEASE', 'WITHDRAWAL', 'REPLY', 'SUSPENSION'));
