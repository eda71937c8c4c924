// Changing what a measure means. The change is a new version from a day on: periods before that day, and
// everything published, stay judged as they were, and the page says which before it is done.
#include "plan/edit/meaning.h"
#include "plan/edit/measures.html.h"
#include "web/form_check.h"

typedef struct Definition {
    MEANING_MEMBERS;
    Str from_day, reason, made_by, confirm, seen;
} Definition;
static const Field fields[] = {
    MEANING_FIELDS(Definition),
    {FIELD(Definition, from_day), .label = S("From which day"), .kind = DATE, .required = true,
     .hint = S("Periods that begin on this day or later are judged by the new one. For example, 1 4 2014"),
     .missing = S("Enter the day from which it holds")},
    {FIELD(Definition, reason), .label = S("Why it changes"), .kind = TEXTAREA, .required = true, .max = 1000,
     .hint = S("Readers see this beside the measure’s history"), .missing = S("Say why it changes")},
    {FIELD(Definition, made_by), .label = S("Who decided it"), .kind = TEXT, .required = true, .max = 120,
     .hint = S("As a role, like “performance group”"), .missing = S("Enter the role of whoever decided it")},
    {FIELD(Definition, confirm), .label = S("Confirmed"), .kind = HIDDEN},
    EDIT_SEEN(Definition),
};
static const Form form = {S("Change the definition"), S("See what it changes"), fields, COUNT(fields)};

static Str dec_str(Arena *a, Dec d) {
    Buf b = {.arena = a};
    int decimals = 0;
    if (d == NONE) return S("");
    while (decimals < 6 && dec_round(d, decimals) != d) decimals++;
    dec_put(&b, d, decimals);
    return buf_str(&b);
}

Str band_text(Arena *a, const EditMeasure *m) {
    return str_fmt(a, "%.*s to %.*s", STR_FMT(dec_str(a, m->band_low)), STR_FMT(dec_str(a, m->band_high)));
}

static Str int_str(Arena *a, int64_t n) {
    return n == NONE ? S("") : str_fmt(a, "%lld", (long long)n);
}

static Definition held(Arena *a, const EditMeasure *m) {
    return (Definition){
        .title = m->title,
        .line_label = edit_held(m->line_label),
        .polarity = m->polarity,
        .band_low = dec_str(a, m->band_low),
        .band_high = dec_str(a, m->band_high),
        .kind = m->kind,
        .unit = m->unit,
        .decimals = int_str(a, m->decimals),
        .accumulates = m->accumulates,
        .per = int_str(a, m->per),
        .direction_text = edit_held(m->direction_text),
        .definition = edit_held(m->definition),
        .quality_note = edit_held(m->quality_note),
    };
}

Reply measure_definition(Ctx *c) {
    const EditMeasure *m = edit_measure_asked(c);
    if (!m) return status_page(c, 404);
    Definition now = held(c->arena, m);
    Edit e = edit_measure_begin(c, m, &form, &now);
    return edit_reply(c, &e);
}

// Settled: published, or its figure signed off. A new version begins after the last such quarter.
static const EditEffect *settled_last(const EditEffectList *effects) {
    for (size_t i = 0; i < effects->len; i++)
        if (effect_settled(&effects->at[i])) return &effects->at[i];
    return NULL;
}

static Str reaches_back(Arena *a, const EditEffect *p) {
    Date begins;
    Str next = date_parse(p->starts_on, &begins) ? date_text(a, date_add_months(begins, 3)) : S("");
    return str_fmt(
        a, "From which day must not reach back: quarter %lld of %.*s is %s. The next quarter begins on %.*s",
        (long long)p->quarter, STR_FMT(p->year),
        p->published != NONE ? "published" : "settled, its figure is signed off", STR_FMT(next));
}

static void check_day(Ctx *c, Filled *f, const EditMeasure *m, Str day, const EditEffectList *effects) {
    if (f->n_errors) return;
    if (str_cmp(day, m->from_day) <= 0) {
        Str last = day_text(c->arena, m->from_day);
        form_wrong(f, "from_day",
                   str_fmt(c->arena, "From which day must be after %.*s, when the present version began",
                           STR_FMT(last)));
    }
    const EditEffect *p = settled_last(effects);
    if (p && str_cmp(day, p->starts_on) <= 0) form_wrong(f, "from_day", reaches_back(c->arena, p));
}

static bool same_meaning(const Definition *was, const Definition *is) {
    for (size_t i = 0; i < COUNT(fields) && strcmp(fields[i].name, "from_day"); i++) {
        const Str *a = (const Str *)(const void *)((const char *)was + fields[i].offset);
        const Str *b = (const Str *)(const void *)((const char *)is + fields[i].offset);
        if (!str_eq(*a, *b)) return false;
    }
    return true;
}

static void draw_hidden(Buf *out, const Filled *f) {
    static const char *const parts[] = {"day", "month", "year"};
    for (size_t i = 0; i < f->form->n_fields; i++) {
        const Field *field = &f->form->fields[i];
        Str part[3];
        if (!strcmp(field->name, "confirm")) continue;
        if (field->kind != DATE) {
            definition_hidden(out, str_from(field->name), f->value[i]);
            continue;
        }
        date_split(out->arena, f->value[i], part);
        for (int k = 0; k < 3; k++)
            definition_hidden(out, str_fmt(out->arena, "%s-%s", field->name, parts[k]), part[k]);
    }
}

// What the change leaves and what it moves, before it is made.
static Reply ask_to_confirm(Ctx *c, const EditMeasure *m, const Edit *e, const Definition *in,
                            const EditEffectList *effects) {
    Buf hidden = {.arena = c->arena}, out = {.arena = c->arena};
    draw_hidden(&hidden, &e->f);
    Str was = choice_label(polarity_choices, COUNT(polarity_choices), m->polarity);
    Str is = choice_label(polarity_choices, COUNT(polarity_choices), in->polarity);
    Str turned =
        str_eq(was, is) ? (Str){0} : str_fmt(c->arena, "“%.*s” becomes “%.*s”", STR_FMT(was), STR_FMT(is));
    DefinitionAsk ask = {html_of(&hidden), in->from_day, in->reason, turned};
    definition_confirm_view(&out, c, m, &ask, *effects);
    Page p = e->page;
    p.title = str_fmt(c->arena, "What it changes – %.*s", STR_FMT(e->caption));
    return page(c, p, &out);
}

static void save(Ctx *c, const EditMeasure *m, const MeaningRead *r, const Definition *in) {
    const Meaning *t = &r->text;
    edit_version_add(c->db, m->id, in->from_day, t->title, edit_or_none(t->line_label), t->polarity, r->low,
                     r->high, t->kind, t->unit, r->decimals, t->accumulates, r->per,
                     edit_or_none(t->direction_text), edit_or_none(t->definition),
                     edit_or_none(t->quality_note), in->reason, in->made_by);
}

Reply measure_definition_save(Ctx *c) {
    const EditMeasure *m = edit_measure_asked(c);
    if (!m) return status_page(c, 404);
    Definition now = held(c->arena, m), in = {0};
    Edit e = edit_measure_begin(c, m, &form, &now);
    bool taken = edit_take(c, &e, &in);
    Meaning text = MEANING_OF(in);
    MeaningRead r = meaning_read(&e.f, &text, m->parent_id != NONE);
    EditEffectList effects = edit_effects(c->db, m->id, m->slug);
    check_day(c, &e.f, m, in.from_day, &effects);
    if (taken && !e.f.n_errors && same_meaning(&now, &in))
        form_wrong(&e.f, "title", S("Nothing differs from the present version: change what is to change"));
    if (!taken || e.f.n_errors || str_eq(in.confirm, S("no"))) return edit_reply(c, &e);
    if (!str_eq(in.confirm, S("yes"))) return ask_to_confirm(c, m, &e, &in, &effects);
    save(c, m, &r, &in);
    EDIT_KEPT(c, "measure_versions.csv", m->code, in.from_day);
    edit_audit(c, "measure.version", "measure", m->id, &form, &now, &in);
    Str day = day_text(c->arena, in.from_day);
    return edit_measure_done(c, m, str_fmt(c->arena, "The new definition holds from %.*s", STR_FMT(day)));
}

Reply measure_version_drop(Ctx *c) {
    const EditMeasure *m = edit_measure_asked(c);
    int64_t id = part_int(c, 1);
    if (!m) return status_page(c, 404);
    if (edit_version_drop(c->db, m->id, id, date_iso(c->arena, c->today)) != 1) return status_page(c, 409);
    edit_audit_one(c, "measure.version-drop", "measure", m->id, "from_day", m->from_day);
    return edit_measure_done(c, m, S("The version that had not begun is withdrawn"));
}
