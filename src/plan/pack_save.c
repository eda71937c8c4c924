// One function a file of the pack: its row into its table. What a row refers to is found by code in the
// query.
#include "plan/figure.h"
#include "plan/pack.sql.h"
#include "plan/pack_inside.h"
#include "plan/period.h"
#include "plan/rules.h"

#define TEXT(column) pack_cell(r, column)
#define COUNT_OF(column) pack_count(r, column)
#define DEC_OF(column) pack_decimal(r, column)
#define WHY S("loaded from a pack")
#define FIRST_DAY S("0001-01-01")

int64_t save_agency(PackLoad *l, const PackRow *r) {
    return agency_put(l->db, TEXT("name"), TEXT("kind"), l->now);
}

int64_t save_responsible(PackLoad *l, const PackRow *r) {
    return responsible_put(l->db, TEXT("code"), TEXT("kind"), TEXT("name"), TEXT("agency"));
}

int64_t save_plan(PackLoad *l, const PackRow *r) {
    Str vision = TEXT("vision").at ? pack_page(l->pack, TEXT("vision")) : (Str){0};
    return plan_put(l->db, TEXT("code"), TEXT("title"), TEXT("edition"), TEXT("version"), COUNT_OF("starts"),
        COUNT_OF("ends"), TEXT("status"), TEXT("standing"), TEXT("strapline"), vision, TEXT("successor"));
}

int64_t save_set(PackLoad *l, const PackRow *r) {
    return set_put(l->db, TEXT("code"), TEXT("plan"), TEXT("title"), COUNT_OF("strategic"),
                   COUNT_OF("operational"), TEXT("note"));
}

int64_t save_objective(PackLoad *l, const PackRow *r) {
    return objective_put(l->db, TEXT("code"), TEXT("set"), TEXT("level"), TEXT("parent"), COUNT_OF("number"),
        (int64_t)r->number, TEXT("title"), TEXT("description"), TEXT("lead_partners"), TEXT("ended"));
}

int64_t save_successor(PackLoad *l, const PackRow *r) {
    return successor_add(l->db, TEXT("objective"), TEXT("successor"), TEXT("note")) +
           successor_note(l->db, TEXT("objective"), TEXT("successor"), TEXT("note"));
}

int64_t save_priority(PackLoad *l, const PackRow *r) {
    return priority_put(l->db, TEXT("plan"), TEXT("year"), COUNT_OF("number"), TEXT("title"),
                        TEXT("key_focus"), TEXT("lead"), TEXT("objective"));
}

int64_t save_commitment(PackLoad *l, const PackRow *r) {
    return commitment_put(l->db, TEXT("year"), COUNT_OF("priority"), COUNT_OF("number"), TEXT("text"),
                          TEXT("origin"));
}

static int64_t put_version(PackLoad *l, const PackRow *r, Str measure, Str from_day) {
    return version_put(l->db, measure, from_day, TEXT("title"), TEXT("line_label"), TEXT("polarity"),
                       DEC_OF("band_low"), DEC_OF("band_high"), TEXT("kind"), TEXT("unit"),
                       COUNT_OF("decimals"), TEXT("accumulates"), COUNT_OF("per"), TEXT("direction_text"),
                       TEXT("definition"), TEXT("quality_note"), TEXT("reason"), TEXT("made_by"));
}

int64_t save_measure(PackLoad *l, const PackRow *r) {
    int64_t n = measure_put(l->db, r->key, measure_slug(l->arena, r->key), COUNT_OF("code_shown"),
                            TEXT("objective"), TEXT("responsible"), TEXT("head"), (int64_t)r->number,
                            COUNT_OF("public"), TEXT("explanation"), TEXT("ended"));
    return put_version(l, r, r->key, FIRST_DAY) + n > 0;
}

int64_t save_version(PackLoad *l, const PackRow *r) {
    return put_version(l, r, TEXT("measure"), TEXT("from_day"));
}

// A direction, band, kind or definition under which figures stand changes from a day on, with a reason.
Str pack_rewrites(PackLoad *l, const PackRow *r) {
    PackFileId file = (PackFileId)(r->table->file - pack_files);
    if (file != PACK_MEASURES && file != PACK_VERSIONS) return pathway_rewrites(l, r);
    Str measure = TEXT("measure").at ? TEXT("measure") : r->key;
    Str from_day = TEXT("from_day").at ? TEXT("from_day") : FIRST_DAY;
    if (version_rescores(l->db, measure, from_day, TEXT("polarity"), DEC_OF("band_low"), DEC_OF("band_high"),
                         TEXT("kind"), TEXT("accumulates"), COUNT_OF("per"), TEXT("definition")) <= 0)
        return (Str){0};
    return S("the direction, band, kind or definition differs from the one that figures were judged by. "
             "Put back the old one here, and write the new one as a row of measure_versions.csv with "
             "the day it begins and why");
}

int64_t save_target(PackLoad *l, const PackRow *r) {
    Str measure = TEXT("measure"), year = TEXT("year"), raw = TEXT("target");
    target_revise(l->db, measure, year, raw, l->now, WHY);
    return target_put(l->db, measure, year, TEXT("kind"), figure_read(raw).value, raw, TEXT("author"),
                      TEXT("reason"));
}

static void need_period(PackLoad *l, Str code) {
    Period p;
    if (!period_parse(code, &p)) return;
    period_put(l->db, code, p.kind, p.year, p.quarter, date_iso(l->arena, p.starts),
               date_iso(l->arena, p.ends));
}

int64_t save_observation(PackLoad *l, const PackRow *r) {
    Str measure = TEXT("measure"), period = TEXT("period"), raw = TEXT("figure");
    Figure f = figure_read(raw);
    need_period(l, period);
    observation_revise(l->db, measure, period, raw, f.value, l->now, WHY);
    return observation_put(l->db, measure, period, raw, f.value,
                           TEXT("covers").at ? TEXT("covers") : f.covers, TEXT("status"),
                           COUNT_OF("numerator"), COUNT_OF("denominator"), l->now);
}

int64_t save_break(PackLoad *l, const PackRow *r) {
    need_period(l, TEXT("period"));
    return break_put(l->db, TEXT("measure"), TEXT("period"), TEXT("note"));
}

static Str mark_word(Str mark) {
    return verdict_word(str_eq(mark, S("✓"))   ? VERDICT_YES
                        : str_eq(mark, S("✗")) ? VERDICT_NO
                                               : VERDICT_NONE);
}

int64_t save_flag(PackLoad *l, const PackRow *r) {
    Str better = TEXT("better"), met = TEXT("met");
    return flag_put(l->db, TEXT("measure"), TEXT("year"), mark_word(better), mark_word(met), better, met);
}

int64_t save_exclusion(PackLoad *l, const PackRow *r) {
    return exclusion_put(l->db, TEXT("measure"), TEXT("year"), TEXT("leaves_out"), TEXT("reason"));
}

int64_t save_line(PackLoad *l, const PackRow *r) {
    return line_put(l->db, TEXT("year"), TEXT("measure"), TEXT("objective"), (int64_t)r->number);
}

int64_t save_headline(PackLoad *l, const PackRow *r) {
    return headline_put(l->db, TEXT("year"), TEXT("kind"), COUNT_OF("number"), TEXT("text"));
}

int64_t save_note(PackLoad *l, const PackRow *r) {
    return note_put(l->db, TEXT("code"), TEXT("measure"), TEXT("objective"), TEXT("year"), TEXT("text"));
}

int64_t save_abbreviation(PackLoad *l, const PackRow *r) {
    return abbreviation_put(l->db, TEXT("short"), TEXT("meaning"));
}
