-- After days without the hotel, the postings of the outlets that do not wait for it are found among a million that do.
create index queued_posting_of_outlet on folio_posting (outlet_number, not_before, id) where state = 'queued';
