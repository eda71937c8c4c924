// What a role may do. Routes name these; access/roles.c holds the table role -> rights, and docs/access.md is
// made from both.
#ifndef KITH_RIGHTS_H
#define KITH_RIGHTS_H

#include "web/web.h"

#define ACCOUNTS_MANAGE ((Rights)1 << 1)     // agencies, people, roles, invitations
#define AUDIT_READ ((Rights)1 << 2)
#define OUTBOX_READ ((Rights)1 << 3)
#define SETTINGS_EDIT ((Rights)1 << 4)
#define PLAN_READ ((Rights)1 << 5)           // the live plan: figures not yet published, marked as such
#define PLAN_EDIT ((Rights)1 << 6)           // objectives, measures, targets, headlines and challenges
#define FIGURES_ENTER ((Rights)1 << 7)       // the lines one answers for
#define FIGURES_ENTER_ALL ((Rights)1 << 8)   // anybody's lines
#define FIGURES_SIGN_OFF ((Rights)1 << 9)
#define REPORT_PUBLISH ((Rights)1 << 10)

typedef struct Role {
    const char *key;                         // "performance-officer"
    Str name, about;
    Rights rights;
} Role;
extern const Role roles[];
extern const size_t n_roles;
const Role *role_find(Str key);              // NULL when there is none

#endif
