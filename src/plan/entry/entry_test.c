#include "plan/entry/check.h"
#include "plan/entry/moves.h"
#include "test.h"

static EntryLine percentage(void) {
    return (EntryLine){
        .kind = S("percentage"), .unit = S("%"), .decimals = 1, .earlier = {NONE}, .last = {NONE}};
}
static EntryLine children(void) {
    return (EntryLine){.kind = S("number"), .unit = S("children"), .earlier = {NONE}, .last = {NONE}};
}

TEST(a_figure_that_cannot_be_is_refused_with_what_would_be_right) {   // G55 G56
    const struct {
        bool counts;
        Str raw, says;
    } cases[] = {
        {false, S("21.6%"), {0}},
        {false, S("21.6"), {0}},
        {false, S("~"), {0}},
        {false, S("Available May 2014"), {0}},
        {false, S("9.1% (2010)"), {0}},
        {false, S("2.8.1"),
         S("\"2.8.1\" is not a figure. Enter a number such as 21.6%, or ~ if there is none")},
        {false, S("l2%"), S("\"l2%\" is not a figure. Enter a number such as 21.6%, or ~ if there is none")},
        {false, S("101%"), S("A percentage is at most 100%")},
        {false, S("21.64%"), S("This line has at most 1 decimal")},
        {false, S("21.60%"), {0}},
        {true, S("2,813"), {0}},
        {true, S("12%"),
         S("This line is a number (children), not a percentage. Enter it without the % sign")},
        {true, S("12.5"), S("This line is counted in whole numbers. Enter it without decimals")},
        {true, S("-3"), S("This line cannot be below nought")},
    };
    Arena *a = arena_open();
    for (size_t i = 0; i < COUNT(cases); i++) {
        EntryLine line = cases[i].counts ? children() : percentage();
        EntryTyped typed = {.raw = cases[i].raw};
        EntryVerdict v = entry_check(a, &line, &typed);
        CHECK_STR(v.wrong, cases[i].says);
    }
    arena_close(a);
}

TEST(what_looks_wrong_passes_with_a_note_that_says_why) {
    Arena *a = arena_open();
    EntryLine line = children();
    line.cumulative = true;
    line.earlier = (Reading){695 * DEC_ONE, S("695"), S("Q3")};
    EntryTyped typed = {.raw = S("600")};
    EntryVerdict v = entry_check(a, &line, &typed);
    CHECK(v.doubtful);
    CHECK_STR(v.wrong, S("This line adds up over the year, and 600 is less than the 695 of Q3. If it is "
                         "right, say why in the note"));
    typed.note = S("Duplicates were taken out");
    CHECK(!entry_check(a, &line, &typed).wrong.at);
    line = percentage();
    line.last = (Reading){13200000, S("13.2%"), S("2012/13")};
    typed = (EntryTyped){.raw = S("31.6%")};
    CHECK_STR(entry_check(a, &line, &typed).wrong, S("31.6% is more than double the last figure, 13.2% in "
                                                     "2012/13. If it is right, say why in the note"));
    arena_close(a);
}

TEST(the_count_and_what_it_is_out_of_make_the_figure) {
    const struct {
        Str raw, count, of, says;
    } cases[] = {
        {S("15.0%"), S("12"), S("80"), {0}},
        {S("15%"), S("12"), S("80"), {0}},
        {S("21.6%"), S("12"), S("80"), S("12 of 80 is 15.0%, not 21.6%")},
        {S("15%"), S("12"), {0}, S("Enter the number that the count is out of, more than nought")},
        {S("15%"), {0}, S("80"), S("Enter the count as well as the number it is out of")},
        {S("15%"), S("81"), S("80"), S("The count cannot be more than the number it is out of")},
        {S("15%"), S("a"), S("80"), S("The count must be a whole number, such as 82")},
        {S("0%"), S("0"), S("0"), S("Enter the number that the count is out of, more than nought")},
    };
    Arena *a = arena_open();
    for (size_t i = 0; i < COUNT(cases); i++) {
        EntryLine line = percentage();
        EntryTyped typed = {.raw = cases[i].raw, .numerator = cases[i].count, .denominator = cases[i].of};
        CHECK_STR(entry_check(a, &line, &typed).wrong, cases[i].says);
    }
    arena_close(a);
}

TEST(a_settled_figure_changes_only_with_a_reason) {   // G56
    Arena *a = arena_open();
    EntryLine line = percentage();
    line.settled = true;
    line.was = S("21.6%");
    EntryTyped typed = {.raw = S("21.7%")};
    EntryVerdict v = entry_check(a, &line, &typed);
    CHECK_STR(v.wrong, S("21.6% was signed off. Say in the note why it changes to 21.7%"));
    CHECK(strcmp(v.where, "note") == 0);
    typed.raw = S("21.6%");
    CHECK(!entry_check(a, &line, &typed).wrong.at);
    arena_close(a);
}

TEST(nobody_signs_off_a_figure_they_handed_in_unless_one_person_is_enough) {
    Actor lead = {.id = 7, .rights = FIGURES_SIGN_OFF | FIGURES_ENTER_ALL},
          officer = {.id = 8, .rights = FIGURES_ENTER};
    CHECK(entry_may(lead, S("handed-in"), S("sign-off"), 8, true) != NULL);
    CHECK(entry_may(lead, S("handed-in"), S("sign-off"), 7, true) == NULL);
    CHECK(entry_may(lead, S("handed-in"), S("sign-off"), 7, false) != NULL);
    CHECK(entry_may(officer, S("handed-in"), S("sign-off"), 7, false) == NULL);
    CHECK(entry_may(officer, S("returned"), S("hand-in"), 0, true) != NULL);
    CHECK(entry_may(lead, S("due"), S("sign-off"), 8, true) == NULL);
}

TEST(every_move_of_a_figure_leads_to_a_state_with_a_way_on) {
    for (size_t i = 0; i < n_entry_moves; i++) {
        bool way_on = false;
        for (size_t k = 0; k < n_entry_moves; k++) way_on |= str_eq(entry_moves[k].was, entry_moves[i].now);
        CHECK(way_on);
        CHECK(entry_moves[i].needs != 0);
        for (size_t k = 0; k < i; k++)
            CHECK(!(str_eq(entry_moves[k].was, entry_moves[i].was) &&
                    str_eq(entry_moves[k].act, entry_moves[i].act)));
    }
}
