// The office and the threshold document: its editions, who was told of each, and putting a draft in force
// (W12, W13). The words themselves are files of a pack.
#include "pathway/threshold/editions.h"
#include "pathway/threshold/editions.html.h"
#include "pathway/threshold/pages.h"
#include "pathway/threshold/public.html.h"
#include "web/layout.h"

static const Crumb office = {S("Office"), {S("/office")}},
                   editions = {S("Threshold document"), {S("/office/threshold")}};

static const Choice ways_told[] = {
    {S("e-mail"), S("By e-mail"), {0}}, {S("meeting"), S("At a meeting"), {0}},
    {S("training"), S("In training"), {0}}, {S("letter"), S("By letter"), {0}},
};
Choices told_ways(void) { return (Choices){COUNT(ways_told), ways_told}; }

Str told_how_text(Str key) {
    for (size_t i = 0; i < COUNT(ways_told); i++)
        if (str_eq(ways_told[i].value, key)) return ways_told[i].label;
    return key;
}

typedef struct Begin {
    Str from;
} Begin;
static const Field begin_fields[] = {
    {FIELD(Begin, from), .label = S("In force from"), .kind = DATE, .required = true,
     .hint = S("From that day everybody sees this edition and no other. Decisions keep the edition they were "
               "made under"),
     .missing = S("Enter the day from which it is in force")},
};
static const Form begin_form = {S("Put it in force"), S("Put it in force"), begin_fields,
                                COUNT(begin_fields)};

Str edition_state(Ctx *c, const Threshold *t) {
    Str today = date_iso(c->arena, c->today);
    if (!t->from_on.at) return S("Draft");
    if (str_cmp(t->from_on, today) > 0) return S("Not yet in force");
    return t->until_on.at && str_cmp(t->until_on, today) < 0 ? S("Withdrawn") : S("In force");
}

Reply editions_show(Ctx *c) {
    Buf out = {.arena = c->arena};
    editions_page(&out, c, threshold_list(c->db));
    return page(c, (Page){.title = S("Threshold document"), .crumbs = {office}, .no_index = true}, &out);
}

static Reply edition_page_with(Ctx *c, const Threshold *t, const Filled *begin) {
    Buf out = {.arena = c->arena};
    edition_page(&out, c, t, need_levels(c->db, t->id), edition_told(c->db, t->id), begin);
    Page p = {.title = t->edition, .crumbs = {office, editions}, .no_index = true, .error = begin->n_errors};
    return page_status(c, begin->n_errors ? 422 : 200, p, &out);
}

Reply edition_show(Ctx *c) {
    const Threshold *t = threshold_find(c->db, part_int(c, 0));
    if (!t) return status_page(c, 404);
    Filled f = form_blank(&begin_form, NULL);
    return edition_page_with(c, t, &f);
}

// As everybody would read it, whether it is in force or not.
Reply edition_preview(Ctx *c) {
    const Threshold *t = threshold_find(c->db, part_int(c, 0));
    if (!t) return status_page(c, 404);
    NeedLevelList levels = need_levels(c->db, t->id);
    Buf out = {.arena = c->arena};
    edition_preview_head(&out, c, t);
    for (size_t i = 0; i < levels.len; i++)
        need_level_part(&out, &levels.at[i], need_indicators(c->db, t->id, levels.at[i].id),
                        need_items(c->db, t->id, levels.at[i].number), false);
    need_words_part(&out, need_texts(c->db, t->id, (Str){0}));
    return page(c, (Page){.title = S("Preview"), .crumbs = {office, editions}, .no_index = true}, &out);
}

Reply edition_begin(Ctx *c) {
    const Threshold *t = threshold_find(c->db, part_int(c, 0));
    if (!t) return status_page(c, 404);
    Begin in = {0};
    Filled f = form_read(c, &begin_form, &in);
    Str latest = edition_begins_latest(c->db);
    if (!f.n_errors && str_cmp(in.from, date_iso(c->arena, c->today)) < 0)
        form_wrong(&f, "from", S("An edition cannot come into force in the past: choose today or later"));
    else if (!f.n_errors && latest.at && str_cmp(in.from, latest) <= 0)
        form_wrong(&f, "from", str_fmt(c->arena, "Another edition begins on %.*s: choose a later day",
                                       STR_FMT(day_text(c->arena, latest))));
    if (!f.n_errors && !need_levels(c->db, t->id).len)
        form_wrong(&f, "from", S("This draft has no level: load its files first"));
    if (f.n_errors) return edition_page_with(c, t, &f);
    Date from = c->today;
    date_parse(in.from, &from);
    if (edition_begins(c->db, t->id, in.from) != 1) return status_page(c, 409);
    threshold_close(c->db, in.from, date_iso(c->arena, date_add_days(from, -1)), t->code);
    access_audit(c, "threshold.begin", "threshold", t->id, (Str){0});
    return see_other_saying(c, S("The day is set"), "/office/threshold/%lld", (long long)t->id);
}

Reply edition_tell(Ctx *c) {
    const Threshold *t = threshold_find(c->db, part_int(c, 0));
    int64_t agency = part_int(c, 1);
    if (!t) return status_page(c, 404);
    Str how = param(c->form, S("how"));
    bool known = false;
    for (size_t i = 0; i < COUNT(ways_told); i++) known = known || str_eq(ways_told[i].value, how);
    if (!known || told_put(c->db, t->id, agency, c->now, how) != 1) return status_page(c, 409);
    access_audit(c, "threshold.told", "agency", agency, (Str){0});
    return see_other_saying(c, S("It is noted that the agency was told"), "/office/threshold/%lld",
                            (long long)t->id);
}

Reply edition_withdrawn(Ctx *c) {
    const Threshold *t = threshold_find(c->db, part_int(c, 0));
    int64_t agency = part_int(c, 1);
    if (!t) return status_page(c, 404);
    if (withdrawn_put(c->db, t->id, agency, c->now) != 1) return status_page(c, 409);
    access_audit(c, "threshold.withdrawn", "agency", agency, (Str){0});
    return see_other_saying(c, S("It is noted that old copies are gone"), "/office/threshold/%lld",
                            (long long)t->id);
}
