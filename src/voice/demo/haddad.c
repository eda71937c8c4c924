// Omar, twelve, and Layla, seven, of a family from Syria: nobody holds a case, and the telephone at the front
// door rings for the third time.
#include "voice/demo/tell.h"

static void the_first(Telling *t) {
    tell_at(t, 62, "adviser");
    int64_t call = tell_call(t, (Call){.caller = "public",
                                       .risk = "green",
                                       .name = S("A neighbour"),
                                       .said = S("Shouting on two evenings; children’s voices too."),
                                       .worried = S("It goes on past midnight."),
                                       .needed = S("Somebody who looks in."),
                                       .scale = 6,
                                       .family_told = S("no"),
                                       .family_why = S("The caller asks not to be named."),
                                       .postcode = S("NG5 1YU")});
    tell_decided(t, (Decision){.contact = call,
                               .advice = S("Told of the drop-in and the number for out of hours."),
                               .reasons = S("Nothing seen, nobody hurt; advice was what was wanted.")});
    tell_at(t, 61, "adviser");
    tell_told(t, call, S("telephone"), S("Thank you: it was looked into. More we may not say."),
              S("Advice only"));
}

static void the_second(Telling *t) {
    tell_at(t, 9, "teacher");
    int64_t call = tell_call(t, (Call){.channel = "web-professional",
                                       .raised = "teacher",
                                       .risk = "amber",
                                       .name = S("Tomasz Demonstration"),
                                       .agency = S("Example Academy"),
                                       .role = S("Pastoral lead"),
                                       .reach = S("in Kith"),
                                       .said = S("Omar came without a coat and said the heating is off."),
                                       .worried = S("He falls asleep. Layla has not been in for a week."),
                                       .well = S("His father answered at once when we rang."),
                                       .needed = S("To know what else is known of the family."),
                                       .scale = 5,
                                       .family_told = S("yes"),
                                       .postcode = S("NG5 1YU")});
    tell_at(t, 8, "adviser");
    int64_t health = tell_check(t, call, "nurse", S("When was Layla last seen, and how was she?"), -1);
    tell_check(t, call, "member", S("Any call to this address in the last six months?"), 0);
    tell_at(t, 7, "nurse");
    tell_checked(t, health, "given", S("Seen in September, well. Missed the last appointment."));
    tell_at(t, 6, "adviser");
    tell_decided(t, (Decision){.contact = call,
                               .route = "family-support",
                               .reasons = S("Money and heating first; the family asks for help itself.")});
}

static void the_third(Telling *t) {
    tell_night(t, 1, "social-worker");
    int64_t call = tell_call(t, (Call){.caller = "anonymous",
                        .risk = "amber",
                        .said = S("Somebody shouts at number two, and a door was broken."),
                        .worried = S("A girl cried for an hour."),
                        .needed = S("Go and see. I will not say who I am."),
                        .scale = 4,
                        .postcode = S("NG5 1YU"),
                        .night = true});
    tell_at(t, 0, "adviser");
    tell_check(t, call, "teacher", S("Was Omar in school this morning, and how was he?"), 0);
    tell_note(t, (Note){.kind = "contact",
                        .what = "call",
                        .title = S("Rang the father back"),
                        .body = S("He says the landlord broke the door. He wants somebody to come.")});
}

// Of the younger sister the school knows more than anybody: the duty team has to decide today.
static void the_referral(Telling *t) {
    t->who = t->child[1];
    tell_at(t, 40, "adviser");
    tell_double(t, S("Leila"), S("Hadad"), S("The same day of birth, and her mother says it is she."));
    tell_at(t, 1, "teacher");
    tell_referral(t, (Refer){.concern = S("Layla, seven, was alone at home from four until the evening."),
                             .sign = S("left-home-alone"),
                             .family_told = S("yes"),
                             .family_agrees = S("agreed"),
                             .raised = "teacher"});
}

static void story(Telling *t) {
    the_first(t);
    the_second(t);
    the_third(t);
    the_referral(t);
}

const Family family_haddad = {.name = S("Haddad"),
                              .mother = S("Rima"),
                              .father = S("Khaled"),
                              .address = S("2 Canal Terrace, Nottingham"),
                              .postcode = S("NG5 1YU"),
                              .before = S("NG9 2KL"),
                              .language = S("Arabic"),
                              .interpreter = S("yes"),
                              .children = {{S("Omar"), 144, false}, {S("Layla"), 84, true}},
                              .story = story};
