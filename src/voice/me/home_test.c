// A family at their own door, for the tests of /me.
#include "voice/me/home_test.h"

#include "voice/me/me.sql.h"

Home home_begin(World *w) {
    Home h = {.child = family_child(w, "Amina Yusuf", "2003-05-04"),
              .mother = family_child(w, "Hodan Yusuf", "1980-01-02"),
              .team = family_team(w, "North", "early-help", S("practitioner"))};
    h.episode = family_episode(w, h.child, "early-help", S("practitioner"), h.team);
    db_begin(w->db);
    me_tie_put(w->db, h.mother, h.child, S("mother"), w->now);
    db_commit(w->db);
    return h;
}

const char *home_path(World *w, const char *format, int64_t id) {
    const char *star = strchr(format, '*');
    if (!star) return format;
    return str_c(w->arena,
                 str_fmt(w->arena, "%.*s%lld%s", (int)(star - format), format, (long long)id, star + 1));
}

const char *home_path2(World *w, const char *format, int64_t id, int64_t other) {
    return home_path(w, home_path(w, format, id), other);
}

Str home_code(Answer a) {
    ptrdiff_t at = str_find(a.body, S("<div class=\"govuk-panel__body\"><strong>"));
    CHECK(at > 0);
    return at < 0 ? (Str){0} : (Str){a.body.at + at + 39, 19};
}

Answer home_let_in(World *w, int64_t child, int64_t who) {
    return post(w, S("practitioner"), home_path(w, "/work/people/*/me", child),
                home_path(w, "who=*&safe=yes", who));
}

Answer home_take(World *w, Str code, const char *name) {
    return post(w, S(""), "/me/begin",
                str_c(w->arena, str_fmt(w->arena, "code=%.*s&name=%s&password=plum+orbit+lantern+42",
                                        STR_FMT(code), name)));
}

Str home_token(World *w, const char *name) {
    static char bytes[32];
    memset(bytes, name[0], sizeof bytes);
    db_begin(w->db);
    access_session(w->db, w->now, me_account_of(w->db, str_from(name)), (Str){bytes, 32});
    db_commit(w->db);
    return (Str){str_copy(w->arena, (Str){bytes, 32}).at, 32};
}

Answer home_ask(World *w, Str who, const char *to, const char *form) {
    return world_ask(w, (Asked){.token = who,
                                .verb = form ? S("POST") : S("GET"),
                                .path = str_from(to),
                                .form = str_from(form)});
}

Parents home_parents(World *w) {
    Parents p = {.home = home_begin(w), .father = family_child(w, "Bashir Ali", "1979-02-03")};
    db_begin(w->db);
    me_tie_put(w->db, p.father, p.home.child, S("parent"), w->now);
    me_tie_put(w->db, p.home.mother, p.home.child, S("birth-mother"), w->now);
    db_commit(w->db);
    home_take(w, home_code(home_let_in(w, p.home.child, p.home.mother)), "mother");
    home_take(w, home_code(home_let_in(w, p.home.child, p.father)), "father");
    home_take(w, home_code(home_let_in(w, p.home.child, p.home.child)), "bluefox27");
    p.mother_at = home_token(w, "mother"), p.father_at = home_token(w, "father"),
    p.child_at = home_token(w, "bluefox27");
    return p;
}
