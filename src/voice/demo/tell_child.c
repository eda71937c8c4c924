// What a child asks at their own door: of a meeting, and of their plan; and what is answered.
#include "pathway/plan/case.sql.h"
#include "pathway/plan/wish.h"
#include "voice/demo/tell.h"

static void note(Telling *t, Str title, Str body, const char *subject, int64_t id) {
    bool child = t->c->actor.id == tell_account(t, "family");
    entry_add(t->c, (EntryNew){.person = t->who,
                               .episode = t->episode,
                               .kind = "view",
                               .what = "view",
                               .title = title,
                               .body = tell_words(body),
                               .nature = child ? "report" : NULL,
                               .source = child ? S("the child") : (Str){0},
                               .subject = subject,
                               .subject_id = id});
}

int64_t tell_wish(Telling *t, int64_t meeting, const char *kind, Str words) {
    Ctx *c = t->c;
    int64_t id = wish_put(c->db, meeting, str_from(kind), tell_words(words), c->now, c->actor.id);
    note(t, S("Asked something of the meeting"), (Str){0}, "meeting", meeting);
    return id;
}

void tell_granted(Telling *t, int64_t meeting, int64_t wish, Str why) {
    Ctx *c = t->c;
    wish_answer(c->db, wish, meeting, S("yes"), tell_words(why), c->now, c->actor.id);
    if (wish_leads(c->db, meeting)) meeting_changed(c->db, meeting);
    note(t, S("Answered what they ask of the meeting"), (Str){0}, "meeting", meeting);
}

int64_t tell_wants(Telling *t, Str words) {
    Ctx *c = t->c;
    int64_t id = proposal_put(c->db, t->episode, words, c->now, c->actor.id);
    note(t, S("What they want in their plan"), words, "proposal", id);
    return id;
}

void tell_taken(Telling *t, int64_t proposal, int64_t action) {
    Ctx *c = t->c;
    proposal_answer(c->db, proposal, S("taken"), action, NONE, (Str){0}, c->now, c->actor.id);
    note(t, S("Taken into the plan: what they asked for"), (Str){0}, "proposal", proposal);
}
