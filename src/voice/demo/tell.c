// Who the people of a story are, what was written down of them and what they said.
#include "voice/demo/tell.h"

#include "access/access.h"
#include "people/about/about.sql.h"
#include "people/code.h"
#include "people/find/join.h"
#include "people/group.h"
#include "people/person.h"
#include "people/tie.h"
#include "voice/demo/demo.sql.h"

enum { MADE_DAYS = 400 };                  // so many days ago the records were made

// ---- days and people --------------------------------------------------------------------------------------

Str tell_words(Str s) { return s.len ? s : (Str){0}; }
Date tell_date(const Telling *t, int days) { return date_add_days(date_of(t->now), days); }
Str tell_day(const Telling *t, int days) { return date_iso(t->c->arena, tell_date(t, days)); }

int64_t tell_account(const Telling *t, const char *who) {
    return demo_account(t->c->db, str_fmt(t->c->arena, "%s@demo.example", who));
}
int64_t tell_agency(const Telling *t, const char *who) {
    return demo_agency_of(t->c->db, tell_account(t, who));
}
int64_t tell_team(const Telling *t, const char *who, Str name) {
    return demo_team(t->c->db, tell_agency(t, who), name);
}

static void acts(Telling *t, Instant at, const char *who) {
    Ctx *c = t->c;
    c->now = at < t->now ? at : t->now - INT64_C(60000);
    c->today = date_of(c->now);
    int64_t id = tell_account(t, who);
    c->actor = (Actor){.id = id, .name = access_name(c->db, id), .agency = demo_agency_of(c->db, id)};
}

// Some time of the working day, not the same on every day.
void tell_at(Telling *t, int days, const char *who) {
    Date on = tell_date(t, -days);
    int late = date_weekday(on) - 4;
    if (late > 0 && days) on = date_add_days(on, -late);
    acts(t, instant_at(on, 9 * 60 + days * 37 % 420), who);
}

void tell_night(Telling *t, int days, const char *who) {
    acts(t, instant_at(tell_date(t, -days), 22 * 60 + 10), who);
}

// ---- a family ---------------------------------------------------------------------------------------------

static int64_t somebody(Telling *t, Str given, Str family, Str born, Str due, Str gender) {
    Ctx *c = t->c;
    int64_t id = demo_person(c->db, person_full(c->arena, given, family), born, due, gender, c->now);
    demo_person_one(c->db, id);
    demo_name(c->db, id, given, family, S("now"), (Str){0}, c->now);
    return id;
}

static Str surname(const Family *f, bool woman) { return woman || !f->men.len ? f->name : f->men; }

static void lives(Telling *t, const Family *f, int64_t house, int64_t person) {
    Ctx *c = t->c;
    Str moved = f->before.len ? tell_day(t, -730) : (Str){0};
    demo_lives(c->db, house, person, c->now);
    demo_address(c->db, person, f->address, f->postcode, moved, (Str){0}, c->now);
    if (f->before.len)
        demo_address(c->db, person, S("Where they lived before, Nottingham"), f->before, (Str){0},
                     tell_day(t, -731), c->now);
}

static int64_t parent(Telling *t, const Family *f, bool mother, int64_t house) {
    Ctx *c = t->c;
    Str given = mother ? f->mother : f->father;
    Str born = tell_day(t, -11000 - (int)given.len * 200);
    int64_t id = somebody(t, given, surname(f, mother), born, (Str){0}, mother ? S("female") : S("male"));
    lives(t, f, house, id);
    demo_language(c->db, id, f->language, f->interpreter, c->now);
    for (size_t i = 0; i < COUNT(t->child) && t->child[i]; i++)
        demo_tie(c->db, id, t->child[i], mother ? S("birth-mother") : S("parent"), 1, c->now);
    return id;
}

static int64_t child(Telling *t, const Family *f, const Child *k, int64_t house) {
    Date then = date_add_months(date_of(t->now), -k->months);
    Str on = date_iso(t->c->arena, date_add_days(then, -9)), none = {0};
    bool unborn = k->months < 0;
    int64_t id = somebody(t, k->given, surname(f, k->girl), unborn ? none : on, unborn ? on : none,
                          unborn ? none : k->girl ? S("female") : S("male"));
    lives(t, f, house, id);
    if (!unborn) demo_language(t->c->db, id, f->language, S("no"), t->c->now);
    return id;
}

void tell_family(Telling *t, const Family *f) {
    acts(t, t->now - MADE_DAYS * DAY_MS, "adviser");
    int64_t house = demo_household(t->c->db, t->c->now);
    for (size_t i = 0; i < COUNT(f->children) && f->children[i].given.len; i++)
        t->child[i] = child(t, f, &f->children[i], house);
    t->parent[0] = parent(t, f, true, house);
    t->parent_name = person_full(t->c->arena, f->mother, f->name);
    if (f->father.len) t->parent[1] = parent(t, f, false, house);
    t->who = t->child[0];
}

void tell_door(Telling *t, int64_t person) {
    int64_t family = tell_account(t, "family");
    if (family == NONE) return;
    demo_person_account(t->c->db, person, family);
    demo_door(t->c->db, family, person, t->c->now, t->c->actor.id);
}

// Each passes its check: the last digit of the one and the first letter of the other are looked for.
void tell_number(Telling *t, int64_t n) {
    Ctx *c = t->c;
    static const char letters[] = "ABCDEFGHJKLMNPQRTUVWXYZ";
    Str value, why_not = {0};
    for (int i = 0; i < 10; i++)
        if (nhs_read(c->arena, str_fmt(c->arena, "999%06lld%d", (long long)n, i), &value))
            number_put(c->db, t->who, S("nhs"), value, why_not, c->now, c->actor.id);
    for (size_t i = 0; letters[i]; i++)
        if (upn_read(c->arena, str_fmt(c->arena, "%c892%09lld", letters[i], (long long)n), &value))
            number_put(c->db, t->who, S("upn"), value, why_not, c->now, c->actor.id);
}

void tell_spoken(Telling *t, Str need, Str note) {
    need_put(t->c->db, t->who, S("communication"), need, 0, tell_words(note), (Str){0}, t->c->now,
             t->c->actor.id);
}

void tell_group(Telling *t, Belongs b) {
    Ctx *c = t->c;
    const Group *g = group_find(str_from(b.group));
    group_put(c->db, t->who, str_from(b.group), S("yes"), str_from(b.agreed), S("spoken"),
              tell_words(b.needs), tell_words(b.views), date_iso(c->arena, c->today), c->now, c->actor.id);
    tell_note(t, (Note){.kind = "assessment",
                        .what = "note",
                        .title = str_fmt(c->arena, "%.*s: yes", STR_FMT(g->name))});
}

void tell_change(Telling *t, Change x) {
    Ctx *c = t->c;
    transition_put(c->db, t->who, str_from(x.kind), tell_day(t, x.happens), tell_words(x.note),
                   tell_words(x.plan), tell_account(t, x.owner), tell_day(t, x.next), c->now, c->actor.id);
    tell_note(t, (Note){.kind = "plan",
                        .what = "note",
                        .title = str_fmt(c->arena, "Coming up: %.*s", STR_FMT(x.note)),
                        .body = x.plan});
}

void tell_double(Telling *t, Str given, Str family, Str why) {
    Ctx *c = t->c;
    const Person *p = person_shown(c->db, t->who);
    int64_t id = somebody(t, given, family, p->born_on, p->due_on, (Str){0});
    entry_add(c, (EntryNew){.person = id,
                            .episode = NONE,
                            .kind = "contact",
                            .what = "contact",
                            .title = S("A contact to the front door"),
                            .nature = "report"});
    join_make(c, t->who, id, why);
}

// ---- written down, and said -------------------------------------------------------------------------------

void tell_note(Telling *t, Note n) {
    entry_add(t->c, (EntryNew){.person = t->who,
                               .episode = t->episode,
                               .kind = n.kind,
                               .what = n.what,
                               .title = n.title,
                               .body = tell_words(n.body),
                               .nature = n.nature,
                               .source = tell_words(n.source),
                               .significant = n.significant});
}

void tell_heard(Telling *t, int64_t view, Saying w) {
    if (!w.outcome.len) return;
    Instant at = t->c->now + w.told * DAY_MS;
    demo_heard(t->c->db, view, w.outcome, at, w.told ? at : NONE, w.told ? S("told in person") : (Str){0});
}

void tell_said(Telling *t, Saying w) {
    Ctx *c = t->c;
    tell_heard(t, demo_view(c->db, t->who, w.said, w.how, w.about, c->now, c->actor.id), w);
    tell_note(t, (Note){.kind = "view",
                        .what = "view",
                        .nature = "report",
                        .title = str_fmt(c->arena, "What they said about %.*s", STR_FMT(w.about)),
                        .body = w.said,
                        .source = S("the child")});
}
