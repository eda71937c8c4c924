// Looking through the examples with a child in mind, and then deciding. Ticks are kept from the first press;
// the worker decides, and says why.
#include "base/fold.h"
#include "pathway/threshold/look.h"
#include "pathway/threshold/need.html.h"
#include "pathway/threshold/pages.h"
#include "web/layout.h"

// Who may decide a level: those who hold cases, and the front door.
#define DECIDES (CASE_HOLD | CONTACT_TAKE | CONTACT_DECIDE)

static const Record *opened(Ctx *c, bool deciding) {
    const Record *r = record_open(c, part_int(c, 0));
    if (!r || !record_shows(r, "assessment")) return NULL;
    return deciding && !may(c->actor, DECIDES) ? NULL : r;
}

// Not shared is another answer than not allowed.
static Reply shut(Ctx *c) {
    const Record *r = record_open(c, part_int(c, 0));
    if (!r) return record_refused(c, part_int(c, 0));
    if (record_shows(r, "assessment")) return status_page(c, 403);
    Buf out = {.arena = c->arena};
    need_not_shared(&out);
    Reply reply = record_page(c, r, "need", S("Level of need"), &out);
    if (c->method == POST) reply.status = 403;
    return reply;
}

static bool is_looking(Ctx *c, const Record *r) {
    const Look *k = look_find(c->db, r->person->id, c->actor.id);
    return k && look_ticks(c->db, k->id).len;
}

Reply need_show(Ctx *c) {
    const Record *r = opened(c, false);
    if (!r) return shut(c);
    NeedNowList all = need_history(c->db, r->person->id);
    Document d = document_now(c);
    Buf out = {.arena = c->arena};
    need_page(&out, c, r, &d, all, may(c->actor, DECIDES), is_looking(c, r));
    return record_page(c, r, "need", S("Level of need"), &out);
}

// ---- ticking ----------------------------------------------------------------------------------------------

static bool is_ticked(const NeedTickList *ticks, Str code) {
    for (size_t i = 0; i < ticks->len; i++)
        if (str_eq(ticks->at[i].code, code)) return true;
    return false;
}

Reply need_look(Ctx *c) {
    const Record *r = opened(c, true);
    if (!r) return shut(c);
    Document d = document_now(c);
    if (!d.edition) return see_other(c, "/work/people/%lld/need", (long long)r->person->id);
    NeedIndicatorList all = need_indicators(c->db, d.edition->id, NONE);
    const Look *k = look_find(c->db, r->person->id, c->actor.id);
    NeedTickList ticks = {0};
    if (k) ticks = look_ticks(c->db, k->id);
    bool *on = arena_new(c->arena, bool, all.len + 1);
    for (size_t i = 0; i < all.len; i++) on[i] = is_ticked(&ticks, all.at[i].code);
    Buf out = {.arena = c->arena};
    need_look_page(&out, c, r, &d, all, on);
    return record_page(c, r, "need", S("What do you see?"), &out);
}

// A box is named after its example: "seen-ADD-FSR-03".
static void tick_named(Ctx *c, int64_t look, Str name) {
    Str rest = name;
    if (!str_starts(name, S("seen-"))) return;
    str_cut(&rest, S("-"));
    look_tick(c->db, look, rest);
}

Reply need_look_save(Ctx *c) {
    const Record *r = opened(c, true);
    if (!r) return shut(c);
    Document d = document_now(c);
    if (!d.edition) return status_page(c, 409);
    int64_t look = look_put(c->db, r->person->id, c->actor.id, d.edition->id, c->now);
    look_clear(c->db, look);
    for (size_t i = 0; i < c->form.len; i++)
        tick_named(c, look, c->form.at[i].name);
    return see_other(c, "/work/people/%lld/need/decide", (long long)r->person->id);
}

// ---- deciding ---------------------------------------------------------------------------------------------

static bool same_words(Arena *a, Str x, Str y) { return str_eq(fold(a, x), fold(a, y)); }

// The same words at each level; asked once, of the first of them that was ticked.
static void find_twice(Ctx *c, Deciding *d) {
    NeedIndicatorList all = need_indicators(c->db, d->look->threshold_id, NONE);
    d->twice = arena_new(c->arena, Twice, d->ticks.len + 1);
    for (size_t i = 0; i < d->ticks.len; i++) {
        const NeedTick *tick = &d->ticks.at[i];
        bool asked = false;
        for (size_t k = 0; k < d->n_twice; k++)
            asked = asked || same_words(c->arena, d->twice[k].tick->text, tick->text);
        Twice t = {.tick = tick, .chosen = S(""), .why = S("")};
        for (size_t k = 0; k < all.len && !asked && t.n_levels < COUNT(t.level); k++) {
            if (!same_words(c->arena, all.at[k].text, tick->text)) continue;
            bool known = false;            // the same level under another heading
            for (size_t n = 0; n < t.n_levels; n++)
                known = known || t.level[n]->level_id == all.at[k].level_id;
            if (!known) t.level[t.n_levels++] = &all.at[k];
        }
        if (t.n_levels > 1) d->twice[d->n_twice++] = t;
    }
}

// False: there is nothing to decide upon; the page of ticking is where to go.
static bool begin(Ctx *c, const Record *r, Deciding *d) {
    *d = (Deciding){.record = r, .document = document_now(c), .level = S(""), .reason = S(""),
                    .evidence = S("")};
    d->look = look_find(c->db, r->person->id, c->actor.id);
    if (!d->look || !d->document.edition || d->look->threshold_id != d->document.edition->id) return false;
    d->ticks = look_ticks(c->db, d->look->id);
    d->now = need_current(c, r->person->id);
    find_twice(c, d);
    return true;
}

Str need_suggests(Arena *a, const NeedTickList *ticks, const Document *d) {
    if (!ticks->len)
        return S("You ticked nothing, so the examples suggest nothing. Say in your own words what you saw.");
    const NeedTick *top = &ticks->at[0];
    Buf b = {.arena = a};
    buf_fmt(&b, "They suggest looking at %.*s first, because of “%.*s”", STR_FMT(top->level_name),
            STR_FMT(top->text));
    size_t n = 0;
    while (n < ticks->len && ticks->at[n].number == top->number) n++;
    if (n > 1) buf_fmt(&b, " and %zu more at that level", n - 1);
    buf_lit(&b, ". Nothing is added up: they are examples, and you know the child.");
    const NeedLevel *between = document_level(d, S("children-in-need"));
    if (between && top->number == between->number - 1)
        buf_fmt(&b, " %.*s has no examples of its own: think of it where a child is disabled, or where help "
                "so far has not made things better.", STR_FMT(between->name));
    return buf_str(&b);
}

static Reply decide_page(Ctx *c, const Deciding *d, int status) {
    Buf out = {.arena = c->arena};
    need_decide_page(&out, c, d);
    Reply r = record_page(c, d->record, "need", S("Decide the level of need"), &out);
    r.status = status;
    return r;
}

Reply need_decide_ask(Ctx *c) {
    const Record *r = opened(c, true);
    if (!r) return shut(c);
    Deciding d;
    if (!begin(c, r, &d)) return see_other(c, "/work/people/%lld/need/look", (long long)r->person->id);
    return decide_page(c, &d, 200);
}

static void read_twice(Ctx *c, Deciding *d, Twice *t) {
    t->chosen = param(c->form, str_fmt(c->arena, "level-%.*s", STR_FMT(t->tick->code)));
    t->why = str_trim(param(c->form, str_fmt(c->arena, "why-%.*s", STR_FMT(t->tick->code))));
    bool known = false;
    for (size_t i = 0; i < t->n_levels; i++) known = known || str_eq(t->level[i]->code, t->chosen);
    if (!known) t->chosen_wrong = S("Choose at which level you see this");
    if (!t->why.len) t->why_wrong = S("Say why it is at that level");
    d->n_errors += !known + !t->why.len;
}

static void read_decision(Ctx *c, Deciding *d) {
    d->level = param(c->form, S("level"));
    d->reason = str_trim(param(c->form, S("reason")));
    d->evidence = str_trim(param(c->form, S("evidence")));
    if (!document_level(&d->document, d->level)) d->level_wrong = S("Choose the level of need");
    if (!d->reason.len) d->reason_wrong = S("Give the reason for your decision");
    if (!d->ticks.len && !d->evidence.len)
        d->evidence_wrong = S("Say what you saw or heard, or go back and tick what fits");
    d->n_errors += (d->level_wrong.at != NULL) + (d->reason_wrong.at != NULL);
    d->n_errors += d->evidence_wrong.at != NULL;
    for (size_t i = 0; i < d->n_twice; i++) read_twice(c, d, &d->twice[i]);
}

// Ticks as they are kept: what stands at several levels at the one that was chosen.
static Choice *ticks_kept(Ctx *c, const Deciding *d) {
    Choice *at = arena_new(c->arena, Choice, d->ticks.len + 1);
    for (size_t i = 0; i < d->ticks.len; i++) {
        at[i] = (Choice){.value = d->ticks.at[i].code};
        for (size_t k = 0; k < d->n_twice; k++)
            if (same_words(c->arena, d->twice[k].tick->text, d->ticks.at[i].text))
                at[i] = (Choice){.value = d->twice[k].chosen, .hint = d->twice[k].why};
    }
    return at;
}

Reply need_decide_save(Ctx *c) {
    const Record *r = opened(c, true);
    if (!r) return shut(c);
    Deciding d;
    if (!begin(c, r, &d)) return see_other(c, "/work/people/%lld/need/look", (long long)r->person->id);
    read_decision(c, &d);
    if (d.n_errors) return decide_page(c, &d, 422);
    need_decide(c, (NeedNew){.person = r->person->id, .level = d.level, .reason = d.reason,
                             .evidence = d.evidence, .ticks = ticks_kept(c, &d), .n_ticks = d.ticks.len});
    look_clear(c->db, d.look->id);
    look_drop(c->db, d.look->id);
    return see_other_saying(c, S("The level of need is decided"), "/work/people/%lld/need",
                            (long long)r->person->id);
}

// ---- who is at which level --------------------------------------------------------------------------------

int64_t need_cases_at(NeedCaseList all, Str level) {
    int64_t n = 0;
    for (size_t i = 0; i < all.len; i++) n += str_eq(all.at[i].level, level);
    return n;
}

Reply need_cohorts(Ctx *c) {
    Document d = document_now(c);
    Str level = str_trim(param(c->query, S("level")));
    if (level.len && !document_level(&d, level)) level = S("");
    NeedCaseList all = need_cohort(c->db, c->actor.id, c->now, (Str){0});
    NeedCountList counts = {0};
    if (may(c->actor, PATHWAY_COUNT)) counts = need_counts(c->db);
    note_before_answer(c, "need.cohort", NULL, NONE);
    Buf out = {.arena = c->arena};
    need_cohort_page(&out, c, &d, level, all, counts);
    return page(c, (Page){.title = S("Levels of need of your people"), .crumbs = {{S("Work"), {S("/work")}}},
                          .wide = true, .no_index = true}, &out);
}
