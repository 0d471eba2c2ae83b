-- What comes out on paper: printers, what they are to print, what guests sign, and where they find their receipts.

create table printer (
    id text not null primary key,
    property_id text not null references property (id),
    name text not null check (length(name) between 1 and 60),
    kind text not null check (kind in ('escpos', 'epos')),
    host text not null check (length(host) between 1 and 255),
    port bigint not null check (port between 1 and 65535),
    device text not null check (length(device) between 1 and 60),
    width bigint not null check (width in (32, 42, 48)),
    code_page text not null check (code_page in ('windows1252', 'pc858', 'pc850', 'pc437', 'latin9')),
    outlet_id text references outlet (id),
    receipts text not null check (receipts in ('none', 'never', 'ask', 'always')),
    has_drawer bigint not null check (has_drawer in (0, 1)),
    is_active bigint not null check (is_active in (0, 1)),
    unique (property_id, name)
);

-- Whose articles a printer announces in the kitchen.
create table printer_kitchen_group (
    printer_id text not null references printer (id),
    revenue_group_id text not null references revenue_group (id),
    primary key (printer_id, revenue_group_id)
);

-- What is to be printed, not its text: that is made when it is sent.
create table print_job (
    id text not null primary key,
    property_id text not null references property (id),
    printer_id text not null references printer (id),
    kind text not null check (kind in ('receipt', 'voucher', 'kitchen', 'drawer', 'test')),
    check_id text references guest_check (id),
    posting_id text references folio_posting (id),
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
create index print_job_by_state on print_job (state, printer_id, id);
create index print_job_by_check on print_job (check_id, kind);

-- What a guest signed for a charge; the strokes are deleted when their time is over, the digest stays.
create table signature (
    tender_id text not null primary key references tender (id),
    property_id text not null references property (id),
    check_id text not null references guest_check (id),
    strokes text check (length(strokes) between 10 and 80000),
    digest text not null check (length(digest) = 64),
    signed_at bigint not null
);
create index signature_by_time on signature (signed_at) where strokes is not null;

-- The unguessable addresses of receipts, by the digest of what stands in them.
create table receipt_link (
    token_digest text not null primary key check (length(token_digest) = 64),
    property_id text not null references property (id),
    check_id text not null references guest_check (id),
    made_at bigint not null
);

-- What the whole house goes by on paper; no row is what a new house has.
create table paper_setting (
    property_id text not null primary key references property (id),
    public_address text not null check (length(public_address) <= 200),
    signature_days bigint not null check (signature_days between 1 and 4000)
);
