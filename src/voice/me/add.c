// A child adds to their own plan: what they want to get better, or to do themselves. It waits with whoever
// answers for the help until it is in the plan, or it is said why not (W169, P1, P8).
#include <inttypes.h>

#include "pathway/plan/episode.h"
#include "voice/me/meet.html.h"
#include "voice/me/pages.h"
#include "web/layout.h"

typedef struct Want {
    Str words;
} Want;
static const Field fields[] = {
    {FIELD(Want, words), .label = S("What do you want in your plan?"),
     .hint = S("Something that should get better, or something you want to do yourself"), .kind = TEXTAREA,
     .required = true, .max = 2000, .missing = S("Write what you want, even one word")},
};
static const Form form = {S("Add to my plan"), S("Send it"), fields, COUNT(fields)};

// The episode whose plan it is; NONE: the door is not theirs, or there is no plan.
static int64_t plan_of(Ctx *c) { return me_opened(c) == 2 ? me_episode(c->db, part_int(c, 0)) : NONE; }

static Reply add_page(Ctx *c, const Filled *f) {
    Buf out = {.arena = c->arena};
    me_add_page(&out, c, f, part_int(c, 0));
    Page p = me_frame(f->form->title);
    p.error = f->n_errors > 0;
    return page_status(c, p.error ? 422 : 200, p, &out);
}

Reply me_add_show(Ctx *c) {
    if (plan_of(c) == NONE) return status_page(c, 404);
    Filled f = form_blank(&form, NULL);
    return add_page(c, &f);
}

Reply me_add_send(Ctx *c) {
    int64_t episode = plan_of(c);
    if (episode == NONE) return status_page(c, 404);
    Want in = {0};
    Filled f = form_read(c, &form, &in);
    if (f.n_errors) return add_page(c, &f);
    int64_t id = proposal_put(c->db, episode, in.words, c->now, c->actor.id);
    entry_add(c, (EntryNew){.person = episode_of(c->db, episode)->person_id,
                            .episode = episode,
                            .kind = "view",
                            .what = "view",
                            .title = S("What they want in their plan"),
                            .body = in.words,
                            .nature = "report",
                            .source = S("the child"),
                            .subject = "proposal",
                            .subject_id = id});
    access_audit(c, "me.add", "proposal", id, (Str){0});
    return see_other_saying(c, S("Sent. You can read here what becomes of it"), "/me/%" PRId64,
                            part_int(c, 0));
}
