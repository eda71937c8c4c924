// What steps are called.
#include "pathway/step/within.h"

Str step_title(const Step *s) {
    return str_eq(s->direction, S("up")) ? S("Step up to social care") : S("Step down to early help");
}

static const Choice states[] = {
    {S("proposed"), S("Waits for an answer"), {0}},
    {S("accepted"), S("Accepted"), {0}},
    {S("declined"), S("Declined: the help goes on as it was"), {0}},
    {S("withdrawn"), S("Taken back"), {0}},
};
static const Choice whats[] = {
    {S("assessment"), S("Assessments"), {0}},
    {S("need"), S("Decisions on the level of need"), {0}},
    {S("plan"), S("Plans"), {0}},
    {S("action"), S("Actions"), {0}},
    {S("review"), S("Reviews"), {0}},
    {S("note"), S("Notes"), {0}},
    {S("visit"), S("Visits"), {0}},
    {S("view"), S("The child’s own words"), {0}},
    {S("contact"), S("Contacts"), {0}},
    {S("meeting"), S("Meetings"), {0}},
    {S("call"), S("Telephone calls"), {0}},
    {S("missed"), S("Times the family did not take part"), {0}},
    {S("referral"), S("Referrals"), {0}},
    {S("consent"), S("What the family said about sharing"), {0}},
    {S("sharing"), S("What was shared without consent"), {0}},
    {S("team"), S("Changes in the team around the child"), {0}},
    {S("episode"), S("Help begun, handed on or ended"), {0}},
    {S("step"), S("Steps up and down"), {0}},
    {S("dispute"), S("Disagreements"), {0}},
    {S("complaint"), S("Complaints"), {0}},
    {S("about"), S("What is known of them"), {0}},
};

static Str label(const Choice *at, size_t n, Str key, Str otherwise) {
    for (size_t i = 0; i < n; i++)
        if (str_eq(at[i].value, key)) return at[i].label;
    return otherwise;
}

Str step_state(const Step *s) { return label(states, COUNT(states), s->state, s->state); }
Str what_text(Str what) { return label(whats, COUNT(whats), what, S("Other events")); }

Str waited(Arena *a, const Step *s, Instant now) {
    Instant until = s->answered_at == NONE ? now : s->answered_at;
    int64_t hours = (until - s->proposed_at) / 3600000;
    if (hours < 48) return str_fmt(a, "%lld hour%s", (long long)hours, hours == 1 ? "" : "s");
    return str_fmt(a, "%lld days", (long long)(hours / 24));
}
