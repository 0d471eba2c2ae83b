-- What the back office configures: a closing time that is still to come, which hotel system it is and whether the line to it is in use,
-- and how the line stood before now.

alter table property add column next_closing_minute bigint check (next_closing_minute between 0 and 1439);
alter table property add column next_closing_date text check (length(next_closing_date) = 10);

-- A house that had a line before there was a choice goes on as it was: OPERA 5, switched on, version not said.
alter table hotel_link add column name text not null default 'PMS' check (length(name) between 1 and 80);
alter table hotel_link add column system text not null default 'opera5' check (system in ('opera5', 'operaCloud'));
alter table hotel_link add column system_version text not null default '' check (length(system_version) <= 24);
alter table hotel_link add column is_on bigint not null default 1 check (is_on in (0, 1));

-- How the line to the hotel stood, one row a change; the oldest are forgotten.
create table link_event (
    id text not null primary key,
    property_id text not null references property (id),
    noted_at bigint not null,
    phase text not null check (length(phase) between 1 and 20),
    fault text check (length(fault) between 1 and 20)
);
