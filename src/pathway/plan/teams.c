// The office's teams: which agency has which, who works in them from when until when, and who leads. A team
// that holds a child is not ended before another team holds it (P1).
#include "pathway/plan/episode.h"
#include "pathway/plan/pages.h"
#include "pathway/plan/teams.html.h"

static const Crumb office = {S("Office"), {S("/office")}}, teams_crumb = {S("Teams"), {S("/office/teams")}};

typedef struct TeamForm {
    Str agency, name, kind;
} TeamForm;
enum { AGENCY, NAME, KIND };
static const Field fields[] = {
    [AGENCY] = {FIELD(TeamForm, agency), .label = S("Agency"), .kind = SELECT, .required = true,
                .missing = S("Choose the agency whose team it is")},
    [NAME] = {FIELD(TeamForm, name), .label = S("Name"), .hint = S("As people say it"), .kind = TEXT,
              .required = true, .max = 120, .missing = S("Enter the team’s name")},
    [KIND] = {FIELD(TeamForm, kind), .label = S("What it does"), .kind = RADIOS, .required = true,
              .missing = S("Choose what it does")},
};
static const Form add_form = {S("Add a team"), S("Add it"), fields, COUNT(fields)};
static const Form edit_form = {S("Change a team"), S("Save"), fields, COUNT(fields)};

typedef struct MemberForm {
    Str who, lead, from;
} MemberForm;
enum { WHO, LEAD, FROM };
static const Field member_fields[] = {
    [WHO] = {FIELD(MemberForm, who), .label = S("Who"), .kind = SELECT, .required = true,
             .missing = S("Choose who works in the team")},
    [LEAD] = {FIELD(MemberForm, lead), .label = S("Do they lead the team?"),
              .hint = S("Its leaders answer for what the team holds"), .kind = YESNO, .required = true,
              .missing = S("Say whether they lead it")},
    [FROM] = {FIELD(MemberForm, from), .label = S("From"), .hint = S("Today, if you leave it empty"),
              .kind = DATE},
};
static const Form member_form = {S("Add somebody"), S("Add them"), member_fields, COUNT(member_fields)};

Reply teams_show(Ctx *c) {
    Buf out = {.arena = c->arena};
    teams_page(&out, c, team_all(c->db, (Str){0}, 1));
    return page(c, (Page){.title = S("Teams"), .crumbs = {office}, .no_index = true}, &out);
}

static void set_choices(Ctx *c, Filled *f) {
    f->choices[AGENCY] = access_agencies(c);
    f->choices[KIND] = (Choices){n_team_kinds, team_kinds};
}

static int64_t id_of(Str text) {
    int64_t id = 0;
    return str_int(text, &id) ? id : 0;
}

// Reads either form; another team of that name in the agency is an error of it.
static Filled read_team(Ctx *c, const Form *form, TeamForm *in, int64_t self) {
    Filled f = form_blank(form, NULL);
    set_choices(c, &f);
    form_take(c, &f, in);
    int64_t same = f.n_errors ? NONE : team_named(c->db, id_of(in->agency), in->name);
    if (same != NONE && same != self)
        form_wrong(&f, "name", S("That agency has a team of this name already: choose another name"));
    return f;
}

Reply teams_add(Ctx *c) {
    Filled f = form_blank(&add_form, NULL);
    set_choices(c, &f);
    return form_reply(c, &f, (Page){.crumbs = {office, teams_crumb}});
}

Reply teams_add_save(Ctx *c) {
    TeamForm in = {0};
    Filled f = read_team(c, &add_form, &in, NONE);
    if (f.n_errors) return form_reply(c, &f, (Page){.crumbs = {office, teams_crumb}});
    int64_t id = team_put(c->db, id_of(in.agency), in.name, in.kind);
    access_audit(c, "team.add", "team", id, (Str){0});
    return see_other_saying(c, S("The team is added. Now say who works in it"), "/office/teams/%lld",
                            (long long)id);
}

static Filled member_blank(Ctx *c, const Team *t) {
    Filled f = form_blank(&member_form, NULL);
    TeamPersonList people = agency_people(c->db, t->agency_id);
    Choice *at = arena_new(c->arena, Choice, people.len + 1);
    for (size_t i = 0; i < people.len; i++)
        at[i] = (Choice){.value = str_fmt(c->arena, "%lld", (long long)people.at[i].id),
                         .label = people.at[i].name};
    f.choices[WHO] = (Choices){people.len, at};
    return f;
}

static Reply team_reply(Ctx *c, const Team *t, const Filled *edit, const Filled *member) {
    bool wrong = edit->n_errors + member->n_errors > 0;
    Buf out = {.arena = c->arena};
    team_page(&out, c, t, team_members(c->db, t->id), edit, member);
    Page p = {.title = t->name, .crumbs = {office, teams_crumb}, .no_index = true, .error = wrong};
    return page_status(c, wrong ? 422 : 200, p, &out);
}

static Filled team_filled(Ctx *c, const Team *t) {
    TeamForm in = {str_fmt(c->arena, "%lld", (long long)t->agency_id), t->name, t->kind};
    Filled f = form_blank(&edit_form, &in);
    set_choices(c, &f);
    return f;
}

Reply teams_edit(Ctx *c) {
    const Team *t = team_find(c->db, part_int(c, 0));
    if (!t) return status_page(c, 404);
    Filled edit = team_filled(c, t), member = member_blank(c, t);
    return team_reply(c, t, &edit, &member);
}

Reply teams_edit_save(Ctx *c) {
    const Team *t = team_find(c->db, part_int(c, 0));
    if (!t) return status_page(c, 404);
    TeamForm in = {0};
    Filled f = read_team(c, &edit_form, &in, t->id), member = member_blank(c, t);
    if (!f.n_errors && id_of(in.agency) != t->agency_id)
        form_wrong(&f, "agency", S("A team stays with its agency: add one to the other agency"));
    if (f.n_errors) return team_reply(c, t, &f, &member);
    team_change(c->db, t->id, in.name, in.kind);
    access_audit(c, "team.change", "team", t->id, (Str){0});
    return see_other_saying(c, S("The team is changed"), "/office/teams/%lld", (long long)t->id);
}

Reply teams_end(Ctx *c) {
    const Team *t = team_find(c->db, part_int(c, 0));
    if (!t) return status_page(c, 404);
    bool ending = t->ended_at == NONE;
    int64_t changed = ending ? team_end(c->db, t->id, c->now) : team_resume(c->db, t->id);
    if (changed != 1 && ending)
        return see_other_saying(c, S("The team still holds children: hand them to another team first"),
                                "/office/teams/%lld", (long long)t->id);
    access_audit(c, ending ? "team.end" : "team.resume", "team", t->id, (Str){0});
    return see_other_saying(c, ending ? S("The team has ended") : S("The team works again"), "/office/teams");
}

// A day in the past would show its new member what the team held before anybody knew: from today at earliest.
static void check_member(Ctx *c, Filled *f, const Team *t, const MemberForm *in, Instant *ret_from) {
    Date from = c->today;
    if (in->from.len && !f->n_errors) date_parse(in->from, &from);
    if (from < c->today) form_wrong(f, "from", S("They start today or later: enter such a day"));
    if (!f->n_errors && team_member_open(c->db, t->id, id_of(in->who)))
        form_wrong(f, "who", S("They work in this team already"));
    *ret_from = from > c->today ? instant_at(from, 0) : c->now;
}

Reply teams_member_add(Ctx *c) {
    const Team *t = team_find(c->db, part_int(c, 0));
    if (!t) return status_page(c, 404);
    MemberForm in = {0};
    Instant from;
    Filled edit = team_filled(c, t), f = member_blank(c, t);
    form_take(c, &f, &in);
    check_member(c, &f, t, &in, &from);
    if (f.n_errors) return team_reply(c, t, &edit, &f);
    team_member_put(c->db, t->id, id_of(in.who), str_eq(in.lead, S("yes")), from);
    access_audit(c, "team.join", "team", t->id,
                 str_fmt(c->arena, "{\"account\":%lld}", (long long)id_of(in.who)));
    return see_other_saying(c, S("They are in the team"), "/office/teams/%lld", (long long)t->id);
}

Reply teams_member_end(Ctx *c) {
    const Team *t = team_find(c->db, part_int(c, 0));
    if (!t || team_member_end(c->db, part_int(c, 1), t->id, c->now) != 1) return status_page(c, 404);
    access_audit(c, "team.leave", "team", t->id,
                 str_fmt(c->arena, "{\"member\":%lld}", (long long)part_int(c, 1)));
    return see_other_saying(c, S("They have left the team, and see what it holds no more"),
                            "/office/teams/%lld", (long long)t->id);
}
