// Rows for tests about records, each committed at once.
#include "family.h"

#include "base/date.h"
#include "family.sql.h"

static const Instant year = INT64_C(365) * 86400000;

int64_t family_child(World *w, const char *name, const char *born) {
    db_begin(w->db);
    int64_t id = family_child_add(w->db, str_from(name), str_from(born), w->now);
    family_child_one(w->db, id);
    db_commit(w->db);
    return id;
}

static void add_member(World *w, int64_t team, Str role, bool lead) {
    int64_t account = world_account(w, role);
    db_begin(w->db);
    family_member_add(w->db, team, account, lead, w->now);
    db_commit(w->db);
}

int64_t family_team(World *w, const char *name, const char *kind, Str role) {
    int64_t account = world_account(w, role);
    db_begin(w->db);
    int64_t id = family_team_add(w->db, family_agency(w->db, account), str_from(name), str_from(kind));
    db_commit(w->db);
    add_member(w, id, role, true);
    return id;
}

void family_join(World *w, int64_t team, Str role) { add_member(w, team, role, false); }

int64_t family_episode(World *w, int64_t child, const char *kind, Str role, int64_t team) {
    int64_t owner = world_account(w, role);
    Str next = date_iso(w->arena, date_add_days(date_of(w->now), 14));
    db_begin(w->db);
    int64_t id = family_episode_add(w->db, child, str_from(kind), owner, team, next, w->now);
    family_hold_add(w->db, child, team, id, w->now);
    db_commit(w->db);
    return id;
}

int64_t family_consent(World *w, int64_t child, Str role, const char *kinds) {
    int64_t account = world_account(w, role);
    db_begin(w->db);
    int64_t id = family_consent_add(w->db, child, w->now, w->now + year, account);
    family_consent_agency(w->db, id, family_agency(w->db, account));
    for (Str rest = str_from(kinds); rest.at;) family_consent_kind(w->db, id, str_cut(&rest, S(",")));
    db_commit(w->db);
    return id;
}

int64_t family_seat(World *w, int64_t episode, Str role, int64_t consent) {
    int64_t account = world_account(w, role);
    db_begin(w->db);
    int64_t id = family_seat_add(w->db, episode, account, family_agency(w->db, account), consent, w->now);
    db_commit(w->db);
    return id;
}

int64_t family_tie(World *w, int64_t from, const char *kind, int64_t to) {
    db_begin(w->db);
    int64_t id = family_tie_add(w->db, from, to, str_from(kind), w->now);
    db_commit(w->db);
    return id;
}
