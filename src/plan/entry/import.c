// Figures from a spreadsheet: pasted or sent as a file, shown with what each row would change, taken when the
// person says so. Bad rows never hold back good ones, nor are they lost: they wait in the sheet until they
// are mended.
#include "plan/entry/pages.h"

#include <inttypes.h>

#include "plan/entry/import.html.h"
#include "plan/entry/sheet.h"

enum { SHEET_BYTES_MAX = 4 << 20 };

static Choices quarter_choices(Ctx *c) {
    EntryQuarterList q =
        entry_quarters(c->db, c->actor.id, may(c->actor, FIGURES_ENTER_ALL), date_iso(c->arena, c->today));
    Choice *at = arena_new(c->arena, Choice, q.len);
    for (size_t i = 0; i < q.len; i++)
        at[i] =
            (Choice){str_fmt(c->arena, "%.*s-q%" PRId64, STR_FMT(year_in_path(c->arena, q.at[i].year)),
                             q.at[i].quarter),
                     str_fmt(c->arena, "Quarter %" PRId64 " of %.*s", q.at[i].quarter, STR_FMT(q.at[i].year)),
                     (Str){0}};
    return (Choices){q.len, at};
}

// "2013-14-q4" into its two parts.
static bool quarter_parts(Str chosen, Str *ret_year, Str *ret_quarter) {
    if (chosen.len != 10) return false;
    *ret_year = (Str){chosen.at, 7};
    *ret_quarter = (Str){chosen.at + 8, 2};
    return true;
}

static Reply ask_page(Ctx *c, Str quarter, Str pasted, Str wrong) {
    Buf out = {.arena = c->arena};
    ImportAsk ask = {.quarters = quarter_choices(c), .quarter = quarter, .pasted = pasted, .wrong = wrong};
    ask.waiting = entry_imports(c->db, c->actor.id);
    import_ask_view(&out, c, &ask);
    Page p = entry_frame(c, S("Figures from a spreadsheet"), "figures", S("Figures"));
    p.error = wrong.at != NULL;
    return wrong.at ? page_status(c, 422, p, &out) : page(c, p, &out);
}

Reply import_new(Ctx *c) { return ask_page(c, param(c->query, S("quarter")), S(""), (Str){0}); }

Reply import_send(Ctx *c) {
    Str quarter = param(c->form, S("quarter")), text = sheet_sent(c, S("pasted")), year_part, quarter_part;
    Entry e;
    if (!quarter_parts(quarter, &year_part, &quarter_part) ||
        !entry_open(c, year_part, quarter_part, false, &e))
        return ask_page(c, quarter, text, S("Choose the quarter that the figures are for"));
    if (!str_trim(text).len) return ask_page(c, quarter, text, S("Choose a file, or paste the rows"));
    Sheet s = sheet_read(c->arena, text, &e);
    if (s.fault.at) return ask_page(c, quarter, text, s.fault);
    int64_t id = entry_import_add(c->db, c->actor.id, e.period->year, e.period->quarter,
                                  sheet_write(c->arena, &s, false), c->now);
    return see_other(c, "/office/figures/import/%" PRId64, id);
}

// --- one sheet ---

typedef struct Import {
    EntryImport *row;
    Entry entry;
    Sheet sheet;
} Import;

static bool open_import(Ctx *c, Import *ret) {
    EntryImport *row = entry_import_find(c->db, part_int(c, 0), c->actor.id);
    if (!row) return false;
    *ret = (Import){.row = row};
    Str quarter = str_fmt(c->arena, "q%" PRId64, row->quarter);
    if (!entry_open(c, year_in_path(c->arena, row->year), quarter, false, &ret->entry)) return false;
    ret->sheet = sheet_read(c->arena, row->sheet, &ret->entry);
    return true;
}

static Reply show(Ctx *c, const Import *m, Str wrong) {
    Buf out = {.arena = c->arena};
    import_view(&out, c, &m->entry, &m->sheet, m->row, wrong);
    Page p = entry_frame(c, str_fmt(c->arena, "Check the sheet – %.*s", STR_FMT(m->entry.words)), "figures",
                         S("Figures"));
    p.wide = true;
    p.error = wrong.at || m->sheet.n_wrong;
    return wrong.at ? page_status(c, 422, p, &out) : page(c, p, &out);
}

Reply import_show(Ctx *c) {
    Import m;
    return open_import(c, &m) ? show(c, &m, (Str){0}) : status_page(c, 404);
}

static size_t take(Ctx *c, const Import *m) {
    size_t taken = 0;
    for (size_t i = 0; i < m->sheet.len; i++) {
        const SheetRow *r = &m->sheet.at[i];
        if (r->changes) taken += entry_hand_in(c, &m->entry, r->row, &r->typed, &r->verdict);
    }
    return taken;
}

static Reply act_take(Ctx *c, const Import *m, int64_t version) {
    int64_t id = m->row->id;
    size_t taken = take(c, m);
    Str said = str_fmt(c->arena, "%zu %s handed in", taken, taken == 1 ? "figure was" : "figures were");
    if (!m->sheet.n_wrong) {
        entry_import_drop(c->db, id, c->actor.id);
        return see_other_saying(c, said, "%.*s", STR_FMT(entry_url(c, "figures", &m->entry).text));
    }
    if (entry_import_save(c->db, id, c->actor.id, version, sheet_write(c->arena, &m->sheet, true), c->now) !=
        1)
        return status_page(c, 409);
    return see_other_saying(c, str_fmt(c->arena, "%.*s. The rows that need mending wait here", STR_FMT(said)),
                            "/office/figures/import/%" PRId64, id);
}

// The bad rows come back as text; with the good ones they make the sheet again.
static Reply act_mend(Ctx *c, Import *m, int64_t version) {
    Sheet mended = sheet_read(c->arena, param(c->form, S("rows")), &m->entry);
    if (mended.fault.at) return show(c, m, mended.fault);
    Sheet whole = {.at = arena_new(c->arena, SheetRow, m->sheet.len + mended.len)};
    for (size_t i = 0; i < m->sheet.len; i++)
        if (!m->sheet.at[i].wrong.at) whole.at[whole.len++] = m->sheet.at[i];
    for (size_t i = 0; i < mended.len; i++) whole.at[whole.len++] = mended.at[i];
    if (entry_import_save(c->db, m->row->id, c->actor.id, version, sheet_write(c->arena, &whole, false),
                          c->now) != 1)
        return status_page(c, 409);
    return see_other(c, "/office/figures/import/%" PRId64, m->row->id);
}

Reply import_act(Ctx *c) {
    Import m;
    if (!open_import(c, &m)) return status_page(c, 404);
    int64_t version = 0;
    str_int(param(c->form, S("version")), &version);
    Str act = param(c->form, S("act"));
    if (str_eq(act, S("drop"))) {
        entry_import_drop(c->db, m.row->id, c->actor.id);
        return see_other_saying(c, S("The sheet was thrown away. Nothing of it was handed in"),
                                "/office/figures/import");
    }
    if (version != m.row->version) return status_page(c, 409);
    return str_eq(act, S("mend")) ? act_mend(c, &m, version) : act_take(c, &m, version);
}
