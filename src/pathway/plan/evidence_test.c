// Specialists' assessments as files: who may save them, what is taken, and that none is ever shown as a page.
#include "family.h"

#include "pathway/plan/episode_test.sql.h"

#define PACK_WORLD(w) World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"))

static const Str pdf = S("%PDF-1.4\nWhat the specialist found.\n");

typedef struct Story {
    World *w;
    int64_t child, episode;
} Story;

static Str at(Story *s, const char *format, int64_t id) {
    return str_fmt(s->w->arena, format, (long long)id);
}

static Story begun(World *w) {
    Story s = {.w = w, .child = family_child(w, "Omar Hassan", "2006-03-09")};
    int64_t team = family_team(w, "North", "early-help", S("practitioner"));
    s.episode = family_episode(w, s.child, "early-help", S("practitioner"), team);
    return s;
}

static Answer attach(Story *s, Str to, const char *what, Str name, Str file) {
    Str form = str_fmt(s->w->arena,
                       "what=%s&title=Asset+core&author=Lee+Park,+youth+offending&on-day=1&on-month=6&"
                       "on-year=2014&finds=Sleeps+badly&kept=",
                       what);
    return world_ask(s->w, (Asked){.token = world_token(s->w, S("practitioner")),
                                   .verb = S("POST"),
                                   .path = to,
                                   .form = form,
                                   .file_field = S("file"),
                                   .file_name = name,
                                   .file = file});
}

static Answer attach_to_plan(Story *s, const char *what, Str name, Str file) {
    return attach(s, at(s, "/work/episodes/%lld/evidence/new", s->episode), what, name, file);
}

static Answer save(Story *s, Str role, int64_t id) {
    return ask(s->w, role, GET, str_c(s->w->arena, at(s, "/work/evidence/%lld/file", id)));
}

TEST(a_specialists_assessment_is_kept_whole_and_given_out_only_to_be_saved) {    // W53
    WORLD(w);
    Story s = begun(&w);
    CHECK_INT(attach_to_plan(&s, "asset", S("Omar Hassan asset.pdf"), pdf).status, 303);
    int64_t id = plan_test_evidence(w.db);
    Answer a = ask(&w, S("practitioner"), GET, str_c(w.arena, at(&s, "/work/episodes/%lld/plan", s.episode)));
    CHECK(sees(a, "Lee Park, youth offending, 1 June 2014") && sees(a, "Save the whole of it"));
    a = save(&s, S("practitioner"), id);
    CHECK_INT(a.status, 200);
    CHECK_STR(a.body, pdf);
    CHECK_STR(a.type, S("application/octet-stream"));
    CHECK(str_has(a.headers, S("Content-Disposition: attachment")));
    CHECK(str_has(a.headers, S("X-Content-Type-Options: nosniff")));
    CHECK(!str_has(a.headers, S("Omar")));    // no name of a child in the name of a file
}

TEST(a_large_file_comes_back_byte_for_byte) {    // W53
    WORLD(w);
    Story s = begun(&w);
    char *bytes = arena_text(w.arena, 700000);
    for (size_t i = 0; i < 700000; i++) bytes[i] = (char)(i * 7 + i / 251);
    memcpy(bytes, "%PDF-", 5);
    Str file = {bytes, 700000};
    CHECK_INT(attach_to_plan(&s, "school", S("report.pdf"), file).status, 303);
    Answer a = save(&s, S("practitioner"), plan_test_evidence(w.db));
    CHECK_INT(a.body.len, 700000);
    CHECK_STR(a.body, file);
}

TEST(a_page_or_a_program_that_calls_itself_a_report_is_refused) {    // W53
    WORLD(w);
    Story s = begun(&w);
    static const struct {
        Str name, file;
    } hostile[] = {{S("report.pdf"), S("<html><script>alert(1)</script>")},
                   {S("report.html"), S("<html><script>alert(1)</script>")},
                   {S("report.txt"), S("<script>alert(1)</script>")},
                   {S("report.svg"), S("<svg xmlns='http://www.w3.org/2000/svg'/>")},
                   {S("report.exe"), S("MZ\x90")},
                   {S("report"), S("%PDF-1.4")}};
    for (size_t i = 0; i < COUNT(hostile); i++) {
        Answer a = attach_to_plan(&s, "asset", hostile[i].name, hostile[i].file);
        CHECK_INT(a.status, 422);
        CHECK(sees(a, "The file is none that Kith keeps"));
    }
    Answer a = attach_to_plan(&s, "asset", S(""), (Str){0});
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "Choose the file, or enter where the whole of it is kept"));
    CHECK_INT(plan_test_evidence(w.db), NONE);
}

TEST(a_file_larger_than_ten_megabytes_is_refused_with_its_limit) {    // W53
    WORLD(w);
    Story s = begun(&w);
    size_t size = (10 << 20) + 1;
    char *bytes = arena_new(w.arena, char, size);
    memcpy(bytes, "%PDF-", 5);
    Answer a = attach_to_plan(&s, "asset", S("report.pdf"), (Str){bytes, size});
    CHECK_INT(a.status, 422);
    CHECK(sees(a, "larger than 10 MB"));
}

TEST(a_file_is_seen_by_those_who_may_see_what_it_is_attached_to) {    // W53 P5 P6
    PACK_WORLD(w);
    Story s = begun(&w);
    attach_to_plan(&s, "camhs", S("report.pdf"), pdf);
    int64_t health = plan_test_evidence(w.db);
    Answer begin =
        post(&w, S("practitioner"), str_c(w.arena, at(&s, "/work/people/%lld/assessments/new", s.child)),
             str_c(w.arena, at(&s, "any=none&form=usual&team=%lld&by-day=20&by-month=8&by-year=2014",
                               plan_test_team(w.db))));
    CHECK_INT(begin.status, 303);
    Str to = str_fmt(w.arena, "%.*s/evidence/new", STR_FMT(begin.location));
    CHECK_INT(attach(&s, to, "asset", S("asset.docx"), S("PK\x03\x04 and more")).status, 303);
    int64_t asset = plan_test_evidence(w.db);
    CHECK(sees(ask(&w, S("practitioner"), GET, str_c(w.arena, begin.location)), "Asset core"));
    CHECK_INT(save(&s, S("social-worker"), asset).status, 403);
    family_consent(&w, s.child, S("social-worker"), "plan");
    CHECK_INT(save(&s, S("social-worker"), asset).status, 403);
    CHECK_INT(save(&s, S("social-worker"), health).status, 403);
    Answer plan =
        ask(&w, S("social-worker"), GET, str_c(w.arena, at(&s, "/work/episodes/%lld/plan", s.episode)));
    CHECK(!sees(plan, "Asset core") && !sees(plan, "Sleeps badly"));
    family_consent(&w, s.child, S("social-worker"), "assessment");
    CHECK_INT(save(&s, S("social-worker"), asset).status, 200);
    CHECK_INT(save(&s, S("social-worker"), health).status, 403);
    CHECK_INT(save(&s, S("practitioner"), 999999).status, 404);
}
