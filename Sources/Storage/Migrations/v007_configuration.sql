-- What the back office configures.
select 1;
