// What the files of access/ share among themselves; other folders read access.h.
#ifndef KITH_ACCESS_WITHIN_H
#define KITH_ACCESS_WITHIN_H

#include "access/access.h"
#include "access/account.sql.h"
#include "access/oidc.sql.h"
#include "access/pages.h"
#include "access/records.sql.h"
#include "access/secret.h"
#include "access/session.sql.h"
#include "access/settings.h"
#include "access/sign_in.sql.h"
#include "db/audit.h"
#include "db/outbox.h"
#include "web/layout.h"

static inline bool account_open(const Account *a) {
    return a && a->activated_at != NONE && a->deactivated_at == NONE;
}
static inline Str absent_if_empty(Str s) { return s.len ? s : (Str){0}; }
Str email_key(Arena *a, Str email);                  // trimmed, in small letters: what accounts are found by
Rights rights_of(Db *db, int64_t account, Date today);
bool last_keeper(Db *db, int64_t account, Date today); // nobody else could manage accounts
PasswordCost password_cost(Db *db);

// ---- what some pages show ---------------------------------------------------------------------------------
typedef struct SignInPage {
    const Filled *form;
    Str next, provider, contact;                     // provider: absent when there is none
    DemoAccountList demonstration;
} SignInPage;
typedef struct OwnPage {
    const Account *who;
    RoleKeyList roles;
    bool two_step;
    int64_t sessions;
} OwnPage;
typedef struct Card {
    Rights needs;
    const char *path;
    Str title, about;
} Card;
typedef struct PersonRow {
    const Account *who;
    Str roles, state;
} PersonRow;
typedef struct PeoplePage {
    Str words, agency, role, state;                  // the filters, as asked
    Choices agencies, roles;
    PersonRow *rows;
    size_t n;
} PeoplePage;
typedef struct PersonPage {
    const Account *who;
    Str state;
    GrantList grants;
    const Filled *give;
    int64_t sessions;
    bool two_step;
} PersonPage;
typedef struct AuditPage {
    Str act, who, since, until;                      // the filters, as asked
    AuditActList acts;
    AuditPersonList people;
    AuditLineList rows;
} AuditPage;
typedef struct SettingRow {
    const Setting *setting;
    Str value, wrong;
    const char *heading;                             // of the group that begins here, or NULL
} SettingRow;
extern const Choice account_states[3], agency_kinds[8], outbox_states[4];
Str agency_kind_text(Str kind);
Str outbox_state_text(Str state);
Str audit_detail(Arena *a, Str json);      // {"was":null,"now":"20"}: "was: nothing, now: 20"
Str role_name(Str key);                              // "Viewer"; the key itself when a role is no more
Str role_about(Str key);

// ---- sessions (session.c): inside a write, the old session of this browser ended and a new one begun ------
typedef struct Begun {
    int64_t id;
    Str token;
    bool set_up;                                     // two-step sign-in is to be set up before anything else
} Begun;
Begun session_begin(Ctx *c, const char *stage, int64_t account);   // "away", "code" or "in"
Str session_kept_cookie(Ctx *c, Str token);
bool two_step_asked(Ctx *c, int64_t account);        // one of the person's roles is not to be had without it
bool browser_known(Ctx *c, int64_t account);         // this browser has been signed in to that account
void sessions_end(Ctx *c, int64_t account, int64_t keep);   // keep: NONE for none

// ---- throttling (throttle.c) ------------------------------------------------------------------------------
typedef struct Attempt {
    Str key, shared;                                 // shared: the budget of many; absent: none
    bool codes;
    Instant again_at;                                // 0: go on; else no earlier than this
} Attempt;
// What is attempted against whom, from this part of the network; a browser that is known for the account has
// a budget of its own, so that strangers cannot slow its owner down.
Attempt attempt_of(Ctx *c, const char *what, Str whom, int64_t account);
// Counts the attempt before it is made, so that many at once cannot share one look. False: a fault.
bool attempt_take(Ctx *c, Attempt *at);
void audit_guess(Ctx *c, int64_t account);            // a wrong password or code; NONE: no such account
void attempt_clear(Db *db, const Attempt *at);       // it went well; inside a write
Str attempt_sentence(Ctx *c, const Attempt *at);    // "Too many attempts. Try again in 2 minutes, at 4:05pm."

// ---- mail (mail.c): inside a write ------------------------------------------------------------------------
void mail_invitation(Ctx *c, const Account *who, Str inviter);
void mail_reset(Ctx *c, const Account *who);
void mail_changed(Ctx *c, const Account *who, const char *what);   // "Your password was changed"

// Where somebody goes who has just come in.
Str way_in(Str next);
Str way_from(const Begun *b, Str next);              // the same, unless something else is to be done first
void audit_by(Ctx *c, int64_t actor, const char *act, const char *subject, int64_t subject_id, Str detail);
Str json_of(Arena *a, const char *key, Str value);   // {"key":"value"}

#endif
