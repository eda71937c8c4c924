// Who never opens a record: a worker close to the family says so once, and a sealed record is for those named
// alone. Neither gives way to a team, a consent or broken glass.
#include "people/share/looked.html.h"
#include "people/share/within.h"

// ---- a conflict of interest -------------------------------------------------------------------------------

typedef struct Declare {
    Str why;
} Declare;
static const Field fields[] = {
    {FIELD(Declare, why), .label = S("How do you know this person?"), .kind = TEXT, .required = true,
     .max = 120, .hint = S("In a few words, such as “my niece” or “next-door neighbour”"),
     .missing = S("Say how you know this person")},
};
static const Form form = {S("You know this person"), S("Say so, and close the record to me"), fields,
                          COUNT(fields)};

// Nobody learns here that there is a record who may not search for people.
static const Person *known(Ctx *c) {
    const Person *p = person_shown(c->db, part_int(c, 0));
    if (!p) return NULL;
    if (may(c->actor, PEOPLE_FIND)) return p;
    return ways_to(c->db, c->actor.id, p->id, c->now).len ? p : NULL;
}

static Reply draw(Ctx *c, const Filled *f) {
    Buf out = {.arena = c->arena};
    conflict_form(&out, c, f);
    Page p = {.title = form.title, .error = f->n_errors > 0, .no_index = true};
    return page_status(c, f->n_errors ? 422 : 200, p, &out);
}

Reply conflict_ask(Ctx *c) {
    if (!known(c)) return status_page(c, 404);
    Filled f = form_blank(&form, NULL);
    return draw(c, &f);
}

Reply conflict_save(Ctx *c) {
    const Person *p = known(c);
    if (!p) return status_page(c, 404);
    Declare in = {0};
    Filled f = form_read(c, &form, &in);
    if (f.n_errors) return draw(c, &f);
    if (!conflict_mine(c->db, c->actor.id, p->id)) {
        int64_t id = conflict_put(c->db, c->actor.id, p->id, in.why, c->now);
        access_audit(c, "conflict.declare", "conflict", id, (Str){0});
    }
    return see_other_saying(c, S("Thank you. The record is closed to you from now"), "/work");
}

// ---- a sealed record --------------------------------------------------------------------------------------

typedef struct Seal {
    Str why, who;
} Seal;
enum { WHO = 1 };
static const Field seal_fields[] = {
    {FIELD(Seal, why), .label = S("Why is it sealed?"), .kind = TEXTAREA, .required = true, .max = 400,
     .missing = S("Say why it is sealed")},
    {FIELD(Seal, who), .label = S("Who may still open it?"), .kind = CHECKBOXES,
     .hint = S("You always may. Nobody else does, whatever other way they have")},
};
static const Form seal_form = {S("Seal this record"), S("Seal it now"), seal_fields, COUNT(seal_fields)};

static Filled seal_blank(Ctx *c, const Record *r) {
    SealWhoList all = seal_candidates(c->db, r->person->id, c->now);
    Choice *at = arena_new(c->arena, Choice, all.len);
    size_t n = 0;
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].id != c->actor.id)
            at[n++] = (Choice){id_text(c->arena, all.at[i].id), all.at[i].name, {0}};
    Filled f = form_blank(&seal_form, NULL);
    f.choices[WHO] = (Choices){n, at};
    return f;
}

static Reply draw_seal(Ctx *c, const Record *r, const Filled *f) {
    int64_t one = r->person->id;
    Buf out = {.arena = c->arena};
    seal_page(&out, c, r->person, seal_reasons(c->db, one), seal_candidates(c->db, one, c->now),
              conflict_all(c->db, one), f);
    Reply reply = record_page(c, r, "consent", S("Who never sees this record"), &out);
    if (f->n_errors) reply.status = 422;
    return reply;
}

Reply seal_show(Ctx *c) {
    Reply no;
    Record *r = record_held(c, part_int(c, 0), &no);
    if (!r) return no;
    Filled f = seal_blank(c, r);
    return draw_seal(c, r, &f);
}

static Reply sealed(Ctx *c, const Record *r, const Seal *in) {
    int64_t one = r->person->id;
    seal_shut(c->db, one);
    seal_let(c->db, one, c->actor.id, c->now);
    for (Str rest = in->who; rest.at && rest.len;)
        seal_let(c->db, one, text_id(str_cut(&rest, S(","))), c->now);
    seal_set_on(c->db, one, 1);
    seal_reason_put(c->db, one, in->why, c->now, c->actor.id);
    access_audit(c, "record.seal", "person", one, (Str){0});
    return see_other_saying(c, S("The record is sealed"), "/work/people/%lld/seal", (long long)one);
}

static Reply lifted(Ctx *c, const Record *r) {
    int64_t one = r->person->id;
    seal_set_on(c->db, one, 0);
    seal_shut(c->db, one);
    if (!seal_reason_end(c->db, one, c->now, c->actor.id)) return status_page(c, 409);
    access_audit(c, "record.unseal", "person", one, (Str){0});
    return see_other_saying(c, S("The seal is lifted"), "/work/people/%lld/seal", (long long)one);
}

Reply seal_save(Ctx *c) {
    Reply no;
    Record *r = record_held(c, part_int(c, 0), &no);
    if (!r) return no;
    if (str_eq(param(c->form, S("act")), S("lift"))) return lifted(c, r);
    Seal in = {0};
    Filled f = seal_blank(c, r);
    form_take(c, &f, &in);
    return f.n_errors ? draw_seal(c, r, &f) : sealed(c, r, &in);
}

Reply conflict_end_save(Ctx *c) {
    Reply no;
    Record *r = record_held(c, part_int(c, 0), &no);
    if (!r) return no;
    int64_t id = part_int(c, 1);
    if (conflict_end(c->db, id, r->person->id, c->actor.id, c->now) != 1) return status_page(c, 409);
    access_audit(c, "conflict.end", "conflict", id, (Str){0});
    return see_other_saying(c, S("They may see the record again, if they have a way to it"),
                            "/work/people/%lld/seal", (long long)r->person->id);
}
