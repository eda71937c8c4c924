// Xinyi, nine, who hears little and signs, of a Chinese family: one form with the Early Support Programme,
// and a therapist who has not answered.
#include "voice/demo/tell.h"

static void the_call(Telling *t) {
    tell_at(t, 46, "adviser");
    int64_t call = tell_call(t, (Call){.channel = "in-person",
                                       .caller = "family",
                                       .risk = "green",
                                       .name = S("Her parents"),
                                       .reach = S("01632 960 041, messages please"),
                                       .said = S("Parents ask about hearing and speech."),
                                       .well = S("They have learnt to sign with her."),
                                       .needed = S("One person to ask, and not five."),
                                       .scale = 8,
                                       .family_told = S("yes"),
                                       .postcode = S("NG1 6FB")});
    tell_decided(t, (Decision){.contact = call,
                               .route = "service-required",
                               .service = S("School nursing, with the Early Support Programme"),
                               .reasons = S("A disability with several services: one form, one person.")});
    tell_told(t, call, S("in person"), S("The school nurse will be the one to ask."), S("To school nursing"));
}

static void the_assessment(Telling *t) {
    static const Choice answers[] = {
        {S("interpreter"), S("yes"), {0}},
        {S("interpreter_what"), S("Cantonese for her parents, British Sign Language for Xinyi"), {0}},
        {S("school"), S("Example Academy, year 4"), {0}},
        {S("reasons"), S("raised,disability"), {0}},
        {S("reasons_words"), S("Hearing falls since last year; her parents ask for one plan."), {0}},
        {S("agreed"), S("yes"), {0}},
        {S("agreed_who"), S("Both parents"), {0}},
        {S("told_sharing"), S("yes"), {0}},
        {S("diagnosis"), S("Hearing loss on both sides, moderate, known since May"), {0}},
        {S("equipment"), S("Hearing aids from May"), {0}},
        {S("key_worker"), S("Nkechi Demonstration, school nurse"), {0}},
        {S("health_needs"), S("Speech therapy waits nine weeks."), {0}},
        {S("education_strengths"), S("First in her class in mathematics."), {0}},
        {S("education_needs"), S("She misses what is said with the back to her."), {0}},
        {S("worried"), S("That she is left out when others talk."), {0}},
        {S("well"), S("The whole family signs."), {0}},
        {S("happen"), S("Therapy soon, and a class that faces her."), {0}},
        {S("parents_view"), S("She is clever. People must look at her."), {0}},
        {S("meaning"), S("What she lacks is others’ habits, more than help."), {0}},
        {S("wants"), S("Speech therapy before the summer."), {0}},
    };
    tell_at(t, 40, "nurse");
    int64_t id = tell_assessment(t, (Assessing){"early_support", 5, answers, COUNT(answers)});
    tell_at(t, 10, "nurse");
    tell_complete(t, id, (Saying){.said = S("I like when people look at me when they talk."),
                                 .how = S("signed, with her mother")});
    tell_at(t, 8, "manager");
    tell_moved(t, id, "return", -1, S("Who sees to the hearing aids in the holidays? Then I sign."));
}

static void the_plan(Telling *t) {
    tell_at(t, 36, "nurse");
    int64_t teacher = tell_seat(t, (Sits){.who = "teacher", .role = S("Class teacher")});
    tell_seat(t, (Sits){.name = S("Mei Chen"), .role = S("Mother"), .kind = "family"});
    tell_seat(t, (Sits){.name = S("Joan Ferris"),
                        .email = S("sign@example.org"),
                        .place = S("Sign club"),
                        .role = S("Teaches the class to sign"),
                        .kind = "universal"});
    int64_t goal = tell_goal(t, S("I know what they laugh about"), S("Always"),
                             S("I only see that they laugh"));
    tell_score(t, goal, S("Xinyi"), 4, S("With Ama I know"));
    tell_action(t, (Deed){goal, teacher, "nurse", S("Everybody faces her: a rule for the class"),
                          S("Xinyi follows what is said"), S("She says so on three Fridays"), 0});
    tell_action(t, (Deed){goal, 0, "nurse", S("Hearing aids looked after in the holidays"),
                          S("Xinyi hears all summer"), S("Batteries and a name to call at home"), 8});
    tell_request(t, (Ask){"nurse", "nurse", S("Speech and language therapy"),
                          S("A girl of nine who signs; twice a week if there is a place."), -4});
    tell_evidence(t, "speech", S("Speech and language, first look"), S("Therapist, Example Health Trust"),
                  S("Understands far more than she says; therapy would help."), S("In the health record"));
    tell_review(t, 1);
    tell_meeting(t, (Meet){.purpose = S("First meeting of the team"),
                           .place = S("School, with a signer"),
                           .in = 1,
                           .hour = 14});
}

static void story(Telling *t) {
    the_call(t);
    tell_at(t, 45, "nurse");
    tell_help(t, (Help){"early-help", "nurse", S("School nursing and health visiting"), 1,
                        S("First review of the plan")});
    tell_agreed(t, (Agreed){.purpose = S("So that school and therapists know what helps her"),
                            .kinds = S("who,help,assessment,plan,note,health,view"),
                            .agencies = "teacher"});
    tell_number(t, 105);
    tell_spoken(t, S("sign"), S("Her first language at home is signing"));
    tell_group(t, (Belongs){.group = "learning",
                            .agreed = "parent",
                            .needs = S("Face her; a signer at meetings"),
                            .views = S("I am deaf, not ill")});
    tell_need(t, S("additional"), S("A disability that services can meet if they work together."),
              "ADD-HEA-06");
    the_plan(t);
    the_assessment(t);
    tell_next(t, 1, S("First review of the plan"));
}

const Family family_chen = {.name = S("Chen"),
                            .mother = S("Mei"),
                            .father = S("Wei"),
                            .address = S("7 Lacemaker Way, Nottingham"),
                            .postcode = S("NG1 6FB"),
                            .language = S("Cantonese"),
                            .interpreter = S("yes"),
                            .children = {{S("Xinyi"), 112, true}},
                            .story = story};
