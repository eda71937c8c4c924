// Ayaan, a baby with a bruise, and Liban, four, from a Somali family: a call that went to the duty team at
// once, questions to partners, a referral that was accepted, and social care's help since.
#include "voice/demo/tell.h"

static int64_t the_call(Telling *t) {
    tell_at(t, 61, "adviser");
    return tell_call(t, (Call){.risk = "red",
                               .name = S("Mrs Adeyemi"),
                               .agency = S("Example Health Trust"),
                               .role = S("Health visitor"),
                               .reach = S("01632 960 033"),
                               .said = S("A bruise on Ayaan's arm that nobody could explain."),
                               .worried = S("She is too young to bruise herself. Mother is worn out."),
                               .well = S("Mother showed it herself and wants to know why."),
                               .needed = S("A doctor today, and somebody to see the home."),
                               .scale = 3,
                               .family_told = S("yes"),
                               .sign = S("under-2-unexplained-bruising"),
                               .postcode = S("NG8 3LP"),
                               .danger = true});
}

static void the_referral(Telling *t, int64_t call) {
    tell_at(t, 61, "social-worker");
    int64_t health = tell_check(t, call, "nurse", S("Earlier injuries, weight and visits of Ayaan?"), -60);
    int64_t police = tell_check(t, call, "member", S("Anything at this address in two years?"), -60);
    tell_decided(t, (Decision){.contact = call,
                               .route = "screening-and-duty",
                               .reasons = S("Under two, and a bruise that nobody can explain.")});
    int64_t referral = tell_referral(t, (Refer){.contact = call,
                                                .concern = S("A bruise, under two, that nobody explains."),
                                                .sign = S("under-2-unexplained-bruising"),
                                                .family_told = S("yes"),
                                                .family_agrees = S("agreed"),
                                                .referrer = S("Health visitor, Example Health Trust"),
                                                .raised = "nurse"});
    tell_told(t, call, S("telephone"), S("A social worker and a doctor see Ayaan this afternoon."),
              S("Referred to social care"));
    tell_at(t, 60, "nurse");
    tell_checked(t, health, "given", S("No earlier injuries. Gains weight well. Seen nine times."));
    tell_written(t, referral, S("Seen on the left forearm, two centimetres, yellow. Mother does not know."));
    tell_at(t, 60, "member");
    tell_checked(t, police, "nothing", (Str){0});
    tell_at(t, 60, "social-worker");
    tell_acknowledged(t, referral);
    tell_answer(t, referral, "assessment", S("Seen at home the same afternoon; a doctor sees her tomorrow."));
    tell_answer_told(t, referral, S("Accepted. The same social worker stays with the family."));
}

static void the_help(Telling *t) {
    tell_at(t, 60, "social-worker");
    tell_help(t, (Help){"social-care", "social-worker", S("Neighbourhood Fieldwork"), 0,
                        S("Visit: both children seen")});
    tell_number(t, 103);
    tell_shared(t, "member", "significant-harm", S("A bruise under two, nobody could explain it."), 14);
    tell_need(t, S("children-in-need"),
              S("Until the bruise is explained and mother has help, she needs a social worker."),
              "");
    tell_at(t, 59, "social-worker");
    tell_note(t, (Note){.kind = "health",
                        .what = "note",
                        .title = S("Medical"),
                        .body = S("The bruise fits a fall from the bed. No other marks."),
                        .source = S("paediatrician"),
                        .nature = "report",
                        .significant = true});
    tell_agreed(t, (Agreed){.purpose = S("So that nurse and nursery help us while social care is here"),
                            .kinds = S("who,help,assessment,plan,note,health,view"),
                            .agencies = "nurse",
                            .how = "spoken"});
    tell_at(t, 57, "social-worker");
    int64_t nurse = tell_seat(t, (Sits){.who = "nurse", .role = S("Health visitor")});
    tell_seat(t, (Sits){.name = S("Hodan Warsame"), .role = S("Mother"), .kind = "family"});
    int64_t goal = tell_goal(t, S("I sleep safe and mum sleeps too"), S("Every night, in the cot"),
                             S("Nobody sleeps, and I roll out of bed"));
    tell_score(t, goal, S("Mother"), 2, S("She wakes six times"));
    int64_t cot = tell_action(t, (Deed){goal, 0, "social-worker", S("A cot and a stair gate"),
                                        S("Ayaan cannot fall"), S("Both are in and used"), -40});
    tell_action(t, (Deed){goal, nurse, "social-worker", S("Weigh Ayaan and ask after mother’s sleep"),
                          S("Ayaan grows, and her mother is not alone with it"), S("Every second week"), 0});
    tell_at(t, 48, "social-worker");
    tell_done(t, cot, "done", S("The cot stands beside the bed; the gate is in."));
}

static void now(Telling *t) {
    tell_at(t, 40, "nurse");
    tell_note(t, (Note){.kind = "health",
                        .what = "note",
                        .title = S("Growth on the line"),
                        .body = S("Ayaan gains weight well. Mother tired; sleeps little.")});
    tell_at(t, 30, "social-worker");
    int64_t talk = tell_oversight(t, "supervision", "manager", S("When is it right to step down?"), -23);
    tell_review(t, 3);
    tell_at(t, 24, "manager");
    tell_overseen(t, talk, "noted", S("Not before mother sleeps. Think of early help by the nurse."));
    tell_at(t, 12, "social-worker");
    tell_note(t, (Note){.kind = "note",
                        .what = "visit",
                        .title = S("Home visit"),
                        .body = S("Stair gate is in. Liban showed his new lorry.")});
    tell_said(t, (Saying){.said = S("The lady played lorries with me."),
                         .how = S("Liban, while playing"),
                         .about = S("visits"),
                         .outcome = S("She will come again on the same weekday."),
                         .told = 5});
    tell_request(t, (Ask){NULL, "social-worker", S("Nursery place for Liban"),
                          S("Three mornings, so that his mother can sleep."), -1});
    tell_action(t, (Deed){.owner = "social-worker",
                          .what = S("Go with mother to the group for Somali mothers"),
                          .outcome = S("Ayaan’s mother has somebody near"),
                          .measure = S("She has been there twice by herself"),
                          .due = 6});
    tell_oversight(t, "supervision", "manager", S("Step down to the nurse in spring: do you agree?"), 0);
    tell_meeting(t, (Meet){.purpose = S("Child in need meeting"),
                           .place = S("The children’s centre, Example Road"),
                           .in = 3,
                           .hour = 10});
    tell_next(t, 0, S("Visit: both children seen"));
}

static void story(Telling *t) {
    the_referral(t, the_call(t));
    the_help(t);
    now(t);
}

const Family family_warsame = {.name = S("Warsame"),
                               .mother = S("Hodan"),
                               .address = S("Flat 3, 5 Quarry Court, Nottingham"),
                               .postcode = S("NG8 3LP"),
                               .before = S("NG11 9CD"),
                               .language = S("Somali"),
                               .interpreter = S("yes"),
                               .children = {{S("Ayaan"), 8, true}, {S("Liban"), 52, false}},
                               .story = story};
