// The front door's files in a pack: ways on, contact points, localities, and the signs that want a referral
// at once.
#include <ctype.h>

#include "pathway/contact/data.sql.h"
#include "plan/pack_inside.h"

#define TEXT(column) pack_cell(r, column)
#define COUNT_OF(column) pack_count(r, column)

void check_sign(PackCheck *c, const PackRow *r) {
    bool prompted = COUNT_OF("age_below") != NONE || COUNT_OF("unborn");
    if (prompted && !TEXT("prompt").at) row_fault(c, r, "prompt is blank; say what to ask about at that age");
    if (COUNT_OF("number") < 1 || COUNT_OF("number") > 11)
        row_fault(c, r, "number is its key on the keyboard; give one from 1 to 11");
}

void check_district(PackCheck *c, const PackRow *r) {
    for (size_t i = 0; i < r->key.len; i++)
        if (!isupper((unsigned char)r->key.at[i]) && !isdigit((unsigned char)r->key.at[i])) {
            row_fault(c, r,
                      "prefix is the beginning of a postcode: capitals and digits without a blank, ZZ1");
            return;
        }
}

int64_t save_route(PackLoad *l, const PackRow *r) {
    return route_put(l->db, r->key, TEXT("title"), TEXT("about"), TEXT("team_kind"), COUNT_OF("by_locality"),
                     COUNT_OF("partner"), COUNT_OF("on"), (int64_t)r->number);
}

int64_t save_point(PackLoad *l, const PackRow *r) {
    return point_put(l->db, r->key, TEXT("name"), TEXT("about"), TEXT("telephone"), TEXT("email"),
                     TEXT("hours"), (int64_t)r->number);
}

int64_t save_sign(PackLoad *l, const PackRow *r) {
    return sign_put(l->db, r->key, COUNT_OF("number"), TEXT("words"), COUNT_OF("age_below"),
                    COUNT_OF("unborn"), TEXT("prompt"), COUNT_OF("wording_awaited"));
}

int64_t save_district(PackLoad *l, const PackRow *r) {
    locality_add(l->db, TEXT("locality"));
    return district_put(l->db, r->key, locality_named(l->db, TEXT("locality")));
}
