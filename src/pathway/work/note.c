// A note or a visit: written once, for one child or for several of a family, with a paragraph left out on the
// record of whom it is not about. A change is a new row; the old one stays to be read.
#include "pathway/contact/contact.h"
#include "pathway/work/chronicle.h"

#include <inttypes.h>

#include "pathway/work/note.html.h"
#include "pathway/work/pages.h"

const Choice note_whats[] = {
    {S("note"), S("A note"), {0}},
    {S("visit"), S("A visit"), {0}},
    {S("call"), S("A telephone call"), {0}},
    {S("meeting"), S("A meeting"), {0}},
    {S("missed"), S("Not taken part: nobody in, or an appointment missed"), {0}},
};
const size_t n_note_whats = COUNT(note_whats);
const Choice note_natures[] = {
    {S("fact"), S("Fact"), S("Seen or done by whoever wrote it")},
    {S("opinion"), S("Opinion"), S("What somebody thinks it means")},
    {S("report"), S("Reported"), S("Heard from somebody, and not seen")},
};
const size_t n_note_natures = COUNT(note_natures);
const Choice note_kinds[] = {
    {S("note"), S("Notes and events"), S("Those who may see notes see it")},
    {S("health"), S("Health"), S("Only those who may see what is about health")},
};
const size_t n_note_kinds = COUNT(note_kinds);
static const Choice key_event[] = {{S("1"), S("This is a key event in the child’s life"), {0}}};

const Str left_out = S("[A part that is about somebody else is left out here.]");

typedef struct Note {
    Str what, day, time, title, body, nature, source, kind, significant, letter, others;
} Note;
static const Field fields[] = {
    {FIELD(Note, what), .label = S("What was it?"), .kind = RADIOS, .required = true, .choices = note_whats,
     .n_choices = COUNT(note_whats), .missing = S("Choose what it was")},
    {FIELD(Note, day), .label = S("Day it happened"), .kind = DATE, .required = true,
     .missing = S("Enter the day it happened")},
    {FIELD(Note, time), .label = S("Time it happened"), .hint = S("If it matters, such as 15:40"),
     .kind = TEXT, .max = 5, .width = 5},
    {FIELD(Note, title), .label = S("In one line"), .hint = S("Such as: Seen at home with her father"),
     .kind = TEXT, .required = true, .max = 160, .missing = S("Say in one line what happened")},
    {FIELD(Note, body), .label = S("What happened"),
     .hint = S("A paragraph for each thing: what is about one child alone can then be left out for another"),
     .kind = TEXTAREA, .max = 20000},
    {FIELD(Note, nature), .label = S("Seen, thought or heard?"), .kind = RADIOS, .required = true,
     .choices = note_natures, .n_choices = COUNT(note_natures),
     .missing = S("Choose whether it is a fact, an opinion or reported")},
    {FIELD(Note, source), .label = S("Who said or saw it"),
     .hint = S("By role, if it was not you: “Teaching assistant”"), .kind = TEXT, .max = 160},
    {FIELD(Note, kind), .label = S("Who may see it"), .kind = RADIOS, .required = true, .choices = note_kinds,
     .n_choices = COUNT(note_kinds), .missing = S("Choose who may see it")},
    {FIELD(Note, significant), .label = S("Key event"), .kind = CHECKBOXES, .choices = key_event,
     .n_choices = COUNT(key_event)},
    {FIELD(Note, letter), .label = S("To the child"),
     .hint = S("What you would want them to read, now or in ten years. You may leave it empty"),
     .kind = TEXTAREA, .max = 8000},
    {FIELD(Note, others), .label = S("Write it for others of the family too"), .kind = CHECKBOXES},
};
enum { FIELD_OTHERS = COUNT(fields) - 1, MEND_FIELDS = COUNT(fields) - 2 };
static const Form add_form = {S("Add a note or visit"), S("Go on"), fields, COUNT(fields)};
static const Form alone_form = {S("Add a note or visit"), S("Write it down"), fields, COUNT(fields) - 1};
static const Form mend_form = {S("Mend what was written"), S("Save"), fields, MEND_FIELDS};

Paragraphs paragraphs(Arena *a, Str text) {
    Paragraphs p = {.at = arena_new(a, Str, text.len / 2 + 1)};
    for (Str rest = text; rest.at;) {
        Str one = str_trim(str_cut(&rest, S("\n\n")));
        if (one.len) p.at[p.len++] = one;
    }
    return p;
}

static Choices relatives_to_choose(Ctx *c, const Record *r) {
    RelativeList all = relatives(c->db, r->person->id, c->actor.id, c->now);
    Choice *at = arena_new(c->arena, Choice, all.len);
    for (size_t i = 0; i < all.len; i++)
        at[i] = (Choice){.value = str_fmt(c->arena, "%" PRId64, all.at[i].id), .label = all.at[i].name};
    return (Choices){all.len, at};
}

// "15:40" as minutes after midnight; -1: no such time.
static int minutes_of(Str time) {
    Str rest = time, hours = str_cut(&rest, S(":"));
    int64_t h = 0, m = 0;
    if (!str_int(hours, &h) || !rest.at || rest.len != 2 || !str_int(rest, &m)) return -1;
    return h < 0 || h > 23 || m < 0 || m > 59 ? -1 : (int)(h * 60 + m);
}

// When it happened, as typed; a sentence in the form when that cannot be. Without a time it is noon, or now
// when it was today before noon.
static Instant happened(Ctx *c, Filled *f, const Note *in) {
    Date day;
    int minutes = in->time.len ? minutes_of(in->time) : 12 * 60;
    if (minutes < 0) form_wrong(f, "time", S("Enter the time as hours and minutes, such as 15:40"));
    if (f->n_errors || !date_parse(in->day, &day)) return c->now;
    Instant at = instant_at(day, minutes);
    if (at > c->now && !in->time.len && day == c->today) return c->now;
    if (at > c->now)
        form_wrong(f, day > c->today ? "day" : "time",
                   S("This has not happened yet: enter a time that is past"));
    return at;
}

// The form, over and over until it holds. The writing is for those who may see notes.
static const Record *writer_of(Ctx *c) {
    const Record *r = record_open(c, part_int(c, 0));
    return r && record_shows(r, "note") ? r : NULL;
}

static Reply not_yours(Ctx *c) {
    Record *r = record_open(c, part_int(c, 0));
    return r ? status_page(c, 403) : record_refused(c, part_int(c, 0));
}

static Reply note_page(Ctx *c, const Record *r, const Filled *f, Str action) {
    Buf out = {.arena = c->arena};
    note_view(&out, c, f, action);
    if (may(c->actor, CONTACT_RAISE)) immediate_panel(&out, c, immediate_signs(c->db), r->person);
    Reply reply = record_page(c, r, "chronology", f->form->title, &out);
    reply.status = f->n_errors ? 422 : 200;
    return reply;
}

// The last question is asked only where somebody of the family is there to be chosen.
static Filled blank_note(Ctx *c, const Record *r, const Note *in) {
    Choices near = relatives_to_choose(c, r);
    Filled f = form_blank(near.len ? &add_form : &alone_form, in);
    if (near.len) f.choices[FIELD_OTHERS] = near;
    return f;
}

Reply note_new(Ctx *c) {
    const Record *r = writer_of(c);
    if (!r) return not_yours(c);
    Note in = {
        .day = date_iso(c->arena, c->today), .nature = S("fact"), .kind = S("note"), .what = S("note")};
    Filled f = blank_note(c, r, &in);
    return note_page(c, r, &f, c->path);
}

// ---- for several children ---------------------------------------------------------------------------------

static Str box_name(Arena *a, size_t paragraph, Str person) {
    return str_fmt(a, "p%zu-%.*s", paragraph, STR_FMT(person));
}

// The text as it stands on one person's record: paragraphs not ticked for them are left out, and it says so.
static Str body_for(Ctx *c, Str body, Str person, bool sieved) {
    if (!sieved) return body;
    Paragraphs p = paragraphs(c->arena, body);
    Buf out = {.arena = c->arena};
    for (size_t i = 0; i < p.len; i++) {
        if (out.len) buf_lit(&out, "\n\n");
        buf_put(&out, param_has(c->form, box_name(c->arena, i, person)) ? p.at[i] : left_out);
    }
    return buf_str(&out);
}

static int64_t write_one(Ctx *c, const Note *in, int64_t person, Str body, Instant at, int64_t group) {
    int64_t id = entry_add(c, (EntryNew){.person = person,
                                         .episode = NONE,
                                         .kind = str_c(c->arena, in->kind),
                                         .what = str_c(c->arena, in->what),
                                         .title = in->title,
                                         .body = body.len ? body : (Str){0},
                                         .nature = str_c(c->arena, in->nature),
                                         .source = in->source.len ? in->source : (Str){0},
                                         .happened_at = at,
                                         .group = group,
                                         .significant = str_eq(in->significant, S("1"))});
    access_audit(c, "entry.add", "person", person, (Str){0});
    return id;
}

static void write_all(Ctx *c, const Record *r, const Note *in, Instant at, bool sieved) {
    Str me = str_fmt(c->arena, "%" PRId64, r->person->id);
    int64_t first = write_one(c, in, r->person->id, body_for(c, in->body, me, sieved), at, NONE);
    if (in->letter.len) letter_put(c->db, first, in->letter);
    for (Str rest = in->others; rest.len;) {
        int64_t person = NONE;
        Str key = str_cut(&rest, S(","));
        if (str_int(key, &person)) write_one(c, in, person, body_for(c, in->body, key, sieved), at, first);
    }
}

static bool among(Str list, Str value) {
    while (list.len)
        if (str_eq(str_cut(&list, S(",")), value)) return true;
    return false;
}

// What was sent, to be sent again: every value of the form but its token.
static Hidden *carried(Ctx *c, size_t *ret_n) {
    Hidden *h = arena_new(c->arena, Hidden, c->form.len);
    for (size_t i = 0; i < c->form.len; i++)
        if (!str_eq(c->form.at[i].name, S(CSRF_FIELD)))
            h[(*ret_n)++] = (Hidden){c->form.at[i].name, c->form.at[i].value};
    return h;
}

static Reply ask_for_whom(Ctx *c, const Record *r, const Filled *f, const Note *in) {
    SievePerson *people = arena_new(c->arena, SievePerson, in->others.len + 2);
    size_t n = 0;
    people[n++] = (SievePerson){str_fmt(c->arena, "%" PRId64, r->person->id), r->person->name};
    const Choices *near = &f->choices[FIELD_OTHERS];
    for (size_t i = 0; i < near->len; i++)
        if (among(in->others, near->at[i].value))
            people[n++] = (SievePerson){near->at[i].value, near->at[i].label};
    size_t n_values = 0;
    const Hidden *values = carried(c, &n_values);
    Buf out = {.arena = c->arena};
    sieve_view(&out, c, values, n_values, paragraphs(c->arena, in->body), people, n);
    return record_page(c, r, "chronology", S("What stands on whose record"), &out);
}

Reply note_save(Ctx *c) {
    const Record *r = writer_of(c);
    if (!r) return not_yours(c);
    Note in = {0};
    Filled f = blank_note(c, r, NULL);
    form_take(c, &f, &in);
    Instant at = happened(c, &f, &in);
    if (f.n_errors) return note_page(c, r, &f, c->path);
    bool sieved = param_has(c->form, S("sieved"));
    if (in.others.len && in.body.len && !sieved) return ask_for_whom(c, r, &f, &in);
    write_all(c, r, &in, at, sieved);
    return see_other_saying(c, S("It is written down"), "/work/people/%" PRId64 "/chronology", r->person->id);
}

// ---- mending ----------------------------------------------------------------------------------------------

// The row as it stands, if this actor wrote it and nothing newer stands in its place.
static const Entry *mended(Ctx *c, const Record *r, const EntryKeys **ret_keys) {
    const Entry *n = chronicle_entry(c->db, part_int(c, 1), r->person->id, c->actor.id, c->now);
    const EntryKeys *k = *ret_keys = n ? entry_keys(c->db, n->id) : NULL;
    bool mine = k && k->author_id == c->actor.id && k->subject_id == NONE;
    return mine ? n : NULL;
}

static Str time_of(Arena *a, Instant t) {
    int m = instant_minutes(t);
    return str_fmt(a, "%02d:%02d", m / 60, m % 60);
}

static Str mend_path(Ctx *c, const Record *r, const Entry *n) {
    return str_fmt(c->arena, "/work/people/%" PRId64 "/chronology/%" PRId64 "/edit", r->person->id, n->id);
}

Reply note_edit(Ctx *c) {
    const Record *r = writer_of(c);
    const EntryKeys *keys = NULL;
    const Entry *n = r ? mended(c, r, &keys) : NULL;
    if (!r) return not_yours(c);
    if (!n) return status_page(c, 404);
    Note in = {.what = n->what,
               .day = date_iso(c->arena, date_of(n->happened_at)),
               .time = time_of(c->arena, n->happened_at),
               .title = n->title,
               .body = n->body,
               .nature = n->nature,
               .source = n->source,
               .kind = n->kind,
               .significant = n->significant ? S("1") : S("")};
    Filled f = form_blank(&mend_form, &in);
    return note_page(c, r, &f, mend_path(c, r, n));
}

static void write_mended(Ctx *c, int64_t old, const EntryKeys *keys, const Note *in, Instant at) {
    int64_t id = entry_add(c, (EntryNew){.person = keys->person_id,
                                         .episode = NONE,
                                         .kind = str_c(c->arena, in->kind),
                                         .what = str_c(c->arena, in->what),
                                         .title = in->title,
                                         .body = in->body.len ? in->body : (Str){0},
                                         .nature = str_c(c->arena, in->nature),
                                         .source = in->source.len ? in->source : (Str){0},
                                         .happened_at = at,
                                         .group = keys->group_id,
                                         .replaces = old,
                                         .significant = str_eq(in->significant, S("1"))});
    Str words = letter_of(c->db, old);
    if (words.len) letter_put(c->db, id, words);
    access_audit(c, "entry.mend", "person", keys->person_id, (Str){0});
}

Reply note_mend(Ctx *c) {
    const Record *r = writer_of(c);
    const EntryKeys *keys = NULL;
    const Entry *n = r ? mended(c, r, &keys) : NULL;
    if (!r) return not_yours(c);
    if (!n) return status_page(c, 404);
    Note in = {0};
    Filled f = form_blank(&mend_form, NULL);
    form_take(c, &f, &in);
    Instant at = happened(c, &f, &in);
    if (keys->replaced)
        form_wrong(&f, "body", S("This was mended meanwhile. Open the newest version, and mend that"));
    if (f.n_errors) return note_page(c, r, &f, mend_path(c, r, n));
    write_mended(c, n->id, keys, &in, at);
    return see_other_saying(c, S("It is mended. What it said before can still be read"),
                            "/work/people/%" PRId64 "/chronology/%" PRId64, r->person->id, n->id);
}
