// My work: what I answer for, the late first, and the children for whom nothing was written down for long.
#include "access/settings.h"
#include "pathway/work/mine.html.h"
#include "pathway/work/pages.h"

Reply work_mine(Ctx *c) {
    WorkLines lines = work_lines(c, work_of(c->db, c->actor.id, c->actor.id, c->now));
    Instant before = c->now - setting_int(c->db, "work.still_days") * INT64_C(86400000);
    StillList still = work_still(c->db, c->actor.id, NONE, c->actor.id, c->now, before);
    Buf out = {.arena = c->arena};
    mine_view(&out, c, lines, still);
    return page(c, (Page){.title = S("My work"), .wide = true, .no_index = true}, &out);
}
