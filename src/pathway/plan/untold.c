// Who brings word back to a child when whoever owed it can no longer open the record.
#include "pathway/plan/untold.h"

#include "db/audit.h"
#include "pathway/plan/untold.sql.h"

static void noted(Db *db, Instant now, int64_t actor, const Untold *u) {
    audit_add(db, (AuditRow){.at = now,
                             .actor = actor,
                             .act = S("view.hand-on"),
                             .subject = S("person"),
                             .subject_id = u->one_id});
}

// Where nobody holds the child, its last team does for the word alone: otherwise nobody could tell.
static int64_t held_for_it(Db *db, Instant now, const Untold *u) {
    const Teller *t = untold_teller(db, u->one_id, u->owner_id, now);
    if (!t) return NONE;
    hold_close(db, NONE, S("view"), u->id, now);
    hold_put(db, u->person_id, t->team_id, S("view"), u->id, now);
    return t->account_id;
}

static void go_on(Db *db, Instant now, int64_t actor, const Untold *u) {
    if (untold_can_tell(db, u->owner_id, u->one_id, now)) return;
    int64_t next = untold_helper(db, u->one_id, now);
    if (next == NONE) next = held_for_it(db, now, u);
    if (next == NONE) return;
    untold_give(db, u->id, u->owner_id, next);
    noted(db, now, actor, u);
}

void words_go_on(Ctx *c, int64_t person) {
    const Person *p = person_shown(c->db, person);
    if (!p) return;
    UntoldList all = untold_of(c->db, p->id);
    for (size_t i = 0; i < all.len; i++) go_on(c->db, c->now, c->actor.id ? c->actor.id : NONE, &all.at[i]);
}

void words_join_help(Ctx *c, int64_t person) {
    const Person *p = person_shown(c->db, person);
    if (p && untold_let_go(c->db, p->id, c->now)) words_go_on(c, p->id);
}

bool words_held(Db *db, int64_t one) { return untold_held(db, one) > 0; }

void word_is_back(Ctx *c, int64_t view) { hold_end(c, NONE, "view", view); }

Str words_astray(Db *db, Arena *a, Instant now) {
    UntoldList all = untold_doubtful(db, now);
    Buf ids = {.arena = a};
    for (size_t i = 0; i < all.len; i++)
        if (!untold_can_tell(db, all.at[i].owner_id, all.at[i].one_id, now))
            buf_fmt(&ids, "%s%lld", ids.len ? "," : "", (long long)all.at[i].id);
    return buf_str(&ids);
}

void words_found(Db *db, Str ids, Instant now) {
    for (Str rest = ids; rest.at && rest.len;) {
        int64_t id = 0;
        if (!str_int(str_cut(&rest, S(",")), &id)) continue;
        const Untold *u = untold_one(db, id);
        if (u) go_on(db, now, NONE, u);
    }
}
