-- The rest of the revenue, closing and reports.

-- What becomes of checks that are open when a business date closes: they are carried to the next, or the date stays open until they
-- are paid.
alter table property add column open_checks_at_closing text not null default 'carry'
    check (open_checks_at_closing in ('carry', 'refuse'));

-- Which of the hotel's outlets and itemizers the sales of a place go to: the most specific place decides (`S1-12`).
create table revenue_mapping (
    id text not null primary key,
    property_id text not null references property (id),
    floor_plan_id text references floor_plan (id),
    till_configuration_id text references till_configuration (id),
    outlet_id text references outlet (id),
    hotel_outlet bigint not null check (hotel_outlet between 1 and 99999),
    check (case when floor_plan_id is null then 0 else 1 end + case when till_configuration_id is null then 0 else 1 end
        + case when outlet_id is null then 0 else 1 end = 1),
    unique (floor_plan_id),
    unique (till_configuration_id),
    unique (outlet_id)
);

-- An itemizer of ours that is not named here keeps its number.
create table revenue_mapping_itemizer (
    mapping_id text not null references revenue_mapping (id),
    itemizer bigint not null check (itemizer between 1 and 9),
    hotel_itemizer bigint not null check (hotel_itemizer between 1 and 9),
    primary key (mapping_id, itemizer)
);

-- The outlets that are known now are mapped as they always were: to the number that they bear.
insert into revenue_mapping (id, property_id, outlet_id, hotel_outlet)
select id, property_id, id, number
from outlet;

-- How far the books have come: up to which moment the windows of revenue are made, and which business date is the first that is not closed.
create table revenue_progress (
    property_id text not null primary key references property (id),
    made_until bigint not null,
    open_date text not null check (length(open_date) = 10)
);

-- What one posting of revenue tells the hotel: one window of one outlet, service period, way of paying and business date (`S1-05`).
create table revenue_batch (
    id text not null primary key,
    property_id text not null references property (id),
    business_date text not null check (length(business_date) = 10),
    starts_at bigint not null,
    ends_at bigint not null,
    outlet_id text not null references outlet (id),
    service_period bigint not null check (service_period between 1 and 9999),
    payment_method_id text not null references payment_method (id),
    mapping_id text references revenue_mapping (id),
    tenders bigint not null check (tenders >= 1),
    amount bigint not null,
    tip bigint not null,
    made_at bigint not null,
    check (ends_at > starts_at)
);
create index revenue_batch_by_date on revenue_batch (business_date, starts_at, id);

-- A payment goes to the hotel in one posting of revenue, and no second.
create table revenue_tender (
    tender_id text not null primary key references tender (id),
    batch_id text not null references revenue_batch (id)
);
create index revenue_tender_by_batch on revenue_tender (batch_id, tender_id);

-- The postings of a batch: another only after the hotel certainly did not book the one before.
create table revenue_posting (
    posting_id text not null primary key references folio_posting (id),
    batch_id text not null references revenue_batch (id),
    ordinal bigint not null check (ordinal >= 1),
    unique (batch_id, ordinal)
);

-- A business date that is closed: by the clock, or by a person.
create table closed_day (
    property_id text not null references property (id),
    business_date text not null check (length(business_date) = 10),
    closed_at bigint not null,
    closed_by text references cashier (id),
    open_checks bigint not null check (open_checks >= 0),
    primary key (property_id, business_date)
);
create index posting_by_moment on folio_posting (created_at, id);
