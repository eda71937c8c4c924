// How a line and a quarter are spoken of on these pages: one place, so that every page says it alike.
#include "plan/entry/pages.h"

Str entry_name(Arena *a, const EntryRow *r) {
    Buf b = {.arena = a};
    if (r->code_is_shown && r->parent_id == NONE) buf_fmt(&b, "%.*s: ", STR_FMT(r->code));
    buf_put(&b, r->title);
    if (r->line_label.len) buf_fmt(&b, " (%.*s)", STR_FMT(r->line_label));
    return buf_str(&b);
}

Str entry_short_name(Arena *a, const EntryRow *r) {
    if (!r->code_is_shown) return entry_name(a, r);
    if (!r->line_label.len) return r->code;
    return str_fmt(a, "%.*s, %.*s", STR_FMT(r->code), STR_FMT(r->line_label));
}

static void add(Buf *b, const char *what, Str value, const char *before_when, Str when) {
    if (!value.len) return;
    buf_fmt(b, "%s%s %.*s%s%.*s", b->len ? ". " : "", what, STR_FMT(value), before_when, STR_FMT(when));
}

Str entry_hint(Arena *a, const EntryRow *r) {
    Buf b = {.arena = a};
    add(&b, "Good is:", str_eq(r->direction_text, S("~")) ? (Str){0} : r->direction_text, "", (Str){0});
    add(&b, "Unit:", str_eq(r->unit, S("%")) ? S("per cent") : r->unit, "", (Str){0});
    add(&b, "Last figure:", r->last, " in ", r->last_when);
    add(&b, "Quarter before:", r->earlier, "", (Str){0});
    return buf_str(&b);
}

UiTag entry_tag(const EntryRow *r) {
    static const Str colours[][2] = {
        {S("due"), S("govuk-tag--yellow")},       {S("loaded"), S("govuk-tag--grey")},
        {S("handed-in"), S("govuk-tag--blue")},   {S("returned"), S("govuk-tag--orange")},
        {S("signed-off"), S("govuk-tag--green")},
    };
    Str state = entry_state(r), colour = {0};
    for (size_t i = 0; i < COUNT(colours); i++)
        if (str_eq(colours[i][0], state)) colour = colours[i][1];
    return (UiTag){.words.text = entry_state_words(state), .classes = colour};
}

Url entry_url(Ctx *c, const char *area, const Entry *e) {
    return url_path(c->arena, "/office/%s/%.*s/%.*s", area, STR_FMT(e->year_part), STR_FMT(e->quarter_part));
}

Page entry_frame(Ctx *c, Str title, const char *area, Str area_title) {
    Page p = {.title = title, .door = S("office"), .no_index = true};
    p.crumbs[0] = (Crumb){S("Office"), url_path(c->arena, "/office")};
    if (area_title.len) p.crumbs[1] = (Crumb){area_title, url_path(c->arena, "/office/%s", area)};
    return p;
}
