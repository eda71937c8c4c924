// My work: what I answer for, the late first, and the children for whom nothing was written down for long.
#include "pathway/work/mine.html.h"
#include "pathway/work/pages.h"

// What is asked only when it is known of whom what may be seen.
static void ask_told(Ctx *c, MinePage *p, const Work *mine, WorkPersonList also) {
    if (!also.len) return;
    Str whole = buf_str(&mine->whole), some = buf_str(&mine->some);
    p->writing = work_writing(c->db, c->actor.id, whole, some);
    p->helped = work_around(c->db, c->actor.id, whole, some);
}

Reply work_mine(Ctx *c) {
    int64_t me = c->actor.id;
    MinePage p = {0};
    WorkDays days = {0};
    WorkPersonList also = {0};
    StillList still = {0};
    WorkSightList sights = {0};
    Work mine = work_new(c, NONE);
    for (int round = 0; db_together(c->db, &round);) {
        days = work_days(c);
        also = work_also(c->db, me);
        work_find(c, &mine);
    }
    Str strangers = work_strangers(c, &mine, also);
    bool known = !strangers.len && !work_untold(&mine);
    for (int round = 0; db_together(c->db, &round);) {
        still = work_still(c->db, me, NONE, work_still_since(c, days));
        if (strangers.len) sights = work_sights(c->db, strangers, me, c->now);
        if (known) ask_told(c, &p, &mine, also);
    }
    work_learn(&mine, sights);
    bool untold = work_untold(&mine);
    for (int round = 0; !known && db_together(c->db, &round);) {
        ask_told(c, &p, &mine, also);
        if (untold) work_find(c, &mine);
    }
    p.lines = work_lines(c, mine.items, days);
    p.still = work_quiet(c->arena, still, p.lines, work_still_since(c, days));
    Buf out = {.arena = c->arena};
    mine_view(&out, c, &p);
    return page(c, (Page){.title = S("My work"), .wide = true, .no_index = true}, &out);
}
