// The plan for everybody: it holds no figures, so it is read as it stands.
#include "plan/pages/pages.h"
#include "plan/pages/plan.html.h"

Reply plan_show(Ctx *c) {
    Buf out = {.arena = c->arena};
    plan_page(&out, plan_current(c->db), plan_editions(c->db), plan_sets(c->db), plan_objectives(c->db),
        plan_priorities(c->db), plan_commitments(c->db));
    return page(c, (Page){.title = S("The plan")}, &out);
}

Reply objective_show(Ctx *c) {
    const PlanObjective *o = plan_objective(c->db, c->part[0]);
    if (!o) return status_page(c, 404);
    Buf out = {.arena = c->arena};
    const Publication *p = publication_newest(c->db);
    Snapshot snap = {0};
    MeasureList m = {0};
    if (p && publication_read(c->arena, c->db, p, &snap))
        m = measures_find(c->arena, &snap.report, snapshot_flags(&snap),
                          (MeasureFilter){.objective = o->code, .page = 1});
    objective_page(&out, o, plan_objectives(c->db), plan_became(c->db, o->id), plan_came_from(c->db, o->id),
        plan_objective_notes(c->db, o->id), m);
    Page g = {.title = o->title};
    g.crumbs[0] = (Crumb){S("The plan"), url_path(c->arena, "/plan")};
    g.crumbs[1] = (Crumb){o->title, url_path(c->arena, "/plan/objectives/%.*s", STR_FMT(o->code))};
    return page(c, g, &out);
}
