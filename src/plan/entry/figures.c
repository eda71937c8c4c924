// Entering a quarter by hand. What is typed is a draft from the first moment; handing in takes the good lines
// and leaves the others as drafts, with what is wrong beside them.
#include "plan/entry/pages.h"

#include "base/csv.h"
#include "base/json.h"
#include "plan/entry/figures.html.h"

Reply figures_list(Ctx *c) {
    bool everybody = may(c->actor, FIGURES_ENTER_ALL);
    EntryQuarterList quarters = entry_quarters(c->db, c->actor.id, everybody, date_iso(c->arena, c->today));
    Str next = may(c->actor, PLAN_EDIT) ? entry_next_year(c) : (Str){0};
    Buf out = {.arena = c->arena};
    figures_list_view(&out, c, quarters, everybody, next);
    return page(c, entry_frame(c, S("Figures"), "figures", (Str){0}), &out);
}

Reply figures_open_year(Ctx *c) {
    Str year = entry_next_year(c), asked = param(c->form, S("year"));
    if (!year.at || !str_eq(year, asked)) return status_page(c, 409);
    entry_open_year(c, year);
    return see_other_saying(c,
                            str_fmt(c->arena,
                                    "%.*s is open. Its lines are those of the year before; it has no targets "
                                    "yet",
                                    STR_FMT(year)),
                            "/office/figures");
}

// --- the page ---

static void add_error(Ctx *c, EntryPage *p, const EntryField *f, Str sentence, const char *where) {
    Str text =
        str_fmt(c->arena, "%.*s: %.*s", STR_FMT(entry_short_name(c->arena, f->row)), STR_FMT(sentence));
    p->error[p->n_errors++] =
        (UiLink){.words.text = text, .href = url_path(c->arena, "#%s-%lld", where, (long long)f->row->id)};
}

static const char *box(const char *where) {
    if (!strcmp(where, "numerator")) return "count";
    if (!strcmp(where, "denominator")) return "of";
    return where;
}

static Reply show(Ctx *c, const Entry *e, EntryPage *p) {
    for (size_t i = 0; i < p->len; i++) {
        EntryField *f = &p->field[i];
        Str state = entry_state(f->row);
        p->n_due += str_eq(state, S("due")) || str_eq(state, S("returned"));
        if (f->clash.at) add_error(c, p, f, S("another window saved something else"), "figure");
        else if (f->verdict.wrong.at) add_error(c, p, f, f->verdict.wrong, box(f->verdict.where));
    }
    Buf out = {.arena = c->arena};
    figures_enter_view(&out, c, p);
    Page frame =
        entry_frame(c, str_fmt(c->arena, "%.*s – Figures", STR_FMT(e->words)), "figures", S("Figures"));
    frame.error = p->n_errors > 0;
    return page(c, frame, &out);
}

static EntryPage fresh_page(Ctx *c, const Entry *e) {
    EntryPage p = {.entry = e, .len = e->rows.len};
    p.field = arena_new(c->arena, EntryField, p.len);
    p.error = arena_new(c->arena, UiLink, p.len * 2);
    for (size_t i = 0; i < p.len; i++)
        p.field[i] = (EntryField){.row = &e->rows.at[i], .typed = entry_typed(c->arena, &e->rows.at[i])};
    return p;
}

static bool is_open(const EntryRow *r) { return r->draft != NONE; }

// `?check` shows what keeps the drafts from being handed in: handing in leads here.
Reply figures_enter(Ctx *c) {
    Entry e;
    if (!entry_open(c, c->part[0], c->part[1], false, &e)) return status_page(c, 404);
    EntryPage p = fresh_page(c, &e);
    if (param_has(c->query, S("check")))
        for (size_t i = 0; i < p.len; i++) {
            if (!is_open(p.field[i].row)) continue;
            EntryLine line = entry_line(p.field[i].row);
            p.field[i].verdict = entry_check(c->arena, &line, &p.field[i].typed);
        }
    return show(c, &e, &p);
}

// --- what is sent ---

static int64_t version_sent(Ctx *c, const EntryRow *r) {
    int64_t v = 0;
    str_int(param(c->form, str_fmt(c->arena, "version-%lld", (long long)r->id)), &v);
    return v;
}

static bool was_sent(Ctx *c, const EntryRow *r) {
    return param_has(c->form, str_fmt(c->arena, "figure-%lld", (long long)r->id));
}

// Saves one line as a draft where it differs from what this person last saved. Where another window was
// first, nothing is overwritten: the field gets both texts.
static void take(Ctx *c, const Entry *e, EntryField *f) {
    EntryTyped sent = entry_sent(c, f->row);
    bool changed = !entry_same(&sent, &f->typed);
    f->typed = sent;
    if (!changed || entry_save(c, e, f->row, &sent, version_sent(c, f->row))) return;
    f->clash = f->row->draft == NONE ? S("") : f->row->typed;
}

static size_t take_all(Ctx *c, const Entry *e, EntryPage *p) {
    size_t clashes = 0;
    for (size_t i = 0; i < p->len; i++) {
        if (!was_sent(c, p->field[i].row)) continue;
        take(c, e, &p->field[i]);
        clashes += p->field[i].clash.at != NULL;
    }
    return clashes;
}

static Str count_words(Ctx *c, size_t n, const char *one, const char *many) {
    return str_fmt(c->arena, "%zu %s", n, n == 1 ? one : many);
}

// Hands in every line that is typed, differs from what is held and passes; counts those and the ones that do
// not.
static void hand_in_all(Ctx *c, const Entry *e, EntryPage *p, size_t *ret_taken, size_t *ret_wrong) {
    for (size_t i = 0; i < p->len; i++) {
        EntryField *f = &p->field[i];
        EntryLine line = entry_line(f->row);
        if (!was_sent(c, f->row) || !entry_changes(c->arena, f->row, &f->typed)) continue;
        f->verdict = entry_check(c->arena, &line, &f->typed);
        if (f->verdict.blank) continue;
        if (f->verdict.wrong.at) ++*ret_wrong;
        else if (entry_hand_in(c, e, f->row, &f->typed, &f->verdict)) ++*ret_taken;
        else ++*ret_wrong;
    }
}

static Reply handed_in(Ctx *c, const Entry *e, size_t taken, size_t wrong) {
    Str address = entry_url(c, "figures", e).text;
    if (!wrong && !taken)
        return see_other_saying(c,
                                S("Nothing was handed in, for nothing has changed. What you typed is saved"),
                                "%.*s", STR_FMT(address));
    Str said =
        str_fmt(c->arena, "%.*s handed in", STR_FMT(count_words(c, taken, "figure was", "figures were")));
    if (!wrong) return see_other_saying(c, said, "%.*s", STR_FMT(address));
    Str rest = str_fmt(c->arena, "%.*s. %.*s, and saved as a draft", STR_FMT(said),
                       STR_FMT(count_words(c, wrong, "line needs mending", "lines need mending")));
    return see_other_saying(c, rest, "%.*s?check=1", STR_FMT(address));
}

Reply figures_send(Ctx *c) {
    Entry e;
    if (!entry_open(c, c->part[0], c->part[1], false, &e)) return status_page(c, 404);
    EntryPage p = fresh_page(c, &e);
    if (take_all(c, &e, &p)) return show(c, &e, &p);
    if (!str_eq(param(c->form, S("act")), S("hand-in")))
        return see_other_saying(c, S("Saved. Nobody else sees it until you hand it in"), "%.*s",
                                STR_FMT(entry_url(c, "figures", &e).text));
    size_t taken = 0, wrong = 0;
    hand_in_all(c, &e, &p, &taken, &wrong);
    return handed_in(c, &e, taken, wrong);
}

// The line that was sent; NONE: none, or several.
static int64_t line_sent(Ctx *c) {
    int64_t line = NONE, other;
    for (size_t i = 0; i < c->form.len; i++) {
        Str name = c->form.at[i].name, figure = S("figure-");
        if (!str_starts(name, figure)) continue;
        if (line != NONE || !str_int((Str){name.at + figure.len, name.len - figure.len}, &other)) return NONE;
        line = other;
    }
    return line;
}

// The same saving, asked for by the page's script as one types: answers which version each line now has.
Reply figures_draft(Ctx *c) {
    Entry e;
    if (!entry_open_line(c, c->part[0], c->part[1], line_sent(c), &e)) return status_page(c, 404);
    EntryPage p = fresh_page(c, &e);
    Buf out = {.arena = c->arena};
    Json j = {&out};
    json_open(&j, '[');
    for (size_t i = 0; i < p.len; i++) {
        EntryField *f = &p.field[i];
        if (!was_sent(c, f->row)) continue;
        EntryTyped before = f->typed;
        take(c, &e, f);
        bool saved = !f->clash.at && !entry_same(&before, &f->typed);
        json_open(&j, '{');
        json_key(&j, S("line")), json_int(&j, f->row->id);
        json_key(&j, S("version")), json_int(&j, saved ? (f->row->draft == NONE ? 1 : f->row->draft + 1)
                                                 : f->row->draft == NONE ? 0
                                                                         : f->row->draft);
        if (f->clash.at) json_key(&j, S("other")), json_str(&j, f->clash);
        json_close(&j, '}');
    }
    json_close(&j, ']');
    return text_reply(S("application/json"), buf_str(&out));
}

// The quarter as a sheet to fill in: what stands in it now, with what helps to fill it.
Reply figures_sheet(Ctx *c) {
    Entry e;
    if (!entry_open(c, c->part[0], c->part[1], false, &e)) return status_page(c, 404);
    static const Str head[] = {S("measure"),        S("title"), S("last figure"), S("figure"),
                               S("period covered"), S("count"), S("out of"),      S("note")};
    Buf out = {.arena = c->arena};
    for (size_t i = 0; i < COUNT(head); i++) csv_put(&out, head[i], i + 1 == COUNT(head));
    for (size_t i = 0; i < e.rows.len; i++) {
        const EntryRow *r = &e.rows.at[i];
        EntryTyped t = entry_typed(c->arena, r);
        Str cell[] = {r->code,     entry_name(c->arena, r), r->last, t.raw, t.covers,
                      t.numerator, t.denominator,           t.note};
        for (size_t k = 0; k < COUNT(cell); k++)
            csv_put(&out, cell[k].at ? cell[k] : S(""), k + 1 == COUNT(cell));
    }
    Reply reply = text_reply(S("text/csv; charset=utf-8"), buf_str(&out));
    reply.file_name =
        str_fmt(c->arena, "figures-%.*s-%.*s.csv", STR_FMT(e.year_part), STR_FMT(e.quarter_part));
    return reply;
}
