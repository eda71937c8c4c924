// Sharing without consent, previews and receipts, who looked, broken glass, and who never sees a record.
#include "people/share/share.h"

#include "family.h"

typedef struct Case {
    int64_t child, team, episode;
} Case;

static Case begin(World *w) {
    Case k = {.child = family_child(w, "Amina Yusuf", "2009-05-04")};
    k.team = family_team(w, "North", "early-help", S("practitioner"));
    k.episode = family_episode(w, k.child, "early-help", S("practitioner"), k.team);
    family_join(w, k.team, S("team-manager"));
    return k;
}

static const char *path(World *w, int64_t child, const char *more) {
    return str_c(w->arena, str_fmt(w->arena, "/work/people/%lld/%s", (long long)child, more));
}

static size_t ways(World *w, Str role, int64_t child) {
    return ways_to(w->db, world_account(w, role), child, w->now).len;
}

static const char *agency_field(World *w, Str role, const char *rest) {
    Ctx c = {.arena = w->arena, .db = w->db};
    world_account(w, role);
    Choices all = access_agencies(&c);
    Str name = str_fmt(w->arena, "Agency of the %.*s", STR_FMT(role)), id = S("0");
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].label, name)) id = all.at[i].value;
    return str_c(w->arena, str_fmt(w->arena, "agency=%.*s&%s", STR_FMT(id), rest));
}

#define WITHOUT                                                                                           \
    "basis=significant-harm&kinds=who&kinds=contact&facts=Bruises+seen&interests=Safe+tonight"            \
    "&consulted=Service+manager+agreed&told=no&told_why=It+would+add+risk"                                \
    "&until_on-day=1&until_on-month=8&until_on-year=2014"

TEST(sharing_without_consent_takes_a_basis_facts_interests_and_advice) {    // W93 W96 W97 P6
    WORLD(w);
    Case k = begin(&w);
    Answer empty = post(&w, S("practitioner"), path(&w, k.child, "share"), "told=yes");
    CHECK_INT(empty.status, 422);
    CHECK(sees(empty, "Choose what lets you share without consent"));
    CHECK(sees(empty, "Write down the facts that make it necessary"));
    CHECK(sees(empty, "Say why it is in the child’s best interests"));
    CHECK(sees(empty, "Ask your line manager, and write down what they advised"));
    CHECK_INT(ways(&w, S("social-worker"), k.child), 0);
    Answer done = post(&w, S("practitioner"), path(&w, k.child, "share"),
                       agency_field(&w, S("social-worker"), WITHOUT));
    CHECK_INT(done.status, 303);
    CHECK_INT(ways(&w, S("social-worker"), k.child), 2);
    Answer page = ask(&w, S("practitioner"), GET, path(&w, k.child, "consent"));
    CHECK(sees(page, "A child is suffering or likely to suffer significant harm"));
    CHECK(sees(page, "Service manager agreed"));
}

TEST(the_record_says_whether_the_family_was_told_of_what_was_shared) {    // W99
    WORLD(w);
    Case k = begin(&w);
    post(&w, S("practitioner"), path(&w, k.child, "share"), agency_field(&w, S("social-worker"), WITHOUT));
    Answer page = ask(&w, S("practitioner"), GET, path(&w, k.child, "consent"));
    CHECK(sees(page, "Has the family been told?No, and they will not be told now. It would add risk"));
}

TEST(when_consent_for_checks_is_refused_sharing_can_still_be_decided_in_the_childs_interests) {    // W95
    WORLD(w);
    Case k = begin(&w);
    Ctx c = {.arena = w.arena, .db = w.db, .now = w.now, .today = date_of(w.now),
             .actor.id = world_account(&w, S("practitioner"))};
    int64_t agency = 0;
    world_account(&w, S("social-worker"));
    str_int(access_agencies(&c).at[0].value, &agency);
    CHECK(!consent_answer(&c, k.child, agency).at);
    db_begin(w.db);
    consent_give(&c, (ConsentNew){.person = k.child, .refused = true, .purpose = S("Agency checks"),
                                  .giver_name = S("Mother"), .capacity = S("parent"), .how = S("spoken"),
                                  .kinds = S("who")});
    db_commit(w.db);
    CHECK_STR(consent_answer(&c, k.child, agency), S("refused"));
    Answer done = post(&w, S("practitioner"), path(&w, k.child, "share"),
                       agency_field(&w, S("social-worker"), WITHOUT));
    CHECK_INT(done.status, 303);
    CHECK_INT(ways(&w, S("social-worker"), k.child), 2);
}

TEST(a_decision_not_to_share_what_may_be_an_offence_keeps_its_reasons) {    // W94
    WORLD(w);
    Case k = begin(&w);
    Answer empty = post(&w, S("practitioner"), path(&w, k.child, "withhold"), "with_whom=Police");
    CHECK_INT(empty.status, 422);
    CHECK(sees(empty, "Give the reasons"));
    Answer done = post(&w, S("practitioner"), path(&w, k.child, "withhold"),
                       "with_whom=Police&what=A+slap&offence=yes&reasons=She+asked+us+to+wait&interests=Trust"
                       "&consulted=Named+nurse");
    CHECK_INT(done.status, 303);
    Answer page = ask(&w, S("practitioner"), GET, path(&w, k.child, "consent"));
    CHECK(sees(page, "May be an offence against a child"));
    CHECK(sees(page, "She asked us to wait"));
}

TEST(a_receipt_says_what_was_shared_which_version_and_when_it_was_first_opened) {    // W57 W92
    WORLD(w);
    Case k = begin(&w);
    post(&w, S("practitioner"), path(&w, k.child, "share"), agency_field(&w, S("social-worker"), WITHOUT));
    ReceiptList all = receipt_all(w.db, k.child);
    CHECK_INT(all.len, 1);
    CHECK_INT(all.at[0].opened_at, NONE);
    CHECK_INT(all.at[0].version.len, 32);
    w.now += 60000;
    CHECK_INT(ask(&w, S("social-worker"), GET, path(&w, k.child, "consent")).status, 200);
    all = receipt_all(w.db, k.child);
    CHECK_INT(all.at[0].opened_at, w.now);
    CHECK_STR(all.at[0].opener, S("social-worker"));
}

TEST(a_sharing_without_consent_says_which_version_was_shared_and_whether_it_is_what_they_see) {    // W57 W92
    WORLD(w);
    Case k = begin(&w);
    post(&w, S("practitioner"), path(&w, k.child, "share"), agency_field(&w, S("social-worker"), WITHOUT));
    const char *version = str_c(w.arena, receipt_all(w.db, k.child).at[0].version);
    Answer page = ask(&w, S("practitioner"), GET, path(&w, k.child, "consent"));
    Str card = page.body;
    str_cut(&card, S("Has the family been told?"));
    Answer one = {.body = str_cut(&card, S("</dl>"))};
    CHECK(sees(one, "Agency of the social-worker, 2 July 2014, 10:00am: 0 entries of the chronology"));
    CHECK(sees(one, version) && sees(one, "What they see now is the same version"));
    CHECK(sees(one, "Not opened yet"));
    w.now += 60000;
    ask(&w, S("social-worker"), GET, path(&w, k.child, "consent"));
    family_consent(&w, k.child, S("social-worker"), "note");    // more of it from now on
    page = ask(&w, S("practitioner"), GET, path(&w, k.child, "consent"));
    CHECK(sees(page, "What they see now is another version"));
    CHECK(sees(page, "First opened 2 July 2014, 10:01am, social-worker"));
}

TEST(the_preview_of_somebody_is_what_the_view_gives_them_and_no_more) {    // W57
    WORLD(w);
    Case k = begin(&w);
    int64_t consent = family_consent(&w, k.child, S("viewer"), "who,plan");
    family_seat(&w, k.episode, S("social-worker"), consent);
    Answer list = ask(&w, S("practitioner"), GET, path(&w, k.child, "preview"));
    CHECK(sees(list, "Agency of the viewer"));
    CHECK(sees(list, "social-worker , School nurse"));
    const char *of = str_c(w.arena, str_fmt(w.arena, "preview?person=%lld",
                                            (long long)world_account(&w, S("social-worker"))));
    Answer one = ask(&w, S("practitioner"), GET, path(&w, k.child, of));
    CHECK(sees(one, "They see: Who the person is The plan They do not see: That help is being given"));
}

TEST(who_looked_is_there_for_the_lead_and_the_manager_and_in_plain_words_for_the_family) {    // W57 W98
    WORLD(w);
    Case k = begin(&w);
    family_consent(&w, k.child, S("social-worker"), "who");
    ask(&w, S("social-worker"), GET, path(&w, k.child, "consent"));
    ask(&w, S("adviser"), GET, path(&w, k.child, "consent"));
    Answer a = ask(&w, S("team-manager"), GET, path(&w, k.child, "looked"));
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "social-workerAgency of the social-worker Opened it"));
    CHECK(sees(a, "adviserAgency of the adviser Tried, and was turned away"));
    CHECK_INT(ask(&w, S("practitioner"), GET, path(&w, k.child, "looked")).status, 200);
    CHECK_INT(ask(&w, S("social-worker"), GET, path(&w, k.child, "looked")).status, 403);
    CHECK_INT(ask(&w, S("adviser"), GET, path(&w, k.child, "looked")).status, 403);
    Answer family = ask(&w, S("practitioner"), GET, path(&w, k.child, "looked/family"));
    CHECK(sees(family, "Who has looked at what is written about Amina Yusuf"));
    CHECK(sees(family, "social-worker Agency of the social-worker1"));
    CHECK(!sees(family, "Agency of the adviser"));
}

// Every page that shows something written about a child is a look at the child.
TEST(reading_about_a_child_without_opening_the_record_is_looking_too) {    // W57 W98
    WORLD(w);
    Case k = begin(&w);
    family_consent(&w, k.child, S("social-worker"), "who,note");
    post(&w, S("practitioner"), path(&w, k.child, "chronology/new"),
         "what=note&day-day=1&day-month=7&day-year=2014&title=A+call&nature=fact&kind=note&body=Waldemar");
    Answer found = post(&w, S("social-worker"), "/work/search", "wide=1&words=waldemar");
    CHECK(sees(found, "1 found"));
    Answer family = ask(&w, S("practitioner"), GET, path(&w, k.child, "looked/family"));
    CHECK(sees(family, "social-worker Agency of the social-worker1"));
    CHECK(sees(ask(&w, S("team-manager"), GET, path(&w, k.child, "looked")), "Read words of it in a search"));
}

static int64_t broken(World *w, int64_t child) {
    GlassList all = glass_all(w->db, child);
    return all.len ? all.at[0].id : 0;
}

TEST(breaking_the_glass_takes_a_reason_and_lasts_for_hours) {    // P5
    WORLD(w);
    Case k = begin(&w);
    CHECK_INT(post(&w, S("social-worker"), path(&w, k.child, "glass"), "reason=").status, 422);
    CHECK_INT(ways(&w, S("social-worker"), k.child), 0);
    Answer a = post(&w, S("social-worker"), path(&w, k.child, "glass"), "reason=A+call+from+the+hospital");
    CHECK_INT(a.status, 303);
    CHECK_INT(ways(&w, S("social-worker"), k.child), 1);
    w.now += INT64_C(12) * 3600000 - 1;
    CHECK_INT(ways(&w, S("social-worker"), k.child), 1);
    w.now += 1;
    CHECK_INT(ways(&w, S("social-worker"), k.child), 0);
}

TEST(broken_glass_waits_for_a_manager_and_never_for_who_broke_it) {    // P1 P5
    WORLD(w);
    Case k = begin(&w);
    post(&w, S("team-manager"), "/work", "");
    post(&w, S("social-worker"), path(&w, k.child, "glass"), "reason=A+call+from+the+hospital");
    const Glass *g = glass_one(w.db, broken(&w, k.child));
    CHECK(g && g->owner_id != world_account(&w, S("social-worker")) && g->review_by > w.now);
    const char *at = str_c(w.arena, str_fmt(w.arena, "/work/glass/%lld", (long long)broken(&w, k.child)));
    CHECK_INT(ask(&w, S("social-worker"), GET, at).status, 404);
    CHECK_INT(ask(&w, S("adviser"), GET, at).status, 404);
    CHECK(sees(ask(&w, S("team-manager"), GET, at), "A call from the hospital"));
    CHECK_INT(post(&w, S("team-manager"), at, "right=no&text=Nobody+was+asked+first").status, 303);
    CHECK_INT(ways(&w, S("social-worker"), k.child), 0);
    CHECK(sees(ask(&w, S("team-manager"), GET, at), "It was not right. Nobody was asked first"));
    CHECK_INT(post(&w, S("team-manager"), at, "right=yes&text=Again").status, 409);
}

TEST(the_lead_professional_is_told_at_once_that_the_glass_was_broken) {    // P5
    WORLD(w);
    Case k = begin(&w);
    post(&w, S("social-worker"), path(&w, k.child, "glass"), "reason=A+call+from+the+hospital");
    const char *at = str_c(w.arena, str_fmt(w.arena, "/work/glass/%lld", (long long)broken(&w, k.child)));
    CHECK(sees(ask(&w, S("practitioner"), GET, at), "A call from the hospital"));
    CHECK(sees(ask(&w, S("practitioner"), GET, path(&w, k.child, "looked")), "to be reviewed"));
}

TEST(a_worker_close_to_the_family_says_so_and_no_way_opens_the_record_again) {    // P5 W98
    WORLD(w);
    Case k = begin(&w);
    family_join(&w, k.team, S("adviser"));
    CHECK_INT(ask(&w, S("adviser"), GET, path(&w, k.child, "consent")).status, 200);
    CHECK_INT(post(&w, S("adviser"), path(&w, k.child, "conflict"), "why=my+niece").status, 303);
    CHECK_INT(ask(&w, S("adviser"), GET, path(&w, k.child, "consent")).status, 403);
    CHECK_INT(ask(&w, S("adviser"), GET, path(&w, k.child, "glass")).status, 403);
    CHECK_INT(post(&w, S("adviser"), path(&w, k.child, "glass"), "reason=I+must+know").status, 403);
    CHECK_INT(ways(&w, S("adviser"), k.child), 0);
    Answer manager = ask(&w, S("team-manager"), GET, path(&w, k.child, "seal"));
    CHECK(sees(manager, "my niece"));
}

TEST(only_a_manager_says_that_a_conflict_no_longer_holds_and_never_of_their_own) {    // P5
    WORLD(w);
    Case k = begin(&w);
    family_join(&w, k.team, S("adviser"));
    post(&w, S("adviser"), path(&w, k.child, "conflict"), "why=my+niece");
    int64_t id = conflict_all(w.db, k.child).at[0].id;
    const char *end = str_c(w.arena, str_fmt(w.arena, "conflict/%lld/end", (long long)id));
    CHECK_INT(post(&w, S("adviser"), path(&w, k.child, end), "").status, 403);
    CHECK_INT(post(&w, S("team-manager"), path(&w, k.child, end), "").status, 303);
    CHECK(ways(&w, S("adviser"), k.child) > 0);
}

TEST(a_sealed_record_is_for_those_named_alone_until_the_seal_is_lifted) {    // P5 W98
    WORLD(w);
    Case k = begin(&w);
    family_join(&w, k.team, S("adviser"));
    CHECK_INT(ask(&w, S("practitioner"), GET, path(&w, k.child, "seal")).status, 403);
    const char *form = str_c(w.arena, str_fmt(w.arena, "why=An+adoption&who=%lld",
                                              (long long)world_account(&w, S("practitioner"))));
    CHECK_INT(post(&w, S("team-manager"), path(&w, k.child, "seal"), form).status, 303);
    CHECK_INT(ways(&w, S("adviser"), k.child), 0);
    CHECK_INT(post(&w, S("adviser"), path(&w, k.child, "glass"), "reason=I+must+know").status, 403);
    CHECK(ways(&w, S("practitioner"), k.child) > 0);
    CHECK(sees(ask(&w, S("team-manager"), GET, path(&w, k.child, "seal")), "An adoption"));
    CHECK_INT(post(&w, S("team-manager"), path(&w, k.child, "seal"), "act=lift").status, 303);
    CHECK(ways(&w, S("adviser"), k.child) > 0);
}
