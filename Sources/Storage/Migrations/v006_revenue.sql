-- The rest of the revenue, closing and reports.
select 1;
