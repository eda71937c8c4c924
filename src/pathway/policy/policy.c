// What was in force on a day. Nothing here says anything of a person: whoever works with cases may read it.
#include "pathway/policy/policy.h"
#include "pathway/policy/pages.h"
#include "pathway/policy/policy.html.h"
#include "web/layout.h"

void policy_line(Buf *out, Ctx *c, Instant decided) {
    if (decided == NONE) return;
    Str day = date_iso(c->arena, date_of(decided));
    const PolicyEdition *then = policy_edition(c->db, day);
    bool still = then && (!then->until_on.at || str_cmp(then->until_on, date_iso(c->arena, c->today)) >= 0);
    policy_line_view(out, c->arena, day, then, still);
}

Str until_text(Arena *a, Str day) {
    return day.at ? str_fmt(a, " to %.*s", STR_FMT(day_text(a, day))) : S("");
}

Reply policy_show(Ctx *c) {
    PolicyPage p = {0};
    if (!date_parse(c->part[0], &p.day)) return status_page(c, 404);
    Str day = date_iso(c->arena, p.day);
    p.then = policy_edition(c->db, day);
    p.now = policy_edition(c->db, date_iso(c->arena, c->today));
    p.rules = policy_rules(c->db, day);
    p.forms = policy_forms(c->db, day);
    Buf out = {.arena = c->arena};
    policy_view(&out, c, &p);
    return page(c,
                (Page){.title = S("What was in force"), .wide = true, .crumbs = {{S("Work"), {S("/work")}}}},
                &out);
}
