// Making a record, after a search and never without one: the form carries the proof of the search, and what
// is typed is searched for once more before it is kept. Another page may have it made for its own ends.
#include <inttypes.h>

#include "people/code.h"
#include "people/find/new.html.h"
#include "people/find/pages.h"
#include "people/find/proof.h"
#include "people/find/search.h"
#include "people/person.h"

enum { LIKELY_MOST = 10 };
#define DAY_MS INT64_C(86400000)

typedef struct New {
    Str kind, given, family, born, due, gender, line, postcode, nhs, upn;
} New;
static const Choice kinds[] = {
    {S("child"), S("A child or young person"), {0}},
    {S("unborn"), S("A child not born yet"), {0}},
    {S("adult"), S("An adult"), {0}},
};
static const Field fields[] = {
    {FIELD(New, kind), .label = S("Who is it?"), .kind = RADIOS, .required = true, .choices = kinds,
     .n_choices = COUNT(kinds), .inline_choices = true, .missing = S("Choose who it is")},
    {FIELD(New, given), .label = S("First names"), .hint = S("Of a child not born yet leave it empty"),
     .max = 100},
    {FIELD(New, family), .label = S("Family name"), .max = 100},
    {FIELD(New, born), .label = S("Date of birth"), .hint = S("Leave it empty if it is not known"),
     .kind = DATE},
    {FIELD(New, due), .label = S("When is the child expected?"), .hint = S("Only of a child not born yet"),
     .kind = DATE},
    {FIELD(New, gender), .label = S("Gender"), .kind = SELECT, .choices = genders,
     .n_choices = COUNT(genders)},
    {FIELD(New, line), .label = S("Address"), .hint = S("House number, street and town"), .max = 200},
    {FIELD(New, postcode), .label = S("Postcode"), .max = 10, .width = 10},
    {FIELD(New, nhs), .label = S("NHS number"), .max = 20, .width = 10},
    {FIELD(New, upn), .label = S("Unique pupil number (UPN)"), .max = 20, .width = 20},
};
static const Form form = {S("Make a new record"), S("Make the record"), fields, COUNT(fields)};

static FindAsk asked(const Ctx *c) {
    Params f = c->form;
    return (FindAsk){param(f, S("asked-name")), param(f, S("asked-born")), param(f, S("asked-place")),
                     param(f, S("asked-number"))};
}

static Reply search_first(Ctx *c) {
    return see_other_saying(c, S("Search first: a record is made only after a search within the hour"),
                            "/work/people");
}

Reply people_new(Ctx *c) { return search_first(c); }

void person_made_mine(Ctx *c, int64_t person) {
    made_held(c->db, person, c->actor.id, c->now, c->now + DAY_MS);
}

static Reply made_alone(Ctx *c, int64_t person, int64_t about) {
    (void)about;
    person_made_mine(c, person);
    return see_other_saying(c, S("The record is made. It is yours to go on with until tomorrow"),
                            "/work/people/%" PRId64, person);
}
static const MakeFor alone = {.save = {S("/work/people/new/save")},
                              .from = {S("People"), {S("/work/people")}},
                              .made = made_alone};

static Reply new_reply(Ctx *c, const MakeFor *to, const Filled *f, NewPage *p, int status) {
    Buf out = {.arena = c->arena};
    p->save = to->save;
    people_new_view(&out, c, f, p);
    Page frame = {.title = form.title,
                  .no_index = true,
                  .error = f->n_errors > 0,
                  .crumbs = {{S("Work"), {S("/work")}}, to->from}};
    return page_status(c, status, frame, &out);
}

// What was searched for is not asked again: the last word of the name is taken for the family's.
static New from_search(Ctx *c, FindAsk ask) {
    New in = {.given = S(""), .family = S(""), .born = S(""), .line = S(""), .postcode = S("")};
    Str name = str_trim(ask.name);
    size_t last = name.len;
    while (last && name.at[last - 1] != ' ') last--;
    in.given = str_trim((Str){name.at, last});
    in.family = (Str){name.at + last, name.len - last};
    Born born;
    if (born_read(c->arena, ask.born, c->today, &born)) in.born = born.iso;
    Str code;
    if (postcode_read(c->arena, ask.place, &code))
        in.postcode = code;
    else if (house_of(c->arena, ask.place).len)
        in.line = ask.place;
    if (nhs_read(c->arena, ask.number, &code))
        in.nhs = code;
    else if (upn_read(c->arena, ask.number, &code))
        in.upn = code;
    return in;
}

Reply person_make_ask(Ctx *c, MakeFor to) {
    FindAsk ask = {param(c->form, S("name")), param(c->form, S("born")), param(c->form, S("place")),
                   param(c->form, S("number"))};
    Str proof = param(c->form, S("proof"));
    if (!search_proved(c, ask, proof)) return search_first(c);
    New in = from_search(c, ask);
    Filled f = form_blank(&form, &in);
    return new_reply(c, &to, &f, &(NewPage){.ask = ask, .proof = proof}, 200);
}

Reply people_new_ask(Ctx *c) { return person_make_ask(c, alone); }

// ---- keeping ----------------------------------------------------------------------------------------------

static void check_dates(const Ctx *c, Filled *f, const New *in) {
    bool unborn = str_eq(in->kind, S("unborn"));
    Str today = date_iso(c->arena, c->today);
    if (unborn && in->born.len)
        form_wrong(f, "born", S("A child not born yet has no date of birth: clear it"));
    if (!unborn && in->due.len) form_wrong(f, "due", S("Only a child not born yet is expected: clear it"));
    if (in->born.len && str_cmp(in->born, today) > 0)
        form_wrong(f, "born", S("The date of birth is in the future: write a day up to today"));
}

static void check_numbers(const Ctx *c, Filled *f, New *in) {
    Str code;
    if (in->postcode.len && !postcode_read(c->arena, in->postcode, &code))
        form_wrong(f, "postcode", S("Write a whole postcode, such as NG3 1AB, or leave it empty"));
    else if (in->postcode.len)
        in->postcode = code;
    Str wrong = in->nhs.len ? code_wrong(c->arena, S("nhs"), in->nhs) : (Str){0};
    if (wrong.at) form_wrong(f, "nhs", wrong);
    wrong = in->upn.len ? code_wrong(c->arena, S("upn"), in->upn) : (Str){0};
    if (wrong.at) form_wrong(f, "upn", wrong);
}

static Filled new_read(Ctx *c, New *in) {
    Filled f = form_read(c, &form, in);
    if (!f.n_errors) check_dates(c, &f, in);
    if (!f.n_errors) check_numbers(c, &f, in);
    if (!in->given.len && !in->family.len)
        form_wrong(&f, "family", S("Enter a first name or a family name, one at least"));
    return f;
}

// Those who are likely the same, whom nobody has looked at yet.
static FindHits likely_same(Ctx *c, const New *in) {
    FindAsk ask = {person_full(c->arena, in->given, in->family), in->born.len ? in->born : S(""),
                   in->postcode.len ? in->postcode : in->line, in->nhs.len ? in->nhs : in->upn};
    FindHits hits = find_people(c, ask, LIKELY_MOST);
    size_t n = 0;
    for (size_t i = 0; i < hits.len; i++)
        if (hits.at[i].sure) hits.at[n++] = hits.at[i];
    hits.len = n;
    return hits;
}

static Str people_word(Arena *a, const FindHits *hits) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < hits->len; i++) buf_fmt(&out, "%" PRId64 " ", hits->at[i].person);
    return str_fmt(a, "%" PRId64, hash60(buf_str(&out)));
}

static Str absent_if_empty(Str s) { return s.len ? s : (Str){0}; }

static int64_t record_made(Ctx *c, const New *in) {
    bool unborn = str_eq(in->kind, S("unborn"));
    PersonNew n = {.given = unborn && !in->given.len ? S("Unborn") : in->given,
                   .family = in->family,
                   .born_on = absent_if_empty(in->born),
                   .due_on = absent_if_empty(in->due),
                   .gender = absent_if_empty(in->gender),
                   .line = absent_if_empty(in->line),
                   .postcode = absent_if_empty(in->postcode)};
    int64_t id = person_new(c, n);
    const Str numbers[][2] = {{S("nhs"), in->nhs}, {S("upn"), in->upn}};
    for (size_t i = 0; i < COUNT(numbers); i++)
        if (numbers[i][1].len)
            number_put(c->db, id, numbers[i][0], code_value(c->arena, numbers[i][0], numbers[i][1]), (Str){0},
                       c->now, c->actor.id);
    find_index(c->db, c->arena, id);
    access_audit(c, "person.new", "person", id, (Str){0});
    return id;
}

Reply person_make_save(Ctx *c, MakeFor to) {
    New in = {0};
    NewPage p = {.ask = asked(c), .proof = param(c->form, S("proof"))};
    if (!search_proved(c, p.ask, p.proof)) return search_first(c);
    Filled f = new_read(c, &in);
    if (f.n_errors) return new_reply(c, &to, &f, &p, 422);
    p.likely = likely_same(c, &in);
    p.seen = people_word(c->arena, &p.likely);
    bool looked = str_eq(p.seen, param(c->form, S("seen"))) && param(c->form, S("other")).len;
    if (p.likely.len && !looked) return new_reply(c, &to, &f, &p, 422);
    return to.made(c, record_made(c, &in), to.about);
}

Reply people_new_save(Ctx *c) { return person_make_save(c, alone); }
