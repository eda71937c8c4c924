// What the tests of the office's editing share: opening a page, filling it in, and looking at what was kept.
#ifndef KITH_EDIT_TEST_H
#define KITH_EDIT_TEST_H

#include "plan/edit/edit.sql.h"
#include "plan/edit/edit_test.sql.h"
#include "plan/edit/words.sql.h"
#include "plan/edit/years.sql.h"
#include "plan/pack.h"
#include "plan/publish.h"
#include "world.h"

#define LEAD S("performance-officer")
#define WORKS(w) World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"))

// The digest that the page at this path carries.
static inline Str seen(World *w, const char *path) {
    Str body = ask(w, LEAD, GET, path).body, name = S("name=\"seen\" value=\"");
    ptrdiff_t at = str_find(body, name);
    return at < 0 ? S("") : (Str){body.at + at + name.len, 32};
}

// Opens the page, fills it in and sends it.
static inline Answer save(World *w, const char *path, const char *form) {
    return post(w, LEAD, path,
                str_c(w->arena, str_fmt(w->arena, "%s&seen=%.*s", form, STR_FMT(seen(w, path)))));
}

static inline const EditMeasure *measure(World *w, const char *slug) {
    return edit_measure(w->db, str_from(slug));
}

static inline bool audited(World *w, const char *act, const char *words) {
    return str_has(edit_test_detail(w->db, str_from(act)), str_from(words));
}

static inline Report report(World *w, int quarter) {
    return report_build(w->arena, w->db, (ReportAsk){.year = S("2013/14"), .quarter = quarter});
}

#define NI "/office/measures/ni-032"

#endif
