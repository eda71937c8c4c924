// The one door to a person's record, and the chronology. The decision is the view sight
// (schema/033_sight.sql); nothing here filters what a query has read.
#include "people/record.h"

#include "base/fold.h"
#include "people/record.html.h"

const Info info[] = {
    {"who", S("Who the person is"), S("Names, date of birth, address, family, languages and communication")},
    {"help", S("That help is being given"), S("Which services help, since when, and who to speak to")},
    {"contact", S("Contacts and referrals"), S("What was said to the front door, and what was decided")},
    {"assessment", S("The assessment"), S("Needs and strengths as written down with the family")},
    {"plan", S("The plan"), S("Actions, who does them, reviews and how it is going")},
    {"note", S("Notes and events"), S("Visits, calls, meetings and the chronology")},
    {"health", S("Health"), S("Health needs and what health services wrote")},
    {"view", S("The child's own words"),
     S("Wishes and feelings, what a parent wrote to the team, and what came of it")},
};
const size_t n_info = COUNT(info);

const Info *info_find(Str key) {
    for (size_t i = 0; i < n_info; i++)
        if (str_eq(str_from(info[i].key), key)) return &info[i];
    return NULL;
}

// Data Protection Act 2018, schedule 1 paragraph 18 and schedule 2; Children Act 1989, section 47.
const Choice bases[] = {
    {S("significant-harm"), S("A child is suffering or likely to suffer significant harm"),
     S("Safeguarding of children: asking would put a child at more risk, or was refused")},
    {S("vital"), S("Somebody's life or safety depends on it now"), {0}},
    {S("crime"), S("To prevent or detect a serious crime"), {0}},
    {S("court"), S("A court has ordered it"), {0}},
    {S("duty"), S("A law says that it must be shared"), S("Say which in the facts")},
};
const size_t n_bases = COUNT(bases);

static Str kinds_of(Arena *a, const WayList *ways) {
    Buf out = {.arena = a};
    buf_lit(&out, ",");
    for (size_t i = 0; i < ways->len; i++) {
        if (str_eq(ways->at[i].kind, S("*"))) return S("*");
        buf_put(&out, ways->at[i].kind);
        buf_lit(&out, ",");
    }
    return buf_str(&out);
}

// Whoever holds the child sees all of the record: no other way would add to that, so none is looked for.
Record *record_open(Ctx *c, int64_t person) {
    if (!c->actor.id) return NULL;
    const Person *p = NULL;
    WayList ways = {0};
    BadgeKeyList badges = {0};
    for (int round = 0; db_together(c->db, &round);) {
        p = person_shown(c->db, person);
        ways = ways_by_holding(c->db, c->actor.id, person, c->now);
        badges = badge_keys(c->db, person);
    }
    if (!p) return NULL;
    if (p->id != person || !ways.len)    // it is shown as another, or they do not hold the child
        ways = ways_to(c->db, c->actor.id, p->id, c->now);
    if (!ways.len) return NULL;
    if (p->id != person) badges = badge_keys(c->db, p->id);
    Record *r = arena_new(c->arena, Record, 1);
    *r = (Record){.person = p, .ways = ways, .badges = badges, .kinds = kinds_of(c->arena, &ways)};
    r->all = str_eq(r->kinds, S("*"));
    note_before_answer(c, "record.open", "person", p->id);
    return r;
}

bool record_shows(const Record *r, const char *kind) {
    if (r->all) return true;
    for (size_t i = 0; i < r->ways.len; i++)
        if (str_eq(r->ways.at[i].kind, str_from(kind))) return true;
    return false;
}

// ---- the chronology ---------------------------------------------------------------------------------------

static void index_words(Ctx *c, int64_t entry, Str text) {
    Str word;
    for (Str rest = text; fold_word(c->arena, &rest, &word);)
        if (word.len >= 2) entry_word_put(c->db, word, entry);
}

static int64_t id_or_none(int64_t id) { return id ? id : NONE; }

int64_t entry_add(Ctx *c, EntryNew e) {
    Str nature = e.nature ? str_from(e.nature) : S("fact");
    int64_t author = id_or_none(c->actor.id), agency = id_or_none(c->actor.agency);
    int64_t id = entry_put(c->db, e.person, id_or_none(e.episode), str_from(e.kind), str_from(e.what),
                           e.title, e.body, nature, e.source, e.happened_at ? e.happened_at : c->now, c->now,
                           author, agency, id_or_none(e.group), str_from(e.subject), id_or_none(e.subject_id),
                           id_or_none(e.replaces), e.significant);
    if (e.replaces > 0) entry_replaced(c->db, e.replaces);
    index_words(c, id, e.title);
    index_words(c, id, e.body);
    return id;
}

void hold_begin(Ctx *c, int64_t person, int64_t team, const char *subject, int64_t subject_id) {
    hold_put(c->db, person, team, str_from(subject), subject_id, c->now);
}

void hold_end(Ctx *c, int64_t team, const char *subject, int64_t subject_id) {
    hold_close(c->db, team, str_from(subject), subject_id, c->now);
}

// ---- words ------------------------------------------------------------------------------------------------

Html nothing(Ctx *c, Nothing which, Str what) {
    Buf out = {.arena = c->arena};
    record_nothing(&out, which, what);
    return html_trusted(buf_str(&out));    // trusted: a view made it
}

int age_years(const Person *p, Date today) {
    Date born;
    if (!p->born_on.at || !date_parse(p->born_on, &born) || born > today) return -1;
    int y, m, d, ty, tm, td;
    date_parts(born, &y, &m, &d);
    date_parts(today, &ty, &tm, &td);
    return ty - y - (tm < m || (tm == m && td < d));
}

static Str count_text(Arena *a, int n, const char *one) {
    return str_fmt(a, "%d %s%s", n, one, n == 1 ? "" : "s");
}

Str age_text(Arena *a, const Person *p, Date today) {
    Date born, due;
    int years = age_years(p, today);
    if (years >= 2) return count_text(a, years, "year");
    if (years >= 0) {
        date_parse(p->born_on, &born);
        int months = 0;
        while (date_add_months(born, months + 1) <= today) months++;
        return months ? count_text(a, months, "month") : count_text(a, (today - born) / 7, "week");
    }
    if (!p->due_on.at || !date_parse(p->due_on, &due)) return (Str){0};
    int weeks = (due - today) / 7;
    if (due < today) return S("due date has passed");
    return weeks ? str_fmt(a, "due in %s", str_c(a, count_text(a, weeks, "week"))) : S("due this week");
}
