// What PostgreSQL says, and what to do about it.
#include "db/postgres.h"

static const char unreachable[] = "The server cannot be reached; start it, or look at the address.";

static const char *connect_advice(const char *said) {
    static const struct {
        const char *part, *advice;
    } known[] = {
        {"Connection refused", unreachable},
        {"No such file or directory", unreachable},
        {"could not translate host name", "There is no such host; look at the address."},
        {"timeout expired", "The server does not answer; look at the address and the network."},
        {"password authentication failed",
         "The user or password is wrong; look at the address or at PGPASSFILE."},
        {"no password supplied", "The server wants a password; put it in a file that PGPASSFILE names."},
        {"permission denied", "This user may not connect to that database; grant it the right to."},
        {"role \"", "There is no such user; make one with createuser, or look at the address."},
        {"database \"", "There is no such database; make it with createdb --encoding=UTF8."},
        {"too many clients",
         "The server has no connection left; raise max_connections or end other programs."},
        {"no pg_hba.conf entry", "The server does not let this host or user in; look at its pg_hba.conf."},
    };
    for (size_t i = 0; i < COUNT(known); i++)
        if (strstr(said, known[i].part)) return known[i].advice;
    return "Look at the server's log.";
}

static Str one_line(Arena *a, const char *said) {
    Str s = str_trim(str_from(said));
    char *copy = str_c(a, s);
    for (char *c = copy; *c; c++)
        if (*c == '\n' || *c == '\t') *c = ' ';
    return str_from(copy);
}

// Class 22 (a value that does not fit) may quote the value: then the state's code must do. Details, which
// quote rows, are never read.
void pg_fail(Db *db, const char *doing, const PGresult *r) {
    const char *state = PQresultErrorField(r, PG_DIAG_SQLSTATE),
               *said = PQresultErrorField(r, PG_DIAG_MESSAGE_PRIMARY);
    if (!db->fault_len) db->crossed = state && (!strcmp(state, "40P01") || !strcmp(state, "40001"));
    if (!state) db_fail(db, "%s: the connection to PostgreSQL was lost. %s", doing, unreachable);
    else if (!strncmp(state, "22", 2)) db_fail(db, "%s: a value does not fit (%s)", doing, state);
    else if (!strncmp(state, "53", 2))
        db_fail(db, "%s: %s (%s). Give the server more disk or memory.", doing, said, state);
    else db_fail(db, "%s: %s (%s)", doing, said ? said : "refused", state);
}

void pg_fail_lost(Db *db, const char *doing) {
    db_fail(db, "%s: the connection to PostgreSQL was lost. %s", doing, unreachable);
}

// What libpq says of an address it cannot read quotes the address, and with it perhaps a password.
static bool quotes_address(const char *said) {
    return strstr(said, "URI") || strstr(said, "percent-encoded") || strstr(said, "connection option");
}

Str pg_why_not_opened(Arena *a, const char *said) {
    if (quotes_address(said))
        return S("PostgreSQL's library cannot read the database's address. Write "
                 "postgresql://USER@HOST/NAME, with %XX for odd characters.");
    return str_fmt(a, "PostgreSQL cannot be used (%.*s). %s", STR_FMT(one_line(a, said)),
                   connect_advice(said));
}
