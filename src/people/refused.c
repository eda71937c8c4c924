// A refusal that says who can let one in (P5).
#include "people/record.h"
#include "people/record.html.h"

Reply record_refused(Ctx *c, int64_t person) {
    const Person *p = person_shown(c->db, person);
    if (!p || !may(c->actor, PEOPLE_FIND)) return status_page(c, 404);
    bool barred = barred_from(c->db, c->actor.id, p->id) > 0;
    note_before_answer(c, barred ? "record.barred" : "record.refuse", "person", p->id);
    Buf out = {.arena = c->arena};
    record_refused_view(&out, p->id, record_keepers(c->db, p->id, c->now), barred,
                        may(c->actor, GLASS_BREAK));
    return page_status(c, 403, (Page){.title = S("You cannot open this record"), .no_index = true}, &out);
}
