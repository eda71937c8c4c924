// What the head of every page offers. Who may see an item is said by its route alone.
#include "web/layout.h"

const NavItem navigation[] = {
    {"plan", S("Plan"), "/plan"},
    {"reports", S("Reports"), "/reports"},
    {"measures", S("Measures"), "/measures"},
    {"help-for-families", S("Help for families"), "/help-for-families"},
    {"need", S("Levels of need"), "/need"},
    {"work", S("Work"), "/work"},
    {"me", S("My page"), "/me"},
    {"office", S("Office"), "/office"},
};
const size_t n_navigation = COUNT(navigation);

const NavItem office_navigation[] = {
    {"office", S("Scorecard"), "/office/scorecard"}, {"office", S("Plan"), "/office/plan"},
    {"office", S("Measures"), "/office/measures"},   {"office", S("Years"), "/office/years"},
    {"office", S("Figures"), "/office/figures"},     {"office", S("Sign-off"), "/office/sign-off"},
    {"office", S("Publish"), "/office/publish"},     {"office", S("Who answers"), "/office/who"},
    {"office", S("Reconcile"), "/office/reconcile"}, {"office", S("Questionnaires"), "/office/forms"},
    {"office", S("People"), "/office/accounts"},     {"office", S("Agencies"), "/office/agencies"},
    {"office", S("Teams"), "/office/teams"},         {"office", S("Threshold"), "/office/threshold"},
    {"office", S("Clocks"), "/office/clocks"},       {"office", S("Outbox"), "/office/outbox"},
    {"office", S("Audit"), "/office/audit"},         {"office", S("Settings"), "/office/settings"},
};
const size_t n_office_navigation = COUNT(office_navigation);

const NavItem work_navigation[] = {
    {"work", S("My work"), "/work"},           {"work", S("My team"), "/work/team"},
    {"work", S("Contacts"), "/work/contacts"}, {"work", S("People"), "/work/people"},
    {"work", S("Search"), "/work/search"},     {"work", S("Missing information"), "/work/missing"},
    {"work", S("Groups"), "/work/groups"},     {"work", S("Absent from school"), "/work/absences"},
    {"work", S("Quality"), "/work/quality"},   {"work", S("Partners’ systems"), "/work/exchange"},
};
const size_t n_work_navigation = COUNT(work_navigation);
