// Who may do what, as one table. A role's rights are all it has: nothing in the program asks for a role by
// name.
#include "access/within.h"

const Role roles[] = {
    {"administrator", S("Administrator"),
     S("Looks after people, roles and settings, and can read the audit log"),
     SIGNED_IN | ACCOUNTS_MANAGE | AUDIT_READ | OUTBOX_READ | SETTINGS_EDIT | PLAN_READ | FORMS_EDIT},
    {"board-support", S("Board support"), S("Reads the live plan and publishes reports for the board"),
     SIGNED_IN | PLAN_READ | REPORT_PUBLISH},
    {"performance-officer", S("Performance officer"),
     S("Keeps the plan, enters any figure, signs off and publishes"),
     SIGNED_IN | PLAN_READ | PLAN_EDIT | FIGURES_ENTER | FIGURES_ENTER_ALL | FIGURES_SIGN_OFF |
         REPORT_PUBLISH},
    {"responsible-officer", S("Responsible officer"), S("Enters the figures they answer for"),
     SIGNED_IN | PLAN_READ | FIGURES_ENTER},
    {"member", S("Member"), S("Sits on the board or one of its groups and reads the live plan"),
     SIGNED_IN | PLAN_READ},
    {"viewer", S("Viewer"), S("Reads the live plan"), SIGNED_IN | PLAN_READ},
    {"practitioner", S("Practitioner"),
     S("Works with children in any agency: raises contacts, leads early help, takes part in teams"),
     SIGNED_IN | WORK | PEOPLE_FIND | CONTACT_RAISE | CASE_HOLD | GLASS_BREAK | SHARE_WITHOUT},
    {"adviser", S("Front-door adviser"),
     S("Takes calls and messages, finds the family, and routes what is said"),
     SIGNED_IN | WORK | PEOPLE_FIND | CONTACT_RAISE | CONTACT_TAKE | GLASS_BREAK | SHARE_WITHOUT},
    {"social-worker", S("Social worker"), S("Holds cases in social care, takes and decides referrals"),
     SIGNED_IN | WORK | PEOPLE_FIND | CONTACT_RAISE | CONTACT_TAKE | CONTACT_DECIDE | CASE_HOLD |
         GLASS_BREAK | SHARE_WITHOUT},
    {"team-manager", S("Team manager"),
     S("Leads a team: allocates, decides, signs off, answers flags, reviews who looked"),
     SIGNED_IN | WORK | PEOPLE_FIND | PEOPLE_JOIN | CONTACT_RAISE | CONTACT_TAKE | CONTACT_DECIDE |
         CASE_HOLD | TEAM_LEAD | GLASS_BREAK | SHARE_WITHOUT | LOOKED_READ | PATHWAY_COUNT},
    {"family", S("Young person or parent"), S("Sees their own plan and says what they think of it"),
     SIGNED_IN | ME},
};
const size_t n_roles = COUNT(roles);

const Role *role_find(Str key) {
    for (size_t i = 0; i < n_roles; i++)
        if (str_eq(str_from(roles[i].key), key)) return &roles[i];
    return NULL;
}

Str role_name(Str key) {
    const Role *r = role_find(key);
    return r ? r->name : key;
}

Str role_about(Str key) {
    const Role *r = role_find(key);
    return r ? r->about : S("a role that is no longer in use");
}
