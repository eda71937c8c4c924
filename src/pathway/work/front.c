// The front of a record: the child's own words first, then what is being done and by whom, and the ways on.
#include "pathway/work/front.h"

#include <stdlib.h>

#include "pathway/work/front.html.h"
#include "pathway/work/pages.h"

// What one may do from here: offered to those whose right it is, and while it is not done already.
typedef enum While { ALWAYS, WHILE_NONE_IS_WRITTEN, WHILE_NO_HELP_IS_OPEN } While;
static const struct {
    Rights needs;
    const char *path;
    Str text;
    While offered;
} offers[] = {
    {WORK, "/work/people/%lld/chronology/new", S("Add a note or visit")},
    {WORK, "/work/people/%lld/views/new", S("Record their words")},
    {WORK, "/work/contacts/new?person=%lld", S("New contact")},
    {WORK, "/work/people/%lld/need", S("Level of need")},
    {CASE_HOLD, "/work/people/%lld/assessments/new", S("Start an assessment"), WHILE_NONE_IS_WRITTEN},
    {CASE_HOLD, "/work/people/%lld/episodes/new", S("Begin help"), WHILE_NO_HELP_IS_OPEN},
    {WORK, "/work/people/%lld/consent/new", S("Record consent")},
    {CASE_HOLD, "/work/people/%lld/disputes/new", S("Say that you do not agree")},
    {WORK, "/work/people/%lld/complaints/new", S("Write a complaint down")},
    {WORK, "/work/people/%lld/record.json", S("Save the record as a file")},
};

static bool is_to_do(const Front *f, While offered) {
    const LatestAssessment *a = f->assessing;
    bool written = a && (str_eq(a->state, S("draft")) || str_eq(a->state, S("returned")));
    if (offered == WHILE_NONE_IS_WRITTEN) return f->shows_assessment && !written;
    return offered != WHILE_NO_HELP_IS_OPEN || (f->record->all && !f->helping.len);
}

static void offer(Ctx *c, Front *f) {
    f->ways = arena_new(c->arena, WayOn, COUNT(offers));
    for (size_t i = 0; i < COUNT(offers); i++)
        if (may(c->actor, offers[i].needs) && is_to_do(f, offers[i].offered))
            f->ways[f->n_ways++] =
                (WayOn){url_path(c->arena, offers[i].path, (long long)f->record->person->id), offers[i].text};
}

// Twice in two months is a pattern that somebody should answer, lest the case drifts.
enum { MISSED_DAYS = 60, MISSED_TIMES = 2 };

enum { LATEST = 6 };

static void front_ask(Ctx *c, Front *f) {
    const Record *r = f->record;
    int64_t id = r->person->id;
    if (f->shows_view) f->said = front_words(c->db, id);
    if (f->shows_help) {
        f->helping = front_episodes(c->db, id);
        f->around = front_seats(c->db, id, c->now);
        f->holds = front_holds(c->db, id, c->now);
    }
    if (record_shows(r, "note"))
        f->missed = front_missed(c->db, id, c->now - MISSED_DAYS * INT64_C(86400000));
    if (f->shows_contact) f->contacts = front_contacts(c->db, id);
    if (f->shows_assessment) f->assessing = front_assessment(c->db, id), f->need = need_said(c->db, id);
    if (f->shows_plan) f->steps = front_steps(c->db, id), f->clocks = front_clocks(c->db, id);
    if (record_shows(r, "who")) f->missing = missing_basics(c, r);
    if (may(c->actor, CONTACT_RAISE)) f->signs = immediate_signs(c->db);
    f->universal = need_universal(c);
    f->entries = entries_latest(c->db, id, r->kinds, LATEST);
}

// ---- who is involved --------------------------------------------------------------------------------------

static int by_agency(const void *a, const void *b) {
    const Involved *x = a, *y = b;
    int order = str_cmp(x->agency, y->agency);
    if (!order) order = (x->team.at != NULL) - (y->team.at != NULL);
    if (!order && x->team.at) order = str_cmp(x->team, y->team);
    return order ? order : x->since < y->since ? -1 : x->since > y->since;
}

// Each team that holds the child, and each agency with somebody in the team around the child, once, and since
// when first.
static void find_involved(Ctx *c, Front *f) {
    Involved *all = f->involved = arena_new(c->arena, Involved, f->holds.len + f->around.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < f->holds.len; i++) {
        const TeamNamed *t = team_called(c->db, f->holds.at[i].team_id);
        Str agency = t ? access_agency_name(c->db, t->agency_id) : (Str){0};
        if (agency.at) all[n++] = (Involved){agency, t->name, f->holds.at[i].starts_at};
    }
    for (size_t i = 0; i < f->around.len; i++) {
        Str agency = access_agency_name(c->db, f->around.at[i].agency_id);
        if (agency.at) all[n++] = (Involved){.agency = agency, .since = f->around.at[i].starts_at};
    }
    if (n) qsort(all, n, sizeof *all, by_agency);
    for (size_t i = 0; i < n; i++) {
        const Involved *last = f->n_involved ? &all[f->n_involved - 1] : NULL;
        if (!last || !str_eq(last->agency, all[i].agency) || !str_eq(last->team, all[i].team))
            all[f->n_involved++] = all[i];
    }
}

static Front front_read(Ctx *c, const Record *r) {
    Front f = {.record = r,
               .shows_view = record_shows(r, "view"),
               .shows_help = record_shows(r, "help"),
               .shows_plan = record_shows(r, "plan"),
               .shows_contact = record_shows(r, "contact"),
               .shows_assessment = record_shows(r, "assessment")};
    for (int round = 0; db_together(c->db, &round);) front_ask(c, &f);
    if (f.shows_help && !f.helping.len) f.past = front_past(c->db, r->person->id);
    find_involved(c, &f);
    entries_in_order(&f.entries, LATEST);
    f.prompts = f.missed >= MISSED_TIMES && f.helping.len;
    offer(c, &f);
    return f;
}

Reply work_front(Ctx *c) {
    int64_t id = part_int(c, 0);
    const Record *r = record_open(c, id);
    if (!r) return record_refused(c, id);
    Front f = front_read(c, r);
    Buf out = {.arena = c->arena};
    if (may(c->actor, CONTACT_RAISE))
        immediate_panel(&out, c, f.signs, r->person);    // first: a child may be in danger now
    front_view(&out, c, &f);
    return record_page(c, r, "front", S("Record"), &out);
}
