-- Discounts (`S2-11` … `S2-15`): what the house has set up, what was given and taken back, and what each payment carries of it.

create table discount_preset (
    id text not null primary key,
    property_id text not null references property (id),
    name_fr text not null check (length(name_fr) between 1 and 60),
    name_en text,
    basis_points bigint check (basis_points between 1 and 10000),
    amount bigint check (amount between 1 and 1000000000),
    scope text not null check (scope in ('lines', 'check', 'both')),
    needs_manager bigint not null check (needs_manager in (0, 1)),
    position bigint not null check (position between 0 and 999),
    is_active bigint not null check (is_active in (0, 1)),
    check ((basis_points is null) <> (amount is null))
);

-- Never edited and never deleted: what is taken back is a removal. Without a line it is one on the check as a whole.
create table discount (
    check_id text not null references guest_check (id),
    position bigint not null check (position >= 1),
    id text not null check (length(id) between 8 and 64),
    line_id text,
    basis_points bigint check (basis_points between 1 and 10000),
    amount bigint check (amount between 1 and 1000000000),
    preset_id text references discount_preset (id),
    name_fr text not null,
    name_en text,
    reason text not null check (length(reason) <= 120),
    carries_on text check (length(carries_on) between 8 and 64),
    given_at bigint not null,
    given_by text not null references cashier (id),
    primary key (check_id, position),
    unique (check_id, id),
    foreign key (check_id, line_id) references check_line (check_id, id),
    check ((basis_points is null) <> (amount is null))
);

create table discount_removal (
    check_id text not null,
    id text not null check (length(id) between 8 and 64),
    discount_id text not null,
    removed_at bigint not null,
    removed_by text not null references cashier (id),
    primary key (check_id, discount_id),
    unique (check_id, id),
    foreign key (check_id, discount_id) references discount (check_id, id)
);

-- What each payment carries of each discount of each line: over all payments of a check it adds up to the cent.
create table tender_discount (
    tender_id text not null references tender (id),
    discount_id text not null check (length(discount_id) between 8 and 64),
    line_id text not null check (length(line_id) between 8 and 64),
    itemizer bigint not null check (itemizer between 1 and 9),
    amount bigint not null check (amount <> 0 and amount between -1000000000 and 1000000000),
    primary key (tender_id, discount_id, line_id)
);
