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
#define WORK ((Rights)1 << 11)               // the work door: records one has a way to, my work
#define PEOPLE_FIND ((Rights)1 << 12)        // search for people, make a record after a search
#define PEOPLE_JOIN ((Rights)1 << 13)        // join two records, and take them apart
#define CONTACT_RAISE ((Rights)1 << 14)      // send a contact to the front door, and follow one's own
#define CONTACT_TAKE ((Rights)1 << 15)       // the front door: log contacts, see earlier ones, route them
#define CONTACT_DECIDE ((Rights)1 << 16)     // decide what becomes of a contact or a referral
#define CASE_HOLD ((Rights)1 << 17)          // hold episodes: start assessments and plans, lead, step, close
#define TEAM_LEAD ((Rights)1 << 18)          // a manager: allocate, sign off, review, answer flags
#define GLASS_BREAK ((Rights)1 << 19)        // open any record at once, for a reason
#define SHARE_WITHOUT ((Rights)1 << 20)      // decide to share without consent
#define LOOKED_READ ((Rights)1 << 21)        // who looked at a record one may see; give it to the family
#define FORMS_EDIT ((Rights)1 << 22)         // questionnaires, threshold document, clocks, teams, localities
#define PATHWAY_COUNT ((Rights)1 << 23)      // counts of contacts, assessments, steps: no names
#define ME ((Rights)1 << 24)                 // the child's side: one's own record, and what one is shown

typedef struct Role {
    const char *key;                         // "performance-officer"
    Str name, about;
    Rights rights;
} Role;
extern const Role roles[];
extern const size_t n_roles;
const Role *role_find(Str key);              // NULL when there is none

#endif
