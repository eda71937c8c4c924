// What the pages of entering, the sheet and the signing off have in common. The queries decide whose lines
// are whose; the moves decide what may happen to one.
#include "plan/entry/entry.h"

#include "plan/entry/moves.h"
#include "access/settings.h"

static bool quarter_from(Str part, int *ret) {
    if (part.len != 2 || part.at[0] != 'q' || part.at[1] < '1' || part.at[1] > '4') return false;
    *ret = part.at[1] - '0';
    return true;
}

static bool open_lines(Ctx *c, Str year_part, Str quarter_part, bool signing, int64_t line, Entry *ret) {
    int quarter;
    Str year = year_from_path(c->arena, year_part);
    if (!year.at || !quarter_from(quarter_part, &quarter)) return false;
    Entry e = {.year_part = year_part, .quarter_part = quarter_part};
    e.period = entry_period(c->db, quarter_code(c->arena, year, quarter));
    if (!e.period) return false;
    e.everybody = signing || may(c->actor, FIGURES_ENTER_ALL);
    e.words = str_fmt(c->arena, "Quarter %d of %.*s", quarter, STR_FMT(year));
    Str before = quarter > 1 ? quarter_code(c->arena, year, quarter - 1) : (Str){0};
    e.rows = entry_rows(c->db, c->actor.id, e.everybody, year, e.period->code, before, line);
    *ret = e;
    return true;
}

bool entry_open(Ctx *c, Str year_part, Str quarter_part, bool signing, Entry *ret) {
    return open_lines(c, year_part, quarter_part, signing, NONE, ret);
}

bool entry_open_line(Ctx *c, Str year_part, Str quarter_part, int64_t line, Entry *ret) {
    return open_lines(c, year_part, quarter_part, false, line, ret);
}

Str entry_state(const EntryRow *r) {
    if (r->state.at) return r->state;
    return r->observation == NONE ? S("due") : S("loaded");
}

Str entry_state_words(Str state) {
    static const Str words[][2] = {
        {S("due"), S("Due")},
        {S("loaded"), S("Came with the plan")},
        {S("handed-in"), S("Handed in")},
        {S("returned"), S("Sent back")},
        {S("signed-off"), S("Signed off")},
    };
    for (size_t i = 0; i < COUNT(words); i++)
        if (str_eq(words[i][0], state)) return words[i][1];
    return state;
}

EntryLine entry_line(const EntryRow *r) {
    Str state = entry_state(r);
    return (EntryLine){
        .kind = r->kind,
        .unit = r->unit,
        .decimals = (int)r->decimals,
        .cumulative = str_eq(r->accumulates, S("cumulative")),
        .earlier = {r->earlier_value, r->earlier, S("the quarter before")},
        .last = {r->last_value, r->last, r->last_when},
        .settled = str_eq(state, S("signed-off")) || str_eq(state, S("loaded")),
        .was = r->held,
    };
}

static Str whole(Arena *a, Dec d) {
    if (d == NONE) return (Str){0};
    Buf b = {.arena = a};
    dec_put(&b, d, 0);
    return buf_str(&b);
}

static EntryTyped held(Arena *a, const EntryRow *r) {
    if (!r->held.at) return (EntryTyped){0};
    return (EntryTyped){r->held, r->held_covers, r->held_note, whole(a, r->numerator),
                        whole(a, r->denominator)};
}

EntryTyped entry_typed(Arena *a, const EntryRow *r) {
    if (r->draft == NONE) return held(a, r);
    return (EntryTyped){r->typed, r->typed_covers, r->typed_note, r->typed_numerator, r->typed_denominator};
}

EntryTyped entry_sent(Ctx *c, const EntryRow *r) {
    long long id = (long long)r->id;
#define SENT(name) str_trim(param(c->form, str_fmt(c->arena, name "-%lld", id)))
    return (EntryTyped){SENT("figure"), SENT("covers"), SENT("note"), SENT("count"), SENT("of")};
#undef SENT
}

bool entry_same(const EntryTyped *a, const EntryTyped *b) {
    return str_eq(a->raw, b->raw) && str_eq(a->covers, b->covers) && str_eq(a->note, b->note) &&
           str_eq(a->numerator, b->numerator) && str_eq(a->denominator, b->denominator);
}

bool entry_changes(Arena *a, const EntryRow *r, const EntryTyped *t) {
    EntryTyped was = held(a, r);
    return !entry_same(&was, t);
}

bool entry_save(Ctx *c, const Entry *e, const EntryRow *r, const EntryTyped *t, int64_t version) {
    int64_t me = c->actor.id, period = e->period->id;
    if (version <= 0)
        return entry_draft_add(c->db, me, r->id, period, t->raw.at ? t->raw : S(""), t->covers, t->note,
                               t->numerator, t->denominator, c->now) == 1;
    return entry_draft_save(c->db, me, r->id, period, version, t->raw.at ? t->raw : S(""), t->covers, t->note,
                            t->numerator, t->denominator, c->now) == 1;
}

bool entry_two_people(Ctx *c) { return setting_int(c->db, "figures.two_people") != 0; }

// Moves a line on and writes the step down. False where another was first.
static bool move(Ctx *c, const Entry *e, const EntryRow *r, Str state, Str note) {
    int64_t id = r->submission;
    bool moved =
        id == NONE
            ? (id = entry_submission_add(c->db, r->id, e->period->id, state, c->now, c->actor.id)) != NONE
            : entry_submission_move(c->db, id, r->submission_version, state, c->now, c->actor.id) == 1;
    if (moved) entry_event_add(c->db, id, state, note.len ? note : (Str){0}, c->now, c->actor.id);
    return moved;
}

static void audit_figure(Ctx *c, const Entry *e, const EntryRow *r, const char *act, Str now) {
    Buf detail = {.arena = c->arena};
    Json j = {&detail};
    json_open(&j, '{');
    json_key(&j, S("period")), json_str(&j, e->period->code);
    if (now.at) json_key(&j, S("was")), json_str(&j, r->held), json_key(&j, S("now")), json_str(&j, now);
    json_close(&j, '}');
    access_audit(c, act, "measure", r->id, buf_str(&detail));
}

static void keep_figure(Ctx *c, const Entry *e, const EntryRow *r, const EntryTyped *t,
                        const EntryVerdict *v) {
    Str covers = t->covers.len ? t->covers : v->figure.covers;
    if (r->observation == NONE) {
        entry_observation_add(c->db, r->id, e->period->id, t->raw, v->figure.value, covers, v->numerator,
                              v->denominator, c->now, c->actor.id);
        return;
    }
    bool revised = entry_line(r).settled;
    if (!str_eq(r->held, t->raw))
        entry_revision_add(c->db, r->observation, t->raw, v->figure.value, c->now, c->actor.id,
                           t->note.len ? t->note : S("Corrected before it was signed off"));
    entry_observation_save(c->db, r->observation, t->raw, v->figure.value, covers,
                           revised ? S("revised") : S("provisional"), v->numerator, v->denominator, c->now,
                           c->actor.id);
}

bool entry_hand_in(Ctx *c, const Entry *e, const EntryRow *r, const EntryTyped *t, const EntryVerdict *v) {
    if (!entry_may(c->actor, entry_state(r), S("hand-in"), 0, false)) return false;
    if (!move(c, e, r, S("handed-in"), (Str){0})) return false;
    keep_figure(c, e, r, t, v);
    if (t->note.len) entry_note_save(c->db, r->id, e->period->id, t->note, c->now, c->actor.id);
    entry_draft_drop(c->db, c->actor.id, r->id, e->period->id);
    audit_figure(c, e, r, "figure.hand-in", t->raw);
    return true;
}

bool entry_decide(Ctx *c, const Entry *e, const EntryRow *r, Str act, Str note) {
    const EntryMove *m = entry_may(c->actor, entry_state(r), act, r->moved_by, entry_two_people(c));
    if (!m || (m->note && !note.len) || !move(c, e, r, m->now, note)) return false;
    bool signed_off = str_eq(act, S("sign-off"));
    if (signed_off) entry_observation_status(c->db, r->id, e->period->id, S("provisional"), S("final"));
    audit_figure(c, e, r, signed_off ? "figure.sign-off" : "figure.return", (Str){0});
    return true;
}

Str entry_next_year(Ctx *c) {
    Str last = entry_year_last(c->db);
    int first;
    if (!last.at || !year_parse(last, &first)) return (Str){0};
    return year_make(c->arena, first + 1);
}

static void add_period(Ctx *c, Str code) {
    Period p;
    if (!period_parse(code, &p)) return;
    entry_period_add(c->db, p.code, p.kind, p.year, p.quarter, date_iso(c->arena, p.starts),
                     date_iso(c->arena, p.ends));
}

void entry_open_year(Ctx *c, Str year) {
    Str before = year_before(c->arena, year, 1);
    add_period(c, year);
    for (int q = 1; q <= 4; q++) add_period(c, quarter_code(c->arena, year, q));
    entry_year_copy(c->db, year, before);
    entry_target_copy(c->db, year, before);
    access_audit(c, "year.open", "year", NONE, str_fmt(c->arena, "{\"year\":\"%.*s\"}", STR_FMT(year)));
}
