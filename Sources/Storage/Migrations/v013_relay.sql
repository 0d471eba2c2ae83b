-- Another Ardoise as the gateway (`S1-02`): one till talks to the hotel, the others hand their postings to it.

-- A posting that was handed over has no check here, but may have a guest. The table of postings is made anew for that, and with it every
-- table that points at it, the rows kept.
create table folio_posting_next (
    id text not null primary key,
    property_id text not null references property (id),
    check_id text references guest_check (id),
    tender_id text references tender (id),
    reverses text references folio_posting_next (id),
    check_number bigint not null check (check_number between 1 and 99999999),
    room_number text check (length(room_number) between 1 and 20),
    reservation_number text check (length(reservation_number) between 1 and 20),
    guest_name text check (length(guest_name) <= 200),
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
    kind text not null check (kind in ('charge', 'reversal', 'revenue', 'relayed')),
    overrides_credit bigint not null default 0 check (overrides_credit in (0, 1)),
    integration text not null default 'opera' check (integration in ('opera', 'roomRaccoon')),
    check (state <> 'sending' or attempts >= 1),
    check ((kind = 'charge') = (tender_id is not null)),
    check ((kind = 'reversal') = (reverses is not null)),
    check (kind <> 'charge' or check_id is not null),
    check (kind not in ('revenue', 'relayed') or check_id is null),
    check (kind <> 'revenue' or room_number is null),
    check (check_id is null or room_number is not null),
    check ((room_number is null) = (reservation_number is null) and (room_number is null) = (guest_name is null)),
    unique (tender_id)
);
insert into folio_posting_next (id, property_id, check_id, tender_id, reverses, check_number, room_number, reservation_number,
    guest_name, tip, service_charge, total, covers, outlet_number, service_period, table_number, cashier_name, workstation,
    hotel_code, stamp, state, outcome_code, hotel_text, transaction_numbers, created_at, created_by, updated_at, not_before,
    attempts, kind, overrides_credit, integration)
select id, property_id, check_id, tender_id, reverses, check_number, room_number, reservation_number, guest_name, tip,
    service_charge, total, covers, outlet_number, service_period, table_number, cashier_name, workstation, hotel_code, stamp,
    state, outcome_code, hotel_text, transaction_numbers, created_at, created_by, updated_at, not_before, attempts, kind,
    overrides_credit, integration
from folio_posting;

create table posting_part_next (
    posting_id text not null references folio_posting_next (id),
    kind text not null check (kind in ('subtotal', 'discount', 'tax')),
    itemizer bigint not null check (itemizer between 1 and 9),
    amount bigint not null check (amount <> 0 and amount between -1000000000 and 1000000000),
    primary key (posting_id, kind, itemizer)
);
insert into posting_part_next (posting_id, kind, itemizer, amount)
select posting_id, kind, itemizer, amount
from posting_part;

create table posting_line_next (
    posting_id text not null references folio_posting_next (id),
    position bigint not null check (position between 1 and 1000),
    description text not null check (length(description) between 1 and 120),
    quantity bigint not null check (quantity <> 0 and quantity between -999 and 999),
    itemizer bigint not null check (itemizer between 1 and 9),
    amount bigint not null check (amount between -1000000000 and 1000000000),
    primary key (posting_id, position)
);
insert into posting_line_next (posting_id, position, description, quantity, itemizer, amount)
select posting_id, position, description, quantity, itemizer, amount
from posting_line;

create table posting_attempt_next (
    id text not null primary key,
    property_id text not null references property (id),
    posting_id text not null references folio_posting_next (id),
    ordinal bigint not null check (ordinal >= 1),
    number bigint not null check (number between 1 and 99999999),
    started_at bigint not null,
    request text not null check (length(request) <= 100000),
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
    late_answer, late_answer_at, fate, balance_before, reversal_id)
select id, property_id, posting_id, ordinal, number, started_at, request, answer, outcome, closed_at, late_answer,
    late_answer_at, fate, balance_before, reversal_id
from posting_attempt;

create table posting_evidence_next (
    id text not null primary key,
    property_id text not null references property (id),
    posting_id text not null references folio_posting_next (id),
    attempt_id text references posting_attempt_next (id),
    seen_at bigint not null,
    source text not null check (source in ('lateAnswer', 'bill', 'balance', 'person')),
    finding text not null check (finding in ('booked', 'notBooked', 'cannotTell')),
    code text not null check (length(code) between 1 and 40),
    balance_before bigint,
    balance_now bigint
);
insert into posting_evidence_next (id, property_id, posting_id, attempt_id, seen_at, source, finding, code, balance_before,
    balance_now)
select id, property_id, posting_id, attempt_id, seen_at, source, finding, code, balance_before, balance_now
from posting_evidence;

create table reconciliation_difference_next (
    reconciliation_id text not null references reconciliation (id),
    position bigint not null check (position >= 1),
    kind text not null check (length(kind) between 1 and 40),
    reference text not null check (length(reference) <= 40),
    posting_id text references folio_posting_next (id),
    check_number bigint,
    room_number text check (length(room_number) <= 40),
    our_amount bigint not null,
    hotel_amount bigint not null,
    detail text check (length(detail) <= 200),
    primary key (reconciliation_id, position)
);
insert into reconciliation_difference_next (reconciliation_id, position, kind, reference, posting_id, check_number, room_number,
    our_amount, hotel_amount, detail)
select reconciliation_id, position, kind, reference, posting_id, check_number, room_number, our_amount, hotel_amount, detail
from reconciliation_difference;

create table revenue_posting_next (
    posting_id text not null primary key references folio_posting_next (id),
    batch_id text not null references revenue_batch (id),
    ordinal bigint not null check (ordinal >= 1),
    unique (batch_id, ordinal)
);
insert into revenue_posting_next (posting_id, batch_id, ordinal)
select posting_id, batch_id, ordinal
from revenue_posting;

create table print_job_next (
    id text not null primary key,
    property_id text not null references property (id),
    printer_id text not null references printer (id),
    kind text not null check (kind in ('receipt', 'voucher', 'kitchen', 'drawer', 'test')),
    check_id text references guest_check (id),
    posting_id text references folio_posting_next (id),
    kitchen text check (length(kitchen) <= 40000),
    copy bigint not null check (copy between 0 and 9999),
    state text not null check (state in ('queued', 'sending', 'printed', 'uncertain', 'failed', 'cancelled')),
    attempts bigint not null check (attempts >= 0),
    fault text check (length(fault) between 1 and 20),
    created_at bigint not null,
    created_by text references cashier (id),
    not_before bigint not null,
    updated_at bigint not null,
    check ((kind = 'test') = (check_id is null)),
    check ((kind = 'voucher') = (posting_id is not null)),
    check ((kind = 'kitchen') = (kitchen is not null))
);
insert into print_job_next (id, property_id, printer_id, kind, check_id, posting_id, kitchen, copy, state, attempts, fault,
    created_at, created_by, not_before, updated_at)
select id, property_id, printer_id, kind, check_id, posting_id, kitchen, copy, state, attempts, fault, created_at, created_by,
    not_before, updated_at
from print_job;

create table posting_acknowledgement_next (
    posting_id text not null primary key references folio_posting_next (id),
    acknowledged_at bigint not null,
    acknowledged_by text not null references cashier (id)
);
insert into posting_acknowledgement_next (posting_id, acknowledged_at, acknowledged_by)
select posting_id, acknowledged_at, acknowledged_by
from posting_acknowledgement;

drop table posting_acknowledgement;
drop table print_job;
drop table revenue_posting;
drop table reconciliation_difference;
drop table posting_evidence;
drop table posting_attempt;
drop table posting_line;
drop table posting_part;
drop table folio_posting;
alter table folio_posting_next rename to folio_posting;
alter table posting_part_next rename to posting_part;
alter table posting_line_next rename to posting_line;
alter table posting_attempt_next rename to posting_attempt;
alter table posting_evidence_next rename to posting_evidence;
alter table reconciliation_difference_next rename to reconciliation_difference;
alter table revenue_posting_next rename to revenue_posting;
alter table print_job_next rename to print_job;
alter table posting_acknowledgement_next rename to posting_acknowledgement;

create index posting_by_due_time on folio_posting (integration, state, not_before, id);
create index posting_by_outlet on folio_posting (integration, outlet_number, state, not_before, id);
create index posting_by_state on folio_posting (state, id);
create index posting_by_stay on folio_posting (reservation_number, room_number, id);
create index posting_by_moment on folio_posting (created_at, id);
create index posting_by_room on folio_posting (room_number, check_id);
create index reversal_by_posting on folio_posting (reverses) where reverses is not null;
create index money_back_by_state on folio_posting (state, id) where total < 0;
create unique index one_live_attempt_per_posting on posting_attempt (posting_id) where closed_at is null;
create unique index one_live_attempt_per_number on posting_attempt (property_id, number) where closed_at is null;
create index attempt_by_number on posting_attempt (number, id);
create index evidence_by_posting on posting_evidence (posting_id, id);
create index print_job_by_state on print_job (state, printer_id, id);
create index print_job_by_check on print_job (check_id, kind);

-- Who may hand postings over: a key is shown once and kept as its digest. No workstations named: all of the sender's.
create table gateway_key (
    id text not null primary key,
    property_id text not null references property (id),
    name text not null check (length(name) between 1 and 60),
    digest text not null check (length(digest) = 64),
    workstations text not null check (length(workstations) <= 2000),
    made_at bigint not null,
    made_by text not null references cashier (id),
    revoked_at bigint,
    unique (digest)
);

-- What was handed over, by the sender's own key for it: the same key is the same posting for ever. Without a posting the sender took the
-- key back before anything came under it, and nothing ever will.
create table relayed_posting (
    sender_key text not null primary key check (length(sender_key) = 36),
    property_id text not null references property (id),
    gateway_key_id text not null references gateway_key (id),
    posting_id text unique references folio_posting (id),
    input_hash text check (length(input_hash) = 64),
    received_at bigint not null,
    check ((posting_id is null) = (input_hash is null))
);

-- Which gateway this is: a word of chance, another one in every copy of the database, so that a sender notices that it speaks to a gateway
-- which has forgotten what it was handed.
create table gateway_mark (
    property_id text not null primary key references property (id),
    mark text not null check (length(mark) = 36)
);

-- The key that this till shows to its gateway, sealed under the house's pepper; the address stands with the payment method.
create table relay_link (
    property_id text not null primary key references property (id),
    gateway_key text not null check (length(gateway_key) <= 1000)
);
