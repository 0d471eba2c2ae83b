-- How checks are paid: what the till needs beyond v004.
select 1;
