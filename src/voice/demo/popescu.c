// Andreea, fifteen, whose family moved here from Romania: a whole piece of early help, from the call to the
// day it was no longer needed.
#include "voice/demo/tell.h"

static void the_call(Telling *t) {
    tell_at(t, 301, "teacher");
    int64_t call = tell_call(t, (Call){.channel = "web-professional",
                                       .raised = "teacher",
                                       .risk = "green",
                                       .name = S("Tomasz Demonstration"),
                                       .agency = S("Example Academy"),
                                       .role = S("Head of year"),
                                       .reach = S("in Kith"),
                                       .said = S("Andreea stays away from lessons since the family moved."),
                                       .worried = S("She knows nobody and says so."),
                                       .well = S("She dances; her parents want her to finish school."),
                                       .needed = S("Somebody who speaks with her, and English lessons."),
                                       .scale = 6,
                                       .family_told = S("yes"),
                                       .postcode = S("NG2 5WE")});
    tell_at(t, 300, "adviser");
    tell_decided(t, (Decision){.contact = call,
                               .route = "locality-access-point",
                               .reasons = S("Several services can help; the family agrees.")});
    tell_told(t, call, S("in Kith"), S("A family worker calls the family this week."),
              S("Targeted family support"));
}

static void the_assessment(Telling *t) {
    static const Choice answers[] = {
        {S("interpreter"), S("yes"), {0}},
        {S("interpreter_what"), S("Romanian, for her parents"), {0}},
        {S("school"), S("Example Academy, year 10"), {0}},
        {S("reasons"), S("progress,understand"), {0}},
        {S("reasons_words"), S("Absent on four of ten days since the family moved."), {0}},
        {S("absentee"), S("yes"), {0}},
        {S("agreed"), S("yes"), {0}},
        {S("agreed_who"), S("Both parents, and Andreea"), {0}},
        {S("told_sharing"), S("yes"), {0}},
        {S("identity_needs"), S("She misses her friends and feels a stranger."), {0}},
        {S("identity_strengths"), S("Proud of her language; dances whenever there is music."), {0}},
        {S("integration_needs"), S("They know two families in the city."), {0}},
        {S("worried"), S("That she leaves school without anything."), {0}},
        {S("well"), S("A family that eats together every night."), {0}},
        {S("happen"), S("English, a friend, and a reason to come."), {0}},
        {S("parents_view"), S("We moved for her school."), {0}},
        {S("meaning"), S("It is loneliness, not unwillingness."), {0}},
        {S("wants"), S("To dance, and to be understood."), {0}},
    };
    tell_at(t, 296, "family-worker");
    int64_t id = tell_assessment(t, (Assessing){"usual", 14, answers, COUNT(answers)});
    tell_at(t, 285, "family-worker");
    tell_complete(t, id, (Saying){.said = S("Everybody talks too fast. I understand but then it is over."),
                                 .how = S("wrote it in Romanian, and we read it together"),
                                 .outcome = S("Her teachers give her the words before the lesson."),
                                 .told = 10});
    tell_at(t, 282, "manager");
    tell_moved(t, id, "sign", 90, S("Agreed."));
}

typedef struct Plan {
    int64_t belong, english, buddy, dance, meeting, review;
} Plan;

static Plan the_plan(Telling *t) {
    Plan p = {0};
    tell_at(t, 280, "family-worker");
    int64_t teacher = tell_seat(t, (Sits){.who = "teacher", .role = S("Head of year")});
    tell_seat(t, (Sits){.name = t->parent_name, .role = S("Mother"), .kind = "family"});
    p.belong = tell_goal(t, S("I know somebody here"), S("I am asked along"), S("I am alone all day"));
    tell_score(t, p.belong, S("Andreea"), 1, (Str){0});
    p.english = tell_action(t, (Deed){p.belong, 0, "family-worker", S("English lessons on two afternoons"),
                                      S("Andreea says what she thinks"), S("She speaks in a lesson"), -240});
    p.buddy = tell_action(t, (Deed){p.belong, teacher, "family-worker", S("A buddy in her year"),
                                    S("She sits with somebody at lunch"), S("Asked after four weeks"), -250});
    p.dance = tell_action(t, (Deed){p.belong, 0, "family-worker", S("A place at the youth centre"),
                                    S("She dances again"), S("She goes by herself"), -200});
    p.meeting = tell_meeting(t, (Meet){.purpose = S("Agree the plan"),
                                       .place = S("Example Academy"),
                                       .in = -278,
                                       .hour = 16});
    p.review = tell_review(t, -190);
    return p;
}

static void the_help(Telling *t, Plan *p) {
    tell_at(t, 278, "family-worker");
    tell_met(t, p->meeting, S("Interpreter came. Andreea chose her buddy."),
             S("English classes, a buddy, and a place at the youth centre."), (Str){0});
    tell_at(t, 252, "teacher");
    tell_done(t, p->buddy, "done", S("She and Priya are inseparable."));
    tell_at(t, 236, "family-worker");
    tell_done(t, p->english, "done", S("Twice a week since March; she reads aloud."));
    tell_at(t, 195, "family-worker");
    tell_done(t, p->dance, "done", S("Goes on Fridays, and now shows the younger ones."));
    tell_at(t, 190, "family-worker");
    tell_score(t, p->belong, S("Andreea"), 6, (Str){0});
    int64_t next = tell_reviewed(
        t, (Held){.review = p->review,
                  .better = "better",
                  .improving = true,
                  .likely = true,
                  .reasons = S("Absent on one day in ten."),
                  .words = {S("Priya says my English is funny. It is ok."), S("said at the review"), {0},
                            S("Nothing was asked for; it was good to hear."), 1},
                  .next = -30});
    tell_at(t, 30, "family-worker");
    tell_score(t, p->belong, S("Andreea"), 9, S("I lead the group"));
    tell_reviewed(t, (Held){.review = next,
                            .better = "better",
                            .improving = true,
                            .likely = true,
                            .reasons = S("Attendance is 96 per cent. Nothing is left to do."),
                            .words = {S("You can stop now."), S("laughing, at the review"), {0},
                                      S("The help ends in two weeks."), 1}});
    tell_at(t, 15, "family-worker");
    tell_end(t, (Saying){S("I am ok now. I want to keep dancing."), S("wrote it in the closing form"), {0},
                        S("Her place in the dance group stays."), 1},
             "needs-met", S("Attendance is 96 per cent and Andreea leads the dance group."));
}

// The brother: referred after the help had ended, and nobody has acknowledged it yet.
static void the_brother(Telling *t) {
    t->who = t->child[1];
    t->episode = 0;
    tell_at(t, 6, "teacher");
    int64_t referral = tell_referral(
        t, (Refer){.concern = S("Darius was not at home on three nights; older men fetch him from school."),
                   .sign = S("contact-with-adult-known-risk"),
                   .family_told = S("yes"),
                   .family_agrees = S("agreed"),
                   .raised = "teacher"});
    tell_written(t, referral, S("Three dates, the car, and what Andreea heard. His parents came to school."));
}

static void story(Telling *t) {
    the_call(t);
    tell_at(t, 299, "family-worker");
    tell_help(t, (Help){"early-help", "family-worker", S("North Targeted Family Support"), -280,
                        S("First meeting")});
    tell_agreed(t, (Agreed){.purpose = S("So that school and the family worker can help together"),
                            .agencies = "teacher"});
    tell_number(t, 104);
    tell_need(t, S("additional"), S("Attendance, and nobody of her age whom she knows."), "ADD-EDU-02");
    the_assessment(t);
    Plan p = the_plan(t);
    the_help(t, &p);
    tell_at(t, 14, "family-worker");
    tell_need(t, S("universal"), S("School and friends carry her now."), "UNI-EDU-01 UNI-FSR-02");
    the_brother(t);
}

const Family family_popescu = {.name = S("Popescu"),
                               .mother = S("Mihaela"),
                               .father = S("Ionuț"),
                               .address = S("31 Forge Street, Nottingham"),
                               .postcode = S("NG2 5WE"),
                               .language = S("Romanian"),
                               .interpreter = S("yes"),
                               .children = {{S("Andreea"), 188, true}, {S("Darius"), 150, false}},
                               .story = story};
