-- Which site-defined field of a guest (A0 to A9) says what the stay includes; none where the hotel sends none.
alter table hotel_link add column package_field bigint check (package_field between 0 and 9);
