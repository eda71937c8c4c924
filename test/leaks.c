// Who asks, what is asked, and what may be in the answer.
#include "leaks.h"

#include <inttypes.h>
#include <stdio.h>

#include "access/access.h"
#include "people/record.h"

enum { NOW = 5 };

// What a star stands for, by the word before it: a table, whose row of the person is meant, or "=" and a
// word.
static const struct {
    const char *before, *first, *second;
} stars[] = {
    {"people", "person", NULL},
    {"consent", "consent", NULL},
    {"views", "child_view", NULL},
    {"chronology", "entry", NULL},
    {"glass", "glass", NULL},
    {"checks", "agency_check", NULL},
    {"contacts", "contact", NULL},
    {"mine", "contact", NULL},
    {"flags", "contact_flag", NULL},
    {"episodes", "episode", NULL},
    {"team", "seat", NULL},
    {"meetings", "meeting", NULL},
    {"guests", "meeting_guest", NULL},
    {"oversight", "oversight", NULL},
    {"facts", "=names", "person_name"},
    {"groups", "=in-care", NULL},
    {"transitions", "transition", NULL},
    {"reviews", "review", NULL},
    {"assessments", "assessment", "=why"},
    {"clashes", "answer_clash", NULL},
    {"complaints", "complaint", NULL},
    {"crisis", "crisis_review", NULL},
    {"disputes", "dispute", NULL},
    {"tie", "person", NULL},
    {"ties", "tie", NULL},
    {"join", "person", NULL},
    {"part", "person_join", NULL},
    {"steps", "step", NULL},
    {"referrals", "referral", NULL},
    {"actions", "plan_action", NULL},
    {"goals", "goal", NULL},
    {"requests", "service_request", NULL},
    {"share", "sharing", NULL},
    {"conflict", "conflict", NULL},
    {"me", "person", NULL},
    {"action", "=nothing", NULL},
    {"policy", "=referral", NULL},
    {"absences", "absentee_list", NULL},
    {"pupils", "absentee", NULL},
    {"samples", "caf_sample", NULL},
    {"audits", "caf_audit", "=caf"},
    {"evidence", "evidence", NULL},
    {"chronologies", "curated", NULL},
    {"rows", "curated_row", NULL},
    {"wishes", "meeting_wish", NULL},
    {"proposals", "proposal", NULL},
};

static bool named(Str s, const char *name) { return str_eq(s, str_from(name)); }

static int first_of(const Model *m, const char *table, int p) {
    if (!strcmp(table, "episode"))
        for (int i = 0; i < m->n_episodes; i++)
            if (m->episode[i].person == p) return i;
    if (!strcmp(table, "consent"))
        for (int i = 0; i < m->n_consents; i++)
            if (m->consent[i].person == p) return i;
    if (!strcmp(table, "sharing"))
        for (int i = 0; i < m->n_sharings; i++)
            if (m->sharing[i].person == p) return i;
    return -1;
}

// Rows the model wrote have its own numbers; ties, seats and glass begin at 1.
static int64_t row(const Leaks *l, const char *table, int p, About at) {
    static const char *const counted[] = {"tie", "seat", "glass", "conflict"};
    const struct {
        const char *table;
        const int64_t *ids;
    } made[] = {{"episode", l->all.episode}, {"consent", l->all.consent}, {"sharing", l->all.sharing}};
    if (!strcmp(table, "person")) return l->all.person[p];
    if (!strcmp(table, "entry")) return l->all.entry[p][at.kind];
    for (size_t i = 0; i < COUNT(counted); i++)
        if (!strcmp(table, counted[i])) return p + 1;
    int n = first_of(&l->m, table, p);
    for (size_t i = 0; i < COUNT(made); i++)
        if (!strcmp(table, made[i].table)) return n < 0 ? 0 : made[i].ids[n];
    return planted_id(p, at.generation);
}

static Str word_before(const char *route, const char *star) {
    const char *end = star - 1, *at = end;
    while (at > route && at[-1] != '/') at--;
    return (Str){at, (size_t)(end - at)};
}

static const char *meaning(const char *route, const char *star) {
    Str before = word_before(route, star);
    bool second = named(before, "*");
    if (second) before = word_before(route, star - 2);
    for (size_t i = 0; i < COUNT(stars); i++)
        if (named(before, stars[i].before)) return second ? stars[i].second : stars[i].first;
    return str_starts(str_from(route), S("/work/")) || str_starts(str_from(route), S("/me/")) ? NULL : "=1";
}

bool leaks_address(const Leaks *l, Arena *a, const char *route, About about, Str *ret) {
    Buf out = {.arena = a};
    int n = 0;
    for (const char *s = route; *s; s++) {
        if (*s != '*') {
            buf_byte(&out, *s);
            continue;
        }
        const char *what = meaning(route, s);
        if (!what) return false;
        if (*what == '=')
            buf_put(&out, str_from(what + 1));
        else
            buf_int(&out, row(l, what, n ? about.q : about.p, about));
        n++;
    }
    *ret = buf_str(&out);
    return true;
}

// ---- the rules --------------------------------------------------------------------------------------------

bool leaks_sees_nothing(const Leaks *l, const Asker *who, int person) {
    return who->account < 0 || !model_sees(&l->m, who->account, l->m.one[person], NOW);
}

static bool breaks_glass(const Model *m, int account, int one) {
    for (int i = 0; i < m->n_glass; i++)
        if (m->glass[i].account == account && m->one[m->glass[i].person] == one) return true;
    return false;
}

static bool front_door(Str path) {
    return str_starts(path, S("/work/contacts")) || str_starts(path, S("/work/referrals")) ||
           str_starts(path, S("/work/checks"));
}

// Who answers for the record's contacts, raised them, or was asked.
static bool is_account_of(const Leaks *l, int account, int person) {
    return planted_account(&l->m, person, 0) == account || planted_account(&l->m, person, 1) == account;
}

static bool is_named_in(const Leaks *l, int account, int person) {
    int agency = l->m.agency_of[account];
    return is_account_of(l, account, person) || planted_agency(&l->m, person, 0) == agency ||
           planted_agency(&l->m, person, 1) == agency;
}

static bool may_read_kind(const Leaks *l, const Asker *who, Str path, int person, int kind) {
    int one = l->m.one[person];
    if (model_sees(&l->m, who->account, one, NOW) >> kind & 1) return true;
    if (kind == 2 && named(path, "/work")) return is_account_of(l, who->account, person);
    if (kind != 2 || !front_door(path)) return false;
    return who->rights & CONTACT_TAKE || is_named_in(l, who->account, person);
}

static bool family_may(const Leaks *l, Str path, const PlantedText *w, int person) {
    const char *const shown = "1 4 7 n t";
    return l->m.one[person] == l->m.one[0] && str_starts(path, S("/me")) && strchr(shown, w->is) != NULL;
}

// Search shows the name of a worker's own family too, lest a second record is made of them.
static bool is_search(Str path) {
    return named(path, "/work/people") || named(path, "/work/people/find.json") ||
           named(path, "/work/people/new") || str_ends(path, S("/join")) || str_ends(path, S("/find"));
}

// What one said to the front door oneself, and what one was told: whatever else is closed.
static bool is_own_word(const Leaks *l, const Asker *who, Str path, const PlantedText *w, int person) {
    const char *const own[] = {"said", "children_said", "told_what", "told_how"};
    bool mine = str_starts(path, S("/work/contacts/mine")) || str_starts(path, S("/work/exchange"));
    if (!mine || !named(w->table->name, "contact")) return false;
    for (size_t i = 0; i < COUNT(own); i++)
        if (named(w->column->name, own[i])) return is_account_of(l, who->account, person);
    return false;
}

// Who is in the team stands where the help is named, beside each action of the plan, and with who looked.
static bool may_read_team(const Leaks *l, const Asker *who, Str path, int one) {
    enum { HELP = 1 << 1, PLAN = 1 << 4 };
    unsigned kinds = model_sees(&l->m, who->account, one, NOW);
    bool looked = who->rights & LOOKED_READ && str_has(path, S("/looked"));
    return kinds & (HELP | PLAN) || (looked && kinds);
}

static bool may_read(const Leaks *l, const Asker *who, Str path, const PlantedText *w, int person, int kind) {
    int one = l->m.one[person], account = who->account;
    if (named(who->role, "family")) return family_may(l, path, w, person);
    if (account < 0) return false;
    if (w->is == 'n' && is_search(path)) return !model_sealed(&l->m, account, one);
    if (is_own_word(l, who, path, w, person)) return true;
    if (model_shut(&l->m, account, one)) return false;
    switch (w->is) {
    case 'n': return (who->rights & PEOPLE_FIND) != 0;
    case 'l': return model_all(&l->m, account, one, NOW) || model_consent_names(&l->m, account, one, NOW);
    case 'h': return model_all(&l->m, account, one, NOW);
    case 'g': return model_all(&l->m, account, one, NOW) || breaks_glass(&l->m, account, one);
    case 'a': return is_named_in(l, account, person) || model_sees(&l->m, account, one, NOW);
    case 't': return may_read_team(l, who, path, one);
    case 's': return model_all(&l->m, account, one, NOW);
    case 'c': return model_sees(&l->m, account, one, NOW) != 0;
    default: return may_read_kind(l, who, path, person, kind);
    }
}

// ---- asking -----------------------------------------------------------------------------------------------

// Each text on each page once: an address without its numbers.
static bool is_told(Leaks *l, Str verb, Str path, const PlantedText *w) {
    uint64_t mark = (uint64_t)(w - l->planted.words) * 31 + (uint64_t)verb.len;
    for (size_t i = 0; i < path.len; i++)
        if (path.at[i] < '0' || path.at[i] > '9') mark = mark * 1099511628211u + (uint64_t)path.at[i];
    for (int i = 0; i < l->n_told; i++)
        if (l->told[i] == mark) return true;
    if (l->n_told < SHOWN_LEAKS) l->told[l->n_told++] = mark;
    return l->n_told == SHOWN_LEAKS;
}

static void report(Leaks *l, const Asker *who, Str verb, Str path, const PlantedText *w, int p, int k) {
    l->found++;
    if (is_told(l, verb, path, w)) return;
    fprintf(stderr, "%.*s %.*s: %.*s (account %d) reads %.*s.%.*s of person %d, %s\n", STR_FMT(verb),
            STR_FMT(path), STR_FMT(who->role), who->account, STR_FMT(w->table->name),
            STR_FMT(w->column->name), p, info[k].key);
}

// Each "Zq", a person's letter, "x", a kind's, "y", and two of the text.
static void look(Leaks *l, const Asker *who, Str verb, Str path, Str body) {
    for (size_t i = 0; i + 8 <= body.len; i++) {
        const char *s = body.at + i;
        if ((s[0] | 32) != 'z' || (s[1] | 32) != 'q' || (s[3] | 32) != 'x' || (s[5] | 32) != 'y') continue;
        int p = (s[2] | 32) - 'a', k = (s[4] | 32) - 'a';
        const PlantedText *w = planted_text(&l->planted, (char)(s[6] | 32), (char)(s[7] | 32));
        if (p < 0 || p >= l->m.people || k < 0 || k >= MODEL_KINDS || !w) continue;
        if (!may_read(l, who, path, w, p, k)) report(l, who, verb, path, w, p, k);
        i += 7;
    }
}

int leaks_ask(Leaks *l, const Asker *who, Str verb, Str path, Str form, Answer *ret) {
    World *w = l->all.w;
    Answer a = world_ask(w, (Asked){.token = who->token, .verb = verb, .path = path, .form = form,
        .forgets = l->forgets});
    look(l, who, verb, path, a.body);
    look(l, who, verb, path, a.headers);
    l->asked++;
    if (a.status == 500 && l->found++ < SHOWN_LEAKS)
        fprintf(stderr, "%.*s %.*s answered 500 to %.*s\n", STR_FMT(verb), STR_FMT(path), STR_FMT(who->role));
    if (ret) *ret = a;
    return a.status;
}

// ---- the world --------------------------------------------------------------------------------------------

static Str token_for(World *w, int64_t account, int n) {
    Str token = str_fmt(w->arena, "the session of somebody, no. %03d", n);
    db_begin(w->db);
    access_session(w->db, w->now, account, (Str){token.at, 32});
    db_commit(w->db);
    return (Str){token.at, 32};
}

static void people_who_ask(Leaks *l) {
    static const char *const workers[] = {"team-manager",  "practitioner", "adviser",
                                          "social-worker", "practitioner", "team-manager"};
    static const char *const others[] = {"family", "administrator", "board-support", "viewer"};
    World *w = l->all.w;
    for (int i = 0; i < 6; i++) l->asker[i] = (Asker){.role = str_from(workers[i]), .account = i};
    for (int i = 0; i < 4; i++) l->asker[6 + i] = (Asker){.role = str_from(others[i]), .account = -1};
    for (int i = 0; i < 10; i++) {
        Asker *who = &l->asker[i];
        int64_t account = i < 6 ? l->all.account[i] : world_account(w, who->role);
        who->token = token_for(w, account, i);
        who->rights = role_find(who->role)->rights;
    }
    l->asker[10] = (Asker){.role = S("nobody"), .account = -1};
}

// Few people, so that a walk is short, and at least one of everything the model makes.
static Model rich(uint64_t *state) {
    for (;;) {
        Model m = model_random(state);
        if (m.people <= 4 && m.n_holds && m.n_episodes > 1 && m.n_consents > 1 && m.n_sharings && m.n_seats &&
            m.n_glass && m.n_conflicts && m.n_ties && m.n_complaints)
            return m;
    }
}

Str leaks_letters(const Leaks *l, const char *table, const char *column) {
    for (size_t n = 0; n < l->planted.n_words; n++)
        if (named(l->planted.words[n].table->name, table) && named(l->planted.words[n].column->name, column))
            return str_fmt(l->all.w->arena, "%c%c", 'a' + (int)n / 26, 'a' + (int)n % 26);
    return (Str){0};
}

// The words of the secrets, as writing them by a page would have kept them.
static void index_secrets(Leaks *l) {
    World *w = l->all.w;
    Str letters = leaks_letters(l, "entry", "title");
    for (int p = 0; p < l->m.people; p++)
        for (int k = 0; k < MODEL_KINDS; k++)
            entry_word_put(w->db, str_fmt(w->arena, "zq%cx%cy%.*s", 'a' + p, 'a' + k, STR_FMT(letters)),
                           l->all.entry[p][k]);
}

void leaks_open(Leaks *l, World *w, uint64_t *state) {
    (void)world_site(w);    // made now, so that it outlives the arena of one question
    *l = (Leaks){.all = worlds_open(w), .m = rich(state)};
    people_who_ask(l);
    l->planted = (Planting){.all = &l->all, .m = &l->m, .family = world_account(w, S("family"))};
    db_begin(w->db);
    worlds_write(&l->all, &l->m);
    worlds_plant(&l->all, &l->m);
    planted_everywhere(&l->planted);
    index_secrets(l);
    db_commit(w->db);
}
