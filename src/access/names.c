// The names of those who work with families, and of their agencies. A page that says fifty of them asks for
// none: readers keep them.
#include <stdlib.h>

#include "access/access.h"
#include "access/account.sql.h"
#include "access/names.sql.h"

static int by_id(const void *a, const void *b) {
    const Named *x = a, *y = b;
    return x->id < y->id ? -1 : x->id > y->id;
}

static Str name_in(NamedList all, int64_t id) {
    const Named key = {.id = id}, *found = all.len ? bsearch(&key, all.at, all.len, sizeof key, by_id) : NULL;
    return found ? found->name : (Str){0};
}

Str access_name(Db *db, int64_t account) {
    if (account == NONE) return (Str){0};
    return db_keeps(db) ? name_in(account_names(db), account) : account_name(db, account);
}

Str access_agency_name(Db *db, int64_t agency) {
    if (agency == NONE) return (Str){0};
    return db_keeps(db) ? name_in(agency_names(db), agency) : agency_name(db, agency);
}
