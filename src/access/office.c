// The office's front: a card for each thing this person may do.
#include "access/office.html.h"
#include "access/within.h"

static const Card cards[] = {
    {FIGURES_ENTER, "/office/figures", S("Enter figures"),
     S("What is due from you, and what you have entered")},
    {FIGURES_SIGN_OFF, "/office/sign-off", S("Sign off"), S("Figures entered and waiting for you")},
    {REPORT_PUBLISH, "/office/publish", S("Publish"),
     S("Freeze a quarter’s report and show it to everybody")},
    {PLAN_READ, "/office/scorecard", S("Live scorecard"),
     S("Every measure as it stands today, published or not")},
    {PLAN_READ, "/office/measures", S("Measures"),
     S("What is measured, how it is judged and who answers for it")},
    {PLAN_EDIT, "/office/plan", S("Plan"), S("Vision, objectives, priorities, headlines and challenges")},
    {PLAN_EDIT, "/office/years", S("Years"),
     S("Each report’s lines, their order, and what is left out and why")},
    {PLAN_EDIT, "/office/who", S("Who answers"), S("Which people enter the figures of which lines")},
    {PLAN_READ, "/office/reconcile", S("Reconcile"),
     S("Where a printed mark differs from the one worked out, and why")},
    {FORMS_EDIT, "/office/forms", S("Questionnaires"), S("How assessments are worded, from which day")},
    {ACCOUNTS_MANAGE, "/office/accounts", S("People"), S("Invite, give roles, close accounts")},
    {ACCOUNTS_MANAGE, "/office/agencies", S("Agencies"), S("The organisations that take part")},
    {FORMS_EDIT | ACCOUNTS_MANAGE, "/office/teams", S("Teams"), S("Who works in which, and who leads it")},
    {FORMS_EDIT, "/office/front-door", S("The front door"),
     S("Ways on, whom to call, and which postcodes lie in which locality")},
    {FORMS_EDIT, "/office/threshold", S("Threshold document"),
     S("Editions of the levels of need, who was told, and which is in force")},
    {FORMS_EDIT, "/office/clocks", S("Clocks"), S("How long each thing may take, and who answers for it")},
    {AUDIT_READ, "/office/audit", S("Audit log"), S("Who did what and when, and whether the log is whole")},
    {OUTBOX_READ, "/office/outbox", S("Outbox"), S("Mail waiting, sent and failed")},
    {SETTINGS_EDIT, "/office/settings", S("Settings"), S("The site’s name, sign-in and publishing")},
};

static bool offered(const Ctx *c, const Card *card) {
    if (!may(c->actor, card->needs)) return false;
    for (size_t i = 0; i < c->site->n_routes; i++)
        if (!strcmp(c->site->routes[i].path, card->path)) return true;
    return false;
}

Reply office_front(Ctx *c) {
    if (c->actor.first.at) return see_other(c, "%.*s", STR_FMT(c->actor.first));
    Card *mine = arena_new(c->arena, Card, COUNT(cards));
    size_t n = 0;
    for (size_t i = 0; i < COUNT(cards); i++)
        if (offered(c, &cards[i])) mine[n++] = cards[i];
    if (!n && may(c->actor, WORK)) return see_other(c, "/work");    // whoever signs in comes here first
    if (!n && may(c->actor, ME)) return see_other(c, "/me");
    Buf out = {.arena = c->arena};
    office_page(&out, c, mine, n);
    return page(c, (Page){.title = S("Office"), .no_index = true}, &out);
}
