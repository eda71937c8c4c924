// The sentences of docs/who-may-see.md, one function each.
#include "rules_model.h"

#include "test.h"

static bool holds_at(Span s, int at) { return s.from <= at && at < s.until; }
static bool same_record(const Model *m, int a, int b) { return m->one[a] == m->one[b]; }

// ---- what bars every way ----------------------------------------------------------------------------------

static bool has_declared(const Model *m, int account, int person) {
    for (int i = 0; i < m->n_conflicts; i++)
        if (!m->conflict[i].over && m->conflict[i].account == account &&
            same_record(m, m->conflict[i].person, person))
            return true;
    return false;
}

static bool is_own(const Model *m, int account, int person) {
    for (int p = 0; p < m->people; p++)
        if (m->own_account[p] == account && same_record(m, p, person)) return true;
    return false;
}

static bool is_family(const Model *m, int account, int person) {
    for (int i = 0; i < m->n_ties; i++) {
        if (m->tie[i].wrong) continue;
        int from = m->tie[i].from, to = m->tie[i].to;
        if (is_own(m, account, from) && same_record(m, to, person)) return true;
        if (is_own(m, account, to) && same_record(m, from, person)) return true;
    }
    return false;
}

static bool is_barred(const Model *m, int account, int person) {
    return has_declared(m, account, person) || is_own(m, account, person) || is_family(m, account, person);
}

static bool is_sealed(const Model *m, int person) {
    for (int p = 0; p < m->people; p++)
        if (same_record(m, p, person) && m->sealed[p]) return true;
    return false;
}

static bool is_sealed_to(const Model *m, int account, int person) {
    for (int p = 0; p < m->people; p++)
        if (same_record(m, p, person) && m->sealed[p] && !m->seal_named[p][account]) return true;
    return false;
}

// ---- ways -------------------------------------------------------------------------------------------------

static bool by_team(const Model *m, int account, int person, int at) {
    for (int h = 0; h < m->n_holds; h++) {
        if (!same_record(m, m->hold[h].person, person) || !holds_at(m->hold[h].span, at)) continue;
        for (int i = 0; i < m->n_members; i++)
            if (m->member[i].team == m->hold[h].team && m->member[i].account == account &&
                holds_at(m->member[i].span, at))
                return true;
    }
    return false;
}

static bool by_owning(const Model *m, int account, int person, int at) {
    for (int e = 0; e < m->n_episodes; e++)
        if (same_record(m, m->episode[e].person, person) && m->episode[e].owner == account &&
            holds_at(m->episode[e].span, at))
            return true;
    return false;
}

static bool by_glass(const Model *m, int account, int person, int at) {
    for (int g = 0; g < m->n_glass; g++)
        if (same_record(m, m->glass[g].person, person) && m->glass[g].account == account &&
            holds_at(m->glass[g].span, at))
            return true;
    return false;
}

static bool by_complaint(const Model *m, int account, int person, int at) {
    for (int k = 0; k < m->n_complaints; k++)
        if (same_record(m, m->complaint[k].person, person) && m->complaint[k].account == account &&
            holds_at(m->complaint[k].span, at))
            return true;
    return false;
}

static bool consent_stands(const Model *m, int c, int at) {
    return m->consent[c].given && holds_at(m->consent[c].span, at) && at < m->consent[c].withdrawn;
}

static bool sharing_stands(const Model *m, int s, int at) {
    return holds_at(m->sharing[s].span, at) && at < m->sharing[s].ended;
}

static unsigned by_seat(const Model *m, int account, int person, int at) {
    unsigned kinds = 0;
    for (int i = 0; i < m->n_seats; i++) {
        int e = m->seat[i].episode, c = m->seat[i].consent, s = m->seat[i].sharing;
        if (m->seat[i].account != account || !holds_at(m->seat[i].span, at)) continue;
        if (!same_record(m, m->episode[e].person, person) || at >= m->episode[e].span.until) continue;
        if (c != NOBODY && same_record(m, m->consent[c].person, person) && consent_stands(m, c, at))
            kinds |= m->consent[c].kinds;
        if (s != NOBODY && same_record(m, m->sharing[s].person, person) && sharing_stands(m, s, at))
            kinds |= m->sharing[s].kinds;
    }
    return kinds;
}

static unsigned by_agency(const Model *m, int account, int person, int at) {
    unsigned kinds = 0;
    int agency = m->agency_of[account];
    for (int c = 0; c < m->n_consents; c++)
        if (same_record(m, m->consent[c].person, person) && (m->consent[c].agencies >> agency & 1) &&
            consent_stands(m, c, at))
            kinds |= m->consent[c].kinds;
    for (int s = 0; s < m->n_sharings; s++)
        if (same_record(m, m->sharing[s].person, person) && m->sharing[s].agency == agency &&
            sharing_stands(m, s, at))
            kinds |= m->sharing[s].kinds;
    return kinds;
}

// Who brings up a child that the team holds: who they are.
static bool by_bringing_up(const Model *m, int account, int person, int at) {
    for (int i = 0; i < m->n_ties; i++) {
        int child = m->tie[i].to;
        if (m->tie[i].wrong || !m->tie[i].brings_up || !same_record(m, m->tie[i].from, person)) continue;
        if (!is_sealed(m, child) && !is_barred(m, account, child) && by_team(m, account, child, at))
            return true;
    }
    return false;
}

bool model_sealed(const Model *m, int account, int person) { return is_sealed_to(m, account, person); }

bool model_shut(const Model *m, int account, int person) {
    return is_barred(m, account, person) || is_sealed_to(m, account, person);
}

bool model_all(const Model *m, int account, int person, int at) {
    return !model_shut(m, account, person) &&
           (by_team(m, account, person, at) || by_owning(m, account, person, at) ||
            by_glass(m, account, person, at) || by_complaint(m, account, person, at));
}

bool model_consent_names(const Model *m, int account, int person, int at) {
    if (!model_sees(m, account, person, at)) return false;
    for (int c = 0; c < m->n_consents; c++)
        if (same_record(m, m->consent[c].person, person) &&
            (m->consent[c].agencies >> m->agency_of[account] & 1))
            return true;
    return false;
}

unsigned model_sees(const Model *m, int account, int person, int at) {
    if (model_shut(m, account, person)) return 0;
    if (model_all(m, account, person, at)) return ALL_KINDS;
    unsigned who = by_bringing_up(m, account, person, at) ? 1 : 0;
    return who | by_seat(m, account, person, at) | by_agency(m, account, person, at);
}

// ---- a world by chance ------------------------------------------------------------------------------------

static int pick(uint64_t *state, int n) { return n > 0 ? (int)(test_random(state) % (uint64_t)n) : 0; }
static bool chance(uint64_t *state, int in_hundred) { return pick(state, 100) < in_hundred; }

static Span span(uint64_t *state) {
    int from = pick(state, 7);
    return (Span){from, chance(state, 50) ? NEVER : from + pick(state, 8)};
}

static int count(uint64_t *state, int most) { return pick(state, most + 1); }

static void people(Model *m, uint64_t *state) {
    m->people = 2 + pick(state, 6), m->accounts = 6, m->agencies = 3, m->teams = 3;
    for (int a = 0; a < m->accounts; a++) m->agency_of[a] = a % m->agencies;
    for (int p = 0; p < m->people; p++) {
        m->one[p] = p, m->own_account[p] = NOBODY;
        m->sealed[p] = chance(state, 8);
        for (int a = 0; a < m->accounts; a++) m->seal_named[p][a] = chance(state, 25);
    }
    for (int p = 1; p < m->people; p++)    // joined to one that is not itself joined
        if (chance(state, 20)) m->one[p] = m->one[pick(state, p)];
    for (int a = 0; a < m->accounts; a++)
        if (chance(state, 15) && m->own_account[a % m->people] == NOBODY) m->own_account[a % m->people] = a;
}

static void casework(Model *m, uint64_t *state) {
    m->n_members = count(state, 6), m->n_holds = count(state, 5), m->n_episodes = count(state, 4);
    for (int i = 0; i < m->n_members; i++)
        m->member[i].team = pick(state, m->teams), m->member[i].account = pick(state, m->accounts),
        m->member[i].span = span(state);
    for (int i = 0; i < m->n_holds; i++)
        m->hold[i].person = pick(state, m->people), m->hold[i].team = pick(state, m->teams),
        m->hold[i].span = span(state);
    for (int i = 0; i < m->n_episodes; i++)
        m->episode[i].person = pick(state, m->people), m->episode[i].owner = pick(state, m->accounts),
        m->episode[i].team = pick(state, m->teams), m->episode[i].span = span(state);
}

static void sharing(Model *m, uint64_t *state) {
    m->n_consents = count(state, 5), m->n_sharings = count(state, 3);
    for (int i = 0; i < m->n_consents; i++) {
        m->consent[i].person = pick(state, m->people), m->consent[i].given = chance(state, 80);
        m->consent[i].span = span(state);
        m->consent[i].withdrawn = chance(state, 60) ? NEVER : m->consent[i].span.from + pick(state, 8);
        m->consent[i].agencies = (unsigned)pick(state, 1 << m->agencies);
        m->consent[i].kinds = (unsigned)pick(state, ALL_KINDS + 1);
    }
    for (int i = 0; i < m->n_sharings; i++) {
        m->sharing[i].person = pick(state, m->people), m->sharing[i].agency = pick(state, m->agencies);
        m->sharing[i].span = span(state);
        m->sharing[i].ended = chance(state, 60) ? NEVER : m->sharing[i].span.from + pick(state, 8);
        m->sharing[i].kinds = (unsigned)pick(state, ALL_KINDS + 1);
    }
}

static void seats(Model *m, uint64_t *state) {
    m->n_seats = m->n_episodes ? count(state, 6) : 0;
    for (int i = 0; i < m->n_seats; i++) {
        m->seat[i].episode = pick(state, m->n_episodes), m->seat[i].account = pick(state, m->accounts);
        m->seat[i].span = span(state);
        m->seat[i].consent = m->n_consents && chance(state, 70) ? pick(state, m->n_consents) : NOBODY;
        m->seat[i].sharing = m->n_sharings && chance(state, 25) ? pick(state, m->n_sharings) : NOBODY;
    }
}

static void rest(Model *m, uint64_t *state) {
    m->n_complaints = count(state, 2);
    for (int i = 0; i < m->n_complaints; i++)
        m->complaint[i].person = pick(state, m->people), m->complaint[i].account = pick(state, m->accounts),
        m->complaint[i].span = span(state);
    m->n_glass = count(state, 2), m->n_conflicts = count(state, 3), m->n_ties = count(state, 4);
    for (int i = 0; i < m->n_glass; i++) {
        m->glass[i].person = pick(state, m->people), m->glass[i].account = pick(state, m->accounts);
        m->glass[i].span.from = pick(state, 7);
        m->glass[i].span.until = m->glass[i].span.from + pick(state, 8);
    }
    for (int i = 0; i < m->n_conflicts; i++)
        m->conflict[i].person = pick(state, m->people), m->conflict[i].account = pick(state, m->accounts),
        m->conflict[i].over = chance(state, 30);
    for (int i = 0; i < m->n_ties; i++) {
        m->tie[i].from = pick(state, m->people);
        m->tie[i].to = (m->tie[i].from + 1 + pick(state, m->people - 1)) % m->people;
        m->tie[i].wrong = chance(state, 20);
        m->tie[i].brings_up = chance(state, 60);
    }
}

Model model_random(uint64_t *state) {
    Model m = {0};
    people(&m, state);
    casework(&m, state);
    sharing(&m, state);
    seats(&m, state);
    rest(&m, state);
    return m;
}
