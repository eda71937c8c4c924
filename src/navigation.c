// What the head of every page offers. An item leads to a route that asks for one of the same rights, so
// nobody is offered what would refuse them.
#include "access/rights.h"
#include "web/layout.h"

const NavItem navigation[] = {
    {"plan", S("Plan"), "/plan", PUBLIC},
    {"reports", S("Reports"), "/reports", PUBLIC},
    {"measures", S("Measures"), "/measures", PUBLIC},
    {"office", S("Office"), "/office", SIGNED_IN},
};
const size_t n_navigation = COUNT(navigation);

const NavItem office_navigation[] = {
    {"office", S("Scorecard"), "/office/scorecard", PLAN_READ},
    {"office", S("Measures"), "/office/measures", PLAN_EDIT},
    {"office", S("Figures"), "/office/figures", FIGURES_ENTER | FIGURES_ENTER_ALL},
    {"office", S("Sign-off"), "/office/sign-off", FIGURES_SIGN_OFF},
    {"office", S("Publish"), "/office/publish", REPORT_PUBLISH},
    {"office", S("Reconcile"), "/office/reconcile", PLAN_READ},
    {"office", S("People"), "/office/accounts", ACCOUNTS_MANAGE},
    {"office", S("Agencies"), "/office/agencies", ACCOUNTS_MANAGE},
    {"office", S("Outbox"), "/office/outbox", OUTBOX_READ},
    {"office", S("Audit"), "/office/audit", AUDIT_READ},
    {"office", S("Settings"), "/office/settings", SETTINGS_EDIT},
};
const size_t n_office_navigation = COUNT(office_navigation);
