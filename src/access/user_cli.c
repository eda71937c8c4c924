// People on the command line: how the first administrator comes in, and the way back when nobody can.
#include <stdio.h>
#include <termios.h>
#include <unistd.h>

#include "access/verbs.h"
#include "access/within.h"
#include "db/migrate.h"

int access_no(Str why) {
    fprintf(stderr, "kith: %.*s\n", STR_FMT(why));
    return 1;
}

Db *access_opened(Cli *c) {
    Str why = {0};
    Db *db = db_open(c->database, true, &why, c->arena);
    if (!db) return access_no(why), NULL;
    db_use(db, c->arena);
    why = db_migrate(db, c->arena, db_backup_path(db, c->arena, time_now()));
    if (!why.at && db_begin(db)) return db;
    access_no(why.at ? why : db_fault(db));
    db_close(db);
    return NULL;
}

int access_closed(Db *db, int code) {
    if (db_fault(db).at) code = access_no(db_fault(db));
    if (code) db_rollback(db);
    else if (!db_commit(db)) code = access_no(db_fault(db));
    db_close(db);
    return code;
}

static void audit(Db *db, const char *act, int64_t account, Str detail) {
    audit_add(db, (AuditRow){time_now(), NONE, str_from(act), S("account"), account, detail});
}

static const Account *named(Cli *c, Db *db) {
    const Account *who = account_by_email(db, email_key(c->arena, c->word[0]));
    if (!who)
        access_no(str_fmt(c->arena, "Nobody has the address %.*s. See them all: kith user list",
                          STR_FMT(c->word[0])));
    return who;
}

// ---- passwords: from the terminal without echo, or the first line of what is piped in; never a flag -------

static Str read_line(Arena *a) {
    char line[1024];
    if (!fgets(line, sizeof line, stdin)) return S("");
    return str_copy(a, str_trim(str_from(line)));
}

static Str ask_password(Arena *a, const char *question) {
    struct termios was, quiet;
    if (!isatty(STDIN_FILENO) || tcgetattr(STDIN_FILENO, &was)) return read_line(a);
    quiet = was;
    quiet.c_lflag &= ~(tcflag_t)ECHO;
    fputs(question, stderr);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    Str line = read_line(a);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &was);
    fputc('\n', stderr);
    return line;
}

// The Argon2id string, or absent once it has been said why not.
static Str new_password(Arena *a, Db *db, Str email, Str name) {
    Str password = ask_password(a, "New password: "), wrong = password_fault(a, password, email, name);
    if (!wrong.at && isatty(STDIN_FILENO) && !str_eq(password, ask_password(a, "The same again: ")))
        wrong = S("The two are not the same. Nothing was changed");
    Str hash = wrong.at ? (Str){0} : password_hash(a, password, password_cost(db));
    if (!hash.len) access_no(wrong.at ? wrong : S("There is not enough memory to hash a password"));
    return hash;
}

// ---- the verbs --------------------------------------------------------------------------------------------

static int64_t agency_called(Db *db, Str name) {
    const Agency *g = agency_named(db, name);
    return g ? g->id : agency_add(db, name, S("other"), time_now());
}

static int unknown_role(Str role) {
    fprintf(stderr, "kith: there is no role “%.*s”. The roles are:", STR_FMT(role));
    for (size_t i = 0; i < n_roles; i++) fprintf(stderr, " %s", roles[i].key);
    fputc('\n', stderr);
    return 2;
}

static int add(Cli *c, Db *db, Str email, Str name, Str role) {
    if (account_by_email(db, email))
        return access_no(S("Somebody has that address already. See: kith user list"));
    Str hash = new_password(c->arena, db, email, name), agency = cli_flag(c, "agency");
    if (!hash.at) return 1;
    Instant now = time_now();
    int64_t id = account_add(db, email, name, agency_called(db, agency.len ? agency : S("The partnership")),
                             0, now, NONE);
    account_activate(db, id, name, now);
    account_set_password(db, id, hash, now);
    if (role.len) role_give(db, id, role, date_iso(c->arena, date_of(now)), (Str){0}, now, NONE);
    audit(db, "account.add", id, role.len ? json_of(c->arena, "role", role) : (Str){0});
    printf("%.*s can sign in.\n", STR_FMT(email));
    return 0;
}

int verb_user_add(Cli *c) {
    Str role = cli_flag(c, "role");
    if (c->n_words != 1 || str_find(c->word[0], S("@")) <= 0)
        return cli_wrong("say whom: kith user add EMAIL --name NAME --role ROLE");
    if (role.len && !role_find(role)) return unknown_role(role);
    Db *db = access_opened(c);
    Str email = email_key(c->arena, c->word[0]), name = cli_flag(c, "name");
    return db ? access_closed(db, add(c, db, email, name.len ? name : email, role)) : 1;
}

static void print_user(Cli *c, Db *db, const Account *who) {
    RoleKeyList held = role_held(db, who->id, date_iso(c->arena, date_of(time_now())));
    const char *state = who->deactivated_at != NONE ? "closed"
                        : who->activated_at == NONE ? "invited"
                                                    : "open";
    printf("%-40.*s %-8s", STR_FMT(who->email), state);
    for (size_t i = 0; i < held.len; i++) printf(" %.*s", STR_FMT(held.at[i].role));
    putchar('\n');
}

int verb_user_list(Cli *c) {
    Db *db = access_opened(c);
    if (!db) return 1;
    Str none = {0}, today = date_iso(c->arena, date_of(time_now()));
    if (cli_has(c, "count")) {
        printf("%lld\n", (long long)account_count(db));
        return access_closed(db, 0);
    }
    AccountList all = account_list(db, none, NONE, absent_if_empty(cli_flag(c, "role")), none, today);
    for (size_t i = 0; i < all.len; i++) print_user(c, db, &all.at[i]);
    if (!all.len) puts("There is nobody yet. Add the first: kith user add EMAIL --role administrator");
    return access_closed(db, 0);
}

// Unless it is forced: from here is also the way back.
static bool nobody_left(Cli *c, Db *db, const Account *who) {
    if (cli_has(c, "force") || !last_keeper(db, who->id, date_of(time_now()))) return false;
    access_no(S("Nobody would be left who can manage accounts, so nothing was changed. Give somebody else "
                "the role administrator first, or say --force"));
    return true;
}

static int change_role(Cli *c, Db *db, Str give, Str take) {
    const Account *who = named(c, db);
    Instant now = time_now();
    Str today = date_iso(c->arena, date_of(now));
    if (!who) return 1;
    if (give.len && role_overlaps(db, who->id, give, today, (Str){0}))
        return access_no(S("They have that role already"));
    if (take.len && role_find(take)->rights & ACCOUNTS_MANAGE && nobody_left(c, db, who)) return 1;
    if (give.len) role_give(db, who->id, give, today, (Str){0}, now, NONE);
    if (take.len && !role_take_all(db, who->id, take, now)) return access_no(S("They do not have that role"));
    audit(db, give.len ? "role.give" : "role.take", who->id,
          json_of(c->arena, "role", give.len ? give : take));
    print_user(c, db, who);
    return 0;
}

int verb_user_role(Cli *c) {
    Str give = cli_flag(c, "give"), take = cli_flag(c, "take");
    if (c->n_words != 1 || !give.len == !take.len)
        return cli_wrong("say whom and what: kith user role EMAIL --give ROLE, or --take ROLE");
    if (!role_find(give.len ? give : take)) return unknown_role(give.len ? give : take);
    Db *db = access_opened(c);
    return db ? access_closed(db, change_role(c, db, give, take)) : 1;
}

static int deactivate(Cli *c, Db *db, bool undo) {
    const Account *who = named(c, db);
    Instant now = time_now();
    if (!who || (!undo && nobody_left(c, db, who))) return 1;
    if (!(undo ? account_reactivate(db, who->id) : account_deactivate(db, who->id, now, NONE)))
        return access_no(undo ? S("That account is open already") : S("That account is closed already"));
    session_end_all(db, who->id, NONE, now);
    token_retire(db, who->id, now);
    audit(db, undo ? "account.open" : "account.close", who->id, (Str){0});
    print_user(c, db, account_find(db, who->id));
    return 0;
}

int verb_user_deactivate(Cli *c) {
    if (c->n_words != 1) return cli_wrong("say whom: kith user deactivate EMAIL");
    Db *db = access_opened(c);
    return db ? access_closed(db, deactivate(c, db, cli_has(c, "undo"))) : 1;
}

static int set_password(Cli *c, Db *db) {
    const Account *who = named(c, db);
    Str hash = who ? new_password(c->arena, db, who->email, who->name) : (Str){0};
    Instant now = time_now();
    if (!hash.at) return 1;
    if (!account_set_password(db, who->id, hash, now))
        return access_no(S("That account is closed. Open it first: kith user deactivate EMAIL --undo"));
    account_activate(db, who->id, who->name, now);
    session_end_all(db, who->id, NONE, now);
    token_retire(db, who->id, now);
    audit(db, "password.reset", who->id, (Str){0});
    printf("%.*s has a new password and is signed out everywhere.\n", STR_FMT(who->email));
    return 0;
}

int verb_user_password(Cli *c) {
    if (c->n_words != 1) return cli_wrong("say whose: kith user password EMAIL");
    Db *db = access_opened(c);
    return db ? access_closed(db, set_password(c, db)) : 1;
}

// ---- settings ---------------------------------------------------------------------------------------------

static void print_settings(Db *db) {
    for (size_t i = 0; i < n_settings; i++) {
        Str value =
            settings[i].kind == SETTING_SECRET ? S("(not shown)") : setting_text(db, settings[i].name);
        printf("%-24s %.*s\n", settings[i].name, STR_FMT(value));
    }
}

static int put_setting(Cli *c, Db *db) {
    Str why, name = c->word[0], value = c->n_words > 1 ? c->word[1] : ask_password(c->arena, "Value: ");
    if (!setting_put(db, time_now(), str_c(c->arena, name), value, &why)) return access_no(why);
    audit_add(db, (AuditRow){time_now(), NONE, S("setting.change"), S("setting"), NONE,
                             json_of(c->arena, "name", name)});
    frozen_thaw(db, time_now());
    printf("%.*s is set.\n", STR_FMT(name));
    return 0;
}

int verb_setting(Cli *c) {
    Db *db = access_opened(c);
    if (!db) return 1;
    if (c->n_words) return access_closed(db, put_setting(c, db));
    print_settings(db);
    return access_closed(db, 0);
}
