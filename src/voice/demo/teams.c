// The demonstration's teams, and who works in them.
#include "voice/demo/demo.sql.h"
#include "voice/demo/inside.h"

enum { FORMED_DAYS = 500 };                // so many days ago the teams began: before any story

static const struct {
    Str name, kind, leader, members;    // e-mail names at demo.example; the leader's agency is the team's
} teams[] = {
    {S("Children and Families Direct"), S("front-door"), S("manager"), S("adviser")},
    {S("Screening and Duty"), S("duty"), S("manager"), S("social-worker adviser")},
    {S("Emergency Duty Team"), S("out-of-hours"), S("manager"), S("social-worker")},
    {S("Neighbourhood Fieldwork"), S("social-care"), S("manager"), S("social-worker")},
    {S("North Targeted Family Support"), S("early-help"), S("family-worker"), S("")},
    {S("Example Academy pastoral team"), S("early-help"), S("teacher"), S("")},
    {S("School nursing and health visiting"), S("early-help"), S("nurse"), S("")},
};

static int64_t account(Arena *a, Db *db, Str who) {
    return demo_account(db, str_fmt(a, "%.*s@demo.example", STR_FMT(who)));
}

static void join(Arena *a, Db *db, int64_t team, Str who, bool lead, Instant now) {
    int64_t id = account(a, db, who);
    if (id != NONE && demo_member(db, team, id) == 0)
        demo_member_add(db, team, id, lead, now - FORMED_DAYS * DAY_MS);
}

Str demo_teams(Arena *a, Db *db, Instant now) {
    for (size_t i = 0; i < COUNT(teams); i++) {
        int64_t leader = account(a, db, teams[i].leader);
        if (leader == NONE) return S("The demonstration's accounts are missing.");
        int64_t agency = demo_agency_of(db, leader), team = demo_team(db, agency, teams[i].name);
        if (team == NONE) team = demo_team_add(db, agency, teams[i].name, teams[i].kind);
        join(a, db, team, teams[i].leader, true, now);
        Str rest = teams[i].members;
        while (rest.len) join(a, db, team, str_cut(&rest, S(" ")), false, now);
    }
    return (Str){0};
}
