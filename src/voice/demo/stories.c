// Families with a story each, told in a table: who they are, who helps, what happened, what the child said.
#include "voice/demo/demo.sql.h"
#include "voice/demo/inside.h"

typedef struct Event {
    int days;                        // ago
    const char *kind, *what, *by;    // by: e-mail name at demo.example
    Str title, body;
} Event;
typedef struct Words {
    int days, told;    // ago; told 0: not yet
    Str said, how, about, outcome;
} Words;
typedef struct Child {
    Str given;
    int months;    // old; below 0: due in that many
    bool girl;
} Child;
typedef struct Story {
    Str family, men;                  // men: what father and sons are called, where that differs
    Str mother, father;               // father empty: not known
    Str address, postcode, before;    // before: the postcode they lived at until two years ago, or empty
    Str language, interpreter;        // of the parents
    Child children[4];
    const char *kind, *owner, *agency;    // of the episode of the first child; kind NULL: none now
    Str team, next;
    int opened, closed;    // days ago; closed 0: open
    Str partners;          // e-mail names with a seat, on the mother's consent
    Event events[6];
    Words words[2];
} Story;

#define NORTH S("North Targeted Family Support")
#define SCHOOL S("Example Academy pastoral team")
#define FIELD S("Neighbourhood Fieldwork")

static const Story stories[] = {
    {S("Kowalska"), S("Kowalski"),
     S("Agnieszka"),
     S("Piotr"),
     S("12 Heron Rise, Nottingham"),
     S("NG7 4QX"),
     S("NG3 2AB"),
     S("Polish"),
     S("yes"),
     {{S("Zofia"), 98, true}, {S("Jakub"), 40, false}},
     "early-help",
     "teacher",
     "school",
     SCHOOL,
     S("Second review of the plan"),
     120,
     0,
     S("nurse family-worker"),
     {{121, "contact", "contact", "adviser", S("Call from school"),
       S("Zofia has missed eleven mornings since September and falls asleep in lessons.")},
      {118, "assessment", "assessment", "teacher", S("Early help assessment begun"),
       S("With Zofia and her mother, at school, with an interpreter.")},
      {90, "plan", "plan", "teacher", S("Plan agreed"),
       S("Breakfast club, a bed of her own, and help with the night shifts.")},
      {30, "plan", "review", "teacher", S("First review"),
       S("Mornings missed are down to two. The bed has come.")}},
     {{95, 60, S("I want to sleep in my own bed and not hear the telly."),
       S("told her teacher while drawing her room"), S("sleep"),
       S("A bed and a curtain came from the furniture project.")},
      {28,
       0,
       S("Breakfast club is good because Maja is there."),
       S("said at the review"),
       S("school"),
       {0}}}},
    {S("Hussain"), {0},
     S("Rukhsana"),
     S("Tariq"),
     S("88 Berridge Grove, Nottingham"),
     S("NG7 6HT"),
     {0},
     S("Urdu"),
     S("no"),
     {{S("Bilal"), 172, false}, {S("Zainab"), 130, true}, {S("Hamza"), 70, false}},
     "early-help",
     "family-worker",
     "voluntary",
     NORTH,
     S("Meeting of the team around the family"),
     200,
     0,
     S("teacher nurse"),
     {{202, "contact", "contact", "adviser", S("Father asks for help"),
       S("Bilal does the shopping, cooks and looks after his brother since his mother fell ill.")},
      {196, "assessment", "assessment", "family-worker", S("Early help assessment finished"),
       S("Bilal is a young carer; he did not want the school to know at first.")},
      {150, "plan", "plan", "family-worker", S("Plan agreed"),
       S("Two evenings a week off, help at home, and a named person at school.")},
      {20, "note", "visit", "family-worker", S("Home visit"),
       S("Mother is up most days. Bilal was at football.")}},
     {{160, 100, S("I don't mind helping but I never see my friends."), S("told his family worker on a walk"),
       S("caring"), S("A carer comes on Tuesdays and Thursdays.")}}},
    {S("Warsame"), {0},
     S("Hodan"),
     {0},
     S("Flat 3, 5 Quarry Court, Nottingham"),
     S("NG8 3LP"),
     S("NG11 9CD"),
     S("Somali"),
     S("yes"),
     {{S("Ayaan"), 8, true}, {S("Liban"), 52, false}},
     "social-care",
     "social-worker",
     "council",
     FIELD,
     S("Visit"),
     60,
     0,
     S("nurse"),
     {{61, "contact", "contact", "adviser", S("Call from the health visitor"),
       S("A bruise on Ayaan's arm that nobody could explain.")},
      {60, "note", "decision", "social-worker", S("Assessment by social care begun"),
       S("Seen at home the same afternoon. Medical the next day: the bruise fits a fall from the bed.")},
      {40, "health", "note", "nurse", S("Growth on the line"),
       S("Ayaan gains weight well. Mother tired; sleeps little.")},
      {12, "note", "visit", "social-worker", S("Home visit"),
       S("Stair gate is in. Liban showed his new lorry.")}},
     {{12, 5, S("The lady played lorries with me."), S("Liban, while playing"), S("visits"),
       S("She will come again on the same weekday.")}}},
    {S("Popescu"), {0},
     S("Mihaela"),
     S("Ionuț"),
     S("31 Forge Street, Nottingham"),
     S("NG2 5WE"),
     {0},
     S("Romanian"),
     S("yes"),
     {{S("Andreea"), 188, true}, {S("Darius"), 150, false}},
     "early-help",
     "family-worker",
     "voluntary",
     NORTH,
     S("Closing meeting"),
     300,
     15,
     S("teacher"),
     {{301, "contact", "contact", "adviser", S("School asks for early help"),
       S("Andreea stays away from lessons since the family moved.")},
      {280, "plan", "plan", "family-worker", S("Plan agreed"),
       S("English classes, a buddy, and a place at the youth centre.")},
      {15, "plan", "closure", "family-worker", S("Help ended: needs met"),
       S("Attendance is 96 per cent and Andreea leads the dance group.")}},
     {{17, 15, S("I am ok now. I want to keep dancing."), S("wrote it in the closing form"),
       S("the end of help"), S("Her place in the dance group stays.")}}},
    {S("Chen"), {0},
     S("Mei"),
     S("Wei"),
     S("7 Lacemaker Way, Nottingham"),
     S("NG1 6FB"),
     {0},
     S("Cantonese"),
     S("yes"),
     {{S("Xinyi"), 112, true}},
     "early-help",
     "nurse",
     "health",
     S("School nursing and health visiting"),
     S("First review of the plan"),
     45,
     0,
     S("teacher"),
     {{46, "contact", "contact", "adviser", S("Parents ask about hearing and speech"), {0}},
      {38, "assessment", "assessment", "nurse", S("Early help assessment finished"),
       S("Hearing aids from May; speech therapy waits nine weeks.")}},
     {{38,
       0,
       S("I like when people look at me when they talk."),
       S("signed, with her mother"),
       S("school"),
       {0}}}},
    {S("Campbell"), {0},
     S("Marcia"),
     {0},
     S("140 Chapel Road, Nottingham"),
     S("NG3 7HN"),
     {0},
     S("English"),
     S("no"),
     {{S("Malachi"), 60, false}, {S("Unborn"), -3, false}},
     "early-help",
     "nurse",
     "health",
     S("School nursing and health visiting"),
     S("Visit before the birth"),
     25,
     0,
     S("family-worker"),
     {{26, "contact", "contact", "adviser", S("Midwife asks for help before a birth"),
       S("Mother was in care herself and has nobody near.")},
      {20, "assessment", "assessment", "nurse", S("Assessment before birth begun"), {0}}},
     {{18, 10, S("Will the baby have my room?"), S("Malachi asked the nurse"), S("the baby"),
       S("His mother and he chose where the cot goes.")}}},
    {S("Haddad"), {0},
     S("Rima"),
     S("Khaled"),
     S("2 Canal Terrace, Nottingham"),
     S("NG5 1YU"),
     S("NG9 2KL"),
     S("Arabic"),
     S("yes"),
     {{S("Omar"), 144, false}, {S("Layla"), 84, true}},
     NULL,
     NULL,
     NULL,
     {0},
     {0},
     0,
     0,
     {0},
     {{9, "contact", "contact", "adviser", S("Neighbour worried about shouting"),
       S("Advice given; family told about the drop-in.")}},
     {{0}}},
    {S("Towle"), {0},
     S("Jodie"),
     S("Ryan"),
     S("19 Weaver Close, Nottingham"),
     S("NG6 0RD"),
     {0},
     S("English"),
     S("no"),
     {{S("Alfie"), 132, false}, {S("Rosie"), 100, true}, {S("Theo"), 15, false}},
     "social-care",
     "social-worker",
     "council",
     FIELD,
     S("Child in need review"),
     150,
     0,
     S("teacher nurse"),
     {{230, "assessment", "assessment", "teacher", S("Early help assessment finished"), {0}},
      {151, "note", "step", "teacher", S("Stepped up to social care"),
       S("Police were called twice in a fortnight.")},
      {100, "plan", "plan", "social-worker", S("Child in need plan agreed"),
       S("Safety plan, a course for father, play sessions.")},
      {14, "note", "visit", "social-worker", S("Visit: all three children seen, Alfie alone"), {0}}},
     {{100, 80, S("I want dad to come back but not the shouting."), S("told his social worker in the car"),
       S("home"), S("Dad does the course and sees them on Saturdays.")},
      {14, 0, S("Saturdays are good. Can we go to the cinema?"), S("on the visit"), S("home"), {0}}}},
};

typedef struct Telling {
    Arena *arena;
    Db *db;
    Instant now;
    int64_t child[4], mother;
} Telling;

static Instant ago(const Telling *t, int days) { return t->now - days * DAY_MS; }
static Str day(const Telling *t, int days) {
    return date_iso(t->arena, date_add_days(date_of(t->now), -days));
}
static int64_t account(const Telling *t, Str who) {
    return demo_account(t->db, str_fmt(t->arena, "%.*s@demo.example", STR_FMT(who)));
}

static Str surname(const Story *s, bool woman) { return woman || !s->men.len ? s->family : s->men; }

static int64_t somebody(Telling *t, Str given, Str family, Str born, Str due, Str gender) {
    Str name = str_fmt(t->arena, "%.*s %.*s", STR_FMT(given), STR_FMT(family));
    int64_t id = demo_person(t->db, name, born, due, gender, ago(t, 400));
    demo_person_one(t->db, id);
    demo_name(t->db, id, given, family, S("now"), (Str){0}, ago(t, 400));
    return id;
}

static void lives(Telling *t, const Story *s, int64_t house, int64_t person) {
    bool moved = s->before.len;
    demo_lives(t->db, house, person, ago(t, 400));
    demo_address(t->db, person, s->address, s->postcode, moved ? day(t, 730) : (Str){0}, (Str){0},
                 ago(t, 400));
    if (moved)
        demo_address(t->db, person, S("Where they lived before, Nottingham"), s->before, (Str){0},
                     day(t, 731), ago(t, 400));
}

static int64_t parent(Telling *t, const Story *s, Str given, const char *tie, int64_t house) {
    Str gender = tie[0] == 'b' ? S("female") : S("male");
    int64_t id =
        somebody(t, given, surname(s, tie[0] == 'b'), day(t, 11000 + (int)given.len * 200), (Str){0}, gender);
    lives(t, s, house, id);
    demo_language(t->db, id, s->language, s->interpreter, ago(t, 400));
    for (size_t i = 0; i < COUNT(t->child) && t->child[i]; i++)
        demo_tie(t->db, id, t->child[i], str_from(tie), 1, ago(t, 400));
    return id;
}

static void add_family(Telling *t, const Story *s) {
    int64_t house = demo_household(t->db, ago(t, 400));
    for (size_t i = 0; i < COUNT(s->children) && s->children[i].given.len; i++) {
        const Child *c = &s->children[i];
        Date then = date_add_months(date_of(t->now), -c->months);
        Str on = date_iso(t->arena, date_add_days(then, -9)), none = {0};
        Str gender = c->months < 0 ? none : c->girl ? S("female") : S("male");
        t->child[i] = somebody(t, c->given, surname(s, c->girl), c->months < 0 ? none : on,
                               c->months < 0 ? on : none, gender);
        lives(t, s, house, t->child[i]);
    }
    t->mother = parent(t, s, s->mother, "birth-mother", house);
    if (s->father.len) parent(t, s, s->father, "parent", house);
}

static void add_seats(Telling *t, const Story *s, int64_t episode, int64_t owner) {
    static const char *kinds[] = {"who", "help", "assessment", "plan", "note", "view"};
    int64_t consent = demo_consent(t->db, t->child[0], t->mother, s->mother, ago(t, s->opened),
                                   t->now + 300 * DAY_MS, owner);
    for (size_t i = 0; i < COUNT(kinds); i++) demo_consent_kind(t->db, consent, str_from(kinds[i]));
    for (Str rest = s->partners; rest.len;) {
        Str who = str_cut(&rest, S(" "));
        int64_t id = account(t, who), agency = demo_agency_of(t->db, id);
        bool nurse = str_eq(who, S("nurse"));
        demo_consent_agency(t->db, consent, agency);
        demo_seat(t->db, episode, id, agency, nurse ? S("Nkechi Demonstration") : S("A colleague"),
                  nurse                       ? S("School nurse")
                  : str_eq(who, S("teacher")) ? S("Teacher")
                                              : S("Family worker"),
                  0, consent, ago(t, s->opened));
    }
}

static int64_t add_episode(Telling *t, const Story *s) {
    int64_t owner = account(t, str_from(s->owner)),
            team = demo_team(t->db, demo_agency_of(t->db, owner), s->team);
    bool open = !s->closed;
    Instant ends = open ? NONE : ago(t, s->closed);
    int64_t id =
        demo_episode(t->db, t->child[0], str_from(s->kind), owner, team, open ? day(t, -9) : (Str){0},
                     open ? s->next : (Str){0}, ago(t, s->opened), ends, open ? (Str){0} : S("needs-met"));
    demo_hold(t->db, t->child[0], team, id, ago(t, s->opened), ends);
    if (open) add_seats(t, s, id, owner);
    return id;
}

static void add_words(Telling *t, const Story *s, int64_t by) {
    for (size_t i = 0; i < COUNT(s->words) && s->words[i].said.len; i++) {
        const Words *w = &s->words[i];
        demo_view(t->db, t->child[0], w->said, w->how, w->about, ago(t, w->days), by, w->outcome,
                  w->outcome.len ? ago(t, w->days - 1) : NONE, w->told ? ago(t, w->told) : NONE,
                  w->told ? S("told in person") : (Str){0});
    }
}

// The demonstration's young person has a page of their own.
static void open_door(Telling *t, const Story *s) {
    int64_t family = account(t, S("family"));
    if (family == NONE || !str_eq(s->children[0].given, S("Bilal"))) return;
    demo_person_account(t->db, t->child[0], family);
    demo_door(t->db, family, t->child[0], t->now, account(t, str_from(s->owner)));
}

static void tell(Telling *t, const Story *s) {
    memset(t->child, 0, sizeof t->child);
    add_family(t, s);
    int64_t episode = s->kind ? add_episode(t, s) : NONE;
    for (size_t i = 0; i < COUNT(s->events) && s->events[i].kind; i++) {
        const Event *e = &s->events[i];
        int64_t by = account(t, str_from(e->by));
        demo_entry(t->db, t->child[0], e->days <= s->opened ? episode : NONE, str_from(e->kind),
                   str_from(e->what), e->title, e->body, ago(t, e->days), by, demo_agency_of(t->db, by));
    }
    open_door(t, s);
    add_words(t, s, s->owner ? account(t, str_from(s->owner)) : NONE);
}

Str demo_stories(Arena *a, Db *db, Instant now) {
    Telling t = {.arena = a, .db = db, .now = now};
    for (size_t i = 0; i < COUNT(stories); i++) tell(&t, &stories[i]);
    return (Str){0};
}
