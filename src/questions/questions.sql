-- Definitions, sheets, answers, and what two people wrote in one place.

-- questionnaire_id_of(key text) -> int
select id from questionnaire where key = :key;

-- questionnaire_add(key text, title text) -> id
insert into questionnaire (key, title) values (:key, :title) returning id;

-- questionnaire_title(id int, title text) -> nothing
update questionnaire set title = :title where id = :id and title <> :title;

-- form_newest(questionnaire int) -> FormVersion?
select id, questionnaire_id, number, definition, from_on, source, made_at, made_by from questionnaire_version
where questionnaire_id = :questionnaire order by number desc limit 1;

-- form_in_force(key text, day text) -> FormVersion?
select v.id, v.questionnaire_id, v.number, v.definition, v.from_on, v.source, v.made_at, v.made_by
from questionnaire_version v join questionnaire q on q.id = v.questionnaire_id
where q.key = :key and v.from_on <= :day order by v.from_on desc, v.number desc limit 1;

-- form_version_add(questionnaire int, number int, definition text, on text, source text, at int, by
--     int) -> id
insert into questionnaire_version (questionnaire_id, number, definition, from_on, source, made_at, made_by)
values (:questionnaire, :number, :definition, :on, :source, :at, :by) returning id;

-- form_rewrite(id int, definition text, on text, at int, by int) -> changed
-- Only what nobody has answered yet.
update questionnaire_version set definition = :definition, from_on = :on, made_at = :at, made_by = :by
where id = :id and not exists (select 1 from sheet where sheet.version_id = questionnaire_version.id);

-- form_draft_save(id int, was text, definition text, at int, by int) -> changed
-- A draft as somebody saw it, worded anew: nothing where somebody else was first, or it is in force.
update questionnaire_version set definition = :definition, made_at = :at, made_by = :by
where id = :id and from_on is null and definition = :was
    and not exists (select 1 from sheet where sheet.version_id = questionnaire_version.id);

-- form_draft_drop_now(id int) -> changed
delete from questionnaire_version where id = :id and from_on is null
    and not exists (select 1 from sheet where sheet.version_id = questionnaire_version.id);

-- form_latest_day(questionnaire int) -> text
-- The latest day from which a wording is in force, or will be.
select max(from_on) from questionnaire_version where questionnaire_id = :questionnaire;

-- sheet_add(version int, person int, at int, by int) -> id
insert into sheet (version_id, person_id, started_at, started_by) values (:version, :person, :at, :by)
    returning id;

-- sheet_row(id int) -> SheetRow?
select s.id, s.person_id, s.started_at, s.started_by, s.finished_at, s.closed_at, v.number, v.from_on,
    v.definition,
    v.questionnaire_id
from sheet s join questionnaire_version v on v.id = s.version_id where s.id = :id;

-- sheet_close(id int, at int) -> nothing
update sheet set closed_at = :at where id = :id;

-- sheet_lock(id int) -> nothing
-- One writer at a time in a sheet, also where several processes write: what is read next is what stands.
update sheet set started_at = started_at where id = :id;

-- sheet_finished(id int, at int) -> nothing
-- What is written from then on is late (W184).
update sheet set finished_at = :at where id = :id and finished_at is null;

-- sheet_finished_at(id int) -> int
select finished_at from sheet where id = :id;

-- sheet_answers(sheet int) -> AnswerRow*
select a.id, a.question, a.value, a.revision, a.tab, a.source, a.at, a.by, w.name as "name text"
from answer a left join account w on w.id = a.by where a.sheet_id = :sheet order by a.question;

-- sheet_clashes(sheet int) -> ClashRow*
select k.id, k.answer_id, a.question as "question text not null", k.value, k.base, k.tab, k.at, k.by,
    w.name as "name text"
from answer_clash k join answer a on a.id = k.answer_id left join account w on w.id = k.by
where a.sheet_id = :sheet and k.settled_at is null order by k.id;

-- sheet_owners(sheet int) -> SectionOwnerRow*
select o.section, o.owner_id, w.name as "name text not null", g.name as "agency text not null"
from section_owner o join account w on w.id = o.owner_id join agency g on g.id = w.agency_id
where o.sheet_id = :sheet and o.replaced = 0 order by o.id;

-- section_owner_end(sheet int, section text) -> nothing
update section_owner set replaced = 1 where sheet_id = :sheet and section = :section and replaced = 0;

-- section_owner_add(sheet int, section text, owner int, at int, by int) -> id
insert into section_owner (sheet_id, section, owner_id, at, by) values (:sheet, :section, :owner, :at, :by)
returning id;

-- answer_add(sheet int, question text, value text, tab text, source text, at int, by int) -> id
insert into answer (sheet_id, question, value, revision, tab, source, at, by)
values (:sheet, :question, :value, 1, :tab, :source, :at, :by) returning id;

-- answer_save(id int, was int, value text, tab text, source text, at int, by int) -> changed
update answer set value = :value, revision = revision + 1, tab = :tab, source = :source, at = :at, by = :by
where id = :id and revision = :was;

-- answer_now(sheet int, question text) -> AnswerNow?
select id, value, revision, tab, by from answer where sheet_id = :sheet and question = :question;

-- revision_add(answer int, revision int, value text, source text, at int, by int, late int) -> nothing
insert into answer_revision (answer_id, revision, value, source, began_at, at, by, late)
values (:answer, :revision, :value, :source, :at, :at, :by, :late);

-- revision_go_on(answer int, was int, since int, revision int, value text, at int, by int) -> changed
-- The same person in the same sitting.
update answer_revision set revision = :revision, value = :value, at = :at
where answer_id = :answer and revision = :was and by = :by and began_at > :since and source is null;

-- sheet_revisions(sheet int) -> RevisionRow*
-- What stood there, and what was written beside it and not chosen, or chosen later.
select a.question as "question text not null", r.revision as "revision int not null",
    r.value as "value text not null", r.source as "source text", r.at as "at int not null",
    r.late as "late int not null", w.name as "name text", 0 as "beside int not null"
from answer_revision r join answer a on a.id = r.answer_id left join account w on w.id = r.by
where a.sheet_id = :sheet
union all
select a.question, k.base, k.value, null, k.at, 0, w.name, 1
from answer_clash k join answer a on a.id = k.answer_id left join account w on w.id = k.by
where a.sheet_id = :sheet
order by 1, 5, 8, 2;

-- clash_add(answer int, value text, base int, tab text, at int, by int) -> id
insert into answer_clash (answer_id, value, base, tab, at, by) values (:answer, :value, :base, :tab, :at, :by)
returning id;

-- clash_go_on(answer int, tab text, value text, at int, by int) -> changed
-- What the second writer types on in the same page.
update answer_clash set value = :value, at = :at
where answer_id = :answer and tab = :tab and by = :by and settled_at is null;

-- clash_end(id int, at int, by int) -> changed
update answer_clash set settled_at = :at, settled_by = :by where id = :id and settled_at is null;

-- clash_same(answer int, value text, by int) -> int
select count(*) from answer_clash where answer_id = :answer and value = :value and by = :by and
    settled_at is null;

-- answers_earlier(questionnaire int, person int, sheet int) -> EarlierRow*
-- What was answered in the last sheet of the same questionnaire about the same person.
select a.question, a.value, s.started_at as "started_at int not null"
from answer a join sheet s on s.id = a.sheet_id
where a.value <> '' and s.id = (select max(l.id) from sheet l join questionnaire_version v on v.id =
    l.version_id
    join person p on p.id = l.person_id join person me on me.one_id = p.one_id
    where v.questionnaire_id = :questionnaire and me.id = :person and l.id < :sheet);

-- forms_all() -> FormLine*
select q.key, q.title, v.number, v.source, v.from_on,
    (select max(b.from_on) from questionnaire_version b where b.questionnaire_id = q.id) as "begun text",
    (select count(*) from sheet s join questionnaire_version o on o.id = s.version_id
        where o.questionnaire_id = q.id) as "sheets int not null"
from questionnaire q join questionnaire_version v on v.questionnaire_id = q.id
where v.number = (select max(l.number) from questionnaire_version l where l.questionnaire_id = q.id)
order by q.title, q.id;
