// Breaking the glass: seeing at once what no other way allows, for a reason and for hours. The lead
// professional is told in the same write, and a manager reviews it (P5). Nobody breaks it for their own
// family.
#include "access/settings.h"
#include "db/outbox.h"
#include "people/share/looked.html.h"
#include "people/share/within.h"

enum { HOUR = 60 * 60 * 1000 };

typedef struct Break {
    Str reason;
} Break;
static const Field fields[] = {
    {FIELD(Break, reason), .label = S("Why can it not wait?"), .kind = TEXTAREA, .required = true,
     .max = 1000,
     .hint = S("What you have seen or been told, and what might happen before somebody can let you in"),
     .missing = S("Say why it cannot wait: what have you seen or been told?")},
};
static const Form form = {S("Open this record at once"), S("Open it"), fields, COUNT(fields)};

// NULL where there is nothing to break: *ret says what instead.
static const Person *behind_glass(Ctx *c, Reply *ret) {
    const Person *p = person_shown(c->db, part_int(c, 0));
    if (!p) return *ret = status_page(c, 404), NULL;
    if (barred_from(c->db, c->actor.id, p->id) > 0) return *ret = record_refused(c, p->id), NULL;
    WayList ways = ways_to(c->db, c->actor.id, p->id, c->now);
    for (size_t i = 0; i < ways.len; i++)
        if (str_eq(ways.at[i].kind, S("*")))
            return *ret = see_other(c, "/work/people/%lld", (long long)p->id), NULL;
    return p;
}

static Reply draw(Ctx *c, const Filled *f) {
    Buf out = {.arena = c->arena};
    glass_form(&out, c, f, setting_int(c->db, "glass.hours"));
    Page p = {.title = form.title, .error = f->n_errors > 0, .no_index = true};
    return page_status(c, f->n_errors ? 422 : 200, p, &out);
}

Reply glass_ask(Ctx *c) {
    Reply no;
    if (!behind_glass(c, &no)) return no;
    Filled f = form_blank(&form, NULL);
    return draw(c, &f);
}

static int64_t reviewer(Ctx *c, int64_t one) {
    Str today = date_iso(c->arena, c->today);
    int64_t found = NONE;
    for (size_t i = 0; i < n_roles && found == NONE; i++)
        if (roles[i].rights & TEAM_LEAD)
            found = glass_reviewer(c->db, one, c->actor.id, c->now, today, str_from(roles[i].key));
    return found;
}

static void tell(Ctx *c, int64_t account, int64_t glass) {
    Str to = share_mail(c->db, account);
    if (!to.len) return;
    Str text = str_fmt(c->arena,
                       "A record you answer for was opened at once, for a reason. See who and why:\n\n"
                       "%.*s/work/glass/%lld\n",
                       STR_FMT(c->site->base_url), (long long)glass);
    outbox_mail(c->db, c->now, (Mail){.to = to, .subject = S("A record was opened at once"), .text = text});
}

static void tell_all(Ctx *c, int64_t one, int64_t owner, int64_t glass) {
    tell(c, owner, glass);
    LeadList leads = leads_of(c->db, one, c->now);
    for (size_t i = 0; i < leads.len; i++)
        if (leads.at[i].id != owner && leads.at[i].id != c->actor.id) tell(c, leads.at[i].id, glass);
}

Reply glass_break(Ctx *c) {
    Reply no;
    const Person *p = behind_glass(c, &no);
    if (!p) return no;
    Break in = {0};
    Filled f = form_read(c, &form, &in);
    int64_t owner = f.n_errors ? NONE : reviewer(c, p->id);
    if (!f.n_errors && owner == NONE)
        form_wrong(&f, "reason",
                   S("There is no manager who could review this: ask an administrator to name one"));
    if (f.n_errors) return draw(c, &f);
    int64_t id = glass_put(c->db, p->id, c->actor.id, in.reason, c->now,
                           c->now + setting_int(c->db, "glass.hours") * HOUR, owner,
                           c->now + setting_int(c->db, "glass.review_hours") * HOUR);
    entry_add(c, (EntryNew){.person = p->id, .episode = NONE, .kind = "note", .what = "glass",
                            .title = S("The record was opened at once, for a reason"), .subject = "glass",
                            .subject_id = id});
    access_audit(c, "glass.break", "person", p->id, (Str){0});
    tell_all(c, p->id, owner, id);
    const Glass *g = glass_one(c->db, id);
    if (!g) return status_page(c, 404);    // a fault, which the page will say
    Str said = str_fmt(c->arena, "The record is open to you. %.*s reviews why, by %.*s", STR_FMT(g->owner),
                       STR_FMT(instant_text(c->arena, g->review_by)));
    return see_other_saying(c, said, "/work/people/%lld", (long long)p->id);
}

// ---- the review -------------------------------------------------------------------------------------------

typedef struct Review {
    Str right, text;
} Review;
static const Field review_fields[] = {
    {FIELD(Review, right), .label = S("Was it right to open it?"), .kind = YESNO, .required = true,
     .missing = S("Say whether it was right to open it")},
    {FIELD(Review, text), .label = S("What did you find, and what follows from it?"), .kind = TEXTAREA,
     .required = true, .missing = S("Say what you found")},
};
static const Form review_form = {S("A record was opened at once"), S("Finish the review"), review_fields,
                                 COUNT(review_fields)};

// Its reviewer, the lead professional, and managers who may see the record; never whoever broke it, never
// somebody barred from the child.
static const Glass *glass_here(Ctx *c, bool *ret_reviews) {
    const Glass *g = glass_one(c->db, part_int(c, 0));
    if (!g || g->account_id == c->actor.id || barred_from(c->db, c->actor.id, g->one_id) > 0) return NULL;
    *ret_reviews = g->owner_id == c->actor.id;
    if (*ret_reviews) return note_before_answer(c, "glass.read", "person", g->one_id), g;
    Record *r = record_open(c, g->one_id);
    if (!r || !record_holds(r)) return NULL;
    *ret_reviews = may(c->actor, TEAM_LEAD);
    return g;
}

static Reply draw_review(Ctx *c, const Glass *g, bool reviews, const Filled *f) {
    int64_t opened = glass_opened(c->db, g->one_id, g->account_id, g->starts_at, g->ends_at);
    const Person *whose = person_shown(c->db, g->one_id);
    if (!whose) return status_page(c, 404);
    Buf out = {.arena = c->arena};
    glass_page(&out, c, g, whose, opened, reviews ? f : NULL);
    Page p = {.title = review_form.title, .crumbs = {{S("Work"), {S("/work")}}}, .error = f->n_errors > 0,
              .no_index = true};
    return page_status(c, f->n_errors ? 422 : 200, p, &out);
}

Reply glass_show(Ctx *c) {
    bool reviews = false;
    const Glass *g = glass_here(c, &reviews);
    if (!g) return status_page(c, 404);
    Filled f = form_blank(&review_form, NULL);
    return draw_review(c, g, reviews, &f);
}

Reply glass_review_save(Ctx *c) {
    bool reviews = false;
    const Glass *g = glass_here(c, &reviews);
    if (!g) return status_page(c, 404);
    if (!reviews) return status_page(c, 403);
    Review in = {0};
    Filled f = form_read(c, &review_form, &in);
    if (f.n_errors) return draw_review(c, g, true, &f);
    if (glass_review(c->db, g->id, str_eq(in.right, S("yes")), in.text, c->now) != 1)
        return status_page(c, 409);
    access_audit(c, "glass.review", "glass", g->id, (Str){0});
    return see_other_saying(c, S("The review is finished"), "/work/glass/%lld", (long long)g->id);
}
