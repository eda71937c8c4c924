// Rows made from the schema alone. What stands in a table of its own here is what a schema cannot say: which
// rows decide who may see (the model makes those), which texts are keys of the program, and what kind of
// information a table holds.
#include "planted.h"

#include <inttypes.h>
#include <stdio.h>

#include "people/find/find.h"
#include "people/record.h"

enum { FIRST_ID = 7000, LETTERS = 26 };

// Made by the model: they decide who sees what, or are made from other rows.
static const char *const made[] = {"person",         "seal_open",    "episode", "hold",         "consent",
                                   "consent_agency", "consent_kind", "sharing", "sharing_kind", "seat",
                                   "glass",          "conflict",     "tie",     "entry",        "entry_word",
                                   "find_card",      "find_post",    "todo"};

// A key of the program, no text of anybody's. A value: what is put there, as SQL; NULL: what stands there.
static const struct {
    const char *table, *column, *value;
} keys[] = {
    {"episode", "close_reason", NULL},
    {"hold", "subject", NULL},
    {"consent_kind", "kind", NULL},
    {"sharing_kind", "kind", NULL},
    {"sharing", "basis", NULL},
    {"tie", "kind", NULL},
    {"entry", "kind", NULL},
    {"entry", "what", NULL},
    {"entry", "subject", NULL},
    {"curated_line", "kind", "'note'"},
    {"curated_line", "what", "'note'"},
    {"curated", "hash", "'00'"},
    {"referral_part", "key", "'why'"},
    {"caf_sample", "seed", "'00'"},
    {"absentee_list", "title", "'Autumn'"},
    {"curated_line", "redacted_why", "null"},
    {"entry_word", "word", NULL},
    {"person_address", "postcode", "'NG7 2AB'"},
    {"find_card", "card", NULL},
    {"todo", "kind", NULL},
    {"todo", "what", NULL},                // the words of other rows, and theirs the secret
    {"clock", "subject", "'review'"},
    {"child_view", "subject", "'review'"},
    {"transition", "kind", "'school'"},
    {"person_group", "grp", "'in-care'"},
    {"answer", "question", "'reasons_words'"},
    {"answer", "tab", "'a page'"},
    {"answer_clash", "tab", "'a page'"},
    {"answer", "source", "null"},
    {"answer_revision", "source", "null"},
    {"section_owner", "section", "'why'"},
    {"assessment_event", "what", "'completed'"},
    {"assessment_gate", "seen", "null"},
    {"receipt", "kinds", "'who'"},
    {"receipt", "version", "'00'"},
    {"evidence", "what", "'asset'"},
};

// Values that no rule about columns makes.
static const struct {
    const char *table, *column, *value;
} values[] = {
    {"sheet", "version_id",
     "(select min(v.id) from questionnaire_version v join questionnaire q on q.id = "
     "v.questionnaire_id where q.key = 'caf')"},
    {"receipt", "subject", "'consent'"},
    {"curated", "first_id", "null"},
    // The child is asked to each meeting, and took nothing back.
    {"meeting_guest", "who", "'child'"},
    {"meeting_wish", "taken_at", "null"},
};

// What kind of information a table's texts are; a step's own words of the child are theirs.
static const struct {
    char is;
    const char *tables;
} homes[] = {
    {'n', " person person_name "},
    {'0', " person_address person_identifier person_need person_join "},
    {'3', " person_group caf_audit need need_tick answer answer_revision answer_clash "
          " assessment assessment_event assessment_owner assessment_gate crisis_review "},
    {'4', " transition episode_answers view_missing clock_pause considered goal goal_score "
          " plan_action meeting meeting_guest review service_request oversight step dispute "
          " dispute_rung complaint "},
    {'1', " episode "},
    {'t', " seat "},
    {'l', " consent "},
    {'h', " refusal sharing withheld "},
    {'g', " glass "},
    {'c', " conflict "},
    {'s', " seal_reason "},
    {'e', " entry "},
    {'5', " entry_letter curated curated_row curated_line "},
    {'7', " child_view meeting_wish proposal "},
    {'2', " contact contact_event contact_flag referral referral_chase advice_asked "
          " agency_check referral_part partner_notice "},
    {'a', " absentee "},
    {'i', " evidence "},
};

int64_t planted_id(int person, int generation) { return FIRST_ID + person * 2 + generation; }
int planted_account(const Model *m, int person, int generation) {
    return (person + generation) % m->accounts;
}
int planted_agency(const Model *m, int person, int generation) { return (person + generation) % m->agencies; }

static bool named(Str s, const char *name) { return str_eq(s, str_from(name)); }

static bool is_made(Str table) {
    for (size_t i = 0; i < COUNT(made); i++)
        if (named(table, made[i])) return true;
    return false;
}

// Whether its rows belong to somebody: it points to a person, or to a table that does.
static bool hangs(const Schema *s, const SchemaTable *t, int depth) {
    static const char *const roots[] = {"person", "contact", "absentee_list", "caf_sample"};
    for (size_t i = 0; i < COUNT(roots); i++)
        if (named(t->name, roots[i])) return true;
    for (size_t i = 0; i < t->n && depth < 6; i++) {
        const SchemaTable *to = t->column[i].refs.at ? schema_table(s, t->column[i].refs) : NULL;
        if (to && to != t && hangs(s, to, depth + 1)) return true;
    }
    return false;
}

static int key_of(Str table, Str column) {
    for (size_t i = 0; i < COUNT(keys); i++)
        if (named(table, keys[i].table) && named(column, keys[i].column)) return (int)i;
    return -1;
}

static bool is_day(const SchemaColumn *c) {
    return str_ends(c->name, S("_on")) || named(c->name, "on_day") || named(c->name, "day");
}

// A text that somebody wrote.
static bool is_words(const SchemaTable *t, const SchemaColumn *c) {
    return named(c->type, "text") && !c->refs.at && !c->first.at && !is_day(c) &&
           key_of(t->name, c->name) < 0;
}

static char home_of(Str table, Str column) {
    if (named(table, "step") && named(column, "view_words")) return '7';
    for (size_t i = 0; i < COUNT(homes); i++)
        for (Str rest = str_from(homes[i].tables); rest.at;)
            if (str_eq(str_cut(&rest, S(" ")), table)) return homes[i].is;
    return 0;
}

static void list_words(Planting *p) {
    p->n_words = 0;
    for (size_t i = 0; i < p->schema.n; i++) {
        const SchemaTable *t = &p->schema.at[i];
        for (size_t k = 0; k < t->n && hangs(&p->schema, t, 0); k++)
            if (is_words(t, &t->column[k]) && p->n_words < COUNT(p->words))
                p->words[p->n_words++] = (PlantedText){t, &t->column[k], home_of(t->name, t->column[k].name)};
    }
}

const PlantedText *planted_text(const Planting *p, char first, char second) {
    int n = (first - 'a') * LETTERS + (second - 'a');
    return n >= 0 && (size_t)n < p->n_words ? &p->words[n] : NULL;
}

// ---- rows -------------------------------------------------------------------------------------------------

typedef struct Row {
    Planting *p;
    const SchemaTable *table;
    int person, generation;
} Row;

// Which rows of a table the model made are about a person.
static Str about(const Row *r, Str table) {
    Arena *a = r->p->all->w->arena;
    int64_t person = r->p->all->person[r->person];
    if (named(table, "person")) return str_fmt(a, "id = %" PRId64, person);
    if (named(table, "tie")) return str_fmt(a, "from_id = %" PRId64, person);
    if (named(table, "seat"))
        return str_fmt(a, "episode_id in (select id from episode where person_id = %" PRId64 ")", person);
    return str_fmt(a, "person_id = %" PRId64, person);
}

static Str account(const Row *r) {
    Arena *a = r->p->all->w->arena;
    int64_t id = named(r->table->name, "me_link")
                     ? r->p->family
                     : r->p->all->account[planted_account(r->p->m, r->person, r->generation)];
    return str_fmt(a, "%" PRId64, id);
}

// A row of another table: of the same person where it is somebody's, else the first there is.
static Str pointer(const Row *r, const SchemaColumn *c) {
    Arena *a = r->p->all->w->arena;
    const Worlds *all = r->p->all;
    if (named(c->refs, "account")) return account(r);
    if (named(c->refs, "agency"))
        return str_fmt(a, "%" PRId64, all->agency[planted_agency(r->p->m, r->person, r->generation)]);
    if (named(c->refs, "team")) return str_fmt(a, "%" PRId64, all->team[r->person % r->p->m->teams]);
    if (named(c->name, "second_id"))
        return str_fmt(a, "%" PRId64, all->person[(r->person + 1) % r->p->m->people]);
    if (named(c->refs, "person")) return str_fmt(a, "%" PRId64, all->person[r->person]);
    if (named(c->refs, "entry")) return str_fmt(a, "%" PRId64, all->entry[r->person][5]);
    const SchemaTable *to = schema_table(&r->p->schema, c->refs);
    if (is_made(c->refs))
        return str_fmt(a, "(select min(id) from %.*s where %.*s)", STR_FMT(c->refs),
                       STR_FMT(about(r, c->refs)));
    if (hangs(&r->p->schema, to, 0)) return str_fmt(a, "%" PRId64, planted_id(r->person, r->generation));
    Str key = S("id");
    for (size_t i = 0; i < to->n; i++)
        if (to->column[i].key) key = to->column[i].name;
    return str_fmt(a, "(select min(%.*s) from %.*s)", STR_FMT(key), STR_FMT(c->refs));
}

static Str number(const Row *r, const SchemaColumn *c) {
    Arena *a = r->p->all->w->arena;
    Instant now = r->p->all->w->now;
    if (named(c->name, "id") || named(c->name, "subject_id"))
        return str_fmt(a, "%" PRId64, planted_id(r->person, r->generation));
    if (named(c->name, "expires_at") || named(c->name, "due_at"))
        return str_fmt(a, "%" PRId64, now + 86400000);
    if (str_ends(c->name, S("_at")) || named(c->name, "at")) return str_fmt(a, "%" PRId64, now - 1000);
    return S("1");
}

static Str quoted(Arena *a, Str s, const SchemaColumn *c) {
    return named(c->type, "text") ? str_fmt(a, "'%.*s'", STR_FMT(s)) : s;
}

static Str blob(const Row *r) {
    const char *format = db_is_postgres(r->p->all->w->db) ? "'\\x%016d'" : "x'%016d'";
    return str_fmt(r->p->all->w->arena, str_c(r->p->all->w->arena, str_from(format)),
                   r->person * 2 + r->generation);
}

// Full rows have everything and are over; bare ones have what must be, and whatever comes next.
static Str said(const Row *r, const SchemaColumn *c) {
    for (size_t i = 0; i < COUNT(values); i++)
        if (named(r->table->name, values[i].table) && named(c->name, values[i].column))
            return str_from(values[i].value);
    return (Str){0};
}

static Str by_type(const Row *r, const SchemaColumn *c) {
    Arena *a = r->p->all->w->arena;
    if (named(c->type, "blob")) return blob(r);
    if (!named(c->type, "text")) return number(r, c);
    if (is_day(c)) return S("'2014-08-01'");
    return str_fmt(a, "'words %d %d'", r->person, r->generation);
}

static Str value(const Row *r, const SchemaColumn *c) {
    Arena *a = r->p->all->w->arena;
    if (said(r, c).at) return said(r, c);
    bool bare = r->generation && !c->required && !str_starts(c->name, S("next_"));
    if (bare) return S("null");
    int key = key_of(r->table->name, c->name);
    if (key >= 0) return str_from(keys[key].value);
    if (named(r->table->name, "receipt") && named(c->name, "subject_id"))
        return str_fmt(a, "(select min(id) from consent where %.*s)", STR_FMT(about(r, S("consent"))));
    if (c->refs.at) return pointer(r, c);
    if (c->first.at) return quoted(a, r->generation ? c->first : c->last, c);
    return by_type(r, c);
}

// True: done. A fault of the engine undoes it alone.
static bool try(Planting *p, Str sql) {
    Db *db = p->all->w->db;
    db_savepoint(db);
    db_exec(db, str_c(p->all->w->arena, sql));
    if (db_release(db)) return true;
    return db_rollback_to(db), false;
}

static bool insert(const Row *r) {
    Buf names = {.arena = r->p->all->w->arena}, all = {.arena = names.arena};
    for (size_t i = 0; i < r->table->n; i++) {
        buf_fmt(&names, "%s%.*s", i ? ", " : "", STR_FMT(r->table->column[i].name));
        buf_fmt(&all, "%s%.*s", i ? ", " : "", STR_FMT(value(r, &r->table->column[i])));
    }
    return try(r->p, str_fmt(names.arena, "insert into %.*s (%.*s) values (%.*s)", STR_FMT(r->table->name),
                             STR_FMT(buf_str(&names)), STR_FMT(buf_str(&all))));
}

// ---- secrets ----------------------------------------------------------------------------------------------

static Str mine(const Row *r) {
    Arena *a = r->p->all->w->arena;
    const SchemaTable *t = r->table;
    if (is_made(t->name)) return about(r, t->name);
    Str key = t->column[0].name, id = str_fmt(a, "%" PRId64, planted_id(r->person, 0));
    if (t->column[0].refs.at) id = pointer(&(Row){r->p, t, r->person, 0}, &t->column[0]);
    return str_fmt(a, "%.*s in (%.*s, %" PRId64 ")", STR_FMT(key), STR_FMT(id), planted_id(r->person, 1));
}

static void put(const Row *r, size_t n, Str where, int kind) {
    Arena *a = r->p->all->w->arena;
    const SchemaColumn *c = r->p->words[n].column;
    Str more = c->unique ? S(" || '-' || id") : S("");
    const char *area = named(c->name, "postcode") ? "ZZ1 " : "";    // which search shows
    Str sql =
        str_fmt(a, "update %.*s set %.*s = '%s%.*s%c%c planted'%.*s where %.*s", STR_FMT(r->table->name),
                STR_FMT(c->name), area, STR_FMT(worlds_secret(a, r->person, kind)), 'a' + (char)n / LETTERS,
                'a' + (char)n % LETTERS, STR_FMT(more), STR_FMT(where));
    if (!try(r->p, sql)) try(r->p, str_fmt(a, "%.*s and %.*s is not null", STR_FMT(sql), STR_FMT(c->name)));
}

// An entry's own kind, and evidence's, stands in its row.
static void plant_words(const Row *r, size_t n) {
    Arena *a = r->p->all->w->arena;
    char is = r->p->words[n].is;
    const char *column = is == 'e' ? "kind" : is == 'i' ? "info" : NULL;
    if (!column) return put(r, n, mine(r), is >= '0' && is <= '7' ? is - '0' : 0);
    for (int k = 0; k < MODEL_KINDS; k++)
        put(r, n, str_fmt(a, "%.*s and %s = '%s'", STR_FMT(mine(r)), column, info[k].key), k);
}

// Only one link from the family's account, to person 0; and no complaint that opens the record to somebody.
static bool wanted(const Row *r) {
    if (named(r->table->name, "complaint")) return r->generation == 0;
    if (named(r->table->name, "me_link")) return r->person == 0;
    return !is_made(r->table->name);
}

static void plant(Planting *p, const SchemaTable *t) {
    for (int person = 0; person < p->m->people; person++)
        for (int generation = 0; generation < 2; generation++) {
            Row r = {p, t, person, generation};
            if (wanted(&r)) insert(&r);
        }
    for (int person = 0; person < p->m->people; person++)
        for (size_t n = 0; n < p->n_words; n++)
            if (p->words[n].table == t) plant_words(&(Row){p, t, person, 0}, n);
}

void planted_everywhere(Planting *p) {
    p->schema = schema_read(p->all->w->arena);
    list_words(p);
    for (size_t i = 0; i < p->schema.n; i++)
        if (hangs(&p->schema, &p->schema.at[i], 0)) plant(p, &p->schema.at[i]);
    for (int person = 0; person < p->m->people; person++)
        find_index(p->all->w->db, p->all->w->arena, p->all->person[person]);
}

static int64_t count(Planting *p, Str sql) {
    Arena *a = p->all->w->arena;
    Query *q = arena_new(a, Query, 1);
    *q = (Query){"planted_count", str_c(a, sql), str_c(a, sql), "", "i", false};
    db_query(p->all->w->db, q);
    int64_t n = db_step(p->all->w->db) ? db_int(p->all->w->db, 0) : 0;
    db_finish(p->all->w->db);
    return n;
}

static void lacks(Planting *p, const PlantedText *w) {
    Arena *a = p->all->w->arena;
    Str table = w->table->name, column = w->column->name;
    if (!w->is && ++p->faults)
        fprintf(stderr, "%.*s.%.*s: say in homes[] of test/planted.c what kind of information it is\n",
                STR_FMT(table), STR_FMT(column));
    Str sql = str_fmt(a, "select count(*) from %.*s where %.*s like '%%Zq%%planted%%'", STR_FMT(table),
                      STR_FMT(column));
    if (count(p, sql) > 0) return;
    p->faults++;
    fprintf(stderr, "%.*s.%.*s has no secret: say in values[] of test/planted.c what a row needs\n",
            STR_FMT(table), STR_FMT(column));
}

bool planted_all(Planting *p) {
    for (size_t n = 0; n < p->n_words; n++) lacks(p, &p->words[n]);
    return !p->faults;
}
