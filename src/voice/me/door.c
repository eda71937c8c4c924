// How somebody comes to have a page of their own: a worker opens the door with a code that needs no e-mail,
// and may close it again.
#include <inttypes.h>

#include "access/account.sql.h"
#include "access/secret.h"
#include "access/within.h"
#include "voice/me/me.html.h"
#include "voice/me/pages.h"

#define CODE_MS (INT64_C(14) * 86400000)

static Str code_hash(Arena *a, Str code) { return secret_hash(a, S("own door"), code); }

// ---- the worker's side ------------------------------------------------------------------------------------

typedef struct Let {
    Str who, safe;
} Let;
static const Choice safe[] = {
    {S("yes"), S("It is safe for them and for everybody in the plan"),
     S("Ask yourself who else reads over their shoulder, and whether there is violence at home")}};
static const Field let_fields[] = {
    {FIELD(Let, who), .label = S("Who?"), .kind = RADIOS, .required = true,
     .missing = S("Choose who comes in")},
    {FIELD(Let, safe), .label = S("Is it safe?"), .kind = CHECKBOXES, .required = true, .choices = safe,
     .n_choices = COUNT(safe),
     .missing = S("Say that it is safe; if you are not sure, ask your manager first")},
};
static const Form let_form = {S("Let somebody in"), S("Make a code"), let_fields, COUNT(let_fields)};

static Filled let_blank(Ctx *c, MeRelativeList all) {
    Filled f = form_blank(&let_form, NULL);
    Choice *at = arena_new(c->arena, Choice, all.len);
    for (size_t i = 0; i < all.len; i++)
        at[i] = (Choice){str_fmt(c->arena, "%" PRId64, all.at[i].id),
                         all.at[i].own ? str_fmt(c->arena, "%.*s, themself", STR_FMT(all.at[i].name))
                                       : all.at[i].name,
                         {0}};
    f.choices[0] = (Choices){all.len, at};
    return f;
}

static Reply door_page(Ctx *c, const Record *r, const Filled *f, Str code, Str who) {
    MeDoor d = {.record = r, .open = me_link_open(c->db, r->person->id), .form = f, .code = code, .who = who};
    Buf out = {.arena = c->arena};
    me_door_view(&out, c, &d);
    Reply reply = record_page(c, r, "door", S("Their own page"), &out);
    if (f->n_errors) reply.status = 422;
    return reply;
}

Reply me_door_show(Ctx *c) {
    Record *r = record_open(c, part_int(c, 0));
    if (!r) return record_refused(c, part_int(c, 0));
    Filled f = let_blank(c, me_relative(c->db, r->person->id, c->actor.id));
    return door_page(c, r, &f, (Str){0}, (Str){0});
}

static const MeRelative *chosen(MeRelativeList all, Str id) {
    int64_t n = 0;
    if (!str_int(id, &n)) return NULL;
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].id == n) return &all.at[i];
    return NULL;
}

// Somebody who has a page already needs no code: this record is one more on it.
Reply me_door_invite(Ctx *c) {
    Record *r = record_open(c, part_int(c, 0));
    if (!r) return record_refused(c, part_int(c, 0));
    MeRelativeList all = me_relative(c->db, r->person->id, c->actor.id);
    Let in = {0};
    Filled f = let_blank(c, all);
    form_take(c, &f, &in);
    const MeRelative *who = f.n_errors ? NULL : chosen(all, in.who);
    if (!who) return door_page(c, r, &f, (Str){0}, (Str){0});
    access_audit(c, "me.open-door", "person", r->person->id, (Str){0});
    if (who->account_id != NONE) {
        me_link_add(c->db, who->account_id, r->person->id, who->own, c->now, c->actor.id);
        return see_other_saying(c, S("They see this record at their own door now"),
                                "/work/people/%" PRId64 "/me", r->person->id);
    }
    Str code = recovery_new(c->arena);
    me_invite_set_aside(c->db, who->id, r->person->id, c->now);
    me_invite_add(c->db, who->id, r->person->id, code_hash(c->arena, code), c->now, c->actor.id,
                  c->now + CODE_MS);
    Filled fresh = let_blank(c, all);
    return door_page(c, r, &fresh, code, who->name);
}

Reply me_door_end(Ctx *c) {
    Record *r = record_open(c, part_int(c, 0));
    if (!r) return record_refused(c, part_int(c, 0));
    if (!me_link_end(c->db, part_int(c, 1), r->person->id, c->now, c->actor.id)) return status_page(c, 409);
    access_audit(c, "me.close-door", "person", r->person->id, (Str){0});
    return see_other_saying(c, S("That door is closed"), "/work/people/%" PRId64 "/me", r->person->id);
}

// ---- the family's side ------------------------------------------------------------------------------------

typedef struct Begin {
    Str code, name, password;
} Begin;
static const Field begin_fields[] = {
    {FIELD(Begin, code), .label = S("Your code"),
     .hint = S("Letters and numbers in fours, such as k3vd-9wqe-xm2p-hc7t"), .kind = TEXT, .required = true,
     .width = 20, .autocomplete = "off", .missing = S("Enter the code")},
    {FIELD(Begin, name), .label = S("A name to sign in with"),
     .hint = S("Not your real name. For example bluefox27. Letters and numbers, no spaces"), .kind = TEXT,
     .required = true, .max = 30, .width = 20, .autocomplete = "username", .missing = S("Choose a name")},
    {FIELD(Begin, password), .label = S("A password"),
     .hint = S("Three or four words that only you would put together are good: at least 12 letters"),
     .kind = PASSWORD, .required = true, .autocomplete = "new-password", .missing = S("Choose a password")},
};
static const Form begin_form = {S("Open your page"), S("Open my page"), begin_fields, COUNT(begin_fields)};

static Reply begin_page(Ctx *c, const Filled *f, int status) {
    Buf out = {.arena = c->arena};
    me_begin_page(&out, c, f);
    return page_status(c, status,
                       (Page){.title = S("Open your page"), .error = status != 200, .no_index = true}, &out);
}

Reply me_begin_show(Ctx *c) {
    Filled f = form_blank(&begin_form, NULL);
    return begin_page(c, &f, 200);
}

static bool plain_name(Str s) {
    if (s.len < 4) return false;
    for (size_t i = 0; i < s.len; i++) {
        char at = s.at[i];
        if (!((at >= 'a' && at <= 'z') || (at >= '0' && at <= '9') || at == '-')) return false;
    }
    return true;
}

typedef struct Taking {
    const MeInvite *invite;
    Str name, hash;
} Taking;

static bool take(Ctx *c, void *arg) {
    const Taking *t = arg;
    if (!me_invite_use(c->db, t->invite->id, c->now) || me_account_of(c->db, t->name) != NONE) return false;
    int64_t account = access_account(c->db, c->now, t->name, t->invite->name, S("Families"), S("family"));
    account_set_password(c->db, account, t->hash, c->now);
    if (!me_person_account(c->db, t->invite->person_id, account)) return false;
    me_link_add(c->db, account, t->invite->shown_id, t->invite->person_id == t->invite->shown_id, c->now,
                t->invite->made_by);
    audit_by(c, account, "me.begin", "person", t->invite->shown_id, (Str){0});
    return true;
}

// What is wrong with the name and the password somebody chose.
static void check_chosen(Ctx *c, Filled *f, const Begin *in, Str name) {
    Str fault = {0};
    if (in->name.len && !plain_name(name))
        form_wrong(f, "name", S("Use letters and numbers only, at least four, such as bluefox27"));
    else if (in->name.len && me_account_of(c->db, name) != NONE)
        form_wrong(f, "name", S("Somebody has that name already. Try another"));
    if (in->password.len) fault = password_fault(c->arena, in->password, name, S(""));
    if (fault.at) form_wrong(f, "password", fault);
}

Reply me_begin_take(Ctx *c) {
    Begin in = {0};
    Filled f = form_read(c, &begin_form, &in);
    Str name = email_key(c->arena, in.name), code = recovery_read(c->arena, in.code);
    check_chosen(c, &f, &in, name);
    const MeInvite *i = code.at ? me_invite_find(c->db, code_hash(c->arena, code), c->now) : NULL;
    if (in.code.len && !i)
        form_wrong(&f, "code",
                   S("That code does not work. Look whether each letter is right, or ask for a new one"));
    if (f.n_errors) return begin_page(c, &f, 422);
    Taking t = {
        .invite = i, .name = name, .hash = password_hash(c->arena, in.password, password_cost(c->db))};
    if (!t.hash.len) return status_page(c, 503);
    if (!write_do(c, take, &t)) return status_page(c, 409);
    return see_other_saying(c, S("Your page is ready. Sign in with the name and the password you chose"),
                            "/sign-in?next=/me");
}
