-- Several hotels' systems side by side: each way of charging a room, each posting and each change of a line says whose it is.

-- Which line a charge to a room or to a paymaster goes by (`S2-04`); of no account for the other ways of paying.
alter table payment_method add column integration text not null default 'opera' check (integration in ('opera', 'roomRaccoon'));
-- What the trade calls "counts in the final cash float" (`S2-04`): whether what was paid so is counted with the drawer at closing.
alter table payment_method add column counts_in_float bigint not null default 1 check (counts_in_float in (0, 1));
update payment_method set counts_in_float = 0 where kind in ('room', 'paymaster', 'openAccount');

-- The only line whose guests this outlet charges; null: any that is in use.
alter table outlet add column integration text check (integration in ('opera', 'roomRaccoon'));

alter table folio_posting add column integration text not null default 'opera' check (integration in ('opera', 'roomRaccoon'));
drop index posting_by_due_time;
create index posting_by_due_time on folio_posting (integration, state, not_before, id);
drop index posting_by_outlet;
create index posting_by_outlet on folio_posting (integration, outlet_number, state, not_before, id);

alter table link_event add column integration text not null default 'opera' check (integration in ('opera', 'roomRaccoon'));

-- What a posting is for, line by line, discounts already taken off: for a hotel that shows each line on the guest's account (`S2-16`).
create table posting_line (
    posting_id text not null references folio_posting (id),
    position bigint not null check (position between 1 and 1000),
    description text not null check (length(description) between 1 and 120),
    quantity bigint not null check (quantity <> 0 and quantity between -999 and 999),
    itemizer bigint not null check (itemizer between 1 and 9),
    amount bigint not null check (amount between -1000000000 and 1000000000),
    primary key (posting_id, position)
);

-- The fields of the RoomRaccoon integration (`S2-03`); the key is sealed under the house's pepper.
create table room_raccoon_link (
    property_id text not null primary key references property (id),
    is_on bigint not null check (is_on in (0, 1)),
    name text not null check (length(name) between 1 and 80),
    is_test bigint not null check (is_test in (0, 1)),
    api_key text not null check (length(api_key) <= 1000),
    hotel_id text not null check (length(hotel_id) <= 40),
    asks_signature bigint not null check (asks_signature in (0, 1)),
    print_signature text not null check (print_signature in ('no', 'yes', 'mandatory')),
    service_address text not null check (length(service_address) <= 255),
    revenue_groups text not null check (length(revenue_groups) <= 1000),
    tip_group bigint check (tip_group between 1 and 999999999)
);

-- A posting to such a hotel carries its lines: an attempt's text may be as long as a request may be.
create table posting_attempt_next (
    id text not null primary key,
    property_id text not null references property (id),
    posting_id text not null references folio_posting (id),
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
    reversal_id text references folio_posting (id),
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
    posting_id text not null references folio_posting (id),
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

drop table posting_evidence;
drop table posting_attempt;
alter table posting_attempt_next rename to posting_attempt;
alter table posting_evidence_next rename to posting_evidence;

create unique index one_live_attempt_per_posting on posting_attempt (posting_id) where closed_at is null;
create unique index one_live_attempt_per_number on posting_attempt (property_id, number) where closed_at is null;
create index attempt_by_number on posting_attempt (number, id);
create index evidence_by_posting on posting_evidence (posting_id, id);
