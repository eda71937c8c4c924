// Alfie, eleven, Rosie, eight, and Theo, one, of a family that has always lived here: early help, a step up
// that was declined and then accepted, social care's help, and a step down that waits for an answer.
#include "voice/demo/tell.h"

static void early_help(Telling *t) {
    static const Choice answers[] = {
        {S("interpreter"), S("no"), {0}},
        {S("school"), S("Example Academy, year 6"), {0}},
        {S("reasons"), S("progress,family"), {0}},
        {S("reasons_words"), S("Alfie hits out since his parents quarrel at night."), {0}},
        {S("agreed"), S("yes"), {0}},
        {S("agreed_who"), S("Jodie, his mother"), {0}},
        {S("told_sharing"), S("yes"), {0}},
        {S("emotional_needs"), S("He watches the door, and hits when somebody comes near."), {0}},
        {S("relationships_needs"), S("Shouting between the adults, heard by all three."), {0}},
        {S("worried"), S("That somebody is hurt at night."), {0}},
        {S("well"), S("Alfie looks after the little ones. Jodie came by herself."), {0}},
        {S("happen"), S("The shouting ends, and Alfie has somebody to talk to."), {0}},
        {S("parents_view"), S("I want it to stop. I do not want him gone."), {0}},
        {S("meaning"), S("It is what he hears that makes him hit."), {0}},
        {S("wants"), S("Quiet nights, and their father on good terms."), {0}},
    };
    tell_at(t, 238, "teacher");
    int64_t call = tell_call(t, (Call){.channel = "web-professional",
                                       .raised = "teacher",
                                       .risk = "green",
                                       .name = S("Tomasz Demonstration"),
                                       .agency = S("Example Academy"),
                                       .role = S("Pastoral lead"),
                                       .reach = S("in Kith"),
                                       .said = S("Alfie hits out; his mother says it is loud at home."),
                                       .scale = 6,
                                       .family_told = S("yes"),
                                       .postcode = S("NG6 0RD")});
    tell_at(t, 237, "adviser");
    tell_decided(t, (Decision){.contact = call,
                               .route = "family-support",
                               .reasons = S("The school knows him best and can lead.")});
    tell_told(t, call, S("in Kith"), S("Begin a CAF; the front door helps if it grows."), S("Early help"));
    tell_at(t, 235, "teacher");
    tell_help(t, (Help){"early-help", "teacher", S("Example Academy pastoral team"), -200,
                        S("First review")});
    tell_agreed(t, (Agreed){.purpose = S("So that school and nurse can help Alfie"), .agencies = "nurse"});
    tell_number(t, 107);
    tell_need(t, S("additional"), S("He hits out, and home is loud. One service can begin."), "ADD-FSR-01");
    int64_t id = tell_assessment(t, (Assessing){"usual", 10, answers, COUNT(answers)});
    tell_at(t, 230, "teacher");
    tell_complete(t, id, (Saying){S("It is loud. I put the pillow on Theo."), S("told his teacher"), {0},
                                 S("The nurse came and listened to all three."), 5});
    tell_at(t, 228, "manager");
    tell_moved(t, id, "sign", 60, S("Watch the nights: call us if it gets worse."));
}

typedef struct Ours {
    int64_t goal, nurse, course, review;
} Ours;

static Ours the_school_plan(Telling *t) {
    Ours p = {0};
    tell_at(t, 226, "teacher");
    p.nurse = tell_seat(t, (Sits){.who = "nurse", .role = S("School nurse")});
    tell_seat(t, (Sits){.name = t->parent_name, .role = S("Mother"), .kind = "family"});
    p.goal = tell_goal(t, S("Nobody shouts at night"), S("I sleep and do not listen"), S("Every night"));
    tell_score(t, p.goal, S("Alfie"), 2, (Str){0});
    p.course = tell_action(t, (Deed){p.goal, 0, "teacher", S("A place on the course for fathers"),
                                     S("The shouting ends"), S("Ryan has been there six times"), -140});
    p.review = tell_review(t, -180);
    tell_at(t, 180, "teacher");
    tell_score(t, p.goal, S("Alfie"), 1, S("The police came"));
    tell_reviewed(t, (Held){.review = p.review,
                            .better = "worse",
                            .improving = false,
                            .likely = false,
                            .reasons = S("The police were called. Ryan did not go to the course."),
                            .words = {S("I want dad to come back but not the shouting."),
                                      S("said at the review"), {0},
                                      S("A safety plan was made that week."), 6},
                            .next = -120});
    tell_not_referred(t, p.review, S("A step up is asked for the same day."));
    return p;
}

static void the_steps(Telling *t) {
    tell_at(t, 180, "teacher");
    int64_t step = tell_step(t, (Stepping){"social-worker", S("Neighbourhood Fieldwork"),
                                           S("The police were called twice in a fortnight."),
                                           S("Additional"), S("Children in Need"), {0},
                                           S("He was off school; he is asked tomorrow."), -178});
    tell_at(t, 178, "social-worker");
    tell_declined(t, step, S("One call was about a parked car. Try the course first."));
    tell_at(t, 177, "teacher");
    int64_t dispute = tell_dispute(
        t, (Differs){"not-accepted", "social-worker", step, S("Neighbourhood Fieldwork"),
                     S("Alfie keeps watch at night and cannot sleep."),
                     S("Two calls in a fortnight, and the second was a broken door."), false});
    tell_at(t, 175, "teacher");
    tell_rung(t, dispute, "manager", S("No answer in two days: to the team’s manager."));
    tell_at(t, 174, "manager");
    tell_settled(t, dispute, "accepted", S("Agreed: both calls were to the home. Ask again and we take it."));
    tell_at(t, 152, "teacher");
    step = tell_step(t, (Stepping){"social-worker", S("Neighbourhood Fieldwork"),
                                   S("Police were called twice in a fortnight."), S("Additional"),
                                   S("Children in Need"), S("Will my teacher still know?"), {0}, -149});
    tell_at(t, 150, "social-worker");
    tell_accepted(t, step, "social-worker", S("Child in need review"), 5);
    tell_need(t, S("children-in-need"), S("Violence at home that early help could not end."), "");
}

static void social_care(Telling *t, const Ours *p) {
    tell_at(t, 149, "social-worker");
    tell_group(t, (Belongs){.group = "domestic-abuse",
                            .agreed = "parent",
                            .needs = S("No letters to the home about it"),
                            .views = S("I do not want people at school to know.")});
    tell_crisis(t, "social-worker", S("A night in hospital for Rosie before anybody had helped her"), 5);
    tell_at(t, 100, "social-worker");
    tell_said(t, (Saying){.said = S("I want dad to come back but not the shouting."),
                         .how = S("told his social worker in the car"),
                         .about = S("home"),
                         .outcome = S("Dad does the course and sees them on Saturdays."),
                         .told = 20});
    tell_done(t, p->course, "done", S("Ryan finished it. He wrote the children a letter."));
    int64_t safety = tell_action(t, (Deed){p->goal, 0, "social-worker", S("A safety plan, on the fridge"),
                                           S("All three know where to go"), S("Rosie can say it"), -90});
    tell_action(t, (Deed){p->goal, p->nurse, "social-worker", S("Ask Rosie about her sleep, alone"),
                          S("Rosie has somebody of her own to tell"), S("Seen twice a month"), -2});
    tell_at(t, 91, "social-worker");
    tell_done(t, safety, "done", S("They go to their neighbour, who knows."));
    tell_at(t, 60, "social-worker");
    tell_score(t, p->goal, S("Alfie"), 6, S("Only once"));
    tell_at(t, 14, "social-worker");
    tell_score(t, p->goal, S("Alfie"), 8, (Str){0});
    tell_note(t, (Note){.kind = "note",
                        .what = "visit",
                        .title = S("Visit: all three children seen, Alfie alone"),
                        .body = S("No call to the police for three months.")});
    tell_said(t, (Saying){.said = S("Saturdays are good. Can we go to the cinema?"),
                         .how = S("on the visit"),
                         .about = S("home")});
    tell_change(t, (Change){"secondary", "social-worker", 150, 9, S("From year 6 to the academy’s year 7"),
                            S("Who at the new school he may go to when it is too much")});
}

// What is not settled yet: the step down, whether the visits become fewer, a complaint, and a record that was
// opened in the night.
static void now(Telling *t) {
    tell_at(t, 6, "social-worker");
    tell_meeting(t, (Meet){.kind = "review",
                           .purpose = S("Child in need review"),
                           .place = S("Example Academy"),
                           .in = 5,
                           .hour = 11});
    tell_review(t, 5);
    tell_oversight(t, "sign-off", "manager", S("Step down to targeted family support: do you agree?"), 1);
    tell_at(t, 4, "social-worker");
    tell_step(t, (Stepping){"family-worker", S("North Targeted Family Support"),
                            S("Quiet for three months; the course is done."), S("Children in Need"),
                            S("Extensive"), S("Only if the Saturdays stay."), {0}, -1});
    tell_at(t, 3, "nurse");
    tell_dispute(t, (Differs){.kind = "open-case",
                              .with = "manager",
                              .team = S("Neighbourhood Fieldwork"),
                              .effect = S("Rosie would have nobody to tell: it is her visitor she tells."),
                              .concern = S("Visits become fewer before anybody else has her trust.")});
    tell_at(t, 2, "social-worker");
    tell_complaint(t, "parent", S("Nobody told me that the meeting was moved. I took a day off."), "manager",
                   0);
    tell_night(t, 1, "adviser");
    tell_glass(t, "manager", S("A call about three children alone at this address; nobody reached."));
    tell_at(t, 0, "social-worker");
    tell_chronology(t, S("Chronology for the review"), "conference", 4);
    tell_next(t, 5, S("Child in need review"));
}

static void story(Telling *t) {
    early_help(t);
    Ours p = the_school_plan(t);
    the_steps(t);
    social_care(t, &p);
    now(t);
}

const Family family_towle = {
    .name = S("Towle"),
    .mother = S("Jodie"),
    .father = S("Ryan"),
    .address = S("19 Weaver Close, Nottingham"),
    .postcode = S("NG6 0RD"),
    .language = S("English"),
    .interpreter = S("no"),
    .children = {{S("Alfie"), 132, false}, {S("Rosie"), 100, true}, {S("Theo"), 15, false}},
    .story = story};
