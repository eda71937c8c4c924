// Beginning, handing on and closing an episode of help.
#include "pathway/plan/episode.h"

#include "pathway/clock/clock.h"
#include "pathway/plan/untold.h"
#include "pathway/plan/wish.sql.h"

const Choice close_reasons[] = {
    {S("needs-met"), S("Needs met"), S("The family is managing, with the services everybody has")},
    {S("escalated"), S("Gone on to social care"), S("Social care has accepted the referral")},
    {S("stepped-down"), S("Gone on in early help"), S("Early help has taken the child over")},
    {S("moved"), S("Moved away"), S("Another area gives the help now, and has been told")},
    {S("other"), S("Another reason"), S("Say which in the words below")},
};
const size_t n_close_reasons = COUNT(close_reasons);

static Str label_of(const Choice *at, size_t n, Str key) {
    for (size_t i = 0; i < n; i++)
        if (str_eq(at[i].value, key)) return at[i].label;
    return key;
}

Str close_reason_text(Str key) { return label_of(close_reasons, n_close_reasons, key); }

// Social care's help goes on in early help by a step alone, which closes it.
Choices close_choices(Arena *a, Str kind) {
    bool early = str_eq(kind, S("early-help"));
    Choice *at = arena_new(a, Choice, n_close_reasons);
    size_t n = 0;
    for (size_t i = 0; i < n_close_reasons; i++) {
        Str key = close_reasons[i].value;
        if (str_eq(key, S("stepped-down")) || (!early && str_eq(key, S("escalated")))) continue;
        at[n++] = close_reasons[i];
    }
    return (Choices){n, at};
}

// In early help a lead professional, in social care the named case holder (W50, W89, W115).
Str episode_lead_text(Str kind) {
    return str_eq(kind, S("social-care")) ? S("Case holder") : S("Lead professional");
}

Str episode_kind_text(Str kind) {
    return str_eq(kind, S("social-care")) ? S("Social care") : S("Early help");
}

const Episode *episode_of(Db *db, int64_t id) { return episode_find(db, id); }

static void episode_entry(Ctx *c, const Episode *e, Str title, Str body) {
    entry_add(c, (EntryNew){.person = e->person_id,
                            .episode = e->id,
                            .kind = "help",
                            .what = "episode",
                            .title = title,
                            .body = body,
                            .subject = "episode",
                            .subject_id = e->id});
}

int64_t episode_begin(Ctx *c, EpisodeNew e) {
    int64_t id = episode_put(c->db, e.person, str_from(e.kind), e.owner, e.team,
                             date_iso(c->arena, e.next_on), e.next_what, c->now);
    owner_begin(c->db, id, e.owner, e.team, c->now);
    hold_begin(c, e.person, e.team, "episode", id);
    words_join_help(c, e.person);
    const Episode *made = episode_of(c->db, id);
    if (!made) return id;    // a fault: the writer answers 500
    Str title = str_fmt(c->arena, "%.*s begins", STR_FMT(episode_kind_text(made->kind)));
    Str body = str_fmt(c->arena, "%.*s, %.*s, answers for it. Next: %.*s.", STR_FMT(made->owner),
                       STR_FMT(made->team), STR_FMT(made->next_what));
    episode_entry(c, made, title, body);
    access_audit(c, "episode.begin", "episode", id, (Str){0});
    return id;
}

bool episode_next(Ctx *c, int64_t id, Date on, Str what) {
    return episode_put_next(c->db, id, date_iso(c->arena, on), what) == 1;
}

// What somebody answered for who can no longer see it goes to whoever comes after them (P1).
static void hand_on_what_is_open(Ctx *c, int64_t id, int64_t was, int64_t now) {
    hand_actions(c->db, id, was, now);
    hand_meetings(c->db, id, was, now);
    hand_reviews(c->db, id, was, now);
    hand_requests(c->db, id, was, now);
    hand_views(c->db, id, was, now);
}

bool episode_owner_change(Ctx *c, int64_t id, int64_t owner, int64_t team, Str why) {
    const Episode *e = episode_of(c->db, id);
    if (!e || e->closed_at != NONE) return false;
    if (team == NONE) team = e->team_id;
    if (owner == e->owner_id && team == e->team_id) return false;
    episode_put_owner(c->db, id, owner, team);
    owner_end(c->db, id, c->now, why);
    owner_begin(c->db, id, owner, team, c->now);
    hand_on_what_is_open(c, id, e->owner_id, owner);
    if (team != e->team_id) {
        hold_end(c, e->team_id, "episode", id);
        hold_begin(c, e->person_id, team, "episode", id);
    }
    words_go_on(c, e->person_id);
    const Episode *now = episode_of(c->db, id);
    if (!now) return false;
    episode_entry(
        c, now,
        str_fmt(c->arena, "%.*s, %.*s, answers for the help", STR_FMT(now->owner), STR_FMT(now->team)), why);
    access_audit(c, "episode.hand-on", "episode", id, (Str){0});
    return true;
}

void episode_view(Ctx *c, const Episode *e, Str words, Str how) {
    view_put(c->db, e->person_id, words, how, S("Help ending"), S("closure"), e->id, c->now, c->actor.id,
             e->owner_id);
    entry_add(c, (EntryNew){.person = e->person_id,
                            .episode = e->id,
                            .kind = "view",
                            .what = "view",
                            .title = S("What they think of the help ending"),
                            .body = words,
                            .nature = "report",
                            .source = S("The child"),
                            .subject = "episode",
                            .subject_id = e->id});
}

void episode_view_missing(Ctx *c, const Episode *e, Str why) {
    view_missing_put(c->db, e->person_id, S("closure"), e->id, why, c->now, c->actor.id);
}

// Nothing of an episode that has ended waits for anybody, and no clock of it runs (P7).
static void end_what_is_open(Ctx *c, int64_t id, Str why) {
    TickingList clocks = ends_clocks(c->db, id);
    for (size_t i = 0; i < clocks.len; i++) {
        const Ticking *k = &clocks.at[i];
        clock_call_off(c, str_c(c->arena, k->rule), str_c(c->arena, k->subject), k->id);
    }
    ends_actions(c->db, id, c->now, c->actor.id, why);
    ends_links(c->db, id, c->now);
    ends_meetings(c->db, id, c->now, why);
    ends_reviews(c->db, id, c->now, c->actor.id);
    ends_requests(c->db, id, c->now, c->actor.id, why);
    ends_oversight(c->db, id, c->now, why);
}

void episode_carry(Ctx *c, int64_t was, int64_t now) {
    carry_actions(c->db, was, now);
    carry_goals(c->db, was, now);
    carry_seats(c->db, was, now);
    carry_meetings(c->db, was, now);
    carry_proposals(c->db, was, now);
    carry_reviews(c->db, was, now);
    carry_requests(c->db, was, now);
    carry_evidence(c->db, was, now);
    const Episode *old = episode_of(c->db, was), *new = episode_of(c->db, now);
    if (old && new) hand_on_what_is_open(c, now, old->owner_id, new->owner_id);
}

bool episode_close(Ctx *c, int64_t id, Str reason, Str text) {
    const Episode *e = episode_of(c->db, id);
    if (!e || e->closed_at != NONE) return false;
    if (!view_accounted(c->db, S("closure"), id) || child_waits(c->db, id)) return false;
    if (episode_put_closed(c->db, id, c->now, reason, text.len ? text : (Str){0}) != 1) return false;
    Str why = str_fmt(c->arena, "The help ended: %.*s", STR_FMT(close_reason_text(reason)));
    owner_end(c->db, id, c->now, why);
    end_what_is_open(c, id, why);
    seats_end(c->db, id, c->now, why);
    hold_end(c, NONE, "episode", id);
    words_go_on(c, e->person_id);
    episode_entry(c, e,
                  str_fmt(c->arena, "%.*s ends: %.*s", STR_FMT(episode_kind_text(e->kind)),
                          STR_FMT(close_reason_text(reason))),
                  text.len ? text : (Str){0});
    access_audit(c, "episode.close", "episode", id, (Str){0});
    return true;
}

// ---- teams ------------------------------------------------------------------------------------------------

const Choice team_kinds[] = {
    {S("front-door"), S("Front door"), S("Takes calls and messages")},
    {S("duty"), S("Screening and duty"), S("Takes what may need social care")},
    {S("out-of-hours"), S("Out of hours"), S("Evenings, nights and weekends")},
    {S("early-help"), S("Early help"), S("Holds early help, family support")},
    {S("social-care"), S("Social care"), S("Holds children in need and protection")},
    {S("universal"), S("Universal"), S("A school, health visiting, a children’s centre")},
    {S("specialist"), S("Specialist"), S("One kind of help: therapy, youth offending, disability")},
};
const size_t n_team_kinds = COUNT(team_kinds);

Str team_kind_text(Str key) { return label_of(team_kinds, n_team_kinds, key); }

WorkTeamList team_of(Ctx *c) { return team_mine(c->db, c->actor.id, c->now); }

static Str id_text(Arena *a, int64_t id) { return str_fmt(a, "%lld", (long long)id); }

Choices team_choices(Ctx *c, Str kind) {
    TeamList all = team_all(c->db, kind, 0);
    Choice *at = arena_new(c->arena, Choice, all.len + 1);
    for (size_t i = 0; i < all.len; i++)
        at[i] = (Choice){
            .value = id_text(c->arena, all.at[i].id),
            .label = str_fmt(c->arena, "%.*s (%.*s)", STR_FMT(all.at[i].name), STR_FMT(all.at[i].agency))};
    return (Choices){all.len, at};
}

Choices people_choices(Ctx *c, TeamPersonList all) {
    Choice *at = arena_new(c->arena, Choice, all.len + 1);
    for (size_t i = 0; i < all.len; i++)
        at[i] = (Choice){.value = id_text(c->arena, all.at[i].id), .label = all.at[i].name};
    return (Choices){all.len, at};
}

Choices team_people(Ctx *c, int64_t team) { return people_choices(c, team_people_now(c->db, team, c->now)); }

bool team_has(Db *db, int64_t team, int64_t account, Instant now) {
    return team_member_now(db, team, account, now) > 0;
}
