-- The history over a million checks: each question that people ask of it goes down an index of its own, newest check first.

-- What a closed check came to: the sum of its payments, tips aside, written with its closing. A check that was voided later keeps it.
alter table guest_check add column closed_total bigint;
update guest_check set closed_total = (
    select coalesce(sum(t.amount), 0) from tender t
    where t.check_id = guest_check.id and t.state = 'settled' and t.taken_at <= guest_check.closed_at)
where state <> 'open';

create index check_by_total on guest_check (closed_total, id);
create index check_by_table on guest_check (table_number, id) where table_number is not null;
create index check_by_cashier on guest_check (opened_by, id);
create index refund_by_age on guest_check (id) where refunds is not null;
-- What a card slip shows: one payment with its tip.
create index tender_by_sum on tender ((amount + tip), check_id);
create index posting_by_room on folio_posting (room_number, check_id);
create index open_check_by_age on guest_check (id) where state = 'open';
