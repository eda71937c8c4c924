// The pathway's files in a pack: clocks, the threshold document, the directory of services.
#include "base/fold.h"
#include "pathway/clock/clock.sql.h"
#include "pathway/threshold/document.sql.h"
#include "pathway/threshold/services.sql.h"
#include "plan/pack_inside.h"

#define TEXT(column) pack_cell(r, column)
#define COUNT_OF(column) pack_count(r, column)

static Str day_before(Arena *a, Str iso) {
    Date d;
    return date_parse(iso, &d) ? date_iso(a, date_add_days(d, -1)) : (Str){0};
}

// The one edition that a pack holds.
static Str edition(const Pack *p) {
    const PackTable *t = &p->table[PACK_THRESHOLD];
    return t->len ? pack_cell(&t->row[0], "code") : (Str){0};
}

// ---- rules between cells ----------------------------------------------------------------------------------

void check_clock(PackCheck *c, const PackRow *r) {
    if (TEXT("amount").at && !TEXT("unit").at)
        row_fault(c, r, "unit is blank; an amount is counted in hours, working-days, days, weeks or months");
    if (TEXT("unit").at && !TEXT("amount").at)
        row_fault(c, r, "amount is blank; leave unit blank too where no time is set");
    if (TEXT("until").at && str_cmp(TEXT("until"), TEXT("from")) < 0)
        row_fault(c, r, "until is before from; a rule ends on or after the day it begins");
}

void check_threshold(PackCheck *c, const PackRow *r) {
    if (r->number == 2)
        row_fault(c, r, "a pack holds one edition of the threshold document; the older ones stay in Kith");
    if (!c->pack->table[PACK_LEVELS].len)
        row_fault(c, r, "need_levels.csv has no level; an edition needs its levels");
}

void check_document(PackCheck *c, const PackRow *r) {
    if (r->number == 1 && !c->pack->table[PACK_THRESHOLD].len)
        row_fault(c, r, "threshold.csv has no row; it says which edition this belongs to");
}

void check_service(PackCheck *c, const PackRow *r) {
    const PackTable *levels = &c->pack->table[PACK_LEVELS];
    Str *keys = arena_new(c->arena, Str, levels->len + 1);
    for (size_t i = 0; i < levels->len; i++) keys[i] = levels->row[i].key;
    for (Str rest = TEXT("levels"); rest.len;) {
        Str level = str_trim(str_cut(&rest, S(";")));
        if (pack_find(levels, level)) continue;
        row_fault(c, r, "level “%.*s” is not in need_levels.csv%.*s", STR_FMT(level),
                  STR_FMT(pack_did_you_mean(c->arena, level, keys, levels->len)));
    }
    int64_t from = COUNT_OF("age_from"), to = COUNT_OF("age_to");
    if (from != NONE && to != NONE && to < from)
        row_fault(c, r, "age_to is less than age_from; give the youngest and then the oldest age");
}

// ---- what may not be rewritten ----------------------------------------------------------------------------

Str pathway_rewrites(PackLoad *l, const PackRow *r) {
    Str name = edition(l->pack);
    switch ((PackFileId)(r->table->file - pack_files)) {
    case PACK_CLOCKS:
        if (clock_rule_differs(l->db, TEXT("key"), TEXT("from"), COUNT_OF("amount"), TEXT("unit")) <= 0)
            break;
        return S("clocks were started by this rule and its time differs. Put back the old time, and write "
                 "the new one as another row with the day from which it holds");
    case PACK_LEVELS:
        if (need_level_differs(l->db, name, r->key, TEXT("name"), TEXT("threshold"), TEXT("meaning")) <= 0)
            break;
        return S("decisions were made by this level as it was. Give threshold.csv another code and the day "
                 "from which the new edition holds");
    case PACK_INDICATORS:
        if (need_indicator_differs(l->db, name, r->key, TEXT("level"), TEXT("text")) <= 0) break;
        return S("this was ticked for a decision and says something else now. Give threshold.csv another "
                 "code and the day from which the new edition holds");
    default: break;
    }
    return (Str){0};
}

// ---- saving -----------------------------------------------------------------------------------------------

int64_t save_clock(PackLoad *l, const PackRow *r) {
    int64_t n = clock_rule_put(l->db, TEXT("key"), TEXT("title"), TEXT("starts"), TEXT("stops"),
                               COUNT_OF("amount"), TEXT("unit"), TEXT("who"), TEXT("source"), TEXT("from"),
                               TEXT("until"));
    return clock_rule_close(l->db, TEXT("key"), TEXT("from"), day_before(l->arena, TEXT("from"))) + n > 0;
}

int64_t save_holiday(PackLoad *l, const PackRow *r) { return holiday_put(l->db, TEXT("day"), TEXT("name")); }

int64_t save_threshold(PackLoad *l, const PackRow *r) {
    int64_t n = threshold_put(l->db, r->key, TEXT("title"), TEXT("edition"), TEXT("about"), TEXT("from"),
                              l->now, NONE);
    if (!n || !TEXT("from").at) return n;
    threshold_close(l->db, TEXT("from"), day_before(l->arena, TEXT("from")), r->key);
    return n;
}

int64_t save_level(PackLoad *l, const PackRow *r) {
    return need_level_put(l->db, edition(l->pack), r->key, COUNT_OF("number"), TEXT("name"),
                          TEXT("threshold"), TEXT("meaning"), TEXT("consent"));
}

// Everything that is said about it, folded, so that searching needs no accents and no capitals.
static Str words_of(PackLoad *l, const PackRow *r) {
    Buf all = {.arena = l->arena};
    buf_put(&all, TEXT("name"));
    buf_fmt(&all, " %.*s %.*s", STR_FMT(TEXT("what")), STR_FMT(TEXT("who_for")));
    return fold(l->arena, buf_str(&all));
}

int64_t save_service(PackLoad *l, const PackRow *r) {
    int64_t n = service_put(l->db, r->key, TEXT("name"), TEXT("kind"), TEXT("what"), TEXT("who_for"),
                            COUNT_OF("age_from"), COUNT_OF("age_to"), TEXT("how"), TEXT("phone"),
                            TEXT("email"), TEXT("web"), words_of(l, r));
    Buf kept = {.arena = l->arena};
    buf_byte(&kept, ';');
    for (Str rest = TEXT("levels"); rest.len;) {
        Str level = str_trim(str_cut(&rest, S(";")));
        n += service_level_add(l->db, r->key, level);
        buf_fmt(&kept, "%.*s;", STR_FMT(level));
    }
    return service_level_drop(l->db, r->key, buf_str(&kept)) + n > 0;
}

int64_t save_dimension(PackLoad *l, const PackRow *r) {
    return need_dimension_put(l->db, edition(l->pack), r->key, TEXT("domain"), COUNT_OF("number"),
                              TEXT("name"));
}

int64_t save_indicator(PackLoad *l, const PackRow *r) {
    return need_indicator_put(l->db, edition(l->pack), r->key, TEXT("level"), TEXT("dimension"),
                              (int64_t)r->number, TEXT("text"));
}

int64_t save_item(PackLoad *l, const PackRow *r) {
    return need_item_put(l->db, edition(l->pack), TEXT("level"), TEXT("kind"), COUNT_OF("number"),
                         TEXT("text"), TEXT("service"), COUNT_OF("optional"));
}

int64_t save_text(PackLoad *l, const PackRow *r) {
    return need_text_put(l->db, edition(l->pack), r->key, TEXT("kind"), (int64_t)r->number, TEXT("title"),
                         TEXT("text"));
}

int64_t save_guide(PackLoad *l, const PackRow *r) {
    return need_guide_put(l->db, edition(l->pack), r->key, TEXT("title"), TEXT("about"), TEXT("level"),
                          TEXT("place"), TEXT("where"), (int64_t)r->number);
}
