// The chronology of one person: of everything that every agency wrote down, what this actor may see, sieved
// and printed. What is asked for is posted, so that no word of it stands in an address.
#include "pathway/work/chronicle.h"

#include <inttypes.h>

#include "pathway/work/chronicle.html.h"
#include "pathway/work/pages.h"

static Str asked(const Ctx *c, Str name) {
    Str s = str_trim(param(c->form, name));
    return s.len ? s : (Str){0};
}

static Asks asks_of(const Ctx *c) {
    Asks a = {.kind = asked(c, S("kind")),
              .what = asked(c, S("what")),
              .nature = asked(c, S("nature")),
              .agency = asked(c, S("agency")),
              .words = asked(c, S("words")),
              .since = asked(c, S("since")),
              .until = asked(c, S("until")),
              .marked = asked(c, S("marked")),
              .all = asked(c, S("all")),
              .before_at = NONE,
              .before_id = NONE};
    str_int(asked(c, S("before-at")), &a.before_at);
    str_int(asked(c, S("before-id")), &a.before_id);
    const Str any[] = {a.kind, a.what, a.nature, a.agency, a.words, a.since, a.until, a.marked};
    for (size_t i = 0; i < COUNT(any); i++) a.some |= any[i].at != NULL;
    return a;
}

// The beginning of a day that was typed; NONE when none was, and a sentence when it is no day.
static Instant day_asked(Str iso, int days_on, Str what, Str *ret_wrong, Arena *a) {
    Date d;
    if (!iso.at) return NONE;
    if (date_parse(iso, &d)) return instant_at(date_add_days(d, days_on), 0);
    *ret_wrong = str_fmt(a, "%.*s must be a day, such as 2014-07-02", STR_FMT(what));
    return NONE;
}

static void read_entries(Ctx *c, Chronicle *ch) {
    const Asks *a = &ch->asks;
    int64_t person = ch->record->person->id, agency = NONE, most = a->all.at ? CHRONICLE_ALL : CHRONICLE_PAGE;
    Instant since = day_asked(a->since, 0, S("From"), &ch->wrong, c->arena);
    Instant until = day_asked(a->until, 1, S("To"), &ch->wrong, c->arena);
    str_int(a->agency, &agency);
    Words3 w = words_of(c->arena, a->words);
    if (a->words.at && !w.at[0].at) ch->wrong = S("Words: enter at least one word of two letters or more");
    if (ch->wrong.at) return;
    Str kinds = ch->record->kinds;
    if (!a->some && a->before_at == NONE) {
        ch->entries = entries_latest(c->db, person, kinds, most + 1);
        entries_in_order(&ch->entries, (size_t)most + 1);
    } else {
        ch->entries =
            chronicle(c->db, person, kinds, a->kind, a->what, a->nature, agency, since, until,
                      a->marked.at != NULL, w.at[0], w.at[1], w.at[2], a->before_at, a->before_id, most + 1);
    }
    ch->more = ch->entries.len > (size_t)most;
    if (ch->more) ch->entries.len = (size_t)most;
}

// "Health, The plan": what this actor is not shown, whether there is any of it or not.
static Str unseen(Arena *a, const Record *r) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < n_info; i++) {
        if (record_shows(r, info[i].key) || !strcmp(info[i].key, "who") || !strcmp(info[i].key, "help"))
            continue;
        if (out.len) buf_lit(&out, ", ");
        buf_put(&out, info[i].name);
    }
    return buf_str(&out);
}

static Choices agencies_of(Ctx *c, const Record *r) {
    WriterList all = chronicle_agencies(c->db, r->person->id, r->kinds);
    Choice *at = arena_new(c->arena, Choice, all.len);
    for (size_t i = 0; i < all.len; i++)
        at[i] = (Choice){.value = str_fmt(c->arena, "%" PRId64, all.at[i].id), .label = all.at[i].name};
    return (Choices){all.len, at};
}

Reply chronicle_show(Ctx *c) {
    int64_t id = part_int(c, 0);
    const Record *r = record_open(c, id);
    if (!r) return record_refused(c, id);
    Chronicle ch = {
        .record = r, .asks = asks_of(c), .may_write = record_shows(r, "note"), .unseen = unseen(c->arena, r)};
    for (int round = 0; db_together(c->db, &round);) {
        read_entries(c, &ch);
        ch.agencies = agencies_of(c, r);
    }
    Buf out = {.arena = c->arena};
    chronicle_view(&out, c, &ch);
    return record_page(c, r, "chronology", S("Chronology"), &out);
}

// ---- one row, and what it said before ---------------------------------------------------------------------

static bool may_mend(Ctx *c, int64_t id) {
    const EntryKeys *k = entry_keys(c->db, id);
    return k && k->author_id == c->actor.id && k->subject_id == NONE;
}

static Versions versions_of(Ctx *c, const Record *r, int64_t id) {
    Versions v = {.record = r, .at.at = arena_new(c->arena, Entry, 100)};
    int64_t person = r->person->id;
    for (int64_t newer; (newer = chronicle_newer(c->db, id)) != NONE;) id = newer;
    for (; id != NONE && v.at.len < 100;) {
        const Entry *n = chronicle_entry(c->db, id, person, c->actor.id, c->now);
        if (!n) break;
        v.at.at[v.at.len++] = *n;
        id = n->replaces_id;
    }
    if (!v.at.len) return v;
    v.others = chronicle_with(c->db, v.at.at[0].id, c->actor.id, c->now);
    v.letter = letter_of(c->db, v.at.at[0].id);
    v.may_mend = may_mend(c, v.at.at[0].id);
    return v;
}

Reply chronicle_one(Ctx *c) {
    const Record *r = record_open(c, part_int(c, 0));
    if (!r) return record_refused(c, part_int(c, 0));
    Versions v = versions_of(c, r, part_int(c, 1));
    if (!v.at.len) return status_page(c, 404);
    Buf out = {.arena = c->arena};
    versions_view(&out, c, &v);
    return record_page(c, r, "chronology", v.at.at[0].title, &out);
}

Reply chronicle_letters(Ctx *c) {
    const Record *r = record_open(c, part_int(c, 0));
    if (!r) return record_refused(c, part_int(c, 0));
    Buf out = {.arena = c->arena};
    letters_view(&out, c, r, letters(c->db, r->person->id, r->kinds));
    return record_page(c, r, "chronology", S("Written to the child"), &out);
}
