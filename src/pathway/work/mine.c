// My work: what I answer for, the late first, and the children for whom nothing was written down for long.
#include "access/settings.h"
#include "pathway/work/mine.html.h"
#include "pathway/work/pages.h"

Reply work_mine(Ctx *c) {
    int64_t me = c->actor.id;
    Instant before = c->now - setting_int(c->db, "work.still_days") * INT64_C(86400000);
    MinePage p = {0};
    StillList still = {0};
    WorkAsk mine = {.owner = me, .team = NONE};
    work_read(c, &mine, 1);
    for (int round = 0; db_together(c->db, &round);) {
        p.writing = work_writing(c->db, me, c->now);
        p.helped = work_around(c->db, me, c->now);
        still = work_still(c->db, me, NONE, before);
    }
    p.lines = work_lines(c, mine.items);
    p.still = work_quiet(c->arena, still, p.lines);
    Buf out = {.arena = c->arena};
    mine_view(&out, c, &p);
    return page(c, (Page){.title = S("My work"), .wide = true, .no_index = true}, &out);
}
