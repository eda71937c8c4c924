// What partners' systems send is taken once and answered by their own references; a record goes out as far as
// whoever asks may see it.
#include "exchange/exchange.h"

#include <jansson.h>
#include <stdio.h>

#include "exchange/exchange_test.sql.h"
#include "family.h"

static const char two[] =
    "reference,child,born,nhs,postcode,role,concern,family_told,family_why,happened%0A"
    "P-1,Amina+Yusuf,2009-05-04,943+476+5919,ng7+2ab,Police+constable,Shouting+at+night,yes,,2014-07-01%0A"
    "P-2,Omar+Hassan,,,,Police+constable,Found+alone+in+town,no,Nobody+was+home,%0A";

static World door(void) {
    World w = world_open();
    family_team(&w, "Front door", "front-door", S("adviser"));
    return w;
}
#define DOOR(w) World w __attribute__((cleanup(world_close))) = door()

static Answer send(World *w, const char *where, const char *rows) {
    return post(w, S("practitioner"), where, str_c(w->arena, str_fmt(w->arena, "rows=%s", rows)));
}

static json_t *read_json(Answer a) {
    json_error_t e;
    json_t *j = json_loadb(a.body.at, a.body.len, 0, &e);
    CHECK(j != NULL);
    return j;
}

TEST(what_a_partners_system_sends_is_seen_first_and_each_fault_has_its_line) {    // W186
    DOOR(w);
    Answer a = send(&w, "/work/exchange/notices", two);
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "2 rows: 2 new, 0 to mend. Nothing is sent yet"));
    CHECK_INT(exchange_test_contacts(w.db), 0);
    a = send(&w, "/work/exchange/notices",
             "reference,child,nhs,role,concern,family_told,born%0A,Amina,,PC,x,yes,%0A"
             "P,Amina,9434765918,PC,x,yes,%0A"
             "Q,Amina,,PC,x,perhaps,%0AR,Amina,,PC,x,no,%0AS,Amina,,PC,x,yes,4+May%0AT,Amina,,PC,x,yes,%0A"
             "T,Amina,,PC,x,yes,");
    CHECK(sees(a, "reference is blank") && sees(a, "does not add up") &&
          sees(a, "family_told is neither yes nor no"));
    CHECK(sees(a, "family_why is blank") && sees(a, "born is no day") && sees(a, "stands in the file twice"));
    CHECK_INT(send(&w, "/work/exchange/take", "reference,child%0AP,Amina").status, 422);
    CHECK_INT(exchange_test_contacts(w.db), 0);
}

TEST(what_was_sent_is_a_contact_at_the_front_door_with_its_clock_and_is_taken_once) {    // W186 W16 P1
    DOOR(w);
    CHECK_INT(send(&w, "/work/exchange/take", two).status, 303);
    CHECK_INT(exchange_test_contacts(w.db), 2);
    Answer a = ask(&w, S("adviser"), GET, "/work/contacts");
    CHECK(sees(a, "Amina Yusuf, born 4 May 2009, NHS number 943 476 5919"));
    CHECK_INT(send(&w, "/work/exchange/take", two).status, 303);    // the same file again
    CHECK_INT(exchange_test_contacts(w.db), 2);
    CHECK(sees(send(&w, "/work/exchange/notices", two), "Sent before"));
    // Another agency's P-1 is another notice.
    a = post(&w, S("social-worker"), "/work/exchange/take", str_c(w.arena, str_fmt(w.arena, "rows=%s", two)));
    CHECK_INT(a.status, 303);
    CHECK_INT(exchange_test_contacts(w.db), 4);
}

TEST(where_nobody_works_at_the_front_door_nothing_is_sent_and_that_is_said) {    // W186
    WORLD(w);
    Answer a = send(&w, "/work/exchange/take", two);
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "Nobody at the front door can take this here today"));
    CHECK_INT(exchange_test_contacts(w.db), 0);
}

TEST(whoever_sent_it_fetches_what_became_of_it_and_no_more_than_they_were_told) {    // W186 W27
    DOOR(w);
    send(&w, "/work/exchange/take", two);
    db_begin(w.db);
    exchange_test_tell(w.db, exchange_test_last(w.db), S("=A worker visits"), w.now);
    db_commit(w.db);
    Answer a = ask(&w, S("practitioner"), GET, "/work/exchange/outcomes.json");
    CHECK_STR(a.type, S("application/json"));
    json_t *j = read_json(a), *list = json_object_get(j, "outcomes");
    CHECK_INT(json_array_size(list), 2);
    json_t *told = json_array_get(list, 0);
    CHECK_STR(str_from(json_string_value(json_object_get(told, "reference"))), S("P-2"));
    CHECK_STR(str_from(json_string_value(json_object_get(told, "state"))), S("told"));
    CHECK_STR(str_from(json_string_value(json_object_get(told, "told"))), S("=A worker visits"));
    CHECK_STR(str_from(json_string_value(json_object_get(told, "told_at"))), S("2014-07-02T09:00Z"));
    json_decref(j);
    Answer csv = ask(&w, S("practitioner"), GET, "/work/exchange/outcomes.csv");
    CHECK(str_starts(csv.body, S("reference,contact,received,state,told_at,told\n")));
    CHECK(str_has(csv.body, S("'=A worker visits")));    // no spreadsheet runs it
    CHECK(!str_has(ask(&w, S("social-worker"), GET, "/work/exchange/outcomes.csv").body, S("P-1")));
}

TEST(a_record_goes_out_only_as_far_as_whoever_asks_may_see_it) {    // W186 P5 P6
    DOOR(w);
    int64_t child = family_child(&w, "Amina Yusuf", "2009-05-04");
    db_begin(w.db);
    exchange_test_number(w.db, child, S("9434765919"), w.now);
    exchange_test_entry(w.db, child, S("plan"), S("Breakfast club"), w.now);
    exchange_test_entry(w.db, child, S("health"), S("Sleeps badly"), w.now);
    db_commit(w.db);
    const char *at = str_c(w.arena, str_fmt(w.arena, "/work/people/%lld/record.json", (long long)child));
    CHECK_INT(ask(&w, S("practitioner"), GET, at).status, 403);
    family_consent(&w, child, S("practitioner"), "who,plan");
    Answer a = ask(&w, S("practitioner"), GET, at);
    CHECK_INT(a.status, 200);
    json_t *j = read_json(a), *entries = json_object_get(j, "entries");
    CHECK_STR(str_from(json_string_value(json_object_get(j, "format"))), S("kith-record 1"));
    CHECK_INT(json_array_size(entries), 1);
    CHECK(str_has(a.body, S("Breakfast club")) && !str_has(a.body, S("Sleeps badly")));
    CHECK(str_has(a.body, S("9434765919")));
    CHECK(json_object_get(j, "help") == NULL);    // not shared, so not there
    json_decref(j);
    CHECK(!str_has(a.headers, S("Amina")));
    family_consent(&w, child, S("adviser"), "plan");
    CHECK(!str_has(ask(&w, S("adviser"), GET, at).body, S("9434765919")));
}

static Str file_text(Arena *a, const char *path) {
    FILE *f = fopen(path, "rb");
    Buf b = {.arena = a};
    size_t n;
    CHECK(f != NULL);
    do {
        buf_room(&b, 65536);
        n = fread(b.at + b.len, 1, 65536, f);
        b.len += n;
    } while (n);
    fclose(f);
    return buf_str(&b);
}

TEST(the_page_of_interfaces_names_every_column_as_the_program_does) {    // W186
    Arena *a = arena_open();
    Str doc = file_text(a, "docs/exchange.md");
    for (size_t i = 0; i < n_notice_columns; i++) {
        const NoticeColumn *k = &notice_columns[i];
        Str row =
            str_fmt(a, "| `%.*s`%s | %.*s |", STR_FMT(k->name), k->needed ? "*" : "", STR_FMT(k->about));
        if (!str_has(doc, row)) fprintf(stderr, "docs/exchange.md lacks: %.*s\n", STR_FMT(row));
        CHECK(str_has(doc, row));
    }
    arena_close(a);
}
