// The thirteen groups of the city's plan for children and young people, 2010 to 2014, in words to be read to
// a family; the standings; the badges.
#include "people/group.h"

#include "people/person.html.h"

const Group groups[] = {
    {"in-care", 1, S("Children in care"),
     S("Looked after by the council under a court order, or with the parents’ agreement for more than a day"),
     S("In care"), S("is in care")},
    {"care-leaver", 1, S("Care leavers"), S("Was in care, and the council still has duties to them"),
     S("Care leaver"), S("has left care")},
    {"learning",
     2,
     S("Children with learning difficulties, disabilities or emotional and behavioural difficulties"),
     S("A difficulty or impairment that lasts and makes everyday things much harder"),
     {0},
     {0}},
    {"minority-ethnic",
     3,
     S("Some Black and minority ethnic groups"),
     S("A group whose children do less well here than others do"),
     {0},
     {0}},
    {"teenage-parent",
     4,
     S("Pregnant teenagers and teenage parents"),
     S("Expecting or bringing up a child before 20"),
     {0},
     {0}},
    {"offending", 5, S("Young offenders"), S("17 or younger, and has committed an offence"), {0}, {0}},
    {"offender-family",
     6,
     S("Children in offender families"),
     S("A parent, carer, sister or brother is in prison or supervised by probation"),
     {0},
     {0}},
    {"young-carer",
     7,
     S("Young carers"),
     S("Under 18 and looks after somebody of the family who is ill, disabled or misuses drugs or alcohol"),
     S("Young carer"),
     {0}},
    {"refugee",
     8,
     S("Refugees and asylum seekers"),
     S("Fled their own country, and has leave to stay or has asked for it"),
     {0},
     {0}},
    {"traveller",
     9,
     S("Gypsies, Travellers and emerging communities"),
     S("Gypsy, Roma or Traveller, or of a community new to the city"),
     {0},
     {0}},
    {"lgbt",
     10,
     S("Lesbian, gay, bisexual and transgender young people"),
     S("Only what the young person says of themself"),
     {0},
     {0}},
    {"substance-family",
     11,
     S("Children in families where drugs or alcohol are misused"),
     S("A parent’s or carer’s use of drugs or alcohol harms family life"),
     {0},
     {0}},
    {"domestic-abuse",
     12,
     S("Children who live with domestic abuse"),
     S("Abuse of any kind between adults who are or were partners, or of one family"),
     {0},
     {0}},
    {"homeless",
     13,
     S("Homeless children and young people"),
     S("No home, temporary accommodation, or about to lose a home"),
     {0},
     {0}},
    {"edge-of-care", 0, S("On the edge of care"), S("Without more help the child may come into care"),
     S("Edge of care"), S("is on the edge of care")},
    {"protection", 0, S("Under a protection plan or order"),
     S("A child protection plan, or an order of a court that protects"), S("Protection plan"),
     S("is under a protection plan or order")},
    {"exploitation", 0, S("At risk of exploitation"), S("Sexual or criminal exploitation, or trafficking"),
     S("Risk of exploitation"), S("is at risk of exploitation")},
};
const size_t n_groups = COUNT(groups);

const Choice group_said[3] = {
    {S("yes"), S("Yes, and agrees that it is recorded"), {0}},
    {S("no"), S("No, it does not fit"), {0}},
    {S("unwilling"), S("Does not wish to be identified"),
     S("Nothing about it is kept or counted but that it was asked, so that nobody asks again and again")},
};
const Choice group_agreers[4] = {
    {S("child"), S("The child or young person"), {0}},
    {S("parent"), S("Somebody with parental responsibility"), {0}},
    {S("competent"), S("The young person alone, judged competent to decide"), {0}},
    {S("known"), S("Nobody needs to: a court, a panel or the council gave this standing"), {0}},
};
const Choice group_hows[4] = {
    {S("spoken"), S("In person, spoken"), {0}},
    {S("signed"), S("Signed"), {0}},
    {S("telephone"), S("By telephone"), {0}},
    {S("online"), S("Online"), {0}},
};

const Group *group_find(Str key) {
    for (size_t i = 0; i < n_groups; i++)
        if (str_eq(str_from(groups[i].key), key)) return &groups[i];
    return NULL;
}

static Str label(const Choice *at, size_t n, Str key) {
    for (size_t i = 0; i < n; i++)
        if (key.at && str_eq(at[i].value, key)) return at[i].label;
    return (Str){0};
}
Str group_answer_text(Str key) { return label(group_said, COUNT(group_said), key); }
Str group_agreed_text(Str key) { return label(group_agreers, COUNT(group_agreers), key); }

static bool sees_groups(const Record *r) { return record_shows(r, "assessment"); }

Str voice_attention(Ctx *c, const Record *r) {
    if (!sees_groups(r)) return (Str){0};
    GroupAnswerList said = group_answers(c->db, r->person->id);
    Buf out = {.arena = c->arena};
    for (size_t i = 0; i < said.len; i++) {
        const Group *g = group_find(said.at[i].grp);
        if (!g || !g->voice.at || !str_eq(said.at[i].answer, S("yes"))) continue;
        buf_put(&out, out.len ? S("; ") : S("Hear this child with extra care: "));
        buf_put(&out, g->voice);
    }
    return out.len ? buf_str(&out) : (Str){0};
}

static Str badge_of(const Record *r, const BadgeKey *k) {
    if (str_eq(k->source, S("help"))) {
        if (!record_shows(r, "help")) return (Str){0};
        return str_eq(k->key, S("social-care")) ? S("Social care") : S("Early help");
    }
    const Group *g = sees_groups(r) ? group_find(k->key) : NULL;
    return g ? g->badge : (Str){0};
}

Html record_badges(Ctx *c, const Record *r) {
    Buf out = {.arena = c->arena};
    const Person *p = r->person;
    if (!p->born_on.at && p->due_on.at && !p->died_on.at) badge(&out, S("Unborn"));
    if (p->sealed) badge(&out, S("Sealed record"));
    for (size_t i = 0; i < r->badges.len; i++) {
        Str word = badge_of(r, &r->badges.at[i]);
        if (word.at) badge(&out, word);
    }
    return html_trusted(buf_str(&out));    // trusted: views made it
}
