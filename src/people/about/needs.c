// How to speak with somebody: languages, an interpreter, and what helps to understand and be understood.
#include "people/about/pages.h"

typedef struct NeedForm {
    Str language, main, interpreter, ways, note;
} NeedForm;
static const Field fields[] = {
    {FIELD(NeedForm, language), .label = S("A language they speak, sign or read"), .kind = TEXT, .max = 60,
     .hint = S("For example Polish, Urdu, British Sign Language. One at a time")},
    {FIELD(NeedForm, main), .label = S("Do they speak it best?"), .kind = YESNO},
    {FIELD(NeedForm, interpreter), .label = S("Do they need an interpreter?"), .kind = YESNO,
     .hint = S("Ask them, not whoever speaks for them. A child never interprets for a parent")},
    {FIELD(NeedForm, ways), .label = S("What helps them to understand and be understood?"),
     .kind = CHECKBOXES, .choices = communications, .n_choices = COUNT(communications)},
    {FIELD(NeedForm, note), .label = S("Anything else about communicating"), .kind = TEXT, .max = 200},
};
static const Form form = {S("Language and communication"), S("Save what they said"), fields, COUNT(fields)};

Reply need_new(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    Filled f = form_blank(&form, NULL);
    return about_form(c, r, "about", &f, (Html){0});
}

static void check(Filled *f, const NeedForm *in) {
    if (!in->language.len && !in->interpreter.len && !in->ways.len)
        form_wrong(f, "language", S("Answer at least one: a language, the interpreter, or what helps"));
    if (in->main.len && !in->language.len)
        form_wrong(f, "language", S("Enter the language that you speak of"));
    if (in->note.len && !in->ways.len) form_wrong(f, "ways", S("Choose what helps: the note belongs to it"));
    if (str_has(in->ways, S("none")) && !str_eq(in->ways, S("none")))
        form_wrong(f, "ways", S("Choose what helps, or that nothing is needed, not both"));
}

static void put(Ctx *c, int64_t person, const char *kind, Str value, bool main, Str note) {
    Str today = date_iso(c->arena, c->today);
    need_put(c->db, person, str_from(kind), value, main, or_null(note), today, c->now, about_by(c));
}

static void save_language(Ctx *c, int64_t id, const NeedForm *in) {
    bool main = str_eq(in->main, S("yes"));
    Str today = date_iso(c->arena, c->today);
    if (main) need_main_end(c->db, id, today);
    need_others_end(c->db, id, S("language"), today, in->language);
    put(c, id, "language", in->language, main, (Str){0});
}

// The answer of today takes the place of the one before.
static void save_ways(Ctx *c, int64_t id, const NeedForm *in) {
    need_others_end(c->db, id, S("communication"), date_iso(c->arena, c->today), (Str){0});
    for (Str rest = in->ways; rest.at && rest.len;)
        put(c, id, "communication", str_cut(&rest, S(",")), false, in->note);
}

Reply need_save(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    NeedForm in = {0};
    Filled f = form_read(c, &form, &in);
    if (!f.n_errors) check(&f, &in);
    if (f.n_errors) return about_form(c, r, "about", &f, (Html){0});
    int64_t id = r->person->id;
    if (in.language.len) save_language(c, id, &in);
    if (in.interpreter.len) {
        need_others_end(c->db, id, S("interpreter"), date_iso(c->arena, c->today), (Str){0});
        put(c, id, "interpreter", in.interpreter, false, (Str){0});
    }
    if (in.ways.len) save_ways(c, id, &in);
    about_noted(c, r, (Noted){.act = "person.need", .title = S("Language and communication written down")});
    return about_saved(c, r, S("Saved"), "/edit");
}
