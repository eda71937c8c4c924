// My work: what I answer for, the late first, and the children for whom nothing was written down for long.
#include "access/settings.h"
#include "pathway/work/mine.html.h"
#include "pathway/work/pages.h"

Reply work_mine(Ctx *c) {
    int64_t me = c->actor.id;
    Instant before = c->now - setting_int(c->db, "work.still_days") * INT64_C(86400000);
    MinePage p = {0};
    StillList still = {0};
    WorkPersonList near = {0}, also = {0};
    for (int round = 0; db_together(c->db, &round);) {
        near = work_near(c->db, me, c->now);
        also = work_also(c->db, me);
        still = work_still(c->db, me, NONE, before);
    }
    WorkAsk mine = {.owner = me, .team = NONE};
    WorkSeen seen = work_seen(c, near);
    work_read(c, &seen, also, &mine, 1);
    Str whole = buf_str(&seen.whole), some = buf_str(&seen.some);
    for (int round = 0; also.len && db_together(c->db, &round);) {
        p.writing = work_writing(c->db, me, whole, some);
        p.helped = work_around(c->db, me, whole, some);
    }
    p.lines = work_lines(c, mine.items);
    p.still = work_quiet(c->arena, still, p.lines);
    Buf out = {.arena = c->arena};
    mine_view(&out, c, &p);
    return page(c, (Page){.title = S("My work"), .wide = true, .no_index = true}, &out);
}
