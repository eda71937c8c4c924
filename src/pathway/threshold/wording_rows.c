// The rows of a draft edition: the examples of what may be seen, and what to do at a level.
#include "pathway/threshold/pages.h"
#include "pathway/threshold/wording.h"
#include "pathway/threshold/wording.html.h"
#include "web/layout.h"

// ---- an example -------------------------------------------------------------------------------------------

typedef struct ExampleWords {
    Str text, level, dimension, mark;
} ExampleWords;
static const Field example_fields[] = {
    {FIELD(ExampleWords, text), .label = S("What may be seen"),
     .hint = S("A few words, such as: Young carer"), .kind = TEXTAREA, .required = true, .max = 500,
     .missing = S("Say what may be seen")},
    {FIELD(ExampleWords, level), .label = S("At which level"), .kind = SELECT, .required = true,
     .missing = S("Choose the level")},
    {FIELD(ExampleWords, dimension), .label = S("Under which heading"), .kind = SELECT, .required = true,
     .missing = S("Choose the heading")},
    {FIELD(ExampleWords, mark), .kind = HIDDEN, .max = 40},
};
static const Form example_add_form = {S("Add an example"), S("Add it"), example_fields,
                                      COUNT(example_fields)};
static const Form example_form = {S("Change an example"), S("Keep it so"), example_fields,
                                  COUNT(example_fields)};

static Filled example_blank(Ctx *c, const Threshold *t, const Form *form, const ExampleWords *in) {
    Filled f = form_blank(form, in);
    NeedLevelList levels = need_levels(c->db, t->id);
    DimensionList dimensions = dimension_list(c->db, t->id);
    Choice *l = arena_new(c->arena, Choice, levels.len + 1),
           *d = arena_new(c->arena, Choice, dimensions.len + 1);
    for (size_t i = 0; i < levels.len; i++) l[i] = (Choice){levels.at[i].code, levels.at[i].name, {0}};
    for (size_t i = 0; i < dimensions.len; i++)
        d[i] = (Choice){dimensions.at[i].code, dimensions.at[i].name, {0}};
    f.choices[1] = (Choices){levels.len, l};
    f.choices[2] = (Choices){dimensions.len, d};
    return f;
}

Reply example_new(Ctx *c) {
    Reply no;
    const Threshold *t = wording_draft(c, &no);
    const NeedLevel *l = wording_level(c, t);
    if (!l) return t ? status_page(c, 404) : no;
    ExampleWords in = {.level = l->code};
    Filled f = example_blank(c, t, &example_add_form, &in);
    return wording_form(c, t, &f, (Html){{0}});
}

static Str initials(Arena *a, Str code) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < code.len && out.len < 3; i++)
        if (code.at[i] >= 'a' && code.at[i] <= 'z') buf_byte(&out, (char)(code.at[i] - 'a' + 'A'));
    return buf_str(&out);
}

// "EXT-HEA-01", the next that is free.
static Str example_code(Ctx *c, const Threshold *t, Str level, Str dimension) {
    Str l = initials(c->arena, level), d = initials(c->arena, dimension), code = {0};
    for (int i = 1; !code.at || example_coded(c->db, t->id, code); i++)
        code = str_fmt(c->arena, "%.*s-%.*s-%02d", STR_FMT(l), STR_FMT(d), i);
    return code;
}

Reply example_add_save(Ctx *c) {
    Reply no;
    const Threshold *t = wording_draft(c, &no);
    if (!wording_level(c, t)) return t ? status_page(c, 404) : no;
    ExampleWords in = {0};
    Filled f = example_blank(c, t, &example_add_form, NULL);
    form_take(c, &f, &in);
    if (f.n_errors) return wording_form(c, t, &f, (Html){{0}});
    return wording_kept(c, t,
                        example_add(c->db, t->id, example_code(c, t, in.level, in.dimension), in.level,
                                    in.dimension, in.text),
                        in.level);
}

static Html removes(Ctx *c, const char *what, const Threshold *t, int64_t id) {
    Buf out = {.arena = c->arena};
    wording_remove(
        &out, c,
        url_path(c->arena, "/office/threshold/%lld/%s/%lld/remove", (long long)t->id, what, (long long)id));
    return html_of(&out);
}

Reply example_edit(Ctx *c) {
    Reply no;
    const Threshold *t = wording_draft(c, &no);
    const Example *e = t ? example_find(c->db, t->id, part_int(c, 1)) : NULL;
    if (!e) return t ? status_page(c, 404) : no;
    ExampleWords in = {e->text, e->level, e->dimension, wording_mark(c->arena, e->text)};
    Filled f = example_blank(c, t, &example_form, &in);
    return wording_form(c, t, &f, removes(c, "examples", t, e->id));
}

Reply example_save(Ctx *c) {
    Reply no;
    const Threshold *t = wording_draft(c, &no);
    const Example *e = t ? example_find(c->db, t->id, part_int(c, 1)) : NULL;
    if (!e) return t ? status_page(c, 404) : no;
    ExampleWords in = {0};
    Filled f = example_blank(c, t, &example_form, NULL);
    form_take(c, &f, &in);
    if (!f.n_errors && !str_eq(in.mark, wording_mark(c->arena, e->text))) {
        f.value[3] = wording_mark(c->arena, e->text);
        form_wrong(&f, "text",
                   str_fmt(c->arena, "%s. It says now: %.*s", wording_overtaken, STR_FMT(e->text)));
    }
    if (f.n_errors) return wording_form(c, t, &f, removes(c, "examples", t, e->id));
    return wording_kept(c, t, example_write(c->db, t->id, e->id, e->text, in.text, in.level, in.dimension),
                        in.level);
}

static Reply example_move(Ctx *c, bool up) {
    Reply no;
    const Threshold *t = wording_draft(c, &no);
    const Example *e = t ? example_find(c->db, t->id, part_int(c, 1)) : NULL;
    if (!e) return t ? status_page(c, 404) : no;
    const Example *other = example_beside(c->db, t->id, e->id, up);
    if (!other)
        return see_other_saying(c, S("It is at the end already"), "/office/threshold/%lld/levels/%.*s",
                                (long long)t->id, STR_FMT(e->level));
    int64_t moved = example_number(c->db, t->id, e->id, e->number, other->number) +
                    example_number(c->db, t->id, other->id, other->number, e->number);
    return wording_kept(c, t, moved == 2, e->level);
}
Reply example_up(Ctx *c) { return example_move(c, true); }
Reply example_down(Ctx *c) { return example_move(c, false); }

Reply example_remove(Ctx *c) {
    Reply no;
    const Threshold *t = wording_draft(c, &no);
    const Example *e = t ? example_find(c->db, t->id, part_int(c, 1)) : NULL;
    if (!e) return t ? status_page(c, 404) : no;
    return wording_kept(c, t, example_drop(c->db, t->id, e->id), e->level);
}

// ---- what to do -------------------------------------------------------------------------------------------

typedef struct ItemWords {
    Str kind, text, optional, mark;
} ItemWords;
static const Choice kind_choices[] = {
    {S("action"), S("What to do"), {0}},
    {S("assessment"), S("What to assess with"), {0}},
    {S("provider"), S("Who can help"), {0}},
};
static const Choice optional_box[] = {{S("yes"), S("To be considered, not to be done always"), {0}}};
#define ITEM_TEXT                                                                                            \
    {                                                                                                        \
        FIELD(ItemWords, text),                                                                              \
        .label = S("In words"),                                                                              \
        .kind = TEXTAREA,                                                                                    \
        .required = true,                                                                                    \
        .max = 1000,                                                                                         \
        .missing = S("Say it in words")},                                                                    \
        {FIELD(ItemWords, optional), .label = S("Always?"), .kind = CHECKBOXES, .choices = optional_box,     \
         .n_choices = COUNT(optional_box)},                                                                  \
    {                                                                                                        \
        FIELD(ItemWords, mark), .kind = HIDDEN, .max = 40                                                    \
    }
static const Field item_add_fields[] = {
    {FIELD(ItemWords, kind), .label = S("In which list"), .kind = RADIOS, .required = true,
     .choices = kind_choices, .n_choices = COUNT(kind_choices), .missing = S("Choose the list")},
    ITEM_TEXT,
};
static const Field item_fields[] = {ITEM_TEXT};
static const Form item_add_form = {S("Add to what to do"), S("Add it"), item_add_fields,
                                   COUNT(item_add_fields)};
static const Form item_form = {S("Change what to do"), S("Keep it so"), item_fields, COUNT(item_fields)};

Reply item_new(Ctx *c) {
    Reply no;
    const Threshold *t = wording_draft(c, &no);
    if (!wording_level(c, t)) return t ? status_page(c, 404) : no;
    ItemWords in = {.kind = S("action")};
    Filled f = form_blank(&item_add_form, &in);
    return wording_form(c, t, &f, (Html){{0}});
}

Reply item_add_save(Ctx *c) {
    Reply no;
    const Threshold *t = wording_draft(c, &no);
    const NeedLevel *l = wording_level(c, t);
    if (!l) return t ? status_page(c, 404) : no;
    ItemWords in = {0};
    Filled f = form_read(c, &item_add_form, &in);
    if (f.n_errors) return wording_form(c, t, &f, (Html){{0}});
    return wording_kept(
        c, t, item_add(c->db, t->id, l->code, in.kind, in.text, (Str){0}, in.optional.len > 0), l->code);
}

Reply item_edit(Ctx *c) {
    Reply no;
    const Threshold *t = wording_draft(c, &no);
    const Item *i = t ? item_find(c->db, t->id, part_int(c, 1)) : NULL;
    if (!i) return t ? status_page(c, 404) : no;
    ItemWords in = {
        .text = i->text, .optional = i->optional ? S("yes") : S(""), .mark = wording_mark(c->arena, i->text)};
    Filled f = form_blank(&item_form, &in);
    return wording_form(c, t, &f, removes(c, "items", t, i->id));
}

Reply item_save(Ctx *c) {
    Reply no;
    const Threshold *t = wording_draft(c, &no);
    const Item *i = t ? item_find(c->db, t->id, part_int(c, 1)) : NULL;
    if (!i) return t ? status_page(c, 404) : no;
    ItemWords in = {0};
    Filled f = form_read(c, &item_form, &in);
    if (!f.n_errors && !str_eq(in.mark, wording_mark(c->arena, i->text))) {
        f.value[2] = wording_mark(c->arena, i->text);
        form_wrong(&f, "text",
                   str_fmt(c->arena, "%s. It says now: %.*s", wording_overtaken, STR_FMT(i->text)));
    }
    if (f.n_errors) return wording_form(c, t, &f, removes(c, "items", t, i->id));
    return wording_kept(
        c, t, item_write(c->db, t->id, i->id, i->text, in.text, i->service, in.optional.len > 0), i->level);
}

Reply item_remove(Ctx *c) {
    Reply no;
    const Threshold *t = wording_draft(c, &no);
    const Item *i = t ? item_find(c->db, t->id, part_int(c, 1)) : NULL;
    if (!i) return t ? status_page(c, 404) : no;
    return wording_kept(c, t, item_drop(c->db, t->id, i->id), i->level);
}
