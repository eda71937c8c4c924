// Malachi, five, and a child not born yet: an English family from the city, a mother who was in care herself,
// and an assessment before birth that two agencies write together.
#include "voice/demo/tell.h"

static void the_call(Telling *t) {
    tell_at(t, 26, "adviser");
    int64_t call = tell_call(t, (Call){.risk = "green",
                                       .name = S("Mrs Okafor"),
                                       .agency = S("Example Health Trust"),
                                       .role = S("Midwife"),
                                       .reach = S("01632 960 052"),
                                       .said = S("A mother asks for help before the birth."),
                                       .worried = S("She was in care herself and has nobody near."),
                                       .well = S("Malachi is a happy boy; she comes to every appointment."),
                                       .needed = S("Company, and somebody for Malachi in the birth week."),
                                       .scale = 7,
                                       .family_told = S("yes"),
                                       .postcode = S("NG3 7HN")});
    tell_decided(t, (Decision){.contact = call,
                               .route = "family-support",
                               .reasons = S("She asks herself. The nurse knows the family.")});
    tell_told(t, call, S("telephone"), S("The nurse visits, and a family worker with her."),
              S("Early help by the nurse"));
}

static void the_unborn(Telling *t) {
    static const Choice answers[] = {
        {S("interpreter"), S("no"), {0}},
        {S("reasons"), S("raised,capacity_unborn"), {0}},
        {S("reasons_words"), S("She asks for help herself, eleven weeks before the birth."), {0}},
        {S("crisis"), S("no"), {0}},
        {S("agreed"), S("yes"), {0}},
        {S("agreed_who"), S("Marcia, the mother"), {0}},
        {S("told_sharing"), S("yes"), {0}},
        {S("health_strengths"), S("Every appointment kept; she eats well and does not smoke."), {0}},
        {S("midwife"), S("Mrs Okafor, Example Health Trust"), {0}},
        {S("preparing"), S("A cot is there. Nobody yet for Malachi in the birth week."), {0}},
        {S("worried"), S("That the old fear comes back when she is alone at night."), {0}},
        {S("well"), S("She knows what she wants for this child."), {0}},
    };
    t->who = t->child[1];
    tell_at(t, 25, "nurse");
    int64_t first = t->episode;
    t->episode = 0;
    tell_help(t, (Help){"early-help", "nurse", S("School nursing and health visiting"), 6,
                        S("Visit before the birth")});
    tell_agreed(t, (Agreed){.purpose = S("So that the family worker can write her part of the assessment"),
                            .kinds = S("who,help,assessment,plan,note"),
                            .agencies = "family-worker"});
    tell_seat(t, (Sits){.who = "family-worker", .role = S("Family worker")});
    tell_at(t, 20, "nurse");
    int64_t id = tell_assessment(t, (Assessing){"unborn", 3, answers, COUNT(answers)});
    tell_part(t, id, "parents", "family-worker");
    tell_review(t, 40);
    t->who = t->child[0];
    t->episode = first;
}

static void the_plan(Telling *t) {
    tell_at(t, 20, "nurse");
    int64_t worker = tell_seat(t, (Sits){.who = "family-worker", .role = S("Family worker")});
    tell_seat(t, (Sits){.name = t->parent_name, .role = S("Mother"), .kind = "family"});
    int64_t goal = tell_goal(t, S("I know who brings me to school"), S("I know it on every day"),
                             S("I ask every morning"));
    tell_score(t, goal, S("Malachi"), 5, S("Mum does. But then?"));
    tell_action(t, (Deed){goal, worker, "nurse", S("Find with her who has Malachi in the birth week"),
                          S("Malachi sleeps where he knows somebody"), S("Two names on the fridge"), 0});
    tell_action(t, (Deed){goal, 0, "nurse", S("Go with her to the mothers’ group"),
                          S("His mother is not alone after the birth"), S("She has been there once"), 12});
    tell_request(t, (Ask){"family-worker", "nurse", S("Home-Start volunteer"),
                          S("Two mornings a week from the birth on."), 4});
    tell_review(t, 20);
    tell_agreed(t, (Agreed){.purpose = S("To ask the council’s old files about her time in care"),
                            .agencies = "social-worker",
                            .how = "spoken",
                            .refused = true});
    tell_at(t, 18, "nurse");
    tell_said(t, (Saying){.said = S("Will the baby have my room?"),
                         .how = S("Malachi asked the nurse"),
                         .about = S("the baby"),
                         .outcome = S("His mother and he chose where the cot goes."),
                         .told = 8});
    tell_at(t, 5, "nurse");
    tell_note(t, (Note){.kind = "note",
                        .what = "visit",
                        .title = S("Home visit"),
                        .body = S("The room is painted. Malachi showed where the cot stands.")});
    tell_next(t, 2, S("Visit before the birth"));
}

static void story(Telling *t) {
    the_call(t);
    tell_at(t, 25, "nurse");
    tell_help(t, (Help){"early-help", "nurse", S("School nursing and health visiting"), 2,
                        S("Visit before the birth")});
    tell_agreed(t, (Agreed){.purpose = S("So that the family worker can help us too"),
                            .agencies = "family-worker"});
    tell_number(t, 106);
    tell_need(t, S("additional"), S("She asks for help in time, and has nobody near."), "ADD-FSR-01");
    tell_change(t, (Change){"school", "nurse", 90, 10, S("From nursery to school, weeks after the birth"),
                            S("A visit to the classroom, with his mother")});
    the_plan(t);
    the_unborn(t);
}

const Family family_campbell = {.name = S("Campbell"),
                                .mother = S("Marcia"),
                                .address = S("140 Chapel Road, Nottingham"),
                                .postcode = S("NG3 7HN"),
                                .language = S("English"),
                                .interpreter = S("no"),
                                .children = {{S("Malachi"), 60, false}, {S("Unborn"), -3, false}},
                                .story = story};
