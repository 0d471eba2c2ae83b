-- The day report of a hundred thousand checks within a second: what is asked of the payments of a date stands in the index itself, in the
-- sequence of their checks. The index that only found them is in its way.
drop index tender_by_business_date;
create index tender_of_day on tender (business_date, state, check_id, kind, payment_method_id, taken_by, amount, tip, id);

-- Money that the hotel did not give back stands on the Hotel desk until somebody says that it was seen.
create table posting_acknowledgement (
    posting_id text not null primary key references folio_posting (id),
    acknowledged_at bigint not null,
    acknowledged_by text not null references cashier (id)
);
create index money_back_by_state on folio_posting (state, id) where total < 0;
