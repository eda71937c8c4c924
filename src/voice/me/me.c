// /me: what a child or a parent sees of the help they get, and what a child says about it. A record opens
// here by me_link alone.
#include <inttypes.h>

#include "voice/me/me.html.h"
#include "voice/me/pages.h"
#include "web/layout.h"

#define YEAR_MS (INT64_C(365) * 86400000)

static Page me_frame(Str title) { return (Page){.title = title, .no_index = true, .door = S("me")}; }

// 0: this door is not open to that record; 1 a child's; 2 their own.
static int64_t opened(Ctx *c) {
    int64_t may = me_may(c->db, c->actor.id, part_int(c, 0), c->now);
    return may == NONE ? 0 : may;
}

static Reply show(Ctx *c, int64_t person, int64_t may) {
    MePage p = {.person = person_shown(c->db, person),
                .own = may == 2,
                .next = me_next(c->db, person),
                .actions = me_actions(c->db, person),
                .team = me_team(c->db, person, c->now),
                .views = me_views(c->db, person, may, c->actor.id)};
    note_before_answer(c, "me.open", "person", person);
    Buf out = {.arena = c->arena};
    me_page(&out, c, &p);
    return page(c, me_frame(S("My page")), &out);
}

Reply me_front(Ctx *c) {
    MeShownList shown = me_shown(c->db, c->actor.id, c->now);
    if (shown.len == 1) return show(c, shown.at[0].id, shown.at[0].own + 1);
    Buf out = {.arena = c->arena};
    if (shown.len)
        me_choose(&out, shown);
    else
        me_nobody(&out);
    return page(c, me_frame(S("My page")), &out);
}

Reply me_record(Ctx *c) {
    int64_t may = opened(c);
    return may ? show(c, part_int(c, 0), may) : status_page(c, 404);
}

Reply me_looked_show(Ctx *c) {
    if (opened(c) != 2) return status_page(c, 404);
    Buf out = {.arena = c->arena};
    me_looked_page(&out, c, part_int(c, 0), me_looked(c->db, part_int(c, 0), c->now - YEAR_MS));
    return page(c, me_frame(S("Who looked at my record")), &out);
}

// ---- saying something -------------------------------------------------------------------------------------

typedef struct Say {
    Str words, about, feeling, parents, now;
} Say;
static const Choice feelings[] = {
    {S("0"), S("0 – as bad as can be"), {0}},
    {S("1"), S("1"), {0}},
    {S("2"), S("2"), {0}},
    {S("3"), S("3"), {0}},
    {S("4"), S("4"), {0}},
    {S("5"), S("5"), {0}},
    {S("6"), S("6"), {0}},
    {S("7"), S("7"), {0}},
    {S("8"), S("8"), {0}},
    {S("9"), S("9"), {0}},
    {S("10"), S("10 – as good as can be"), {0}},
};
static const Choice sharing[] = {
    {S("no"), S("Only the people who help me"), {0}},
    {S("yes"), S("My parent or carer may read it too"), {0}},
};
static const Field say_fields[] = {
    {FIELD(Say, words), .label = S("What do you want to say?"), .kind = TEXTAREA, .required = true,
     .max = 4000, .missing = S("Write something, even one word")},
    {FIELD(Say, about), .label = S("What is it about?"), .hint = S("You can leave this out"), .kind = TEXT},
    {FIELD(Say, feeling), .label = S("How does it feel?"), .hint = S("You can leave this out"),
     .kind = SELECT, .choices = feelings, .n_choices = COUNT(feelings)},
    {FIELD(Say, parents), .label = S("Who may read it?"), .kind = RADIOS, .required = true,
     .choices = sharing, .n_choices = COUNT(sharing), .missing = S("Choose who may read it")},
    {FIELD(Say, now), .kind = HIDDEN, .max = 1},
};
static const Form say_form = {S("Say something"), S("Send it"), say_fields, COUNT(say_fields)};

static Reply say_page(Ctx *c, const Filled *f, int status) {
    bool now = f->value[4].len > 0;
    Buf out = {.arena = c->arena};
    me_say_page(&out, c, f, c->path, now);
    Page p = me_frame(now ? S("Tell someone today") : S("Say something"));
    p.error = status != 200;
    return page_status(c, status, p, &out);
}

Reply me_say_show(Ctx *c) {
    if (opened(c) != 2) return status_page(c, 404);
    Say in = {.parents = S("no"), .now = param(c->query, S("now"))};
    Filled f = form_blank(&say_form, &in);
    return say_page(c, &f, 200);
}

Reply me_say_send(Ctx *c) {
    int64_t person = part_int(c, 0), feeling = NONE;
    if (opened(c) != 2) return status_page(c, 404);
    Say in = {0};
    Filled f = form_read(c, &say_form, &in);
    if (f.n_errors) return say_page(c, &f, 422);
    str_int(in.feeling, &feeling);
    bool urgent = in.now.len;
    int64_t view = me_say(c->db, person, in.words, S("typed it at their own door"),
                          in.about.len ? in.about : (Str){0}, c->now, me_keeper(c->db, person), c->actor.id);
    me_say_with(c->db, view, feeling, str_eq(in.parents, S("yes")), urgent);
    entry_add(c, (EntryNew){.person = person,
                            .kind = "view",
                            .what = urgent ? "tell-someone" : "view",
                            .title = urgent ? S("Asked to tell somebody today") : S("Said at their own door"),
                            .body = in.words,
                            .nature = "report",
                            .source = S("the child"),
                            .subject = "view",
                            .subject_id = view});
    access_audit(c, "me.say", "person", person, (Str){0});
    return see_other_saying(c, S("Sent. The person who helps you will read it"), "/me/%" PRId64, person);
}
