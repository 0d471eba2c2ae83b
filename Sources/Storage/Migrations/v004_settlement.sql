-- What a till does beyond the plain charge: more ways to pay, tills with a set-up of their own, voids, refunds, parts of a check,
-- approvals, and postings of the rest of the revenue. The tables of v001 and v002 that change are made anew, the rows kept.

-- A charge to a room says whether all other receipts go to the hotel too, and which till is the gateway (empty: this one, `S1-02`).
create table payment_method_next (
    id text not null primary key,
    property_id text not null references property (id),
    code text not null check (length(code) between 1 and 16),
    name_fr text not null,
    name_en text,
    kind text not null check (kind in ('cash', 'card', 'room', 'paymaster', 'voucher', 'openAccount', 'other')),
    hotel_code text not null check (length(hotel_code) <= 5),
    gives_change bigint not null check (gives_change in (0, 1)),
    opens_drawer bigint not null check (opens_drawer in (0, 1)),
    position bigint not null check (position >= 0),
    is_active bigint not null check (is_active in (0, 1)),
    transmits_receipts bigint not null default 0 check (transmits_receipts in (0, 1)),
    server_address text not null default '' check (length(server_address) <= 255),
    takes_tips bigint not null default 1 check (takes_tips in (0, 1)),
    unique (property_id, code)
);
insert into payment_method_next (id, property_id, code, name_fr, name_en, kind, hotel_code, gives_change, opens_drawer, position,
    is_active)
select id, property_id, code, name_fr, name_en, kind, hotel_code, gives_change, opens_drawer, position, is_active
from payment_method;

-- A till as it is set up: which outlet it sells for, on which floor plan it opens, what may be paid with on it.
create table till_configuration (
    id text not null primary key,
    property_id text not null references property (id),
    outlet_id text not null references outlet (id),
    number bigint not null check (number between 1 and 9999),
    name text not null check (length(name) between 1 and 80),
    floor_plan_id text references floor_plan (id),
    is_active bigint not null check (is_active in (0, 1)),
    unique (property_id, number)
);

-- No rows for a configuration: every method that is in use.
create table till_configuration_method (
    till_configuration_id text not null references till_configuration (id),
    payment_method_id text not null references payment_method_next (id),
    primary key (till_configuration_id, payment_method_id)
);

-- A refund is a negative check that points at the one it gives back. A voided check was closed, and undone on the same business date.
create table guest_check_next (
    id text not null primary key,
    property_id text not null references property (id),
    number bigint not null check (number between 1 and 99999999),
    outlet_id text not null references outlet (id),
    table_id text references dining_table (id),
    table_number bigint,
    covers bigint not null check (covers between 1 and 999),
    state text not null check (state in ('open', 'closed', 'voided')),
    business_date text not null check (length(business_date) = 10),
    service_period bigint not null check (service_period between 1 and 9999),
    currency text not null check (length(currency) = 3),
    opened_at bigint not null,
    opened_by text not null references cashier (id),
    closed_at bigint,
    posting_stamp text check (length(posting_stamp) = 19),
    till_configuration_id text references till_configuration (id),
    floor_plan_id text references floor_plan (id),
    refunds text references guest_check_next (id),
    check ((table_id is null) = (table_number is null)),
    check ((state = 'open') = (closed_at is null)),
    unique (property_id, number)
);
insert into guest_check_next (id, property_id, number, outlet_id, table_id, table_number, covers, state, business_date,
    service_period, currency, opened_at, opened_by, closed_at, posting_stamp)
select id, property_id, number, outlet_id, table_id, table_number, covers, state, business_date, service_period, currency,
    opened_at, opened_by, closed_at, posting_stamp
from guest_check;

-- The lines of a refund are negative and name the line that they give back, of the check that theirs refunds.
create table check_line_next (
    check_id text not null references guest_check_next (id),
    position bigint not null check (position between 1 and 1000),
    id text not null check (length(id) between 8 and 64),
    menu_item_id text not null references menu_item (id),
    name_fr text not null,
    name_en text,
    quantity bigint not null check (quantity <> 0 and quantity between -999 and 999),
    unit_price bigint not null check (unit_price between 0 and 1000000000),
    tax_basis_points bigint not null check (tax_basis_points between 0 and 10000),
    itemizer bigint not null check (itemizer between 1 and 9),
    note text not null check (length(note) <= 120),
    added_at bigint not null,
    added_by text not null references cashier (id),
    seat bigint check (seat between 1 and 99),
    refunds_line_id text check (length(refunds_line_id) between 8 and 64),
    primary key (check_id, position),
    unique (check_id, id)
);
insert into check_line_next (check_id, position, id, menu_item_id, name_fr, name_en, quantity, unit_price, tax_basis_points,
    itemizer, note, added_at, added_by)
select check_id, position, id, menu_item_id, name_fr, name_en, quantity, unit_price, tax_basis_points, itemizer, note, added_at,
    added_by
from check_line;

create table line_void_next (
    check_id text not null,
    position bigint not null check (position >= 1),
    id text not null check (length(id) between 8 and 64),
    line_id text not null,
    quantity bigint not null check (quantity between 1 and 999),
    voided_at bigint not null,
    voided_by text not null references cashier (id),
    primary key (check_id, position),
    unique (check_id, id),
    foreign key (check_id, line_id) references check_line_next (check_id, id)
);
insert into line_void_next (check_id, position, id, line_id, quantity, voided_at, voided_by)
select check_id, position, id, line_id, quantity, voided_at, voided_by
from line_void;

-- Voids and refunds are tenders of less than nothing. The business date is that of the moment when it was taken.
create table tender_next (
    id text not null primary key,
    check_id text not null references guest_check_next (id),
    position bigint not null check (position >= 1),
    payment_method_id text not null references payment_method_next (id),
    kind text not null check (kind in ('cash', 'card', 'room', 'paymaster', 'voucher', 'openAccount', 'other')),
    amount bigint not null check (amount <> 0 and amount between -1000000000 and 1000000000),
    tip bigint not null check (tip between -1000000000 and 1000000000),
    cash_given bigint check (cash_given <= 1000000000),
    state text not null check (state in ('pending', 'settled', 'refused')),
    taken_at bigint not null,
    taken_by text not null references cashier (id),
    settled_at bigint,
    business_date text not null check (length(business_date) = 10),
    reverses text references tender_next (id),
    check ((state = 'settled') = (settled_at is not null)),
    unique (check_id, position),
    check (cash_given is null or (amount > 0 and cash_given >= amount + tip)),
    check (tip = 0 or (tip > 0) = (amount > 0))
);
insert into tender_next (id, check_id, position, payment_method_id, kind, amount, tip, cash_given, state, taken_at, taken_by,
    settled_at, business_date)
select id, check_id, position, payment_method_id, kind, amount, tip, cash_given, state, taken_at, taken_by, settled_at,
    (select c.business_date from guest_check c where c.id = tender.check_id)
from tender;

create table tender_share_next (
    tender_id text not null references tender_next (id),
    itemizer bigint not null check (itemizer between 1 and 9),
    amount bigint not null check (amount <> 0 and amount between -1000000000 and 1000000000),
    primary key (tender_id, itemizer)
);
insert into tender_share_next (tender_id, itemizer, amount)
select tender_id, itemizer, amount
from tender_share;

-- What each payment carries of each rate of tax: over all payments of a check it adds up to the cent.
create table tender_tax (
    tender_id text not null references tender_next (id),
    basis_points bigint not null check (basis_points between 0 and 10000),
    gross bigint not null check (gross between -1000000000 and 1000000000),
    tax bigint not null check (tax between -1000000000 and 1000000000),
    primary key (tender_id, basis_points)
);

-- Which lines a payment pays, when a check is split by line or by seat.
create table tender_line (
    tender_id text not null references tender_next (id),
    line_id text not null check (length(line_id) between 8 and 64),
    quantity bigint not null check (quantity between 1 and 999),
    primary key (tender_id, line_id)
);

-- The rest of the revenue goes to the hotel by postings that name neither a check nor a guest.
create table folio_posting_next (
    id text not null primary key,
    property_id text not null references property (id),
    check_id text references guest_check_next (id),
    tender_id text references tender_next (id),
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
    kind text not null check (kind in ('charge', 'reversal', 'revenue')),
    overrides_credit bigint not null default 0 check (overrides_credit in (0, 1)),
    check (state <> 'sending' or attempts >= 1),
    check ((kind = 'charge') = (tender_id is not null)),
    check ((kind = 'reversal') = (reverses is not null)),
    check (kind <> 'charge' or check_id is not null),
    check (kind <> 'revenue' or check_id is null),
    check ((room_number is null) = (check_id is null)),
    check ((room_number is null) = (reservation_number is null) and (room_number is null) = (guest_name is null)),
    unique (tender_id)
);
insert into folio_posting_next (id, property_id, check_id, tender_id, reverses, check_number, room_number, reservation_number,
    guest_name, tip, service_charge, total, covers, outlet_number, service_period, table_number, cashier_name, workstation,
    hotel_code, stamp, state, outcome_code, hotel_text, transaction_numbers, created_at, created_by, updated_at, not_before,
    attempts, kind)
select id, property_id, check_id, tender_id, reverses, check_number, room_number, reservation_number, guest_name, tip,
    service_charge, total, covers, outlet_number, service_period, table_number, cashier_name, workstation, hotel_code, stamp,
    state, outcome_code, hotel_text, transaction_numbers, created_at, created_by, updated_at, not_before, attempts,
    case when reverses is null then 'charge' else 'reversal' end
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

-- A manager's word that one charge may go beyond a guest's credit: for this check, this stay, up to this amount, once (`S1-16`).
create table approval (
    id text not null primary key,
    property_id text not null references property (id),
    check_id text not null references guest_check_next (id),
    room_number text not null check (length(room_number) between 1 and 20),
    reservation_number text not null check (length(reservation_number) between 1 and 20),
    kind text not null check (length(kind) between 1 and 40),
    amount bigint not null check (amount between 1 and 1000000000),
    asked_by text not null references cashier (id),
    approved_by text not null references cashier (id),
    approved_at bigint not null,
    expires_at bigint not null,
    tender_id text unique references tender_next (id)
);
create index approval_by_check on approval (check_id, id);

drop table reconciliation_difference;
drop table posting_evidence;
drop table posting_attempt;
drop table posting_part;
drop table folio_posting;
drop table tender_share;
drop table tender;
drop table line_void;
drop table check_line;
drop table guest_check;
drop table payment_method;
alter table payment_method_next rename to payment_method;
alter table guest_check_next rename to guest_check;
alter table check_line_next rename to check_line;
alter table line_void_next rename to line_void;
alter table tender_next rename to tender;
alter table tender_share_next rename to tender_share;
alter table folio_posting_next rename to folio_posting;
alter table posting_part_next rename to posting_part;
alter table posting_attempt_next rename to posting_attempt;
alter table posting_evidence_next rename to posting_evidence;
alter table reconciliation_difference_next rename to reconciliation_difference;

create unique index one_open_check_per_table on guest_check (table_id) where state = 'open';
create index open_check_of_outlet on guest_check (outlet_id) where state = 'open';
create index check_by_business_date on guest_check (business_date, id);
create index refund_by_check on guest_check (refunds) where refunds is not null;
create unique index one_mirror_per_tender on tender (reverses) where reverses is not null and state <> 'refused';
create index tender_by_business_date on tender (business_date, id);
create index posting_by_due_time on folio_posting (state, not_before, id);
create index posting_by_outlet on folio_posting (outlet_number, state, not_before, id);
create index posting_by_state on folio_posting (state, id);
create index posting_by_stay on folio_posting (reservation_number, room_number, id);
create index reversal_by_posting on folio_posting (reverses) where reverses is not null;
create unique index one_live_attempt_per_posting on posting_attempt (posting_id) where closed_at is null;
create unique index one_live_attempt_per_number on posting_attempt (property_id, number) where closed_at is null;
create index attempt_by_number on posting_attempt (number, id);
create index evidence_by_posting on posting_evidence (posting_id, id);
