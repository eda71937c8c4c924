// A draft edition is begun from one that stands, and worded on plain pages: levels, examples, what to do.
// What is in force, or was, is never changed: decisions keep the edition they were made under (W12).
#include "pathway/threshold/wording.h"
#include "pathway/threshold/pages.h"
#include "pathway/threshold/wording.html.h"
#include "web/layout.h"

static const struct {
    const char *key;
    Str words;
} item_kinds[] = {
    {"action", S("What to do")}, {"assessment", S("What to assess with")}, {"provider", S("Who can help")}};

Str item_kind_words(Str key) {
    for (size_t i = 0; i < COUNT(item_kinds); i++)
        if (str_eq(str_from(item_kinds[i].key), key)) return item_kinds[i].words;
    return key;
}

// ---- begun ------------------------------------------------------------------------------------------------

static Str code_free(Ctx *c, Str from) {
    Str day = date_iso(c->arena, c->today), code = {0};
    Str stem = {from.at, from.len < 40 ? from.len : 40};
    for (int i = 1; !code.at || threshold_coded(c->db, code); i++)
        code = str_fmt(c->arena, "%.*s-%.*s-%d", STR_FMT(stem), STR_FMT(day), i);
    return code;
}

Reply edition_draft(Ctx *c) {
    const Threshold *t = threshold_find(c->db, part_int(c, 0));
    if (!t) return status_page(c, 404);
    Str day = date_text(c->arena, c->today);
    int64_t id = edition_copy(c->db, t->id, code_free(c, t->code),
                              str_fmt(c->arena, "Draft of %.*s", STR_FMT(day)), c->now, c->actor.id);
    edition_copy_levels(c->db, t->id, id);
    edition_copy_dimensions(c->db, t->id, id);
    edition_copy_indicators(c->db, t->id, id);
    edition_copy_items(c->db, t->id, id);
    edition_copy_texts(c->db, t->id, id);
    edition_copy_guides(c->db, t->id, id);
    access_audit(c, "threshold.draft", "threshold", id, (Str){0});
    return see_other_saying(c, S("This is a draft. Everybody goes on reading the edition in force"),
                            "/office/threshold/%lld", (long long)id);
}

// ---- the frame --------------------------------------------------------------------------------------------

const Threshold *wording_draft(Ctx *c, Reply *ret_no) {
    const Threshold *t = threshold_find(c->db, part_int(c, 0));
    if (t && !t->from_on.at) return t;
    *ret_no = status_page(c, t ? 409 : 404);
    return NULL;
}

static Page frame(Ctx *c, const Threshold *t, Str title, bool error) {
    return (Page){.title = title,
                  .no_index = true,
                  .error = error,
                  .crumbs = {{S("Office"), {S("/office")}},
                             {S("Threshold document"), {S("/office/threshold")}},
                             {t->edition, url_path(c->arena, "/office/threshold/%lld", (long long)t->id)}}};
}

Str wording_mark(Arena *a, Str text) {
    uint64_t h = UINT64_C(1469598103934665603);
    for (size_t i = 0; i < text.len; i++) h = (h ^ (uint8_t)text.at[i]) * UINT64_C(1099511628211);
    return str_fmt(a, "%016llx", (unsigned long long)h);
}

const char wording_overtaken[] =
    "Somebody changed this after you opened the page. Keep yours only if it is still right";

Reply wording_kept(Ctx *c, const Threshold *t, int64_t changed, Str level) {
    if (changed != 1) return status_page(c, 409);
    access_audit(c, "threshold.word", "threshold", t->id, (Str){0});
    return see_other_saying(c, S("Kept in the draft"), "/office/threshold/%lld/levels/%.*s", (long long)t->id,
                            STR_FMT(level));
}

Reply wording_form(Ctx *c, const Threshold *t, const Filled *f, Html removes) {
    Buf out = {.arena = c->arena};
    wording_form_page(&out, c, f, removes);
    return page_status(c, f->n_errors ? 422 : 200, frame(c, t, f->form->title, f->n_errors), &out);
}

// ---- the edition's own words ------------------------------------------------------------------------------

typedef struct Named {
    Str title, edition, about, mark;
} Named;
static const Field named_fields[] = {
    {FIELD(Named, title), .label = S("Title"), .kind = TEXT, .required = true, .max = 200,
     .missing = S("Enter the title")},
    {FIELD(Named, edition), .label = S("Edition"), .hint = S("Such as: Second edition, September 2014"),
     .kind = TEXT, .required = true, .max = 200, .missing = S("Say which edition it is")},
    {FIELD(Named, about), .label = S("What it is for, in a paragraph"), .kind = TEXTAREA},
    {FIELD(Named, mark), .kind = HIDDEN, .max = 40},
};
static const Form named_form = {S("Name and purpose"), S("Keep it so"), named_fields, COUNT(named_fields)};

Reply edition_name(Ctx *c) {
    Reply no;
    const Threshold *t = wording_draft(c, &no);
    if (!t) return no;
    Named in = {t->title, t->edition, t->about, wording_mark(c->arena, t->edition)};
    Filled f = form_blank(&named_form, &in);
    return wording_form(c, t, &f, (Html){{0}});
}

Reply edition_name_save(Ctx *c) {
    Reply no;
    const Threshold *t = wording_draft(c, &no);
    if (!t) return no;
    Named in = {0};
    Filled f = form_read(c, &named_form, &in);
    if (!str_eq(in.mark, wording_mark(c->arena, t->edition)))
        form_wrong(&f, "edition", str_from(wording_overtaken));
    if (f.n_errors) return wording_form(c, t, &f, (Html){{0}});
    if (edition_write(c->db, t->id, t->edition, in.title, in.edition, in.about.len ? in.about : (Str){0}) !=
        1)
        return status_page(c, 409);
    access_audit(c, "threshold.word", "threshold", t->id, (Str){0});
    return see_other_saying(c, S("Kept in the draft"), "/office/threshold/%lld", (long long)t->id);
}

// ---- a level ----------------------------------------------------------------------------------------------

typedef struct LevelWords {
    Str name, meaning, consent, mark;
} LevelWords;
static const Field level_fields[] = {
    {FIELD(LevelWords, name), .label = S("Name"), .kind = TEXT, .required = true, .max = 100,
     .missing = S("Enter the name of the level")},
    {FIELD(LevelWords, meaning), .label = S("When a child is at this level"), .kind = TEXTAREA,
     .required = true, .missing = S("Say when a child is at this level")},
    {FIELD(LevelWords, consent), .label = S("On what footing services work with the family"),
     .kind = TEXTAREA},
    {FIELD(LevelWords, mark), .kind = HIDDEN, .max = 40},
};
static const Form level_form = {S("The level in words"), S("Keep these words"), level_fields,
                                COUNT(level_fields)};

const NeedLevel *wording_level(Ctx *c, const Threshold *t) {
    return t ? need_level_coded(c->db, t->id, c->part[1]) : NULL;
}

static Reply level_page(Ctx *c, const Threshold *t, const NeedLevel *l, const Filled *f) {
    LevelPage p = {t, l, f, need_indicators(c->db, t->id, l->id), item_list(c->db, t->id, l->code)};
    Buf out = {.arena = c->arena};
    wording_level_page(&out, c, &p);
    return page_status(c, f->n_errors ? 422 : 200, frame(c, t, l->name, f->n_errors), &out);
}

Reply level_words(Ctx *c) {
    Reply no;
    const Threshold *t = wording_draft(c, &no);
    const NeedLevel *l = wording_level(c, t);
    if (!l) return t ? status_page(c, 404) : no;
    LevelWords in = {l->name, l->meaning, l->consent, wording_mark(c->arena, l->meaning)};
    Filled f = form_blank(&level_form, &in);
    return level_page(c, t, l, &f);
}

Reply level_words_save(Ctx *c) {
    Reply no;
    const Threshold *t = wording_draft(c, &no);
    const NeedLevel *l = wording_level(c, t);
    if (!l) return t ? status_page(c, 404) : no;
    LevelWords in = {0};
    Filled f = form_read(c, &level_form, &in);
    if (!f.n_errors && !str_eq(in.mark, wording_mark(c->arena, l->meaning))) {
        f.value[3] = wording_mark(c->arena, l->meaning);
        form_wrong(&f, "meaning",
                   str_fmt(c->arena, "%s. It says now: %.*s", wording_overtaken, STR_FMT(l->meaning)));
    }
    if (f.n_errors) return level_page(c, t, l, &f);
    return wording_kept(c, t,
                        level_write(c->db, t->id, l->code, l->meaning, in.name, in.meaning,
                                    in.consent.len ? in.consent : (Str){0}),
                        l->code);
}
