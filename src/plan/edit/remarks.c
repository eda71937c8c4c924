// What is said about a measure's figures: where its series breaks, what the partnership says of a period, and
// notes for whoever reads the figures.
#include "plan/edit/measures.html.h"
#include "plan/edit/pages.h"

static Choices periods(Ctx *c) {
    EditPeriodList list = edit_periods(c->db);
    Choice *at = arena_new(c->arena, Choice, list.len + 1);
    for (size_t i = 0; i < list.len; i++)
        at[i] = (Choice){.value = list.at[i].code, .label = edit_period_words(c->arena, list.at[i].code)};
    return (Choices){list.len, at};
}

// ---- breaks in the series ---------------------------------------------------------------------------------

typedef struct Break {
    Str period, note;
} Break;
static const Field break_fields[] = {
    {FIELD(Break, period), .label = S("The first period of the new series"), .kind = SELECT, .required = true,
     .hint = S("From here on, figures are not compared with those before"),
     .missing = S("Choose the first period of the new series")},
    {FIELD(Break, note), .label = S("Why it breaks"), .kind = TEXTAREA, .required = true, .max = 600,
     .hint = S("Readers see this wherever a comparison is left out"),
     .missing = S("Say why the series breaks")},
};
static const Form break_form = {S("Declare a break in the series"), S("Declare it"), break_fields,
                                COUNT(break_fields)};

static Edit break_begin(Ctx *c, const EditMeasure *m) {
    Edit e = edit_measure_begin(c, m, &break_form, NULL);
    edit_choose(&e, "period", periods(c));
    return e;
}

Reply measure_breaks(Ctx *c) {
    const EditMeasure *m = edit_measure_asked(c);
    if (!m) return status_page(c, 404);
    Edit e = break_begin(c, m);
    return edit_reply(c, &e);
}

Reply measure_break_add(Ctx *c) {
    const EditMeasure *m = edit_measure_asked(c);
    Break in = {0};
    if (!m) return status_page(c, 404);
    Edit e = break_begin(c, m);
    if (!edit_take(c, &e, &in)) return edit_reply(c, &e);
    const EditPeriod *p = edit_period(c->db, in.period);
    if (!p || edit_break_add(c->db, m->id, p->id, in.note) != 1) {
        form_wrong(&e.f, "period",
                   S("The series breaks there already: take that break away first, or choose another"));
        return edit_reply(c, &e);
    }
    EDIT_KEPT(c, "series_breaks.csv", m->code, p->code);
    edit_audit(c, "measure.break", "measure", m->id, &break_form, NULL, &in);
    return edit_measure_done(c, m, S("The break is declared"));
}

Reply measure_break_drop(Ctx *c) {
    const EditMeasure *m = edit_measure_asked(c);
    if (!m) return status_page(c, 404);
    EditBreakList all = edit_breaks(c->db, m->id);
    for (size_t i = 0; i < all.len; i++) {
        if (all.at[i].id != part_int(c, 1)) continue;
        EDIT_KEPT(c, "series_breaks.csv", m->code, all.at[i].code);
        edit_break_drop(c->db, m->id, all.at[i].id);
        Str what = str_fmt(c->arena, "%.*s: %.*s", STR_FMT(all.at[i].code), STR_FMT(all.at[i].note));
        edit_audit_one(c, "measure.break-drop", "measure", m->id, "was", what);
        return edit_measure_done(c, m, S("The break is taken away"));
    }
    return status_page(c, 409);
}

// ---- commentary -------------------------------------------------------------------------------------------

typedef struct Comment {
    Str text, is_public, seen;
} Comment;
static const Field comment_fields[] = {
    {FIELD(Comment, text), .label = S("What the partnership says of it"), .kind = TEXTAREA, .max = 3000,
     .hint = S("Markdown. Empty takes the commentary away")},
    {FIELD(Comment, is_public), .label = S("Does it go out with the next publication?"), .kind = YESNO,
     .required = true, .missing = S("Say whether it goes out with the next publication")},
    EDIT_SEEN(Comment),
};
static const Form comment_form = {S("Commentary"), S("Save"), comment_fields, COUNT(comment_fields)};

// From the period that was chosen to its own address.
Reply measure_comments(Ctx *c) {
    const EditMeasure *m = edit_measure_asked(c);
    if (!m) return status_page(c, 404);
    Str code = param(c->query, S("period"));
    if (edit_period(c->db, code))
        return see_other(c, "/office/measures/%.*s/commentary/%.*s", STR_FMT(m->slug),
                         STR_FMT(edit_period_part(c->arena, code)));
    Buf out = {.arena = c->arena};
    comments_view(&out, c, m, periods(c));
    Edit e = edit_measure_begin(c, m, &comment_form, NULL);
    return page(c, e.page, &out);
}

static const EditPeriod *comment_period(Ctx *c) {
    return edit_period(c->db, edit_period_from(c->arena, c->part[1]));
}

static Edit comment_begin(Ctx *c, const EditMeasure *m, const EditPeriod *p, Comment *now) {
    const EditComment *held = edit_comment(c->db, m->id, p->id);
    *now = held ? (Comment){held->text, edit_yes(held->is_public), {0}} : (Comment){S(""), {0}, {0}};
    Edit e = edit_measure_begin(c, m, &comment_form, now);
    Str when = edit_period_words(c->arena, p->code);
    e.caption = str_fmt(c->arena, "%.*s. %.*s", STR_FMT(when), STR_FMT(e.caption));
    return e;
}

Reply measure_comment(Ctx *c) {
    const EditMeasure *m = edit_measure_asked(c);
    const EditPeriod *p = comment_period(c);
    Comment now;
    if (!m || !p) return status_page(c, 404);
    Edit e = comment_begin(c, m, p, &now);
    return edit_reply(c, &e);
}

Reply measure_comment_save(Ctx *c) {
    const EditMeasure *m = edit_measure_asked(c);
    const EditPeriod *p = comment_period(c);
    Comment now, in = {0};
    if (!m || !p) return status_page(c, 404);
    Edit e = comment_begin(c, m, p, &now);
    if (!edit_take(c, &e, &in)) return edit_reply(c, &e);
    if (!edit_audit(c, "measure.commentary", "measure", m->id, &comment_form, &now, &in))
        return edit_measure_done(c, m, S("Nothing was changed"));
    if (in.text.len)
        edit_comment_save(c->db, m->id, p->id, in.text, str_eq(in.is_public, S("yes")), c->now, c->actor.id);
    else edit_comment_drop(c->db, m->id, p->id);
    return edit_measure_done(c, m,
                             in.text.len ? S("The commentary is saved") : S("The commentary is taken away"));
}

// ---- notes ------------------------------------------------------------------------------------------------

typedef struct Note {
    Str text, year, seen;
} Note;
static const Field note_fields[] = {
    {FIELD(Note, text), .label = S("What a reader of the figures should know"), .kind = TEXTAREA,
     .required = true,
     .max = 600, .hint = S("Where the source contradicts itself, or how to read the line"),
     .missing = S("Write what a reader should know")},
    {FIELD(Note, year), .label = S("The report it is about"), .kind = TEXT, .width = 10,
     .hint = S("Like 2013/14. Leave it empty where it is about every year")},
    EDIT_SEEN(Note),
};
static const Form note_form = {S("A note on the data"), S("Save"), note_fields, COUNT(note_fields)};

// "add", or a note's number; false where there is no such note.
static bool note_asked(Ctx *c, const EditMeasure *m, const EditNote **ret) {
    *ret = NULL;
    if (!m) return false;
    if (str_eq(c->part[1], S("add"))) return true;
    *ret = edit_note(c->db, m->id, part_int(c, 1));
    return *ret != NULL;
}

static Edit note_begin(Ctx *c, const EditMeasure *m, const EditNote *n, Note *now) {
    *now = n ? (Note){n->text, edit_held(n->year), {0}} : (Note){0};
    Edit e = edit_measure_begin(c, m, &note_form, now);
    if (n) edit_offer_drop(c, &e, S("Take this note away"));
    return e;
}

Reply measure_note(Ctx *c) {
    const EditMeasure *m = edit_measure_asked(c);
    const EditNote *n;
    Note now;
    if (!note_asked(c, m, &n)) return status_page(c, 404);
    Edit e = note_begin(c, m, n, &now);
    return edit_reply(c, &e);
}

Reply measure_note_save(Ctx *c) {
    const EditMeasure *m = edit_measure_asked(c);
    const EditNote *n;
    Note now, in = {0};
    int first;
    if (!note_asked(c, m, &n)) return status_page(c, 404);
    Edit e = note_begin(c, m, n, &now);
    bool taken = edit_take(c, &e, &in);
    if (in.year.len && !year_parse(in.year, &first))
        form_wrong(&e.f, "year", S("The year must be like 2013/14"));
    if (!taken || e.f.n_errors) return edit_reply(c, &e);
    if (!edit_audit(c, n ? "note.change" : "note.add", "measure", m->id, &note_form, &now, &in))
        return edit_measure_done(c, m, S("Nothing was changed"));
    if (n) EDIT_KEPT(c, "notes.csv", n->code);
    if (n) edit_note_save(c->db, n->id, edit_or_none(in.year), in.text);
    else edit_note_add(c->db, m->id, edit_or_none(in.year), in.text);
    return edit_measure_done(c, m, S("The note is saved"));
}

Reply measure_note_drop(Ctx *c) {
    const EditMeasure *m = edit_measure_asked(c);
    const EditNote *n = m ? edit_note(c->db, m->id, part_int(c, 1)) : NULL;
    if (!n) return status_page(c, m ? 409 : 404);
    EDIT_KEPT(c, "notes.csv", n->code);
    edit_note_drop(c->db, m->id, n->id);
    edit_audit_one(c, "note.drop", "measure", m->id, "was", n->text);
    return edit_measure_done(c, m, S("The note is taken away"));
}
