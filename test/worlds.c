// Writing a model's rows.
#include "worlds.h"

#include "access/access.h"
#include "people/share/share.h"
#include "worlds.sql.h"

enum { MINUTE = 60000 };

// Model time 5 is now.
Instant worlds_at(const Worlds *all, int time) { return all->w->now + (int64_t)(time - 5) * MINUTE; }

static Instant end(const Worlds *all, int time) { return time >= NEVER ? NONE : worlds_at(all, time); }
static Instant sure_end(const Worlds *all, int time) { return worlds_at(all, time); }

Worlds worlds_open(World *w) {
    static const char *const role[] = {"team-manager",  "practitioner",  "adviser",
                                       "social-worker", "practitioner", "team-manager"};
    Worlds all = {.w = w};
    db_begin(w->db);
    for (int i = 0; i < 6; i++) {
        Str agency = str_fmt(w->arena, "Agency %d", i % 3), mail = str_fmt(w->arena, "w%d@world.example", i);
        Str name = str_fmt(w->arena, "Worker %d", i);
        all.account[i] = access_account(w->db, w->now, mail, name, agency, str_from(role[i]));
    }
    Ctx c = {.arena = w->arena, .db = w->db};
    Choices agencies = access_agencies(&c);
    for (int i = 0; i < 3; i++) {
        str_int(agencies.at[i].value, &all.agency[i]);
        all.team[i] = w_team(w->db, all.agency[i], str_fmt(w->arena, "Team %d", i));
    }
    db_commit(w->db);
    return all;
}

static void write_people(Worlds *all, const Model *m) {
    Db *db = all->w->db;
    for (int p = 0; p < m->people; p++) {
        int64_t account = m->own_account[p] == NOBODY ? NONE : all->account[m->own_account[p]];
        Str name = str_fmt(all->w->arena, "Person %c", 'A' + p);
        all->person[p] = w_person(db, name, account, m->sealed[p]);
        w_shown(db, all->person[p], all->person[m->one[p]]);
        for (int a = 0; a < m->accounts; a++)
            if (m->seal_named[p][a]) w_named(db, all->person[p], all->account[a]);
    }
}

static void write_casework(Worlds *all, const Model *m) {
    Db *db = all->w->db;
    for (int i = 0; i < m->n_members; i++)
        w_member(db, all->team[m->member[i].team], all->account[m->member[i].account],
                 worlds_at(all, m->member[i].span.from), end(all, m->member[i].span.until));
    for (int i = 0; i < m->n_holds; i++)
        w_hold(db, all->person[m->hold[i].person], all->team[m->hold[i].team],
               worlds_at(all, m->hold[i].span.from), end(all, m->hold[i].span.until));
    for (int i = 0; i < m->n_episodes; i++)
        all->episode[i] = w_episode(db, all->person[m->episode[i].person], all->account[m->episode[i].owner],
                                    all->team[m->episode[i].team], worlds_at(all, m->episode[i].span.from),
                                    end(all, m->episode[i].span.until));
}

static void write_kinds(Db *db, int64_t id, unsigned kinds, void (*put)(Db *, int64_t, Str)) {
    for (int k = 0; k < MODEL_KINDS; k++)
        if (kinds >> k & 1) put(db, id, str_from(info[k].key));
}

static void write_consents(Worlds *all, const Model *m) {
    Db *db = all->w->db;
    for (int i = 0; i < m->n_consents; i++) {
        int64_t id = w_consent(db, all->person[m->consent[i].person],
                               m->consent[i].given ? S("given") : S("refused"),
                               worlds_at(all, m->consent[i].span.from),
                               sure_end(all, m->consent[i].span.until), end(all, m->consent[i].withdrawn),
                               all->account[0]);
        all->consent[i] = id;
        for (int a = 0; a < m->agencies; a++)
            if (m->consent[i].agencies >> a & 1) consent_agency_put(db, id, all->agency[a]);
        write_kinds(db, id, m->consent[i].kinds, consent_kind_put);
    }
    for (int i = 0; i < m->n_sharings; i++) {
        int64_t id = w_sharing(db, all->person[m->sharing[i].person], all->agency[m->sharing[i].agency],
                               worlds_at(all, m->sharing[i].span.from),
                               sure_end(all, m->sharing[i].span.until), end(all, m->sharing[i].ended),
                               all->account[0]);
        all->sharing[i] = id;
        write_kinds(db, id, m->sharing[i].kinds, sharing_kind_put);
    }
}

static void write_rest(Worlds *all, const Model *m) {
    Db *db = all->w->db;
    for (int i = 0; i < m->n_seats; i++)
        w_seat(db, all->episode[m->seat[i].episode], all->account[m->seat[i].account],
               m->seat[i].consent == NOBODY ? NONE : all->consent[m->seat[i].consent],
               m->seat[i].sharing == NOBODY ? NONE : all->sharing[m->seat[i].sharing],
               worlds_at(all, m->seat[i].span.from), end(all, m->seat[i].span.until));
    for (int i = 0; i < m->n_glass; i++)
        w_glass(db, all->person[m->glass[i].person], all->account[m->glass[i].account],
                worlds_at(all, m->glass[i].span.from), worlds_at(all, m->glass[i].span.until));
    for (int i = 0; i < m->n_complaints; i++)
        w_complaint(db, all->person[m->complaint[i].person], all->account[m->complaint[i].account],
                    worlds_at(all, m->complaint[i].span.from),
                    m->complaint[i].span.until > 5 ? NONE : worlds_at(all, m->complaint[i].span.until));
    for (int i = 0; i < m->n_conflicts; i++)
        w_conflict(db, all->account[m->conflict[i].account], all->person[m->conflict[i].person],
                   m->conflict[i].over ? all->w->now : NONE);
    for (int i = 0; i < m->n_ties; i++)
        w_tie(db, all->person[m->tie[i].from], all->person[m->tie[i].to],
              m->tie[i].brings_up ? S("parent") : S("sibling"), m->tie[i].wrong ? 1 : NONE);
}

void worlds_write(Worlds *all, const Model *m) {
    write_people(all, m);
    write_casework(all, m);
    write_consents(all, m);
    write_rest(all, m);
}

// Letters alone, so that it is one word to every index and every template: "zq" person "x" kind "y".
Str worlds_secret(Arena *a, int person, int kind) {
    return str_fmt(a, "Zq%cx%cy", 'a' + person, 'a' + kind);
}

static void plant_entry(Worlds *all, int p, int k) {
    World *w = all->w;
    Str secret = str_fmt(w->arena, "%.*s planted", STR_FMT(worlds_secret(w->arena, p, k)));
    int64_t id = w_entry(w->db, all->person[p], str_from(info[k].key), secret, w->now);
    entry_word_put(w->db, S("planted"), id);
    all->entry[p][k] = id;
}

void worlds_plant(Worlds *all, const Model *m) {
    for (int p = 0; p < m->people; p++)
        for (int k = 0; k < MODEL_KINDS; k++) plant_entry(all, p, k);
}
