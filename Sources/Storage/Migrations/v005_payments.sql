-- What the till asks of the house when a check is settled.

-- The largest tip taken, in hundredths of a percent of the payment (`S1-08`).
alter table property add column tip_basis_points_max bigint not null default 10000 check (tip_basis_points_max between 0 and 10000);

-- The rooms that are internal accounts of the hotel, with no guest in them, as a list of texts (`S1-07`).
alter table hotel_link add column paymaster_rooms text not null default '[]';

-- The hotel's code for a room charge that a manager lets pass a credit limit, where it has one; empty where the flag alone says so (`S1-16`).
alter table hotel_link add column manager_payment_code text not null default '' check (length(manager_payment_code) <= 5);
