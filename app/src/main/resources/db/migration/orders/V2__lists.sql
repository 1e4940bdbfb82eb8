-- A new edition of the risk lists is a change as well: its numbers stand where the values stand, before and after.
alter table ${schema}.proposal drop constraint proposal_kind_check;
alter table ${schema}.proposal add constraint proposal_kind_check check (kind in ('activation', 'rejudgement', 'lists'));
