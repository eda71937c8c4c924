// The demonstration's people: one for each role, all made up, with passwords that are this database's own.
#include <sodium.h>
#include <stdio.h>

#include "access/verbs.h"
#include "access/within.h"

typedef struct Person {
    const char *role;
    Str email, name, kind, agency;         // the agency is made when there is none of its kind
} Person;
static const Person people[] = {
    {"administrator", S("administrator@demo.example"), S("Ada Demonstration"), S("council"),
     S("Example City Council")},
    {"board-support", S("board@demo.example"), S("Bram Demonstration"), S("council"),
     S("Example City Council")},
    {"performance-officer", S("performance@demo.example"), S("Petra Demonstration"), S("council"),
     S("Example City Council")},
    {"responsible-officer", S("responsible@demo.example"), S("Ravi Demonstration"), S("health"),
     S("Example Health Trust")},
    {"member", S("member@demo.example"), S("Mona Demonstration"), S("police"), S("Example Police")},
    {"viewer", S("viewer@demo.example"), S("Vic Demonstration"), S("voluntary"), S("Example Volunteers")},
    {"practitioner", S("teacher@demo.example"), S("Tomasz Demonstration"), S("school"), S("Example Academy")},
    {"practitioner", S("nurse@demo.example"), S("Nkechi Demonstration"), S("health"),
     S("Example Health Trust")},
    {"practitioner", S("family-worker@demo.example"), S("Fiona Demonstration"), S("voluntary"),
     S("Example Volunteers")},
    {"adviser", S("adviser@demo.example"), S("Anwar Demonstration"), S("council"), S("Example City Council")},
    {"social-worker", S("social-worker@demo.example"), S("Sofia Demonstration"), S("council"),
     S("Example City Council")},
    {"team-manager", S("manager@demo.example"), S("Mei Demonstration"), S("council"),
     S("Example City Council")},
    {"family", S("family@demo.example"), S("Farah Demonstration"), S("other"), S("Example families")},
};
static const struct {
    Str kind, name;
} agencies[] = {{S("probation"), S("Example Probation")}, {S("fire"), S("Example Fire and Rescue")}};

// Sixteen letters in fours, as recovery codes are. With a seed, the same for the same seed and person.
static Str password_for(Arena *a, Str seed, const Person *p) {
    if (!seed.len) return recovery_new(a);
    static const char letters[] = "abcdefghijkmnpqrstuvwxyz23456789";
    Str bytes = secret_hash(a, S("demonstration password"),
                            str_fmt(a, "%.*s %.*s", STR_FMT(seed), STR_FMT(p->email)));
    Buf out = {.arena = a};
    for (size_t i = 0; i < 16; i++) {
        if (i && i % 4 == 0) buf_byte(&out, '-');
        buf_byte(&out, letters[(uint8_t)bytes.at[i] % (sizeof letters - 1)]);
    }
    return buf_str(&out);
}

// The pack's own agency of that kind, where there is one; of what is none of the kinds, each is its own.
static int64_t agency_for(Db *db, Str kind, Str name, Instant now) {
    const Agency *own = str_eq(kind, S("other")) ? agency_named(db, name) : NULL;
    int64_t id = own ? own->id : str_eq(kind, S("other")) ? NONE : agency_of_kind(db, kind);
    return id != NONE ? id : agency_add(db, name, kind, now);
}

static int64_t person_made(Db *db, const Person *p, Instant now) {
    const Account *there = account_by_email(db, p->email);
    if (there) return there->id;
    int64_t id = account_add(db, p->email, p->name, agency_for(db, p->kind, p->agency, now), 1, now, NONE);
    account_activate(db, id, p->name, now);
    role_give(db, id, str_from(p->role), S("2000-01-01"), (Str){0}, now, NONE);
    return id;
}

static void print_person(Cli *c, Db *db, const Person *p, Instant now) {
    int64_t id = person_made(db, p, now);
    Str password = password_for(c->arena, cli_flag(c, "seed"), p);
    account_set_password(db, id, password_hash(c->arena, password, password_cost(db)), now);
    session_end_all(db, id, NONE, now);
    printf("%-28.*s %-20.*s %s\n", STR_FMT(p->email), STR_FMT(password), p->role);
}

static int fill(Cli *c, Db *db) {
    Instant now = time_now();
    if (account_real(db))
        return access_no(S("This database has people of its own, so the demonstration stays out of it. Name "
                           "another with --database"));
    puts("Demonstration accounts: email address, password, role");
    for (size_t i = 0; i < COUNT(people); i++) print_person(c, db, &people[i], now);
    for (size_t i = 0; i < COUNT(agencies); i++) agency_for(db, agencies[i].kind, agencies[i].name, now);
    Str why;
    setting_put(db, now, "two_step.roles", S(""), &why);   // so that whoever tries it needs no telephone
    puts("Run kith demo again for new passwords.");
    audit_add(db, (AuditRow){now, NONE, S("demo.fill"), S("account"), NONE, (Str){0}});
    return 0;
}

int verb_demo(Cli *c) {
    Db *db = access_opened(c);
    return db ? access_closed(db, fill(c, db)) : 1;
}
