// My team's work, for those who lead it: what each holds, what is late, what nobody holds, which cases stand
// still, and handing a case over.
#include <inttypes.h>

#include "access/settings.h"
#include "pathway/plan/episode.h"
#include "pathway/work/pages.h"
#include "pathway/work/team.h"
#include "pathway/work/team.html.h"

// The team asked for, of those the actor leads; the first when none is asked for. NULL: they lead none.
static const WorkTeam *team_led(Ctx *c, WorkTeamList all) {
    int64_t wanted = NONE;
    str_int(param(c->query, S("team")), &wanted);
    const WorkTeam *first = NULL;
    for (size_t i = 0; i < all.len; i++) {
        if (!all.at[i].lead) continue;
        if (all.at[i].id == wanted) return &all.at[i];
        if (!first) first = &all.at[i];
    }
    return first;
}

static Worker *worker_of(TeamPage *p, int64_t account) {
    for (size_t i = 0; i < p->n_workers; i++)
        if (p->workers[i].id == account) return &p->workers[i];
    return NULL;
}

// What each of the team holds, in this team or elsewhere.
static void count_held(Ctx *c, TeamPage *p, TeamPersonList people, WorkLines lines, int64_t most) {
    p->workers = arena_new(c->arena, Worker, people.len);
    for (size_t i = 0; i < people.len; i++)
        p->workers[p->n_workers++] = (Worker){.id = people.at[i].id, .name = people.at[i].name};
    for (size_t i = 0; i < lines.len; i++) {
        Worker *w = worker_of(p, lines.at[i].item->owner_id);
        if (!w) continue;
        w->items++;
        w->late += lines.at[i].late;
        w->children += str_eq(lines.at[i].item->kind, S("episode"));
        w->heavy = (int64_t)w->children > most;
    }
}

// What the team holds and somebody answers for who does not work in it any more (P1: this is to be empty).
static void find_unheld(Ctx *c, TeamPage *p) {
    p->unheld.at = arena_new(c->arena, WorkLine, p->lines.len);
    for (size_t i = 0; i < p->lines.len; i++)
        if (p->lines.at[i].item->team_id == p->team->id && !worker_of(p, p->lines.at[i].item->owner_id))
            p->unheld.at[p->unheld.len++] = p->lines.at[i];
}

static TeamPage team_read(Ctx *c, const WorkTeam *t, WorkDays days, int64_t most) {
    TeamPage p = {.team = t};
    StillList still = {0};
    TeamPersonList people = {0};
    Work work = work_new(c, t->id);
    for (int round = 0; db_together(c->db, &round);) {
        work_find(c, &work);
        people = team_people_now(c->db, t->id, c->now);
        still = work_still(c->db, NONE, t->id, work_still_since(c, days));
    }
    Str strangers = work_strangers(c, &work, (WorkPersonList){0});
    if (strangers.len) work_learn(&work, work_sights(c->db, strangers, c->actor.id, c->now));
    if (work_untold(&work)) work_find(c, &work);
    WorkLines lines = work_lines(c, work.items, days);
    count_held(c, &p, people, lines, most);
    p.lines = work_lines_once(c, lines);
    p.still = work_quiet(c->arena, still, p.lines, work_still_since(c, days));
    p.people = people_choices(c, people);
    find_unheld(c, &p);
    return p;
}

Reply work_team(Ctx *c) {
    WorkTeamList all = {0};
    WorkDays days = {0};
    int64_t most = 0;
    for (int round = 0; db_together(c->db, &round);) {
        all = team_of(c);
        days = work_days(c);
        most = setting_int(c->db, "work.load");
    }
    const WorkTeam *t = team_led(c, all);
    Buf out = {.arena = c->arena};
    if (t) {
        TeamPage p = team_read(c, t, days, most);
        p.teams = all;
        team_view(&out, c, &p);
    } else {
        team_none_view(&out);
    }
    return page(c, (Page){.title = S("My team"), .wide = true, .no_index = true}, &out);
}

// Hands an episode of the team to another who works in it.
Reply work_hand_over(Ctx *c) {
    int64_t to = NONE;
    const Episode *e = episode_of(c->db, part_int(c, 0));
    if (!e) return status_page(c, 404);
    if (!record_open(c, e->person_id)) return record_refused(c, e->person_id);
    if (!work_leads(c->db, e->team_id, c->actor.id, c->now)) return status_page(c, 403);
    str_int(param(c->form, S("to")), &to);
    Str why = str_trim(param(c->form, S("why")));
    if (to == NONE || !team_has(c->db, e->team_id, to, c->now))
        return see_other_saying(c, S("Nothing is changed: choose who takes it over"),
                                "/work/team?team=%" PRId64, e->team_id);
    if (!episode_owner_change(c, e->id, to, NONE, why.len ? why : S("Handed over by the team’s manager")))
        return status_page(c, 409);
    return see_other_saying(c, str_fmt(c->arena, "%.*s answers for it now", STR_FMT(access_name(c->db, to))),
                            "/work/team?team=%" PRId64, e->team_id);
}
