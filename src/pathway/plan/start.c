// Beginning an episode of help from a child's record: by somebody who has a way to it, for a team of theirs.
#include "pathway/plan/case.h"

typedef struct StartForm {
    Str team, on, what;
} StartForm;
enum { B_TEAM, B_ON, B_WHAT };
static const Field fields[] = {
    [B_TEAM] = {FIELD(StartForm, team), .label = S("Which of your teams holds it?"),
                .hint = S("Everybody who works in it sees the record"), .kind = RADIOS, .required = true,
                .missing = S("Choose the team that holds it")},
    [B_WHAT] = {FIELD(StartForm, what), .label = S("What happens next?"),
                .hint = S("“First meeting of the team around the child”"), .kind = TEXT, .required = true,
                .max = 160, .missing = S("Enter what happens next")},
    [B_ON] = {FIELD(StartForm, on), .label = S("By when?"), .kind = DATE, .required = true,
              .missing = S("Enter the day by which it happens")},
};
static const Form form = {S("Begin help for this child"), S("Begin"), fields, COUNT(fields)};

static Filled blank(Ctx *c) {
    Filled f = form_blank(&form, NULL);
    WorkTeamList mine = team_of(c);
    Choice *at = arena_new(c->arena, Choice, mine.len + 1);
    for (size_t i = 0; i < mine.len; i++)
        at[i] = (Choice){.value = case_id_text(c->arena, mine.at[i].id),
                         .label = mine.at[i].name,
                         .hint = team_kind_text(mine.at[i].kind)};
    f.choices[B_TEAM] = (Choices){mine.len, at};
    return f;
}

static const char *kind_of(Ctx *c, int64_t team) {
    const Team *t = team_find(c->db, team);
    return t && str_eq(t->kind, S("social-care")) ? "social-care" : "early-help";
}

static Reply starting(Ctx *c, bool save) {
    int64_t person = part_int(c, 0);
    Record *r = record_open(c, person);
    if (!r) return record_refused(c, person);
    StartForm in = {0};
    Filled f = blank(c);
    if (save) form_take(c, &f, &in);
    if (save && !f.n_errors && case_day_of(in.on) < c->today)
        form_wrong(&f, "on", S("That day is over: enter today or a later one"));
    if (!save || f.n_errors) return start_reply(c, r, &f);
    int64_t team = case_id_of(in.team);
    int64_t id = episode_begin(c, (EpisodeNew){.person = person,
                                               .kind = kind_of(c, team),
                                               .owner = c->actor.id,
                                               .team = team,
                                               .next_on = case_day_of(in.on),
                                               .next_what = in.what});
    return see_other_saying(c, S("The help has begun, and you answer for it"), "/work/episodes/%lld",
                            (long long)id);
}

Reply episode_new(Ctx *c) { return starting(c, false); }
Reply episode_new_save(Ctx *c) { return starting(c, true); }
