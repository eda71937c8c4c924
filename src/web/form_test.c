#include "web/form.h"

#include "test.h"
#include "web/form_check.h"

typedef struct Sample {
    Str title, notes, email, count, rate, due, colour, ways, sure, secret, file, token;
} Sample;

static const Choice colours[] = {{S("red"), S("Red"), S("")}, {S("green"), S("Green"), S("As grass")}};
static const Field fields[] = {
    {FIELD(Sample, title), S("Title"), S("As it will be shown"), TEXT, .required = true, .max = 8,
     .width = 20},
    {FIELD(Sample, notes), S("Notes"), S(""), TEXTAREA, .max = 20},
    {FIELD(Sample, email), S("Email address"), S(""), EMAIL, .required = true,
     .missing = S("Enter your email address")},
    {FIELD(Sample, count), S("How many came?"), S(""), NUMBER, .required = true},
    {FIELD(Sample, rate), S("Rate"), S(""), DECIMAL},
    {FIELD(Sample, due), S("Due date"), S("For example, 27 3 2014"), DATE, .required = true},
    {FIELD(Sample, colour), S("Colour"), S(""), RADIOS, .required = true, .choices = colours,
     .n_choices = COUNT(colours)},
    {FIELD(Sample, ways), S("Ways"), S(""), CHECKBOXES, .choices = colours, .n_choices = COUNT(colours)},
    {FIELD(Sample, sure), S("Are you sure?"), S(""), YESNO},
    {FIELD(Sample, secret), S("PIN code"), S(""), PASSWORD},
    {FIELD(Sample, file), S("CSV file"), S(""), FILE_UPLOAD, .required = true},
    {FIELD(Sample, token), S("Token"), S(""), HIDDEN, .max = 5},
};
static const Form form = {S("A sample"), S("Save"), fields, COUNT(fields)};

static const Site site = {.name = S("Kith")};
typedef struct Sent {
    const char *name, *value;
} Sent;

static Ctx sending(Arena *a, const Sent *sent, size_t n) {
    Ctx c = {.arena = a,
             .site = &site,
             .path = S("/sample"),
             .csrf = S("c5"),
             .form = {n, arena_new(a, Param, n + 1)}};
    for (size_t i = 0; i < n; i++) c.form.at[i] = (Param){str_from(sent[i].name), str_from(sent[i].value)};
    return c;
}

static Str wrong(const Filled *f, const char *name) {
    for (size_t i = 0; i < f->form->n_fields; i++)
        if (strcmp(f->form->fields[i].name, name) == 0) return f->wrong[i];
    return S("no such field");
}

#define SEND(...) ((const Sent[]){__VA_ARGS__}), COUNT(((const Sent[]){__VA_ARGS__}))

TEST(a_form_that_is_filled_in_properly_gives_its_values) {
    Arena *a = arena_open();
    Ctx c =
        sending(a, SEND({"title", "  Visit "}, {"email", "a@b.example"}, {"count", "12"}, {"rate", "2,813.5"},
                        {"due-day", "7"}, {"due-month", "March"}, {"due-year", "2014"}, {"colour", "green"},
                        {"ways", "red"}, {"ways", "green"}, {"sure", "yes"}, {"secret", " x "},
                        {"token", "t"}, {"notes", "one\r\ntwo"}, {"unknown", "x"}, {"count", "13"}));
    c.n_uploads = 1;
    c.uploads = &(Upload){.field = S("file"), .file_name = S("q4.csv"), .size = 3};
    Sample in = {0};
    Filled f = form_read(&c, &form, &in);
    CHECK(f.n_errors == 0);
    CHECK_STR(in.title, S("Visit"));
    CHECK_STR(in.due, S("2014-03-07"));
    CHECK_STR(in.ways, S("red,green"));
    CHECK_STR(in.secret, S(" x "));                  // a password is not trimmed
    CHECK_STR(in.notes, S("one\ntwo"));
    CHECK_STR(in.file, S("q4.csv"));
    CHECK_STR(in.count, S("12"));
    arena_close(a);
}

TEST(each_thing_that_is_missing_is_asked_for_by_name) {
    Arena *a = arena_open();
    Ctx c = sending(a, NULL, 0);
    Sample in = {0};
    Filled f = form_read(&c, &form, &in);
    CHECK(f.n_errors == 6);
    CHECK_STR(wrong(&f, "title"), S("Enter title"));
    CHECK_STR(wrong(&f, "email"), S("Enter your email address"));
    CHECK_STR(wrong(&f, "count"), S("Enter your answer to “How many came?”"));
    CHECK_STR(wrong(&f, "due"), S("Enter due date"));
    CHECK_STR(wrong(&f, "colour"), S("Choose colour"));
    CHECK_STR(wrong(&f, "file"), S("Choose CSV file"));
    arena_close(a);
}

TEST(each_error_says_what_would_be_right) {
    static const struct {
        Sent sent[3];
        const char *field, *sentence;
    } cases[] = {
        {{{"title", "Nine char"}}, "title", "Title must be 8 characters or fewer: it has 9"},
        {{{"title", "éééééééé"}}, "title", NULL},    // 8 characters, 16 bytes
        {{{"title", "a\xff"}}, "title", "Title has characters that cannot be read: type it again"},
        {{{"title", "a\nb"}}, "title", "Title has characters that cannot be read: type it again"},
        {{{"email", "nobody"}}, "email", "Email address must be an email address, like name@example.com"},
        {{{"email", "a@b"}}, "email", "Email address must be an email address, like name@example.com"},
        {{{"email", "a@b..uk"}}, "email", "Email address must be an email address, like name@example.com"},
        {{{"count", "1.5"}}, "count", "Your answer to “How many came?” must be a whole number, like 12"},
        {{{"count", "99999999999999999999"}},
         "count",
         "Your answer to “How many came?” must be a whole number, like 12"},
        {{{"rate", "many"}}, "rate", "Rate must be a number, like 12 or 21.6"},
        {{{"due-day", "30"}, {"due-month", "2"}, {"due-year", "2014"}},
         "due",
         "Due date must be a real day, like 27 3 2014"},
        {{{"due-day", "3"}, {"due-month", "Marchember"}, {"due-year", "2014"}},
         "due",
         "Due date must be a real day, like 27 3 2014"},
        {{{"due-day", "3"}, {"due-month", "2"}, {"due-year", "14"}},
         "due",
         "Due date must have a year of four digits, like 2014"},
        {{{"due-day", "3"}, {"due-month", ""}, {"due-year", "2014"}}, "due", "Due date must include a month"},
        {{{"colour", "blue"}}, "colour", "Choose colour from the list"},
        {{{"ways", "red"}, {"ways", "blue"}}, "ways", "Choose ways from the list"},
        {{{"sure", "perhaps"}}, "sure", "Choose your answer to “Are you sure?” from the list"},
        {{{"token", "too long"}},
         "token",
         "This page was out of date: open it again and send the form once more"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Arena *a = arena_open();
        size_t n = 0;
        while (n < 3 && cases[i].sent[n].name) n++;
        Ctx c = sending(a, cases[i].sent, n);
        Sample in = {0};
        Filled f = form_read(&c, &form, &in);
        CHECK_STR(wrong(&f, cases[i].field), str_from(cases[i].sentence));
        arena_close(a);
    }
}

TEST(a_form_with_errors_is_shown_again_as_it_was_typed_with_a_summary_that_leads_to_each) {
    Arena *a = arena_open();
    Ctx c = sending(a, SEND({"title", "Far <too> long"}, {"due-day", "31"}, {"due-month", "2"},
                            {"due-year", ""}, {"colour", "green"}, {"secret", "hidden1"}));
    Sample in = {0};
    Filled f = form_read(&c, &form, &in);
    Reply r = form_again(&c, &f);
    CHECK(r.status == 422);
    CHECK(str_has(r.body, S("<title>Error: A sample – Kith</title>")));
    CHECK(str_has(r.body, S("<a href=\"#title\">Title must be 8 characters")));
    CHECK(str_has(r.body, S("<a href=\"#due-year\">Due date must include a year</a>")));
    CHECK(str_has(r.body, S("value=\"Far &lt;too&gt; long\"")));
    CHECK(str_has(r.body, S("name=\"due-day\" type=\"text\"\nvalue=\"31\"")));
    CHECK(str_has(r.body, S("aria-describedby=\"title-hint title-error\"")));
    CHECK(str_has(r.body, S("value=\"green\"\nchecked")));
    CHECK(str_has(r.body, S("enctype=\"multipart/form-data\"")));
    CHECK(str_has(r.body, S("name=\"csrf\" value=\"c5\"")));
    CHECK(!str_has(r.body, S("hidden1")));           // a password is never sent back
    arena_close(a);
}

TEST(a_rule_may_add_an_error_and_choices_may_come_at_run_time) {
    static const Choice later[] = {{S("7"), S("Seven"), S("")}};
    Arena *a = arena_open();
    Ctx c = sending(a, SEND({"colour", "7"}, {"title", "T"}));
    Sample in = {0};
    Filled f = form_blank(&form, NULL);
    f.choices[6] = (Choices){COUNT(later), later};
    form_take(&c, &f, &in);
    CHECK_STR(wrong(&f, "colour"), (Str){0});
    size_t before = f.n_errors;
    form_wrong(&f, "title", S("That title is taken: choose another"));
    form_wrong(&f, "title", S("A second error does not hide the first"));
    CHECK(f.n_errors == before + 1);
    CHECK_STR(wrong(&f, "title"), S("That title is taken: choose another"));
    arena_close(a);
}

TEST(a_form_is_first_shown_with_the_values_it_is_given) {
    Arena *a = arena_open();
    Ctx c = sending(a, NULL, 0);
    Sample now = {.title = S("Old"), .due = S("2014-03-07")};
    Filled f = form_blank(&form, &now);
    Reply r = form_page(&c, &f);
    CHECK(r.status == 200);
    CHECK(!str_has(r.body, S("error-summary")));
    CHECK(str_has(r.body, S("value=\"Old\"")));
    CHECK(str_has(r.body, S("name=\"due-month\" type=\"text\"\nvalue=\"3\"")));
    arena_close(a);
}
