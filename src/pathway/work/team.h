// A team's work as its page draws it. Private to this folder.
#ifndef KITH_PATHWAY_WORK_TEAM_H
#define KITH_PATHWAY_WORK_TEAM_H

#include "pathway/plan/episode.h"
#include "pathway/work/work.h"

typedef struct Worker {
    int64_t id;
    Str name;
    size_t children, items, late;
    bool heavy;                            // more children than the setting says
} Worker;
typedef struct TeamPage {
    const WorkTeam *team;
    WorkTeamList teams;
    WorkLines lines, unheld;
    Worker *workers;
    size_t n_workers;
    Quiets still;
    Choices people;
} TeamPage;

#endif
