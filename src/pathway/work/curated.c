// A chronology for a court or a conference: picked by hand from the automatic one, with remarks, and with
// words kept back where there is a reason. Finished, it is frozen: a copy that nothing written later changes.
#include "pathway/work/curated.h"

#include <inttypes.h>
#include <sodium.h>

#include "pathway/work/curated.html.h"
#include "pathway/work/pages.h"
#include "people/share/share.h"

const Choice curated_purposes[3] = {
    {S("court"), S("A court"), S("Family court proceedings")},
    {S("conference"), S("A conference"), S("A child protection or review conference")},
    {S("other"), S("Something else"), S("Say what in the title")},
};

typedef struct New {
    Str title, purpose, since, until, by;
} New;
static const Field new_fields[] = {
    {FIELD(New, title), .label = S("What is it called?"),
     .hint = S("Such as: Chronology for the first hearing"), .kind = TEXT, .required = true, .max = 160,
     .missing = S("Enter what it is called")},
    {FIELD(New, purpose), .label = S("For whom is it made?"), .kind = RADIOS, .required = true,
     .choices = curated_purposes, .n_choices = COUNT(curated_purposes),
     .missing = S("Choose for whom it is made")},
    {FIELD(New, since), .label = S("From"), .hint = S("Leave it empty to begin at the beginning"),
     .kind = DATE},
    {FIELD(New, until), .label = S("To"), .hint = S("Leave it empty to go on until it is finished"),
     .kind = DATE},
    {FIELD(New, by), .label = S("By when is it wanted?"), .kind = DATE, .required = true,
     .missing = S("Enter the day by which it is wanted")},
};
static const Form new_form = {S("Make a chronology"), S("Go on and pick"), new_fields, COUNT(new_fields)};

static const Choice keeps_back[] = {{S("1"), S("Keep the words of this row back"), {0}}};
typedef struct Remark {
    Str comment, redact, why;
} Remark;
static const Field remark_fields[] = {
    {FIELD(Remark, comment), .label = S("Your remark"), .hint = S("Printed beside the row, as yours"),
     .kind = TEXTAREA, .max = 2000},
    {FIELD(Remark, redact), .label = S("Redaction"), .kind = CHECKBOXES, .choices = keeps_back,
     .n_choices = COUNT(keeps_back)},
    {FIELD(Remark, why), .label = S("Why they are kept back"),
     .hint = S("Printed in their place, such as: About another child"), .kind = TEXT, .max = 300},
};
static const Form remark_form = {S("Remark on a row, or keep it back"), S("Save"), remark_fields,
                                 COUNT(remark_fields)};

Str curated_purpose_text(Str key) {
    for (size_t i = 0; i < COUNT(curated_purposes); i++)
        if (str_eq(curated_purposes[i].value, key)) return curated_purposes[i].label;
    return key;
}

static Str day_or(Arena *a, Str iso, Str otherwise) { return iso.at ? day_text(a, iso) : otherwise; }

Str curated_period(Arena *a, const Curated *k) {
    Str end = k->finished_at == NONE ? S("now") : date_text(a, date_of(k->finished_at));
    return str_fmt(a, "%.*s to %.*s", STR_FMT(day_or(a, k->since_on, S("The beginning"))),
                   STR_FMT(day_or(a, k->until_on, end)));
}

// ---- what was frozen --------------------------------------------------------------------------------------

static void hash_text(crypto_generichash_state *h, Str s) {
    uint64_t len = s.at ? s.len : UINT64_MAX;
    crypto_generichash_update(h, (const uint8_t *)&len, sizeof len);
    if (s.len) crypto_generichash_update(h, (const uint8_t *)s.at, s.len);
}

Str curated_hash(Arena *a, CuratedLineList lines) {
    crypto_generichash_state h;
    uint8_t hash[32];
    crypto_generichash_init(&h, NULL, 0, sizeof hash);
    for (size_t i = 0; i < lines.len; i++) {
        const CuratedLine *l = &lines.at[i];
        hash_text(&h,
                  str_fmt(a, "%" PRId64 " %" PRId64 " %" PRId64, l->number, l->happened_at, l->written_at));
        const Str texts[] = {l->kind,   l->what,   l->nature, l->title,   l->body,
                             l->source, l->author, l->agency, l->comment, l->redacted_why};
        for (size_t k = 0; k < COUNT(texts); k++) hash_text(&h, texts[k]);
    }
    crypto_generichash_final(&h, hash, sizeof hash);
    return str_hex(a, hash, sizeof hash);
}

// ---- the list ---------------------------------------------------------------------------------------------

static Reply form_on(Ctx *c, const Record *r, const Filled *f, const CuratedRow *row) {
    Buf out = {.arena = c->arena};
    curated_form_view(&out, c, f, row);
    Reply reply = record_page(c, r, "chronology", f->form->title, &out);
    reply.status = f->n_errors ? 422 : 200;
    return reply;
}

Reply curated_list(Ctx *c) {
    const Record *r = record_open(c, part_int(c, 0));
    if (!r) return record_refused(c, part_int(c, 0));
    Buf out = {.arena = c->arena};
    curated_list_view(&out, c, r, record_holds(r), curated_of(c->db, r->person->id, c->actor.id, c->now));
    return record_page(c, r, "chronology", S("For court or conference"), &out);
}

static const Record *held(Ctx *c, int64_t person, Reply *ret_no) {
    const Record *r = record_open(c, person);
    if (r && record_holds(r)) return r;
    *ret_no = r ? status_page(c, 403) : record_refused(c, person);
    return NULL;
}

static void check_days(Ctx *c, Filled *f, const New *in) {
    Date from = DATE_NONE, to = DATE_NONE, by = DATE_NONE;
    date_parse(in->since, &from), date_parse(in->until, &to), date_parse(in->by, &by);
    if (from != DATE_NONE && to != DATE_NONE && to < from)
        form_wrong(f, "until", S("This day is before the first one: enter the same day or a later one"));
    if (by != DATE_NONE && by < c->today)
        form_wrong(f, "by", S("This day is past: enter today or a later one"));
}

static Str or_null(Str s) { return s.len ? s : (Str){0}; }

static Reply beginning(Ctx *c, bool save) {
    Reply no;
    const Record *r = held(c, part_int(c, 0), &no);
    if (!r) return no;
    New in = {0};
    Filled f = form_blank(&new_form, NULL);
    if (save) form_take(c, &f, &in), check_days(c, &f, &in);
    if (!save || f.n_errors) return form_on(c, r, &f, NULL);
    int64_t id = curated_put(c->db, r->person->id, NONE, 1, in.title, in.purpose, or_null(in.since),
                             or_null(in.until), c->actor.id, c->now, in.by);
    access_audit(c, "chronology.begin", "chronology", id, (Str){0});
    return see_other(c, "/work/chronologies/%" PRId64 "/pick", id);
}

Reply curated_new(Ctx *c) { return beginning(c, false); }
Reply curated_new_save(Ctx *c) { return beginning(c, true); }

// ---- one of them ------------------------------------------------------------------------------------------

// A draft is for those who hold the record. A finished one is whole or closed: nobody sees a part of it.
static bool bundle_open(Ctx *c, Bundle *ret, Reply *ret_no) {
    const Curated *k = curated_find(c->db, part_int(c, 0), c->actor.id, c->now);
    *ret_no = status_page(c, 404);
    if (!k) return false;
    const Record *r = record_open(c, k->one_id);
    *ret_no = r ? status_page(c, 403) : record_refused(c, k->one_id);
    if (!r) return false;
    *ret = (Bundle){.record = r, .at = k, .holds = record_holds(r), .next = NONE};
    return k->finished_at == NONE ? ret->holds : !k->unseen && record_shows(r, "note");
}

static bool draft_open(Ctx *c, Bundle *ret, Reply *ret_no) {
    if (!bundle_open(c, ret, ret_no)) return false;
    if (ret->holds && ret->at->finished_at == NONE) return true;
    *ret_no = status_page(c, ret->holds ? 409 : 403);
    return false;
}

static void read_draft(Ctx *c, Bundle *b) {
    b->rows = curated_rows(c->db, b->at->id, b->record->person->id, c->actor.id, c->now);
    b->left = curated_count(c->db, b->at->id) - (int64_t)b->rows.len;
}

static void read_finished(Ctx *c, Bundle *b) {
    b->lines = curated_lines(c->db, b->at->id);
    b->whole = str_eq(curated_hash(c->arena, b->lines), b->at->hash);
    b->next = curated_next(c->db, b->at->id);
    b->later = curated_later(c->db, b->at->id, b->record->person->id, c->actor.id, c->now);
}

static Reply bundle_page(Ctx *c, const Bundle *b, int status) {
    Buf out = {.arena = c->arena};
    if (b->at->finished_at == NONE)
        curated_draft_view(&out, c, b);
    else
        curated_frozen_view(&out, c, b);
    Str name = b->record->person->name;
    Page p = {.title = str_fmt(c->arena, "%.*s – %.*s", STR_FMT(b->at->title), STR_FMT(name)),
              .crumbs = {{S("Work"), {S("/work")}},
                         {name, url_path(c->arena, "/work/people/%lld", (long long)b->record->person->id)}},
              .error = b->wrong.at,
              .no_index = true};
    return page_status(c, status, p, &out);
}

Reply curated_show(Ctx *c) {
    Bundle b = {0};
    Reply no;
    if (!bundle_open(c, &b, &no)) return no;
    if (b.at->finished_at == NONE)
        read_draft(c, &b);
    else
        read_finished(c, &b);
    return bundle_page(c, &b, 200);
}

// ---- picking ----------------------------------------------------------------------------------------------

static Instant bound(Str iso, int days_on) {
    Date d;
    return iso.at && date_parse(iso, &d) ? instant_at(date_add_days(d, days_on), 0) : NONE;
}

static void read_choices(Ctx *c, Bundle *b) {
    b->rows = curated_choices(c->db, b->at->id, b->record->person->id, c->actor.id, c->now,
                              bound(b->at->since_on, 0), bound(b->at->until_on, 1), CURATED_MOST);
}

Reply curated_pick_show(Ctx *c) {
    Bundle b = {0};
    Reply no;
    if (!draft_open(c, &b, &no)) return no;
    read_choices(c, &b);
    Buf out = {.arena = c->arena};
    curated_pick_view(&out, c, &b);
    return record_page(c, b.record, "chronology", S("Pick what goes in"), &out);
}

// What the page offered and is not ticked goes out again; what it did not offer stays.
Reply curated_pick_save(Ctx *c) {
    Bundle b = {0};
    Reply no;
    if (!draft_open(c, &b, &no)) return no;
    read_choices(c, &b);
    for (size_t i = 0; i < b.rows.len; i++) {
        const CuratedRow *r = &b.rows.at[i];
        Str name = str_fmt(c->arena, "entry-%" PRId64, r->entry_id);
        bool wanted = param(c->form, name).len;
        if (wanted && r->row_id == NONE) curated_pick(c->db, b.at->id, r->entry_id, c->actor.id, c->now);
        if (!wanted && r->row_id != NONE) curated_drop(c->db, r->row_id, b.at->id);
    }
    return see_other_saying(c, S("What you picked is kept"), "/work/chronologies/%" PRId64, b.at->id);
}

static const CuratedRow *row_of(const Bundle *b, int64_t id) {
    for (size_t i = 0; i < b->rows.len; i++)
        if (b->rows.at[i].row_id == id) return &b->rows.at[i];
    return NULL;
}

static Reply remarking(Ctx *c, bool save) {
    Bundle b = {0};
    Reply no;
    if (!draft_open(c, &b, &no)) return no;
    read_draft(c, &b);
    const CuratedRow *r = row_of(&b, part_int(c, 1));
    if (!r) return status_page(c, 404);
    Remark in = {
        .comment = r->comment, .redact = r->redacted_why.at ? S("1") : S(""), .why = r->redacted_why};
    Filled f = form_blank(&remark_form, &in);
    if (save) form_take(c, &f, &in);
    if (save && in.redact.len && !in.why.len)
        form_wrong(&f, "why", S("Say why the words are kept back: it is printed in their place"));
    if (!save || f.n_errors) return form_on(c, b.record, &f, r);
    curated_remark(c->db, r->row_id, b.at->id, or_null(in.comment), in.redact.len ? in.why : (Str){0});
    return see_other_saying(c, S("The remark is kept"), "/work/chronologies/%" PRId64, b.at->id);
}

Reply curated_remark_show(Ctx *c) { return remarking(c, false); }
Reply curated_remark_save(Ctx *c) { return remarking(c, true); }

// ---- finishing, and the next version ----------------------------------------------------------------------

static void say_in_chronology(Ctx *c, const Bundle *b, Str title) {
    entry_add(c, (EntryNew){.person = b->record->person->id,
                            .kind = "note",
                            .what = "chronology",
                            .title = title,
                            .subject = "chronology",
                            .subject_id = b->at->id});
}

Reply curated_finish_now(Ctx *c) {
    Bundle b = {0};
    Reply no;
    if (!draft_open(c, &b, &no)) return no;
    read_draft(c, &b);
    if (!b.rows.len) {
        b.wrong = S("Nothing is picked yet: pick at least one row before you finish it");
        return bundle_page(c, &b, 422);
    }
    for (size_t i = 0; i < b.rows.len; i++)
        curated_freeze_row(c->db, b.at->id, b.rows.at[i].row_id, (int64_t)i + 1);
    Str hash = curated_hash(c->arena, curated_lines(c->db, b.at->id));
    if (curated_finish(c->db, b.at->id, c->now, c->actor.id, hash) != 1) return status_page(c, 409);
    Str purpose = curated_purpose_text(b.at->purpose);
    say_in_chronology(c, &b, str_fmt(c->arena, "A chronology was finished: %.*s", STR_FMT(purpose)));
    access_audit(c, "chronology.finish", "chronology", b.at->id,
                 str_fmt(c->arena, "{\"hash\":\"%.*s\"}", STR_FMT(hash)));
    return see_other_saying(c, S("It is finished, and can no longer be changed"),
                            "/work/chronologies/%" PRId64, b.at->id);
}

Reply curated_again(Ctx *c) {
    Bundle b = {0};
    Reply no;
    if (!bundle_open(c, &b, &no)) return no;
    if (!b.holds) return status_page(c, 403);
    int64_t next = curated_next(c->db, b.at->id);
    if (b.at->finished_at == NONE) return status_page(c, 409);
    if (next != NONE) return see_other(c, "/work/chronologies/%" PRId64, next);
    int64_t first = b.at->first_id == NONE ? b.at->id : b.at->first_id, person = b.record->person->id;
    Str by = date_iso(c->arena, date_add_days(c->today, 14));
    int64_t id = curated_put(c->db, person, first, b.at->version + 1, b.at->title, b.at->purpose,
                             b.at->since_on, b.at->until_on, c->actor.id, c->now, by);
    curated_copy(c->db, b.at->id, id, person, c->actor.id, c->actor.id, c->now, c->now);
    access_audit(c, "chronology.begin", "chronology", id, (Str){0});
    return see_other_saying(c, S("The next version is begun with the rows of the one before"),
                            "/work/chronologies/%" PRId64 "/pick", id);
}
