// Zofia, eight, from a family that came from Poland: tired mornings, early help from her school, and a plan
// of which most is done.
#include "voice/demo/tell.h"

static void the_call(Telling *t) {
    tell_at(t, 121, "adviser");
    int64_t call = tell_call(
        t, (Call){.risk = "green",
                  .name = S("Mrs Lenton"),
                  .agency = S("Example Academy"),
                  .role = S("Class teacher"),
                  .reach = S("01632 960 014, after three"),
                  .said = S("Zofia has missed eleven mornings since September and falls asleep in lessons."),
                  .worried = S("She is tired every day and says that she sleeps on the sofa."),
                  .well = S("She loves reading, and her mother comes whenever school asks."),
                  .needed = S("Somebody who sits down with the family and finds out about the nights."),
                  .scale = 6,
                  .family_told = S("yes"),
                  .postcode = S("NG7 4QX")});
    tell_decided(t, (Decision){.contact = call,
                               .route = "family-support",
                               .reasons = S("Nobody is in danger. The school can lead early help.")});
    tell_at(t, 120, "adviser");
    tell_told(t, call, S("telephone"), S("School will hear from the pastoral team and can begin a CAF."),
              S("Early help by the school"));
}

static void the_agreement(Telling *t) {
    tell_at(t, 119, "teacher");
    tell_help(t, (Help){"early-help", "teacher", S("Example Academy pastoral team"), 9,
                        S("Second review of the plan")});
    tell_agreed(t, (Agreed){.purpose = S("So that school, the nurse and the family worker can help together"),
                            .agencies = "nurse family-worker"});
    tell_number(t, 101);
    tell_need(t, S("additional"),
              S("School attendance falls and she is tired; one service and the family can change that."),
              "ADD-EDU-02");
    tell_considered(t, "lead", true, S("Three services help: somebody must hold the threads."));
}

static int64_t the_assessment(Telling *t) {
    static const Choice answers[] = {
        {S("interpreter"), S("yes"), {0}},
        {S("interpreter_what"), S("Polish, for her mother"), {0}},
        {S("school"), S("Example Academy, year 4"), {0}},
        {S("reasons"), S("progress,raised"), {0}},
        {S("reasons_words"),
         S("Eleven mornings missed in ten weeks, and sleep on three of five school days."),
         {0}},
        {S("absentee"), S("yes"), {0}},
        {S("agreed"), S("yes"), {0}},
        {S("agreed_who"), S("Her mother, with an interpreter; her father by telephone"), {0}},
        {S("told_sharing"), S("yes"), {0}},
        {S("health_needs"), S("Sleep: seven hours in a good night, on the sofa."), {0}},
        {S("education_needs"), S("Mornings. She reads two years ahead of her age when awake."), {0}},
        {S("education_strengths"), S("Reads everything; helps younger children in the library."), {0}},
        {S("housing_needs"), S("Two rooms for four; both parents work nights in turn."), {0}},
        {S("worried"), S("That she will fall behind, and that nobody has a night’s sleep at home."), {0}},
        {S("well"), S("A warm home, a mother who asks for help, a child who loves school."), {0}},
        {S("happen"), S("A bed of her own, mornings that work, and help with the shifts."), {0}},
        {S("parents_view"), S("We want her to sleep. We did not know whom to ask."), {0}},
        {S("meaning"), S("The nights are the matter, not the school."), {0}},
        {S("wants"), S("A bed, and one of the two not on nights."), {0}},
    };
    tell_at(t, 118, "teacher");
    int64_t id = tell_assessment(t, (Assessing){"usual", 14, answers, COUNT(answers)});
    tell_at(t, 100, "teacher");
    tell_complete(t, id, (Saying){.said = S("I want to sleep in my own bed and not hear the telly."),
                                 .how = S("told her teacher while drawing her room"),
                                 .outcome = S("A bed and a curtain came from the furniture project."),
                                 .told = 30});
    tell_at(t, 97, "manager");
    tell_moved(t, id, "sign", 85, S("Clear, and in her words. Say at the review how she sleeps."));
    return id;
}

typedef struct Plan {
    int64_t sleep, mornings, nurse, worker, club, bed, review, first;
} Plan;

static Plan the_plan(Telling *t) {
    Plan p = {0};
    tell_at(t, 92, "teacher");
    p.nurse = tell_seat(t, (Sits){.who = "nurse", .role = S("School nurse")});
    p.worker = tell_seat(t, (Sits){.who = "family-worker", .role = S("Family worker")});
    p.club = tell_seat(t, (Sits){.name = S("Maja Nowak"),
                                 .email = S("club@example.org"),
                                 .place = S("Breakfast club"),
                                 .role = S("Runs the breakfast club"),
                                 .kind = "universal"});
    tell_seat(t, (Sits){.name = t->parent_name, .role = S("Mother"), .kind = "family"});
    p.sleep = tell_goal(t, S("I sleep in my own bed"), S("Every night, and wake up rested"),
                        S("On the sofa, with the television on"));
    p.mornings = tell_goal(t, S("I am there when school begins"), S("Every morning"),
                           S("Hardly one morning in the week"));
    tell_score(t, p.sleep, S("Zofia"), 2, S("It is loud"));
    tell_score(t, p.sleep, S("Mother"), 3, (Str){0});
    tell_score(t, p.mornings, S("Class teacher"), 3, S("Two mornings of five"));
    p.bed = tell_action(t, (Deed){p.sleep, p.worker, "teacher", S("Ask the furniture project for a bed"),
                                  S("Zofia sleeps in a bed of her own"), S("The bed stands in her room"),
                                  -70});
    p.first = tell_meeting(t, (Meet){.purpose = S("Agree the plan"),
                                     .place = S("Example Academy, the library"),
                                     .in = -90,
                                     .hour = 15});
    p.review = tell_review(t, -30);
    return p;
}

static void the_first_months(Telling *t, Plan *p) {
    tell_at(t, 90, "teacher");
    tell_met(t, p->first, S("Who does what until the first review. An interpreter for every meeting."),
             S("Plan agreed: breakfast club, a bed of her own, and help with the night shifts."), (Str){0});
    int64_t asked = tell_request(t, (Ask){"family-worker", "teacher", S("Furniture project"),
                                          S("A bed and a curtain for a girl of eight."), -75});
    tell_at(t, 84, "family-worker");
    tell_reply(t, asked, "accepted", S("There is a bed; it comes with the van."), -70);
    tell_evidence(t, "school", S("Attendance since September"), S("School office, Example Academy"),
                  S("Eleven of fifty mornings missed, all after a night shift."),
                  S("In the school’s file"));
    tell_at(t, 69, "family-worker");
    tell_done(t, p->bed, "done", S("The bed came on a Saturday; she chose the side of the room."));
    tell_at(t, 45, "family-worker");
    tell_note(t, (Note){.kind = "note",
                        .what = "visit",
                        .title = S("Home visit"),
                        .body = S("The bed stands behind the new curtain. Jakub wants one too.")});
    tell_at(t, 30, "teacher");
    tell_score(t, p->sleep, S("Zofia"), 7, S("It is my own bed"));
    tell_score(t, p->sleep, S("Mother"), 6, (Str){0});
    tell_score(t, p->mornings, S("Class teacher"), 8, S("Two mornings missed in six weeks"));
    tell_reviewed(t, (Held){.review = p->review,
                            .better = "better",
                            .improving = true,
                            .likely = true,
                            .reasons = S("Mornings missed are down to two. The bed has come."),
                            .words = {.said = S("Breakfast club is good because Maja is there."),
                                      .how = S("said at the review")},
                            .next = 9});
}

static void again(Telling *t, int64_t assessment) {
    tell_at(t, 6, "teacher");
    tell_moved(t, assessment, "open", 4, S("To be up to date for the second review."));
    static const Choice better[] = {
        {S("health_needs"), S("Nine hours in her own bed, six with the shifts."), {0}}};
    tell_answers(t, assessment, better, COUNT(better));
    tell_clash(t, assessment, S("health_needs"), S("The diary says eight and a half hours."), "nurse");
    tell_agreed(t, (Agreed){.purpose = S("To tell both employers why nights are hard"),
                            .kinds = S("who,plan"),
                            .how = "spoken",
                            .refused = true});
    tell_change(t, (Change){"other", "teacher", 70, 1, S("Her mother goes over to day shifts"),
                            S("Who is at home in the evening, and whether breakfast club is still needed")});
}

static void now(Telling *t, const Plan *p) {
    tell_at(t, 29, "teacher");
    tell_action(t, (Deed){p->sleep, p->worker, "teacher", S("Write with the mother to both employers"),
                          S("One parent is at home every night"), S("The rota says so for a month"), -3});
    tell_action(t, (Deed){p->sleep, p->nurse, "teacher", S("Look over the sleep diary with Zofia"),
                          S("She says herself what helps her to sleep"), S("Two weeks are filled in"), 0});
    tell_action(t, (Deed){p->mornings, p->club, "teacher", S("Keep her place at the breakfast club"),
                          S("Zofia comes to school before the lesson begins"), S("She is there four days"),
                          7});
    tell_action(t, (Deed){p->mornings, 0, "teacher", S("Count the mornings with her every Friday"),
                          S("Zofia sees for herself that it gets better"), S("The chart on the wall"), 0});
    tell_request(t, (Ask){NULL, "teacher", S("Advice centre, housing"),
                          S("Four people in two rooms: what are their chances of a larger flat?"), 2});
    tell_meeting(t, (Meet){.kind = "review",
                           .purpose = S("Second review of the plan"),
                           .place = S("Example Academy, the library"),
                           .in = 9,
                           .hour = 15,
                           .minute = 30});
    tell_at(t, 6, "teacher");
    tell_said(t, (Saying){.said = S("Can Jakub come to breakfast too?"),
                         .how = S("asked at the school gate"),
                         .about = S("breakfast club")});
    tell_next(t, 9, S("Second review of the plan"));
}

static void story(Telling *t) {
    the_call(t);
    the_agreement(t);
    int64_t assessment = the_assessment(t);
    Plan p = the_plan(t);
    the_first_months(t, &p);
    now(t, &p);
    again(t, assessment);
}

const Family family_kowalska = {.name = S("Kowalska"),
                                .men = S("Kowalski"),
                                .mother = S("Agnieszka"),
                                .father = S("Piotr"),
                                .address = S("12 Heron Rise, Nottingham"),
                                .postcode = S("NG7 4QX"),
                                .before = S("NG3 2AB"),
                                .language = S("Polish"),
                                .interpreter = S("yes"),
                                .children = {{S("Zofia"), 98, true}, {S("Jakub"), 40, false}},
                                .story = story};
