// The level of need: what counts now, and deciding it anew.
#include "pathway/threshold/need.h"

#include "pathway/threshold/need.html.h"

const NeedNow *need_current(Ctx *c, int64_t person) { return need_latest(c->db, person); }

void need_line(Buf *out, Ctx *c, const Record *r, const NeedSaid *now) {
    bool shown = record_shows(r, "assessment");
    need_line_view(out, c, r, shown ? now : NULL, shown);
}

static bool in_force(const Universal *u, Str day) {
    return str_cmp(u->from_on, day) <= 0 && (!u->until_on.at || str_cmp(u->until_on, day) >= 0);
}

// Of the newest edition in force.
UniversalList need_universal(Ctx *c) {
    UniversalList all = universal_services(c->db), out = {.at = arena_new(c->arena, Universal, all.len + 1)};
    Str day = date_iso(c->arena, c->today);
    int64_t edition = NONE;
    for (size_t i = 0; i < all.len; i++) {
        if (edition == NONE && in_force(&all.at[i], day)) edition = all.at[i].edition;
        if (edition == all.at[i].edition && all.at[i].service.at) out.at[out.len++] = all.at[i];
    }
    return out;
}

void need_universal_part(Buf *out, UniversalList open) { need_summary_view(out, open); }

Choices need_level_choices(Ctx *c) {
    Document d = document_now(c);
    Choice *at = arena_new(c->arena, Choice, d.levels.len + 1);
    for (size_t i = 0; i < d.levels.len; i++)
        at[i] = (Choice){d.levels.at[i].code, d.levels.at[i].name, d.levels.at[i].meaning};
    return (Choices){d.levels.len, at};
}

// A decision of a day before there was any edition is kept under the first.
static const Threshold *edition_of(Ctx *c, Instant at) {
    const Threshold *t = threshold_on(c->db, date_iso(c->arena, date_of(at)));
    return t ? t : threshold_first(c->db);
}

static Str entry_title(Ctx *c, const NeedNow *was, const NeedLevel *now) {
    if (!was || str_eq(was->level, now->code))
        return str_fmt(c->arena, "Level of need: %.*s", STR_FMT(now->name));
    return str_fmt(c->arena, "Level of need: %.*s, before that %.*s", STR_FMT(now->name),
                   STR_FMT(was->level_name));
}

int64_t need_decide(Ctx *c, NeedNew n) {
    Instant at = n.at ? n.at : c->now;
    const Threshold *t = edition_of(c, at);
    const NeedLevel *l = t ? need_level_coded(c->db, t->id, n.level) : NULL;
    if (!l) return NONE;
    const NeedNow *was = need_current(c, n.person);
    int64_t agency = c->actor.agency ? c->actor.agency : NONE;
    Str evidence = n.evidence.len ? n.evidence : (Str){0};
    int64_t id = need_decision_put(c->db, n.person, l->id, n.reason, evidence, at, c->actor.id, agency);
    for (size_t i = 0; i < n.n_ticks; i++) {
        Str why = n.ticks[i].hint.len ? n.ticks[i].hint : (Str){0};
        need_tick_put(c->db, id, t->id, n.ticks[i].value, why);
    }
    entry_add(c, (EntryNew){.person = n.person, .episode = NONE, .kind = "assessment", .what = "need",
                            .title = entry_title(c, was, l), .body = n.reason, .nature = "opinion",
                            .happened_at = at, .subject = "need", .subject_id = id,
                            .significant = !was || !str_eq(was->level, l->code)});
    access_audit(c, "need.decide", "person", n.person, (Str){0});
    return id;
}
