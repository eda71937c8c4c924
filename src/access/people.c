// The office's people: who has an account, inviting, giving and taking roles, closing and opening again.
#include <inttypes.h>

#include "access/people.html.h"
#include "access/within.h"

static const Crumb office = {S("Office"), {S("/office")}}, people = {S("People"), {S("/office/accounts")}};

const Choice account_states[3] = {
    {S("invited"), S("Invited")}, {S("open"), S("Open")}, {S("closed"), S("Closed")}};

Choices access_people(Ctx *c, Str role) {
    AccountChoiceList all = account_choices(c->db, absent_if_empty(role), date_iso(c->arena, c->today));
    Choice *at = arena_new(c->arena, Choice, all.len);
    for (size_t i = 0; i < all.len; i++)
        at[i] = (Choice){str_fmt(c->arena, "%" PRId64, all.at[i].id), all.at[i].name, all.at[i].agency};
    return (Choices){all.len, at};
}

Choices access_agencies(Ctx *c) {
    AgencyList all = agency_list(c->db, false);
    Choice *at = arena_new(c->arena, Choice, all.len);
    for (size_t i = 0; i < all.len; i++)
        at[i] = (Choice){str_fmt(c->arena, "%" PRId64, all.at[i].id), all.at[i].name};
    return (Choices){all.len, at};
}


static Choices role_choices(Ctx *c) {
    Choice *at = arena_new(c->arena, Choice, n_roles);
    for (size_t i = 0; i < n_roles; i++)
        at[i] = (Choice){str_from(roles[i].key), roles[i].name, roles[i].about};
    return (Choices){n_roles, at};
}

// ---- the list ---------------------------------------------------------------------------------------------

static int64_t chosen_id(Str s) {
    int64_t id = NONE;
    str_int(s, &id);
    return id;
}

// "Viewer, Member" for each account, from one query for all of them.
static Str roles_text(Ctx *c, RoleHeldList all, int64_t account) {
    Buf out = {.arena = c->arena};
    for (size_t i = 0; i < all.len; i++) {
        if (all.at[i].account_id != account) continue;
        if (out.len) buf_lit(&out, ", ");
        buf_put(&out, role_name(all.at[i].role));
    }
    return buf_str(&out);
}

static Str state_text(const Account *a) {
    if (a->deactivated_at != NONE) return S("Closed");
    return a->activated_at == NONE ? S("Invited") : S("Open");
}

Reply accounts_list(Ctx *c) {
    Str today = date_iso(c->arena, c->today);
    PeoplePage p = {.words = param(c->query, S("words")),
                    .agency = param(c->query, S("agency")),
                    .role = param(c->query, S("role")),
                    .state = param(c->query, S("state")),
                    .agencies = access_agencies(c),
                    .roles = role_choices(c)};
    AccountList found = account_list(c->db, absent_if_empty(p.words), chosen_id(p.agency),
                                     absent_if_empty(p.role), absent_if_empty(p.state), today);
    RoleHeldList held = role_held_all(c->db, today);
    p.rows = arena_new(c->arena, PersonRow, found.len);
    for (p.n = 0; p.n < found.len; p.n++)
        p.rows[p.n] =
            (PersonRow){&found.at[p.n], roles_text(c, held, found.at[p.n].id), state_text(&found.at[p.n])};
    Buf out = {.arena = c->arena};
    people_page(&out, &p);
    return page(c, (Page){.title = S("People"), .crumbs = {office}, .wide = true, .no_index = true}, &out);
}

// ---- inviting ---------------------------------------------------------------------------------------------

typedef struct Invite {
    Str email, name, agency, role;
} Invite;
static const Field invite_fields[] = {
    {FIELD(Invite, email), .label = S("Email address"), .hint = S("The invitation goes there"), .kind = EMAIL,
     .required = true, .missing = S("Enter an email address")},
    {FIELD(Invite, name), .label = S("Name"), .hint = S("They can change it when they come"), .kind = TEXT,
     .required = true, .max = 100, .missing = S("Enter a name")},
    {FIELD(Invite, agency), .label = S("Agency"), .kind = SELECT, .required = true,
     .missing = S("Choose an agency")},
    {FIELD(Invite, role), .label = S("First role"), .hint = S("More can be given later"), .kind = RADIOS,
     .required = true, .missing = S("Choose a role")},
};
static const Form invite_form = {S("Invite somebody"), S("Send the invitation"), invite_fields,
                                 COUNT(invite_fields)};

static Filled invite_blank(Ctx *c) {
    Filled f = form_blank(&invite_form, NULL);
    f.choices[2] = access_agencies(c);
    f.choices[3] = role_choices(c);
    return f;
}

// Asked before anything is typed, and again when it is sent: a screen left open is not to make an account.
Reply accounts_invite(Ctx *c) {
    if (!access_fresh(c)) return access_prove(c, S("/office/accounts/invite"));
    Filled f = invite_blank(c);
    return form_page(c, &f);
}

Reply accounts_invite_send(Ctx *c) {
    Invite in = {0};
    Filled f = invite_blank(c);
    form_take(c, &f, &in);
    Str email = email_key(c->arena, in.email);
    if (!f.n_errors && account_by_email(c->db, email))
        form_wrong(&f, "email", S("Somebody with that address has an account already"));
    if (f.n_errors) return form_again(c, &f);
    if (!access_fresh(c)) return access_prove(c, S("/office/accounts/invite"));
    int64_t id = account_add(c->db, email, in.name, chosen_id(in.agency), false, c->now, c->actor.id);
    role_give(c->db, id, in.role, date_iso(c->arena, c->today), (Str){0}, c->now, c->actor.id);
    mail_invitation(c, account_find(c->db, id), c->actor.name);
    access_audit(c, "account.invite", "account", id, json_of(c->arena, "role", in.role));
    return see_other_saying(c, S("The invitation is on its way"), "/office/accounts/%lld", (long long)id);
}

Reply accounts_invite_again(Ctx *c) {
    const Account *who = account_find(c->db, part_int(c, 0));
    if (!who) return status_page(c, 404);
    if (who->activated_at != NONE || who->deactivated_at != NONE) return status_page(c, 409);
    if (!access_fresh(c)) return access_prove(c, str_fmt(c->arena, "/office/accounts/%" PRId64, who->id));
    mail_invitation(c, who, c->actor.name);
    access_audit(c, "account.invite-again", "account", who->id, (Str){0});
    return see_other_saying(c, S("A new invitation is on its way. The old one no longer works"),
                            "/office/accounts/%lld", (long long)who->id);
}

// ---- one person -------------------------------------------------------------------------------------------

static Reply person(Ctx *c, const Account *who, const Filled *give, int status) {
    const SecondStep *step = step_find(c->db, who->id);
    PersonPage p = {.who = who,
                    .state = state_text(who),
                    .grants = role_grants(c->db, who->id),
                    .give = give,
                    .sessions = (int64_t)session_live(c->db, who->id, c->now).len,
                    .two_step = step && step->confirmed_at != NONE};
    Buf out = {.arena = c->arena};
    person_page(&out, c, &p);
    return page_status(c, status,
                       (Page){.title = who->name,
                              .crumbs = {office, people},
                              .error = give->n_errors > 0,
                              .no_index = true},
                       &out);
}

typedef struct Give {
    Str role, starts, ends;
} Give;
static const Field give_fields[] = {
    {FIELD(Give, role), .label = S("Role"), .kind = SELECT, .required = true, .missing = S("Choose a role")},
    {FIELD(Give, starts), .label = S("From"), .hint = S("Leave empty for today"), .kind = DATE},
    {FIELD(Give, ends), .label = S("Last day"), .hint = S("Leave empty until it is taken away"),
     .kind = DATE},
};
static const Form give_form = {S("Give a role"), S("Give this role"), give_fields, COUNT(give_fields)};

static Filled give_blank(Ctx *c) {
    Filled f = form_blank(&give_form, NULL);
    f.choices[0] = role_choices(c);
    return f;
}

Reply accounts_show(Ctx *c) {
    const Account *who = account_find(c->db, part_int(c, 0));
    if (!who) return status_page(c, 404);
    Filled f = give_blank(c);
    return person(c, who, &f, 200);
}

static void check_dates(Ctx *c, Filled *f, Give *in, int64_t account) {
    Str today = date_iso(c->arena, c->today);
    if (!in->starts.len) in->starts = today;
    if (str_cmp(in->starts, today) < 0) form_wrong(f, "starts", S("A role starts today or later"));
    if (in->ends.len && str_cmp(in->ends, in->starts) < 0)
        form_wrong(f, "ends", S("The last day must not be before the first"));
    if (!f->n_errors && role_overlaps(c->db, account, in->role, in->starts, absent_if_empty(in->ends)))
        form_wrong(f, "role",
                   S("This person has that role for some of those days already. Take it away first to change "
                     "its days"));
}

Reply accounts_role_give(Ctx *c) {
    const Account *who = account_find(c->db, part_int(c, 0));
    if (!who) return status_page(c, 404);
    if (who->deactivated_at != NONE) return status_page(c, 409);
    if (!access_fresh(c)) return access_prove(c, str_fmt(c->arena, "/office/accounts/%" PRId64, who->id));
    Give in = {0};
    Filled f = give_blank(c);
    form_take(c, &f, &in);
    if (!f.n_errors) check_dates(c, &f, &in, who->id);
    if (f.n_errors) return person(c, who, &f, 422);
    role_give(c->db, who->id, in.role, in.starts, absent_if_empty(in.ends), c->now, c->actor.id);
    access_audit(c, "role.give", "account", who->id, json_of(c->arena, "role", in.role));
    return see_other_saying(c, S("The role is given"), "/office/accounts/%lld", (long long)who->id);
}

// Somebody must remain who can let others in.
bool last_keeper(Db *db, int64_t account, Date today) {
    Str iso = date_iso(db_arena(db), today);
    if (!(rights_of(db, account, today) & ACCOUNTS_MANAGE)) return false;
    for (size_t i = 0; i < n_roles; i++)
        if (roles[i].rights & ACCOUNTS_MANAGE && role_others(db, account, str_from(roles[i].key), iso))
            return false;
    return true;
}

static Reply nobody_left(Ctx *c, int64_t account) {
    return see_other_saying(c,
                            S("Nothing was changed: nobody would be left who can manage accounts. Give "
                              "somebody else the role first"),
                            "/office/accounts/%lld", (long long)account);
}

static const Grant *grant_of(GrantList all, int64_t id) {
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].id == id) return &all.at[i];
    return NULL;
}

Reply accounts_role_take(Ctx *c) {
    int64_t account = part_int(c, 0);
    const Grant *grant = grant_of(role_grants(c->db, account), part_int(c, 1));
    if (!grant) return status_page(c, 404);
    if (!access_fresh(c)) return access_prove(c, str_fmt(c->arena, "/office/accounts/%" PRId64, account));
    const Role *role = role_find(grant->role);
    if (role && role->rights & ACCOUNTS_MANAGE && last_keeper(c->db, account, c->today))
        return nobody_left(c, account);
    if (role_take(c->db, grant->id, account, c->now, c->actor.id) != 1) return status_page(c, 409);
    access_audit(c, "role.take", "account", account, json_of(c->arena, "role", grant->role));
    return see_other_saying(c, S("The role is taken away, from now"), "/office/accounts/%lld",
                            (long long)account);
}

// ---- closing and opening again ----------------------------------------------------------------------------

Reply accounts_close_ask(Ctx *c) {
    const Account *who = account_find(c->db, part_int(c, 0));
    if (!who) return status_page(c, 404);
    if (who->deactivated_at != NONE) return see_other(c, "/office/accounts/%lld", (long long)who->id);
    Buf out = {.arena = c->arena};
    close_page(&out, c, who, role_held(c->db, who->id, date_iso(c->arena, c->today)),
               (int64_t)session_live(c->db, who->id, c->now).len);
    Crumb one = {who->name, url_path(c->arena, "/office/accounts/%" PRId64, who->id)};
    return page(c, (Page){.title = S("Close an account"), .crumbs = {office, people, one}, .no_index = true},
                &out);
}

Reply accounts_close(Ctx *c) {
    int64_t id = part_int(c, 0);
    if (!account_find(c->db, id)) return status_page(c, 404);
    if (!access_fresh(c)) return access_prove(c, str_fmt(c->arena, "/office/accounts/%" PRId64 "/close", id));
    if (last_keeper(c->db, id, c->today)) return nobody_left(c, id);
    if (account_deactivate(c->db, id, c->now, c->actor.id) != 1) return status_page(c, 409);
    sessions_end(c, id, NONE);
    token_retire(c->db, id, c->now);
    access_audit(c, "account.close", "account", id, (Str){0});
    return see_other_saying(c, S("The account is closed"), "/office/accounts/%lld", (long long)id);
}

Reply accounts_open(Ctx *c) {
    int64_t id = part_int(c, 0);
    if (!account_find(c->db, id)) return status_page(c, 404);
    if (!access_fresh(c)) return access_prove(c, str_fmt(c->arena, "/office/accounts/%" PRId64, id));
    if (account_reactivate(c->db, id) != 1) return status_page(c, 409);
    access_audit(c, "account.open", "account", id, (Str){0});
    return see_other_saying(c, S("The account is open again, with the roles it still has"),
                            "/office/accounts/%lld", (long long)id);
}

Reply accounts_two_step_off(Ctx *c) {
    const Account *who = account_find(c->db, part_int(c, 0));
    if (!who) return status_page(c, 404);
    if (!access_fresh(c)) return access_prove(c, str_fmt(c->arena, "/office/accounts/%" PRId64, who->id));
    if (step_remove(c->db, who->id) != 1) return status_page(c, 409);
    recovery_retire(c->db, who->id, c->now);
    sessions_end(c, who->id, NONE);
    access_audit(c, "two-step.off", "account", who->id, (Str){0});
    mail_changed(c, who, "Two-step sign-in was turned off");
    return see_other_saying(c, S("Two-step sign-in is off and they are signed out. They can set it up anew"),
                            "/office/accounts/%lld", (long long)who->id);
}
