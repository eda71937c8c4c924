// Who looked: from the audit log, for those entitled and, in plain words, for the family (W57, W98).
#include "people/share/looked.html.h"
#include "people/share/within.h"

static const Instant for_ever = INT64_C(253402300799000);

// What the view looked (schema/041_looked.sql) calls reading.
static const Choice acts[] = {
    {S("record.open"), S("Opened it"), {0}},
    {S("record.search"), S("Read words of it in a search"), {0}},
    {S("record.export"), S("Saved it as a file"), {0}},
    {S("record.family"), S("Looked at the family"), {0}},
    {S("contact.earlier"), S("Read earlier calls to the front door about them"), {0}},
    {S("contact.open"), S("Read a call to the front door about them"), {0}},
    {S("referral.open"), S("Read a referral about them"), {0}},
    {S("check.open"), S("Read a question between agencies about them"), {0}},
    {S("dispute.open"), S("Read a disagreement about them"), {0}},
    {S("evidence.open"), S("Read a specialist’s assessment of them"), {0}},
    {S("glass.read"), S("Read why it was opened at once"), {0}},
};

Str looked_text(Str act) { return SHARE_LABEL(acts, act); }

// A manager with the right, or whoever leads for the child; each only where they may see the record at all.
static bool may_know(Ctx *c, const Record *r) {
    if (may(c->actor, LOOKED_READ)) return true;
    for (size_t i = 0; i < r->ways.len; i++)
        if (str_eq(r->ways.at[i].way, S("owner"))) return true;
    LeadList leads = leads_of(c->db, r->person->id, c->now);
    for (size_t i = 0; i < leads.len; i++)
        if (leads.at[i].id == c->actor.id) return true;
    return false;
}

static Record *open_for(Ctx *c, Reply *ret) {
    Record *r = record_open(c, part_int(c, 0));
    *ret = r ? (Reply){0} : record_refused(c, part_int(c, 0));
    if (!r || may_know(c, r)) return r;
    Buf out = {.arena = c->arena};
    looked_not_you(&out, record_keepers(c->db, r->person->id, c->now));
    *ret = record_page(c, r, "looked", S("Who looked"), &out);
    ret->status = 403;
    return NULL;
}

Reply looked_page(Ctx *c) {
    Reply no;
    Record *r = open_for(c, &no);
    if (!r) return no;
    int64_t before = text_id(param(c->query, S("before")));
    LookedList rows = looked_rows(c->db, r->person->id, before > 0 ? before : for_ever);
    Buf out = {.arena = c->arena};
    looked_list(&out, c, r, rows, glass_all(c->db, r->person->id));
    return record_page(c, r, "looked", S("Who looked"), &out);
}

Reply looked_family(Ctx *c) {
    Reply no;
    Record *r = open_for(c, &no);
    if (!r) return no;
    note_before_answer(c, "looked.give", "person", r->person->id);
    Buf out = {.arena = c->arena};
    looked_for_family(&out, c, r->person, looked_people(c->db, r->person->id));
    Str title = str_fmt(c->arena, "Who has looked – %.*s", STR_FMT(r->person->name));
    return page(c, (Page){.title = title, .no_index = true}, &out);
}
