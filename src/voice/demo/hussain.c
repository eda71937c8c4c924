// Bilal, fourteen, who looks after his mother and brother: a young carer whose family came from Pakistan. He
// agreed himself to what is shared, and has a page of his own.
#include "voice/demo/tell.h"

static void the_call(Telling *t) {
    tell_at(t, 202, "adviser");
    int64_t call = tell_call(
        t, (Call){.caller = "family",
                  .risk = "green",
                  .name = S("His father"),
                  .reach = S("01632 960 027"),
                  .said = S("Bilal does the shopping, cooks and looks after his brother since his mother "
                            "fell ill."),
                  .worried = S("He is fourteen and never sees his friends."),
                  .well = S("They hold together, and he does well in maths."),
                  .needed = S("Help at home, so that Bilal can be a boy."),
                  .scale = 6,
                  .family_told = S("yes"),
                  .postcode = S("NG7 6HT")});
    tell_decided(t, (Decision){.contact = call,
                               .route = "locality-access-point",
                               .reasons = S("A young carer; the family asks for help at home.")});
    tell_at(t, 201, "adviser");
    tell_told(t, call, S("telephone"), S("A family worker visits this week."), S("Targeted family support"));
}

static void the_agreement(Telling *t) {
    tell_at(t, 200, "family-worker");
    tell_help(t, (Help){"early-help", "family-worker", S("North Targeted Family Support"), 0,
                        S("Meeting of the team around the family")});
    tell_number(t, 102);
    tell_at(t, 198, "family-worker");
    tell_agreed(t, (Agreed){.purpose = S("So that school and nurse know why I am tired, and nobody else"),
                            .agencies = "teacher nurse",
                            .capacity = "competent",
                            .how = "spoken",
                            .why = S("He explained in his own words who would see what, and what for.")});
    tell_group(t, (Belongs){.group = "young-carer",
                            .agreed = "competent",
                            .needs = S("Two free evenings a week, and a quiet word at school"),
                            .views = S("It is just what I do. But I would like Thursdays.")});
    tell_need(t, S("extensive"),
              S("He carries the household alone on most days, and it costs him school and friends."),
              "EXT-FSR-02 ADD-EDU-02");
    tell_withheld(t, S("The mosque’s youth club"), S("That his mother is ill"),
                  S("Bilal and his father both ask that nobody there knows."));
}

static void the_assessment(Telling *t) {
    static const Choice answers[] = {
        {S("interpreter"), S("no"), {0}},
        {S("school"), S("Example Academy, year 9"), {0}},
        {S("reasons"), S("raised,family"), {0}},
        {S("reasons_words"), S("His father asked for help: Bilal does what two adults would do."), {0}},
        {S("agreed"), S("young"), {0}},
        {S("agreed_who"), S("Bilal himself, and his father"), {0}},
        {S("told_sharing"), S("yes"), {0}},
        {S("emotional_needs"), S("He worries at night whether his mother breathes."), {0}},
        {S("emotional_strengths"), S("Calm, funny, and proud of his brother."), {0}},
        {S("relationships_needs"), S("No evening with friends since the winter."), {0}},
        {S("basic_needs"), S("Mother in bed most days; father drives at night."), {0}},
        {S("warmth_strengths"), S("Everybody in this house says thank you to him."), {0}},
        {S("worried"), S("That he gives up school to look after his mother."), {0}},
        {S("well"), S("A father who asked, a boy who trusts his family worker."), {0}},
        {S("happen"), S("Somebody else cooks twice a week, and school knows."), {0}},
        {S("parents_view"), S("He is a good son. He should have his own life."), {0}},
        {S("meaning"), S("He copes because nobody else does: with help at home he need not."), {0}},
        {S("wants"), S("Two evenings, and nobody to pity him."), {0}},
    };
    tell_at(t, 196, "family-worker");
    int64_t id = tell_assessment(t, (Assessing){"usual", 10, answers, COUNT(answers)});
    tell_part(t, id, "development", "nurse");
    tell_at(t, 170, "family-worker");
    tell_complete(t, id, (Saying){.said = S("I don't mind helping but I never see my friends."),
                                 .how = S("told his family worker on a walk"),
                                 .outcome = S("A carer comes on Tuesdays and Thursdays."),
                                 .told = 60});
    tell_at(t, 166, "manager");
    tell_moved(t, id, "sign", 20, S("Good that he decided himself what school is told."));
}

typedef struct Plan {
    int64_t evenings, school, teacher, nurse, first, carer, review;
} Plan;

static Plan the_plan(Telling *t) {
    Plan p = {0};
    tell_at(t, 152, "family-worker");
    p.teacher = tell_seat(t, (Sits){.who = "teacher", .role = S("Named person at school")});
    p.nurse = tell_seat(t, (Sits){.who = "nurse", .role = S("School nurse")});
    tell_seat(t, (Sits){.name = S("Tariq Hussain"), .role = S("Father"), .kind = "family"});
    tell_considered(t, "forum", false, S("Three services, all willing: no forum is needed."));
    p.evenings = tell_goal(t, S("I have Tuesdays and Thursdays"), S("Both evenings are mine every week"),
                           S("I never know"));
    p.school = tell_goal(t, S("Somebody at school knows"), S("I can walk out and nobody asks"),
                         S("I make up reasons"));
    tell_score(t, p.evenings, S("Bilal"), 1, S("I never know"));
    tell_score(t, p.school, S("Bilal"), 2, (Str){0});
    tell_score(t, p.evenings, S("Father"), 2, (Str){0});
    p.carer = tell_action(t, (Deed){p.evenings, 0, "family-worker", S("Ask adult care for two evenings"),
                                    S("Bilal goes out twice a week"), S("A carer comes, four weeks in a row"),
                                    -120});
    p.first = tell_meeting(t, (Meet){.purpose = S("Agree the plan"),
                                     .place = S("At the family’s kitchen table"),
                                     .in = -150,
                                     .hour = 16});
    p.review = tell_review(t, -90);
    return p;
}

static void the_help(Telling *t, Plan *p) {
    tell_at(t, 150, "family-worker");
    tell_met(t, p->first, S("Bilal led the meeting. He wrote the goals himself."),
             S("Two evenings a week off, help at home, and a named person at school."), S("School nurse"));
    tell_at(t, 128, "family-worker");
    tell_done(t, p->carer, "done", S("A carer comes on Tuesdays and Thursdays until ten."));
    tell_at(t, 110, "family-worker");
    int64_t complaint = tell_complaint(t, "parent", S("The first carer spoke of us to a neighbour."),
                                       "family-worker", -100);
    tell_at(t, 104, "family-worker");
    tell_complained(t, complaint, "upheld",
                    S("That was wrong. Another carer comes, and the agency has apologised in writing."));
    tell_at(t, 90, "family-worker");
    tell_score(t, p->evenings, S("Bilal"), 6, S("Football on Thursdays"));
    tell_score(t, p->school, S("Bilal"), 7, (Str){0});
    tell_score(t, p->evenings, S("Father"), 6, (Str){0});
    int64_t next = tell_reviewed(
        t, (Held){.review = p->review,
                  .better = "better",
                  .improving = true,
                  .likely = true,
                  .reasons = S("He plays football again. His mother is no better."),
                  .words = {S("Thursday is football. Don't touch Thursday."), S("said at the review"),
                            {0}, S("Thursday stands in the plan as his."), 1},
                  .next = -20});
    tell_at(t, 20, "family-worker");
    tell_score(t, p->evenings, S("Bilal"), 8, (Str){0});
    tell_reviewed(t, (Held){.review = next,
                            .better = "same",
                            .improving = true,
                            .likely = true,
                            .reasons = S("The evenings hold. What comes when he is sixteen is open."),
                            .unsaid = S("He was at football; he is asked on Thursday’s walk."),
                            .next = 40});
}

static void now(Telling *t, const Plan *p) {
    tell_at(t, 20, "family-worker");
    tell_note(t, (Note){.kind = "note",
                        .what = "visit",
                        .title = S("Home visit"),
                        .body = S("Mother is up most days. Bilal was at football.")});
    tell_action(t, (Deed){p->school, p->teacher, "family-worker", S("A pass to leave lessons without a word"),
                          S("Bilal need not explain himself"), S("He has it and used it"), -2});
    tell_change(t, (Change){"other", "family-worker", 60, 4, S("His mother’s operation in the spring"),
                            S("Who cooks, who fetches Hamza, who sits with him")});
    tell_meeting(t, (Meet){.purpose = S("Meeting of the team around the family"),
                           .place = S("At the family’s kitchen table"),
                           .in = 0,
                           .hour = 17});
    tell_next(t, 0, S("Meeting of the team around the family"));
    tell_door(t, t->who);
}

// He has a page of his own: he leads the next meeting, and what he wants in the plan waits for an answer.
static void his_own(Telling *t, const Plan *p) {
    tell_at(t, 16, "family");
    int64_t others = tell_wants(t, S("I want to know somebody else who does this."));
    tell_at(t, 15, "family-worker");
    tell_taken(t, others,
               tell_action(t, (Deed){p->evenings, 0, "family-worker",
                                     S("Ask the young carers’ group for a place"),
                                     S("He meets others who do the same"), S("He has been there twice"), 5}));
    int64_t spring = tell_meeting(t, (Meet){.purpose = S("What comes in the spring"),
                                            .place = S("At the family’s kitchen table"),
                                            .in = 12,
                                            .hour = 17});
    tell_at(t, 6, "family");
    int64_t leads = tell_wish(t, spring, "lead", (Str){0});
    int64_t cooks = tell_wish(t, spring, "point", S("Who cooks when Mum is in hospital?"));
    tell_at(t, 5, "family-worker");
    tell_granted(t, spring, leads, S("I sit next to you and keep the time."));
    tell_granted(t, spring, cooks, (Str){0});
    tell_at(t, 1, "family");
    tell_wish(t, spring, "point", S("Hamza’s school. I cannot fetch him every day."));
    tell_wish(t, spring, "there", S("My football coach"));
    tell_wants(t, S("I want to learn to cook properly. Not just pasta."));
}

static void story(Telling *t) {
    the_call(t);
    the_agreement(t);
    the_assessment(t);
    Plan p = the_plan(t);
    the_help(t, &p);
    now(t, &p);
    his_own(t, &p);
}

const Family family_hussain = {
    .name = S("Hussain"),
    .mother = S("Rukhsana"),
    .father = S("Tariq"),
    .address = S("88 Berridge Grove, Nottingham"),
    .postcode = S("NG7 6HT"),
    .language = S("Urdu"),
    .interpreter = S("no"),
    .children = {{S("Bilal"), 172, false}, {S("Zainab"), 130, true}, {S("Hamza"), 70, false}},
    .story = story};
