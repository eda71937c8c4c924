// /me: what a child or a parent sees of the help they get, and what each says about it. A record opens
// here by me_link alone.
#include <inttypes.h>

#include "db/outbox.h"
#include "people/tie.h"
#include "voice/me/me.html.h"
#include "voice/me/pages.h"
#include "web/layout.h"

#define YEAR_MS (INT64_C(365) * 86400000)

Page me_frame(Str title) { return (Page){.title = title, .no_index = true, .door = S("me")}; }

int64_t me_opened(Ctx *c) {
    int64_t may = me_may(c->db, c->actor.id, part_int(c, 0), c->now);
    return may == NONE ? 0 : may;
}

bool me_past(Ctx *c, Str day) { return day.len && str_cmp(day, date_iso(c->arena, c->today)) < 0; }

size_t me_said_by(MeViewList all, bool told) {
    size_t n = 0;
    for (size_t i = 0; i < all.len; i++) n += (all.at[i].told != 0) == told;
    return n;
}

static Reply show(Ctx *c, int64_t person, int64_t may) {
    MePage p = {.person = person_shown(c->db, person),
                .own = may == 2,
                .next = me_next(c->db, person),
                .actions = me_actions(c->db, person, may),
                .team = me_team(c->db, person, c->now),
                .views = me_views(c->db, person, may, c->actor.id)};
    if (p.own) {
        p.meetings = me_meetings_now(c, person);
        p.proposals = me_proposals(c->db, person);
        p.helped = me_episode(c->db, person) != NONE;
    }
    if (!p.person) return status_page(c, 404);
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
    int64_t may = me_opened(c);
    return may ? show(c, part_int(c, 0), may) : status_page(c, 404);
}

Reply me_looked_show(Ctx *c) {
    if (me_opened(c) != 2) return status_page(c, 404);
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

// What a parent is asked: who may read it is no choice of theirs, and is said.
static const Field tell_fields[] = {
    {FIELD(Say, words), .label = S("What do you want to say?"), .kind = TEXTAREA, .required = true,
     .max = 4000, .missing = S("Write something, even one word")},
    {FIELD(Say, about), .label = S("What is it about?"), .hint = S("You can leave this out"), .kind = TEXT,
     .max = 120},
    {FIELD(Say, now), .kind = HIDDEN, .max = 1},
};
static const Form tell_form = {S("Write to the team"), S("Send it"), tell_fields, COUNT(tell_fields)};

static Reply say_page(Ctx *c, int64_t may, const Filled *f, int status) {
    bool now = f->value[f->form->n_fields - 1].len > 0;
    Buf out = {.arena = c->arena};
    if (may == 2)
        me_say_page(&out, c, f, c->path, now);
    else
        me_tell_page(&out, c, f, person_shown(c->db, part_int(c, 0))->name, now);
    Page p = me_frame(now ? S("Tell someone today") : f->form->title);
    p.error = status != 200;
    return page_status(c, status, p, &out);
}

Reply me_say_show(Ctx *c) {
    int64_t may = me_opened(c);
    if (!may) return status_page(c, 404);
    Say in = {.parents = S("no"), .now = param(c->query, S("now"))};
    Filled f = form_blank(may == 2 ? &say_form : &tell_form, &in);
    return say_page(c, may, &f, 200);
}

// `from` is "child", or what the parent is to the child.
static void note_said(Ctx *c, const Say *in, int64_t view, Str from) {
    bool urgent = in->now.len, child = str_eq(from, S("child"));
    Str said = child ? S("Said at their own door")
                     : str_fmt(c->arena, "The %.*s wrote at their own door", STR_FMT(from));
    Str asked = child ? S("Asked to tell somebody today")
                      : str_fmt(c->arena, "The %.*s asked to tell somebody today", STR_FMT(from));
    entry_add(c, (EntryNew){.person = part_int(c, 0),
                            .kind = "view",
                            .what = urgent ? "tell-someone" : "view",
                            .title = urgent ? asked : said,
                            .body = in->words,
                            .nature = "report",
                            .source = str_fmt(c->arena, "the %.*s", STR_FMT(from)),
                            .subject = "view",
                            .subject_id = view});
    access_audit(c, "me.say", "person", part_int(c, 0), (Str){0});
}

// Who is to tell somebody today is not left to be found on a list. Mail says nobody's name.
static void send_word(Ctx *c, MeKeeperList keepers) {
    for (size_t i = 0; i < keepers.len; i++) {
        const MeKeeper *k = &keepers.at[i];
        bool twice = false;
        for (size_t j = 0; j < i; j++) twice |= k->id == keepers.at[j].id;
        if (twice || (i && !k->stands_in) || !outbox_address(k->email)) continue;
        outbox_mail(c->db, c->now,
                    (Mail){.to = k->email,
                           .subject = S("Somebody wants to tell you something today"),
                           .text = S("Somebody whom you or your team help asked, on their own page in "
                                     "Kith, to tell somebody today.\n\nSign in to Kith now: it stands first "
                                     "under My work of whoever answers for it, and on the team’s page.\n")});
    }
}

// Who answers for the word that is brought back; NONE: nobody, which only a fault or an empty site makes so.
static int64_t keeper(Ctx *c, int64_t person, bool urgent) {
    MeKeeperList all = me_keepers(c->db, person, c->now);
    if (urgent) send_word(c, all);
    return all.len ? all.at[0].id : NONE;
}

static int64_t say(Ctx *c, const Say *in) {
    int64_t person = part_int(c, 0), feeling = NONE, by = keeper(c, person, in->now.len > 0);
    if (by == NONE) return 0;
    str_int(in->feeling, &feeling);
    int64_t view = me_say(c->db, person, in->words, S("typed it at their own door"),
                          in->about.len ? in->about : (Str){0}, c->now, by, c->actor.id);
    me_say_with(c->db, view, feeling, str_eq(in->parents, S("yes")), in->now.len > 0);
    note_said(c, in, view, S("child"));
    return view;
}

// 0: nobody knows which person this account is, or there is nobody to tell.
static int64_t tell(Ctx *c, const Say *in) {
    int64_t person = part_int(c, 0);
    const MeSelf *self = me_self(c->db, c->actor.id, person);
    int64_t by = self ? keeper(c, person, in->now.len > 0) : NONE;
    if (by == NONE) return 0;
    const TieKind *tie = self->kind.at ? tie_kind(self->kind) : NULL;
    Str as = tie ? tie_word(tie, false, self->gender) : S("family member");
    Str about = in->about.len ? in->about : str_fmt(c->arena, "what their %.*s wrote", STR_FMT(as));
    int64_t view =
        me_tell(c->db, person, in->words, about, c->now, by, c->actor.id, self->id, as);
    me_say_with(c->db, view, NONE, false, in->now.len > 0);
    note_said(c, in, view, as);
    return view;
}

Reply me_say_send(Ctx *c) {
    int64_t may = me_opened(c);
    if (!may) return status_page(c, 404);
    Say in = {0};
    Filled f = form_read(c, may == 2 ? &say_form : &tell_form, &in);
    if (f.n_errors) return say_page(c, may, &f, 422);
    if (!(may == 2 ? say(c, &in) : tell(c, &in))) return status_page(c, 409);
    return see_other_saying(c, S("Sent. The person who helps you will read it"), "/me/%" PRId64,
                            part_int(c, 0));
}
