// Joining two records after seeing whose sight it changes, and taking them apart again, saying of each thing
// written since whose it is.
#include <inttypes.h>

#include "people/find/join.html.h"
#include "people/find/pages.h"
#include "people/find/sound.h"

static Reply join_reply(Ctx *c, const Record *r, int status, Str title, const Buf *out) {
    Reply reply = record_page(c, r, "family", title, out);
    reply.status = status;
    return reply;
}

static const Field ask_fields[] = {
    {FIELD(FindAsk, name), .label = S("Name"), .max = 120, .autocomplete = "off"},
    {FIELD(FindAsk, born), .label = S("Date of birth"), .max = 40, .width = 10, .autocomplete = "off"},
    {FIELD(FindAsk, place), .label = S("Postcode or address"), .max = 120, .autocomplete = "off"},
    {FIELD(FindAsk, number), .label = S("NHS number or UPN"), .max = 30, .width = 20, .autocomplete = "off"},
};
static const Form ask_form = {S("Find the other record"), S("Search"), ask_fields, COUNT(ask_fields)};

// The record as it is searched for first: by what is known of it.
static FindAsk ask_of(Ctx *c, const Person *p) {
    (void)c;
    return (FindAsk){p->name, p->born_on.at ? p->born_on : S(""), S(""), S("")};
}

static Reply join_page(Ctx *c, const Record *r, const FindHits *hits, const FindAsk *ask) {
    Filled f = form_blank(&ask_form, ask);
    Buf out = {.arena = c->arena};
    join_view(&out, c, r, joins_shown(c->db, r->person->id), hits, &f);
    return join_reply(c, r, 200, S("Join with another record"), &out);
}

Reply people_join(Ctx *c) {
    Record *r = record_open(c, part_int(c, 0));
    if (!r) return record_refused(c, part_int(c, 0));
    FindAsk ask = ask_of(c, r->person);
    return join_page(c, r, NULL, &ask);
}

Reply people_join_find(Ctx *c) {
    Record *r = record_open(c, part_int(c, 0));
    if (!r) return record_refused(c, part_int(c, 0));
    FindAsk ask = {0};
    form_read(c, &ask_form, &ask);
    FindHits hits = find_people(c, ask, 10);
    size_t n = 0;
    for (size_t i = 0; i < hits.len; i++)
        if (hits.at[i].person != r->person->id) hits.at[n++] = hits.at[i];
    hits.len = n;
    return join_page(c, r, &hits, &ask);
}

// ---- the look before, and the join ------------------------------------------------------------------------

// A word for what the page showed, so that nobody confirms what has changed meanwhile.
static Str gains_word(Arena *a, const Gains *g) {
    Buf all = {.arena = a};
    for (size_t i = 0; i < g->len; i++)
        buf_fmt(&all, "%" PRId64 " %.*s %.*s\n", g->at[i].account, STR_FMT(g->at[i].was),
                STR_FMT(g->at[i].will));
    return str_fmt(a, "%" PRId64, hash60(buf_str(&all)));
}

static Reply look_page(Ctx *c, const Record *r, const Record *other, Str why, Str wrong, bool changed) {
    JoinLook look = {.record = r, .other = other, .why = why, .wrong = wrong, .changed = changed};
    look.gains = join_gains(c, r->person->id, other->person->id, r->person->name, other->person->name);
    look.word = gains_word(c->arena, &look.gains);
    Buf out = {.arena = c->arena};
    join_look_view(&out, c, &look);
    Reply reply = join_reply(c, r, wrong.len ? 422 : changed ? 409 : 200, S("Join these records?"), &out);
    reply.keep_nothing = true;    // it was only to see what would be
    return reply;
}

// The gains are looked at in a savepoint of their own: what is then joined is joined from the beginning.
static bool gains_now(Ctx *c, void *arg) {
    const Record *const *two = arg;
    Gains g =
        join_gains(c, two[0]->person->id, two[1]->person->id, two[0]->person->name, two[1]->person->name);
    *(Str *)(void *)two[2] = gains_word(c->arena, &g);
    return false;
}

static void join_noted(Ctx *c, const Record *r, const Record *other, int64_t join, Str why) {
    access_audit(c, "person.join", "person", r->person->id,
                 str_fmt(c->arena, "{\"join\":%" PRId64 "}", join));
    access_audit(c, "person.join", "person", other->person->id,
                 str_fmt(c->arena, "{\"join\":%" PRId64 "}", join));
    entry_add(c, (EntryNew){.person = r->person->id,
                            .kind = "who",
                            .what = "join",
                            .body = why,
                            .title = S("Joined with another record of the same person"),
                            .subject = "join",
                            .subject_id = join});
}

Reply people_join_do(Ctx *c) {
    int64_t one = part_int(c, 0), two = part_int(c, 1);
    if (!access_fresh(c)) return access_prove(c, str_fmt(c->arena, "/work/people/%" PRId64 "/join", one));
    const Record *r = record_open(c, one);
    if (!r) return record_refused(c, one);
    const Record *other = record_open(c, two);
    if (!other) return record_refused(c, two);
    if (r->person->id == other->person->id) return status_page(c, 409);
    Str why = str_trim(param(c->form, S("why"))), word = {0};
    if (!param(c->form, S("join")).len) return look_page(c, r, other, why, S(""), false);
    if (!why.len || why.len > 2000)
        return look_page(c, r, other, why,
                         S("Say how you know that they are one person, in up to 2000 letters"), false);
    const void *looked[] = {r, other, &word};
    write_do(c, gains_now, (void *)looked);
    if (!str_eq(word, param(c->form, S("seen")))) return look_page(c, r, other, why, S(""), true);
    bool turned = str_eq(param(c->form, S("shown")), S("other"));
    int64_t join = join_make(c, turned ? two : one, turned ? one : two, why);
    if (!join) return status_page(c, 409);
    join_noted(c, r, other, join, why);
    return see_other_saying(c, S("The two records are shown as one"), "/work/people/%" PRId64, one);
}

// ---- apart ------------------------------------------------------------------------------------------------

typedef struct Parting {
    Record *record;
    const Joined *join;
    const Person *first, *second;    // of each side, the record of the join itself
} Parting;

// Everything written since is read on the page, of whatever kind: it is for those who see all of the record.
static bool parting_open(Ctx *c, Parting *ret) {
    ret->record = record_open(c, part_int(c, 0));
    if (!ret->record || !ret->record->all) return false;
    ret->join = join_find(c->db, part_int(c, 1));
    if (!ret->join) return false;
    for (int side = 0; side < 2; side++) {
        const Person *shown = person_shown(c->db, side ? ret->join->second_id : ret->join->first_id);
        if (!shown || shown->id != ret->record->person->id) return false;
    }
    ret->first = person_own(c->db, ret->join->first_id);
    ret->second = person_own(c->db, ret->join->second_id);
    return true;
}

static Reply parting_refused(Ctx *c, const Parting *p) {
    return p->record ? status_page(c, p->record->all ? 404 : 403) : record_refused(c, part_int(c, 0));
}

static Reply part_page(Ctx *c, const Parting *p, Str why, Str wrong) {
    WrittenSinceList rows = written_since(c->db, p->record->person->id, p->join->joined_at);
    int *side = arena_new(c->arena, int, rows.len);
    for (size_t i = 0; i < rows.len; i++) side[i] = join_side(c->db, p->join, rows.at[i].person_id);
    PartLook look = {p->record, p->join, p->first, p->second, rows, side, why, wrong};
    Buf out = {.arena = c->arena};
    part_view(&out, c, &look);
    return join_reply(c, p->record, wrong.len ? 422 : 200, S("Take records apart"), &out);
}

Reply people_part(Ctx *c) {
    Parting p = {0};
    if (!access_fresh(c)) return access_prove(c, c->path);
    if (!parting_open(c, &p)) return parting_refused(c, &p);
    return part_page(c, &p, S(""), S(""));
}

// Each row written since goes where the form says; one the form does not name stays where it is.
static void rows_parted(Ctx *c, const Parting *p) {
    WrittenSinceList rows = written_since(c->db, p->record->person->id, p->join->joined_at);
    for (size_t i = 0; i < rows.len; i++) {
        const WrittenSince *r = &rows.at[i];
        Str chosen = param(c->form, str_fmt(c->arena, "%.*s-%" PRId64, STR_FMT(r->tab), r->id));
        int side = join_side(c->db, p->join, r->person_id);
        int want = str_eq(chosen, S("1")) ? 1 : str_eq(chosen, S("2")) ? 2 : side;
        if (side && want != side)
            part_move(c->db, r->tab, r->id, r->person_id, want == 1 ? p->join->first_id : p->join->second_id);
    }
}

Reply people_part_save(Ctx *c) {
    Parting p = {0};
    if (!access_fresh(c)) return access_prove(c, c->path);
    if (!parting_open(c, &p)) return parting_refused(c, &p);
    Str why = str_trim(param(c->form, S("why")));
    if (!why.len || why.len > 2000)
        return part_page(c, &p, why, S("Say what showed that they are two people, in up to 2000 letters"));
    int64_t one = p.record->person->id, first = p.join->first_id, second = p.join->second_id;
    rows_parted(c, &p);
    conflicts_to_both(c->db, one, p.join->joined_at, first);
    conflicts_to_both(c->db, one, p.join->joined_at, second);
    if (!join_part(c, p.join->id, why)) return status_page(c, 409);
    find_index(c->db, c->arena, first);
    find_index(c->db, c->arena, second);
    access_audit(c, "person.part", "person", first, (Str){0});
    access_audit(c, "person.part", "person", second, (Str){0});
    return see_other_saying(c, S("The records are shown by themselves again"), "/work/people/%" PRId64,
                            first);
}
