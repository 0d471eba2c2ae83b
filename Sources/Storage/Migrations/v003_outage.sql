-- After days without the hotel, a million postings wait: the next one due, and the next one of an outlet that does not wait, are the first
-- entries of an index. (The index that held queued postings only was passed over for one that meant sorting them all.)
drop index queued_posting_by_due_time;
create index posting_by_due_time on folio_posting (state, not_before, id);
create index posting_by_outlet on folio_posting (outlet_number, state, not_before, id);
