// The search: who is met, in which order, and what of them a searcher may see.
#include <stdlib.h>

#include "people/find/search.h"

enum { POINTS_LEAST = 28, POINTS_LEAST_PLACE = 8 };    // a place alone says little, and may be all there is

typedef struct Candidate {
    int64_t one;    // as whom it is shown
    Evidence evidence;
} Candidate;

static int by_evidence(const void *a, const void *b) {
    const Candidate *x = a, *y = b;
    if (x->evidence.points != y->evidence.points) return y->evidence.points - x->evidence.points;
    return (x->one > y->one) - (x->one < y->one);
}

// Records that are shown as one are one hit: the likelier of them speaks.
static size_t each_once(Candidate *at, size_t n) {
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        bool there = false;
        for (size_t k = 0; k < kept && !there; k++) there = at[k].one == at[i].one;
        if (!there) at[kept++] = at[i];
    }
    return kept;
}

static size_t candidates(Ctx *c, const Asked *q, const Mets *mets, Candidate **ret) {
    int64_t *people = arena_new(c->arena, int64_t, mets->len);
    for (size_t i = 0; i < mets->len; i++) people[i] = mets->at[i].person;
    MetCardList cards = cards_met(c->db, numbers_text(c->arena, people, mets->len), c->actor.id);
    Candidate *at = arena_new(c->arena, Candidate, cards.len);
    size_t n = 0;
    int least = q->n_tokens || q->born.year ? POINTS_LEAST : POINTS_LEAST_PLACE;
    for (size_t i = 0; i < cards.len; i++) {
        Facts f = card_read(cards.at[i].card);
        Evidence e = evidence_of(c->arena, q, &f);
        if (e.points >= least) at[n++] = (Candidate){cards.at[i].one_id, e};
    }
    if (n) qsort(at, n, sizeof *at, by_evidence);
    *ret = at;
    return each_once(at, n);
}

// ---- what is shown ----------------------------------------------------------------------------------------

static Str listed(Arena *a, Str list, Str more) {
    if (!more.at) return list;
    return list.at ? str_fmt(a, "%.*s, %.*s", STR_FMT(list), STR_FMT(more)) : more;
}

static FindHit hit_of(Ctx *c, const Candidate *who, const ShownPersonList *shown,
                      const ShownTeamList *teams) {
    FindHit hit = {.person = who->one, .whys = who->evidence.whys, .sure = who->evidence.sure};
    for (size_t i = 0; i < shown->len; i++) {
        const ShownPerson *p = &shown->at[i];
        if (p->id != who->one) continue;
        Person person = {.born_on = p->born_on, .due_on = p->due_on};
        hit.name = p->name;
        hit.age = p->died_on.at ? S("died") : age_text(c->arena, &person, c->today);
        hit.open = p->open && !p->barred;
        hit.barred = p->barred;
        if (p->postcode.at && !p->guarded && !p->barred)
            hit.area = postcode_area(postcode_packed(c->arena, p->postcode));
    }
    for (size_t i = 0; i < teams->len; i++) {
        if (teams->at[i].person != who->one) continue;
        hit.teams = listed(c->arena, hit.teams, teams->at[i].team);
        if (!hit.barred) hit.also = listed(c->arena, hit.also, teams->at[i].also);
    }
    return hit;
}

static FindHits hits_of(Ctx *c, const Candidate *at, size_t n, size_t most) {
    FindHits hits = {.len = n < most ? n : most, .more = n > most};
    int64_t *people = arena_new(c->arena, int64_t, hits.len);
    for (size_t i = 0; i < hits.len; i++) people[i] = at[i].one;
    Str list = numbers_text(c->arena, people, hits.len), today = date_iso(c->arena, c->today);
    ShownPersonList shown = people_shown(c->db, list, c->actor.id, c->now, today);
    ShownTeamList teams = teams_shown(c->db, list, c->now);
    hits.at = arena_new(c->arena, FindHit, hits.len);
    for (size_t i = 0; i < hits.len; i++) {
        hits.at[i] = hit_of(c, &at[i], &shown, &teams);
        note_before_answer(c, "people.search", "person", people[i]);
    }
    return hits;
}

FindHits find_people(Ctx *c, FindAsk ask, size_t most) {
    Str unclear = {0};
    Asked *q = arena_new(c->arena, Asked, 1);
    *q = asked_read(c->arena, ask, c->today, &unclear);
    FindHits hits = {0};
    if (!asked_nothing(q)) {
        Mets mets = people_met(c, q);
        Candidate *at = NULL;
        size_t n = mets.len ? candidates(c, q, &mets, &at) : 0;
        if (n)
            hits = hits_of(c, at, n, most);
        else
            note_before_answer(c, "people.search", "person", NONE);
    }
    hits.unclear = unclear;
    return hits;
}
