-- What the tests of sheets look at.

-- revisions_of(sheet int, question text) -> int
select count(*) from answer_revision r join answer a on a.id = r.answer_id
where a.sheet_id = :sheet and a.question = :question;
