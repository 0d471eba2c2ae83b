-- Evidence for postings in doubt, postings that take back what the hotel booked once too often, and the comparison with its books.

-- How doubts on this link are settled without a person.
alter table hotel_link add column quiet_seconds bigint not null default 60 check (quiet_seconds between 60 and 3600);
alter table hotel_link add column bill_is_complete bigint not null default 0 check (bill_is_complete in (0, 1));
alter table hotel_link add column balance_settles bigint not null default 0 check (balance_settles in (0, 1));

-- A reversal has no tender, points at the posting it takes back, and its parts have the other sign.
create table folio_posting_next (
    id text not null primary key,
    property_id text not null references property (id),
    check_id text not null references guest_check (id),
    tender_id text references tender (id),
    reverses text references folio_posting_next (id),
    check_number bigint not null check (check_number between 1 and 99999999),
    room_number text not null check (length(room_number) between 1 and 20),
    reservation_number text not null check (length(reservation_number) between 1 and 20),
    guest_name text not null check (length(guest_name) <= 200),
    tip bigint not null check (tip between -1000000000 and 1000000000),
    service_charge bigint not null check (service_charge between -1000000000 and 1000000000),
    total bigint not null check (total between -1000000000 and 1000000000),
    covers bigint not null check (covers between 1 and 999),
    outlet_number bigint not null check (outlet_number between 1 and 99999),
    service_period bigint not null check (service_period between 1 and 9999),
    table_number bigint,
    cashier_name text not null,
    workstation text not null check (length(workstation) between 1 and 16),
    hotel_code text not null check (length(hotel_code) between 1 and 5),
    stamp text not null check (length(stamp) = 19),
    state text not null check (state in ('queued', 'sending', 'accepted', 'refused', 'inDoubt', 'notBooked', 'withdrawn')),
    outcome_code text,
    hotel_text text check (length(hotel_text) <= 200),
    transaction_numbers text not null,
    created_at bigint not null,
    created_by text not null references cashier (id),
    updated_at bigint not null,
    not_before bigint not null,
    attempts bigint not null check (attempts >= 0),
    check (state <> 'sending' or attempts >= 1),
    check ((tender_id is null) = (reverses is not null)),
    unique (tender_id)
);
insert into folio_posting_next (id, property_id, check_id, tender_id, reverses, check_number, room_number, reservation_number, guest_name,
    tip, service_charge, total, covers, outlet_number, service_period, table_number, cashier_name, workstation, hotel_code, stamp, state,
    outcome_code, hotel_text, transaction_numbers, created_at, created_by, updated_at, not_before, attempts)
select id, property_id, check_id, tender_id, null, check_number, room_number, reservation_number, guest_name,
    tip, service_charge, total, covers, outlet_number, service_period, table_number, cashier_name, workstation, hotel_code, stamp, state,
    outcome_code, hotel_text, transaction_numbers, created_at, created_by, updated_at, not_before, attempts
from folio_posting;

create table posting_part_next (
    posting_id text not null references folio_posting_next (id),
    kind text not null check (kind in ('subtotal', 'discount')),
    itemizer bigint not null check (itemizer between 1 and 9),
    amount bigint not null check (amount <> 0 and amount between -1000000000 and 1000000000),
    primary key (posting_id, kind, itemizer)
);
insert into posting_part_next (posting_id, kind, itemizer, amount) select posting_id, kind, itemizer, amount from posting_part;

-- What is known of each attempt: booked, not booked, or (null) nobody knows yet. A reversal takes back one booked attempt.
create table posting_attempt_next (
    id text not null primary key,
    property_id text not null references property (id),
    posting_id text not null references folio_posting_next (id),
    ordinal bigint not null check (ordinal >= 1),
    number bigint not null check (number between 1 and 99999999),
    started_at bigint not null,
    request text not null check (length(request) <= 4000),
    answer text check (length(answer) <= 4000),
    outcome text,
    closed_at bigint,
    late_answer text check (length(late_answer) <= 4000),
    late_answer_at bigint,
    fate text check (fate in ('booked', 'notBooked')),
    balance_before bigint,
    reversal_id text references folio_posting_next (id),
    check ((late_answer is null) = (late_answer_at is null)),
    check ((outcome is null) = (closed_at is null)),
    check (reversal_id is null or (fate is not null and fate = 'booked')),
    unique (posting_id, ordinal),
    unique (reversal_id)
);
insert into posting_attempt_next (id, property_id, posting_id, ordinal, number, started_at, request, answer, outcome, closed_at,
    late_answer, late_answer_at, fate)
select a.id, a.property_id, a.posting_id, a.ordinal, a.number, a.started_at, a.request, a.answer, a.outcome, a.closed_at,
    a.late_answer, a.late_answer_at,
    case
        when a.closed_at is null then null
        when a.outcome = 'accepted' then 'booked'
        when a.outcome not in ('timedOut', 'linkLost', 'interrupted', 'unknownAnswer', 'mismatchedAnswer') then 'notBooked'
        when p.state = 'accepted' and a.ordinal = p.attempts then 'booked'
        when p.state = 'notBooked' then 'notBooked'
    end
from posting_attempt a join folio_posting p on p.id = a.posting_id;

drop table posting_attempt;
drop table posting_part;
drop table folio_posting;
alter table folio_posting_next rename to folio_posting;
alter table posting_part_next rename to posting_part;
alter table posting_attempt_next rename to posting_attempt;

create index queued_posting_by_due_time on folio_posting (not_before, id) where state = 'queued';
create index posting_by_state on folio_posting (state, id);
create index posting_by_stay on folio_posting (reservation_number, room_number, id);
create index reversal_by_posting on folio_posting (reverses) where reverses is not null;
create unique index one_live_attempt_per_posting on posting_attempt (posting_id) where closed_at is null;
create unique index one_live_attempt_per_number on posting_attempt (property_id, number) where closed_at is null;
create index check_by_business_date on guest_check (business_date, id);
create index attempt_by_number on posting_attempt (number, id);

-- What was seen of a posting in doubt, and by whom. Never changed, never deleted.
create table posting_evidence (
    id text not null primary key,
    property_id text not null references property (id),
    posting_id text not null references folio_posting (id),
    attempt_id text references posting_attempt (id),
    seen_at bigint not null,
    source text not null check (source in ('lateAnswer', 'bill', 'balance', 'person')),
    finding text not null check (finding in ('booked', 'notBooked', 'cannotTell')),
    code text not null check (length(code) between 1 and 40),
    balance_before bigint,
    balance_now bigint
);
create index evidence_by_posting on posting_evidence (posting_id, id);

-- Our books against the hotel's, one business date at a time. Never changed, never deleted: another run is another row.
create table reconciliation (
    id text not null primary key,
    property_id text not null references property (id),
    business_date text not null check (length(business_date) = 10),
    source text not null check (source in ('bills', 'list')),
    ran_at bigint not null,
    ran_by text not null references cashier (id),
    our_count bigint not null check (our_count >= 0),
    our_total bigint not null,
    hotel_count bigint not null check (hotel_count >= 0),
    hotel_total bigint not null,
    lines_of_others bigint not null check (lines_of_others >= 0),
    differences bigint not null check (differences >= 0)
);
create index reconciliation_by_date on reconciliation (business_date, id);

create table reconciliation_difference (
    reconciliation_id text not null references reconciliation (id),
    position bigint not null check (position >= 1),
    kind text not null check (length(kind) between 1 and 40),
    reference text not null check (length(reference) <= 40),
    posting_id text references folio_posting (id),
    check_number bigint,
    room_number text check (length(room_number) <= 40),
    our_amount bigint not null,
    hotel_amount bigint not null,
    detail text check (length(detail) <= 200),
    primary key (reconciliation_id, position)
);
