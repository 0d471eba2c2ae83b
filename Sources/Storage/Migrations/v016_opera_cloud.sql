-- The line to an OPERA Cloud house over Oracle's REST interface. Key, secret and password are sealed under the house's pepper.
create table opera_cloud_link (
    property_id text not null primary key references property (id),
    is_on bigint not null check (is_on in (0, 1)),
    system_version text not null check (length(system_version) <= 24),
    gateway text not null check (length(gateway) <= 255),
    app_key text not null check (length(app_key) <= 1000),
    client_id text not null check (length(client_id) <= 400),
    client_secret text not null check (length(client_secret) <= 1000),
    login text not null check (login in ('clientCredentials', 'password')),
    enterprise_id text not null check (length(enterprise_id) <= 8),
    user_name text not null check (length(user_name) <= 400),
    user_password text not null check (length(user_password) <= 1000),
    hotel_id text not null check (length(hotel_id) <= 20),
    cashier_id bigint check (cashier_id between 1 and 999999999),
    external_system text not null check (length(external_system) <= 40),
    search text not null check (search in ('get', 'post')),
    authorised_is_limit bigint not null check (authorised_is_limit in (0, 1)),
    uses_packages bigint not null check (uses_packages in (0, 1)),
    answer_seconds bigint not null check (answer_seconds between 1 and 90),
    -- The pseudo room of the account that revenue goes to which no room pays; null where there is none.
    house_account_room text check (length(house_account_room) between 1 and 8),
    -- The hotel's way of paying for each hotel code of ours, as a JSON object.
    house_payments text not null check (length(house_payments) <= 4000)
);

-- Which of the hotel's codes each part of a charge goes under. Outlet and service period 0 stand for any, itemizer 0 for a part without one.
create table transaction_code (
    property_id text not null references property (id),
    part text not null check (part in ('sales', 'discount', 'tip', 'serviceCharge')),
    itemizer bigint not null check (itemizer between 0 and 9),
    outlet bigint not null check (outlet between 0 and 99999),
    service_period bigint not null check (service_period between 0 and 9999),
    code text not null check (length(code) between 1 and 80),
    primary key (property_id, part, itemizer, outlet, service_period),
    check ((itemizer = 0) = (part in ('tip', 'serviceCharge')))
);

-- The hotel's own codes as they were last read.
create table hotel_code (
    property_id text not null references property (id),
    code text not null check (length(code) between 1 and 80),
    description text not null check (length(description) <= 200),
    read_at bigint not null,
    primary key (property_id, code)
);
