// Starting, pausing and stopping clocks, and how they stand.
#include "pathway/clock/clock.h"

#include "pathway/clock/clock.html.h"

static Instant due_of(Ctx *c, const Clock *k) {
    Holidays h = clock_holidays(c->arena, holiday_list(c->db));
    return clock_due(k->amount, k->unit, k->starts_at, clock_pauses(c->db, k->id), h);
}

static const Clock *running(Ctx *c, const char *key, const char *subject, int64_t id) {
    return clock_running(c->db, str_from(key), str_from(subject), id);
}

int64_t clock_start(Ctx *c, const char *key, const char *subject, int64_t subject_id, int64_t person,
                    Instant from) {
    const Clock *k = running(c, key, subject, subject_id);
    if (k) return k->id;
    const ClockRule *r = clock_rule_on(c->db, str_from(key), date_iso(c->arena, date_of(from)));
    if (!r && !clock_rule_known(c->db, str_from(key))) db_fail(c->db, "there is no clock rule “%s”", key);
    if (!r) return NONE;
    Holidays h = clock_holidays(c->arena, holiday_list(c->db));
    Instant due = clock_due(r->amount, r->unit, from, (ClockPauseList){0}, h);
    return clock_add(c->db, r->id, person, str_from(subject), subject_id, from, due);
}

static void end_clock(Ctx *c, const Clock *k, Instant at, bool called_off) {
    if (!k) return;
    clock_pause_end(c->db, k->id, at);
    clock_end(c->db, k->id, at, due_of(c, k), called_off);
}

void clock_stop_at(Ctx *c, const char *key, const char *subject, int64_t subject_id, Instant at) {
    end_clock(c, running(c, key, subject, subject_id), at, false);
}

void clock_stop(Ctx *c, const char *key, const char *subject, int64_t subject_id) {
    clock_stop_at(c, key, subject, subject_id, c->now);
}

void clock_call_off(Ctx *c, const char *key, const char *subject, int64_t subject_id) {
    end_clock(c, running(c, key, subject, subject_id), c->now, true);
}

static bool stands_still(Ctx *c, const Clock *k) {
    ClockPauseList all = clock_pauses(c->db, k->id);
    return all.len && all.at[all.len - 1].ends_at == NONE;
}

void clock_pause(Ctx *c, const char *key, const char *subject, int64_t subject_id, Str why) {
    const Clock *k = running(c, key, subject, subject_id);
    if (!k || stands_still(c, k)) return;
    clock_pause_add(c->db, k->id, c->now, why);
    clock_move(c->db, k->id, due_of(c, k));
}

void clock_resume(Ctx *c, const char *key, const char *subject, int64_t subject_id) {
    const Clock *k = running(c, key, subject, subject_id);
    if (k && clock_pause_end(c->db, k->id, c->now)) clock_move(c->db, k->id, due_of(c, k));
}

ClockList clocks_of(Ctx *c, const char *subject, int64_t subject_id) {
    return clocks_about(c->db, str_from(subject), subject_id);
}

// ---- how it stands ----------------------------------------------------------------------------------------

static const struct {
    const char *words, *classes;
} states[] = {
    [CLOCK_RUNS] = {"Due in", "govuk-tag--blue"},
    [CLOCK_LATE] = {"Late by", "govuk-tag--red"},
    [CLOCK_PAUSED] = {"Paused", "govuk-tag--yellow"},
    [CLOCK_UNSET] = {"No limit set", "govuk-tag--grey"},
    [CLOCK_IN_TIME] = {"Done in time", "govuk-tag--green"},
    [CLOCK_TOO_LATE] = {"Done, late by", "govuk-tag--orange"},
    [CLOCK_DONE] = {"Done", "govuk-tag--green"},
    [CLOCK_OFF] = {"No longer needed", "govuk-tag--grey"},
};

static ClockState state_of(const Clock *k, Instant now) {
    if (k->called_off) return CLOCK_OFF;
    if (k->stopped_at != NONE && k->due_at == NONE) return CLOCK_DONE;
    if (k->stopped_at != NONE) return k->stopped_at > k->due_at ? CLOCK_TOO_LATE : CLOCK_IN_TIME;
    if (k->amount == NONE) return CLOCK_UNSET;
    if (k->due_at == NONE) return CLOCK_PAUSED;
    return k->due_at < now ? CLOCK_LATE : CLOCK_RUNS;
}

// "40 minutes", "5 hours", "3 days"
static Str span(Arena *a, int64_t ms) {
    int64_t minutes = ms / 60000, n = minutes < 60 ? minutes : minutes < 48 * 60 ? minutes / 60
        : minutes / 1440;
    const char *what = minutes < 60 ? "minute" : minutes < 48 * 60 ? "hour" : "day";
    return str_fmt(a, "%lld %s%s", (long long)n, what, n == 1 ? "" : "s");
}

static Str tag_of(Arena *a, const Clock *k, ClockState s, Instant now) {
    int64_t by = s == CLOCK_RUNS ? k->due_at - now : s == CLOCK_LATE ? now - k->due_at
        : s == CLOCK_TOO_LATE ? k->stopped_at - k->due_at : NONE;
    if (by == NONE) return str_from(states[s].words);
    return str_fmt(a, "%s %.*s", states[s].words, STR_FMT(span(a, by)));
}

ClockFace clock_face(Ctx *c, const Clock *k) {
    ClockState s = state_of(k, c->now);
    return (ClockFace){
        .state = s,
        .tag = tag_of(c->arena, k, s, c->now),
        .classes = str_from(states[s].classes),
        .due = clock_moment(c->arena, k->due_at),
        .working = clock_working(c->arena, k, clock_pauses(c->db, k->id), holiday_list(c->db)),
    };
}

void clock_line(Buf *out, Ctx *c, const Clock *k) { clock_line_view(out, k, clock_face(c, k)); }

void clock_lines(Buf *out, Ctx *c, const char *subject, int64_t subject_id) {
    ClockList all = clocks_of(c, subject, subject_id);
    for (size_t i = 0; i < all.len; i++) clock_line(out, c, &all.at[i]);
}

void clock_tag(Buf *out, Ctx *c, const char *key, const char *subject, int64_t subject_id) {
    const Clock *k = clock_latest(c->db, str_from(key), str_from(subject), subject_id);
    if (!k) return;
    ClockState s = state_of(k, c->now);
    clock_tag_view(out, tag_of(c->arena, k, s, c->now), str_from(states[s].classes));
}
