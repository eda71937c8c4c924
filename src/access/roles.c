// Who may do what, as one table. A role's rights are all it has: nothing in the program asks for a role by
// name.
#include "access/within.h"

const Role roles[] = {
    {"administrator", S("Administrator"),
     S("Looks after people, roles and settings, and can read the audit log"),
     SIGNED_IN | ACCOUNTS_MANAGE | AUDIT_READ | OUTBOX_READ | SETTINGS_EDIT | PLAN_READ},
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
