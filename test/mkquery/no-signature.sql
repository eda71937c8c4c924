-- Only a comment.
select 1;
