-- One SQL text for SQLite and PostgreSQL. Money is minor units, times are milliseconds since 1970 (UTC), flags are 0 or 1,
-- identifiers are UUIDs of version 7 in text form, so that sorting by them is sorting by time.

-- The house -------------------------------------------------------------------------------------------------------

create table property (
    id text not null primary key,
    name text not null check (length(name) between 1 and 80),
    currency text not null check (length(currency) = 3),
    time_zone text not null,
    closing_minute bigint not null check (closing_minute between 0 and 1439),
    language text not null check (language in ('fr', 'en'))
);

create table number_counter (
    property_id text not null references property (id),
    name text not null check (name in ('check', 'posting')),
    last_number bigint not null check (last_number between 0 and 99999999),
    primary key (property_id, name)
);

create table outlet (
    id text not null primary key,
    property_id text not null references property (id),
    number bigint not null check (number between 1 and 99999),
    name text not null check (length(name) between 1 and 80),
    while_hotel_is_down text not null check (while_hotel_is_down in ('refuse', 'queue')),
    is_active bigint not null check (is_active in (0, 1)),
    unique (property_id, number)
);

create table service_period (
    outlet_id text not null references outlet (id),
    number bigint not null check (number between 1 and 9999),
    start_minute bigint not null check (start_minute between 0 and 1439),
    name_fr text not null,
    name_en text,
    primary key (outlet_id, number),
    unique (outlet_id, start_minute)
);

create table floor_plan (
    id text not null primary key,
    outlet_id text not null references outlet (id),
    name text not null check (length(name) between 1 and 80),
    position bigint not null check (position >= 0),
    is_active bigint not null check (is_active in (0, 1)),
    unique (outlet_id, name)
);

create table dining_table (
    id text not null primary key,
    property_id text not null references property (id),
    floor_plan_id text not null references floor_plan (id),
    number bigint not null check (number between 1 and 9999),
    seats bigint not null check (seats between 1 and 99),
    x bigint not null check (x between 0 and 99),
    y bigint not null check (y between 0 and 99),
    is_active bigint not null check (is_active in (0, 1)),
    unique (property_id, number)
);
create index dining_table_of_plan on dining_table (floor_plan_id);

create table cashier (
    id text not null primary key,
    property_id text not null references property (id),
    number bigint not null check (number between 1 and 99999),
    name text not null check (length(name) between 1 and 80),
    role text not null check (role in ('waiter', 'manager', 'administrator')),
    language text not null check (language in ('fr', 'en')),
    is_active bigint not null check (is_active in (0, 1)),
    pin_digest text check (length(pin_digest) between 40 and 100),
    unique (property_id, number),
    unique (property_id, pin_digest)
);

create table sign_in_throttle (
    property_id text not null references property (id),
    device text not null check (length(device) between 1 and 64),
    failures bigint not null check (failures >= 1),
    failed_at bigint not null,
    blocked_until bigint not null,
    primary key (property_id, device)
);

create table hotel_link (
    property_id text not null primary key references property (id),
    host text not null check (length(host) between 1 and 255),
    port bigint not null check (port between 1 and 65535),
    code_page text not null,
    workstation text not null check (length(workstation) between 1 and 16),
    room_payment_code text not null check (length(room_payment_code) between 1 and 5),
    matches_max bigint not null check (matches_max between 1 and 9),
    posting_number_digits bigint not null check (posting_number_digits between 4 and 8),
    postings_in_flight_max bigint not null check (postings_in_flight_max between 1 and 16),
    authentication_key text,
    tls_certificate_file text
);

-- What is sold ----------------------------------------------------------------------------------------------------

create table tax_class (
    id text not null primary key,
    property_id text not null references property (id),
    code text not null check (length(code) between 1 and 16),
    name_fr text not null,
    name_en text,
    basis_points bigint not null check (basis_points between 0 and 10000),
    is_active bigint not null check (is_active in (0, 1)),
    unique (property_id, code)
);

create table revenue_group (
    id text not null primary key,
    property_id text not null references property (id),
    code text not null check (length(code) between 1 and 16),
    name_fr text not null,
    name_en text,
    itemizer bigint not null check (itemizer between 1 and 9),
    is_active bigint not null check (is_active in (0, 1)),
    unique (property_id, code)
);

create table menu_category (
    id text not null primary key,
    property_id text not null references property (id),
    code text not null check (length(code) between 1 and 16),
    name_fr text not null,
    name_en text,
    position bigint not null check (position >= 0),
    is_active bigint not null check (is_active in (0, 1)),
    unique (property_id, code)
);

create table menu_item (
    id text not null primary key,
    property_id text not null references property (id),
    code bigint not null check (code between 1 and 99999),
    name_fr text not null,
    name_en text,
    category_id text not null references menu_category (id),
    price bigint not null check (price between 0 and 1000000000),
    tax_class_id text not null references tax_class (id),
    revenue_group_id text not null references revenue_group (id),
    look text not null check (look in ('hot', 'cold', 'wine', 'green', 'plain')),
    is_active bigint not null check (is_active in (0, 1)),
    unique (property_id, code)
);

create table payment_method (
    id text not null primary key,
    property_id text not null references property (id),
    code text not null check (length(code) between 1 and 16),
    name_fr text not null,
    name_en text,
    kind text not null check (kind in ('cash', 'card', 'room')),
    hotel_code text not null check (length(hotel_code) <= 5),
    gives_change bigint not null check (gives_change in (0, 1)),
    opens_drawer bigint not null check (opens_drawer in (0, 1)),
    position bigint not null check (position >= 0),
    is_active bigint not null check (is_active in (0, 1)),
    unique (property_id, code)
);

-- Checks: what was served, taken back, paid. Lines, voids and tenders are never edited or deleted; only states move forward. -------

create table guest_check (
    id text not null primary key,
    property_id text not null references property (id),
    number bigint not null check (number between 1 and 99999999),
    outlet_id text not null references outlet (id),
    table_id text references dining_table (id),
    table_number bigint,
    covers bigint not null check (covers between 1 and 999),
    state text not null check (state in ('open', 'closed')),
    business_date text not null check (length(business_date) = 10),
    service_period bigint not null check (service_period between 1 and 9999),
    currency text not null check (length(currency) = 3),
    opened_at bigint not null,
    opened_by text not null references cashier (id),
    closed_at bigint,
    posting_stamp text check (length(posting_stamp) = 19),
    check ((table_id is null) = (table_number is null)),
    check ((state = 'closed') = (closed_at is not null)),
    unique (property_id, number)
);
create unique index one_open_check_per_table on guest_check (table_id) where state = 'open';
create index open_check_of_outlet on guest_check (outlet_id) where state = 'open';

create table check_line (
    check_id text not null references guest_check (id),
    position bigint not null check (position between 1 and 1000),
    id text not null check (length(id) between 8 and 64),
    menu_item_id text not null references menu_item (id),
    name_fr text not null,
    name_en text,
    quantity bigint not null check (quantity between 1 and 999),
    unit_price bigint not null check (unit_price between 0 and 1000000000),
    tax_basis_points bigint not null check (tax_basis_points between 0 and 10000),
    itemizer bigint not null check (itemizer between 1 and 9),
    note text not null check (length(note) <= 120),
    added_at bigint not null,
    added_by text not null references cashier (id),
    primary key (check_id, position),
    unique (check_id, id)
);

create table line_void (
    check_id text not null,
    position bigint not null check (position >= 1),
    id text not null check (length(id) between 8 and 64),
    line_id text not null,
    quantity bigint not null check (quantity between 1 and 999),
    voided_at bigint not null,
    voided_by text not null references cashier (id),
    primary key (check_id, position),
    unique (check_id, id),
    foreign key (check_id, line_id) references check_line (check_id, id)
);

create table tender (
    id text not null primary key,
    check_id text not null references guest_check (id),
    position bigint not null check (position >= 1),
    payment_method_id text not null references payment_method (id),
    kind text not null check (kind in ('cash', 'card', 'room')),
    amount bigint not null check (amount between 1 and 1000000000),
    tip bigint not null check (tip between 0 and 1000000000),
    cash_given bigint check (cash_given between amount + tip and 1000000000),
    state text not null check (state in ('pending', 'settled', 'refused')),
    taken_at bigint not null,
    taken_by text not null references cashier (id),
    settled_at bigint,
    check ((state = 'settled') = (settled_at is not null)),
    unique (check_id, position)
);

create table tender_share (
    tender_id text not null references tender (id),
    itemizer bigint not null check (itemizer between 1 and 9),
    amount bigint not null check (amount <> 0 and amount between -1000000000 and 1000000000),
    primary key (tender_id, itemizer)
);

-- Postings to the hotel: the queued rows are the outbox, the attempts are the log of the wire. ----------------------------------

create table folio_posting (
    id text not null primary key,
    property_id text not null references property (id),
    check_id text not null references guest_check (id),
    tender_id text not null references tender (id),
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
    unique (tender_id)
);
create index queued_posting_by_due_time on folio_posting (not_before, id) where state = 'queued';
create index posting_by_state on folio_posting (state, id);

create table posting_part (
    posting_id text not null references folio_posting (id),
    kind text not null check (kind in ('subtotal', 'discount')),
    itemizer bigint not null check (itemizer between 1 and 9),
    amount bigint not null check (amount <> 0 and amount between -1000000000 and 1000000000),
    check (kind = 'subtotal' or amount < 0),
    primary key (posting_id, kind, itemizer)
);

create table posting_attempt (
    id text not null primary key,
    property_id text not null references property (id),
    posting_id text not null references folio_posting (id),
    ordinal bigint not null check (ordinal >= 1),
    number bigint not null check (number between 1 and 99999999),
    started_at bigint not null,
    request text not null check (length(request) <= 4000),
    answer text check (length(answer) <= 4000),
    outcome text,
    closed_at bigint,
    late_answer text check (length(late_answer) <= 4000),
    late_answer_at bigint,
    check ((late_answer is null) = (late_answer_at is null)),
    check ((outcome is null) = (closed_at is null)),
    unique (posting_id, ordinal)
);
create unique index one_live_attempt_per_posting on posting_attempt (posting_id) where closed_at is null;
create unique index one_live_attempt_per_number on posting_attempt (property_id, number) where closed_at is null;

-- What a client may repeat, and who did what. ------------------------------------------------------------------------------------

create table idempotency (
    property_id text not null references property (id),
    action text not null check (length(action) between 1 and 40),
    client_key text not null check (length(client_key) between 8 and 64),
    input_hash text not null check (length(input_hash) = 64),
    result_id text not null,
    kept_at bigint not null,
    primary key (property_id, action, client_key)
);

create table journal (
    id text not null primary key,
    property_id text not null references property (id),
    noted_at bigint not null,
    kind text not null check (length(kind) between 1 and 40),
    subject text not null check (length(subject) <= 64),
    note text check (length(note) <= 500),
    cashier_id text references cashier (id)
);
create index journal_by_subject on journal (subject, id);
