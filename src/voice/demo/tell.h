// How a story of the demonstration is told: acts, one after the other, each on a day and by somebody, through
// the same functions as the pages use, so that clocks, chronology and holds are as they would be.
#ifndef KITH_DEMO_TELL_H
#define KITH_DEMO_TELL_H

#include "people/record.h"
#include "voice/demo/inside.h"

typedef struct Telling {
    Ctx *c;                      // as whoever acts, at the time they act
    Instant now;                 // of kith demo
    int64_t child[4], parent[2]; // records; 0: none
    Str parent_name;             // of the first
    int64_t who;                 // the child that the acts are about: at first the eldest
    int64_t episode, consent;    // of that child, as the story has come to
} Telling;

typedef struct Child {
    Str given;
    int months;                  // old; below 0: due in that many
    bool girl;
} Child;
typedef struct Family {
    Str name, men;               // men: what father and sons are called, where that differs
    Str mother, father;          // father absent: not known
    Str address, postcode, before;   // before: the postcode they lived at until two years ago, or absent
    Str language, interpreter;   // of the parents
    Child children[4];
    void (*story)(Telling *t);
} Family;
extern const Family family_kowalska, family_hussain, family_warsame, family_popescu, family_chen,
    family_campbell, family_haddad, family_towle;

// From here on it is so many days ago (brought forward to Friday from a weekend), and this is who acts: an
// e-mail name at demo.example.
void tell_at(Telling *t, int days, const char *who);
void tell_night(Telling *t, int days, const char *who);    // late in the evening, on any day
int64_t tell_account(const Telling *t, const char *who);
int64_t tell_agency(const Telling *t, const char *who);
int64_t tell_team(const Telling *t, const char *who, Str name);
Date tell_date(const Telling *t, int days);    // from today on; below 0: ago
Str tell_day(const Telling *t, int days);      // ISO
Str tell_words(Str s);                         // absent for empty

// ---- who they are (tell.c) --------------------------------------------------------------------------------
void tell_family(Telling *t, const Family *f);
void tell_door(Telling *t, int64_t person);    // the demonstration's young person has a page of their own
void tell_number(Telling *t, int64_t n);       // numbers of the health service and of school
void tell_spoken(Telling *t, Str need, Str note);    // a way to communicate
typedef struct Belongs {
    const char *group, *agreed;            // keys of groups[] and group_agreers[]
    Str needs, views;
} Belongs;
void tell_group(Telling *t, Belongs b);
typedef struct Change {
    const char *kind, *owner;              // a key of transitions[]
    int happens, next;                     // days from today
    Str note, plan;
} Change;
void tell_change(Telling *t, Change x);
// Another record of somebody, made once under another spelling, and joined to theirs.
void tell_double(Telling *t, Str given, Str family, Str why);

// ---- what was written down and said (tell.c) --------------------------------------------------------------
typedef struct Note {
    const char *kind, *what, *nature;      // nature: "fact" unless said
    Str title, body, source;
    bool significant;
} Note;
void tell_note(Telling *t, Note n);
typedef struct Saying {
    Str said, how, about, outcome;         // outcome absent: nothing yet
    int told;                              // how many days later the child was told; 0: not yet
} Saying;
void tell_said(Telling *t, Saying w);
void tell_heard(Telling *t, int64_t view, Saying w);    // what came of it, where there is anything yet

// ---- the front door (tell_contact.c) ----------------------------------------------------------------------
typedef struct Call {
    const char *channel, *caller, *risk;   // "telephone" and "professional" unless said
    const char *raised;                    // whose account raised it by the web; NULL: somebody without one
    Str name, agency, role, reach;
    Str said, worried, well, needed;
    int64_t scale;
    Str family_told, family_why, sign, postcode;
    bool night, danger;                    // danger: put through to the duty team at once
} Call;
int64_t tell_call(Telling *t, Call k);
typedef struct Decision {
    int64_t contact;
    const char *route;                     // NULL: advice only
    Str service, advice, reasons;
} Decision;
void tell_decided(Telling *t, Decision d);
void tell_told(Telling *t, int64_t contact, Str how, Str what, Str became);    // and closed
int64_t tell_check(Telling *t, int64_t contact, const char *whom, Str question, int due);
void tell_checked(Telling *t, int64_t check, const char *state, Str answer);

typedef struct Refer {
    int64_t contact;                       // 0: none
    Str concern, sign, family_told, family_agrees, family_why, referrer;
    const char *raised;
} Refer;
int64_t tell_referral(Telling *t, Refer r);
void tell_written(Telling *t, int64_t referral, Str words);
void tell_acknowledged(Telling *t, int64_t referral);
void tell_chased(Telling *t, int64_t referral, Str words);
void tell_answer(Telling *t, int64_t referral, const char *decision, Str reasons);
void tell_answer_told(Telling *t, int64_t referral, Str what);    // and closed

// ---- consent (tell_consent.c) -----------------------------------------------------------------------------
typedef struct Agreed {
    Str purpose, kinds;                    // kinds with commas; absent: all but health
    const char *agencies;                  // of whom: e-mail names with spaces between; NULL: the team alone
    const char *capacity, *how;            // "parent" and "signed" unless said
    Str why;                               // how competence was judged
    int days;                              // how long it holds; 0: a year
    bool refused;
} Agreed;
int64_t tell_agreed(Telling *t, Agreed a);      // the telling's consent from here on, unless it is a refusal
void tell_withdrawn(Telling *t, int64_t consent, Str why);
int64_t tell_shared(Telling *t, const char *whom, const char *basis, Str facts, int days);
void tell_withheld(Telling *t, Str whom, Str what, Str reasons);
int64_t tell_glass(Telling *t, const char *reviewer, Str reason);

// ---- the level of need and the assessment (tell_form.c) ---------------------------------------------------
void tell_need(Telling *t, Str level, Str reason, const char *ticks);    // codes with spaces between
typedef struct Assessing {
    const char *form;                      // usual, unborn, early_support
    int due;                               // days from today
    const Choice *at;                      // value: the question; label: what stands there
    size_t len;
} Assessing;
int64_t tell_assessment(Telling *t, Assessing a);    // NONE: the pack has no such form
void tell_answers(Telling *t, int64_t assessment, const Choice *at, size_t len);
void tell_part(Telling *t, int64_t assessment, const char *section, const char *whose);
void tell_complete(Telling *t, int64_t assessment, Saying w);
void tell_moved(Telling *t, int64_t assessment, const char *act, int due, Str words);    // sign return open
void tell_clash(Telling *t, int64_t assessment, Str question, Str words, const char *whose);
void tell_crisis(Telling *t, const char *owner, Str what, int due);

// ---- the team and the plan (tell_plan.c, tell_meet.c) -----------------------------------------------------
typedef struct Help {
    const char *kind, *owner;
    Str team;
    int due;
    Str next;
} Help;
int64_t tell_help(Telling *t, Help h);
void tell_next(Telling *t, int due, Str what);
void tell_lead(Telling *t, const char *owner, Str team, Str why);
typedef struct Sits {
    const char *who;                       // NULL: somebody without an account, by the three below
    Str name, email, place;
    Str role;
    const char *kind;                      // "worker" unless said
} Sits;
int64_t tell_seat(Telling *t, Sits s);
void tell_leaves(Telling *t, int64_t seat, Str why);
void tell_considered(Telling *t, const char *what, bool needed, Str why);
int64_t tell_goal(Telling *t, Str title, Str best, Str worst);
void tell_score(Telling *t, int64_t goal, Str who, int64_t score, Str why);
typedef struct Deed {
    int64_t goal, seat;                    // 0: none
    const char *owner;                     // who answers for it
    Str what, outcome, measure;
    int due;
} Deed;
int64_t tell_action(Telling *t, Deed d);
void tell_done(Telling *t, int64_t action, const char *state, Str words);
typedef struct Ask {
    const char *whom, *owner;              // whom: NULL for an agency that Kith does not know
    Str service, words;
    int due;
} Ask;
int64_t tell_request(Telling *t, Ask a);
void tell_reply(Telling *t, int64_t request, const char *state, Str answer, int starts);
void tell_evidence(Telling *t, const char *what, Str title, Str author, Str finds, Str kept);

typedef struct Meet {
    const char *kind;                      // "team" unless said
    Str purpose, place;
    int in, hour, minute;                  // days from today, and when on that day
} Meet;
int64_t tell_meeting(Telling *t, Meet m);
void tell_met(Telling *t, int64_t meeting, Str notes, Str outcome, Str apologies);    // whose, by role
int64_t tell_review(Telling *t, int due);
typedef struct Held {
    int64_t review;
    const char *better;                    // better, same, worse
    bool improving, likely;
    Str reasons, unsaid;                   // unsaid: why the child’s view could not be had
    Saying words;
    int next;                              // the next review is due in so many days from today; 0: none
} Held;
int64_t tell_reviewed(Telling *t, Held h);    // the next review, or 0
void tell_not_referred(Telling *t, int64_t review, Str why);
int64_t tell_oversight(Telling *t, const char *kind, const char *manager, Str asked, int due);
void tell_overseen(Telling *t, int64_t oversight, const char *answer, Str words);
void tell_end(Telling *t, Saying w, const char *reason, Str text);

// ---- what the child asks at their own door (tell_child.c) -------------------------------------------------
int64_t tell_wish(Telling *t, int64_t meeting, const char *kind, Str words);    // as in meeting_wish
void tell_granted(Telling *t, int64_t meeting, int64_t wish, Str why);
int64_t tell_wants(Telling *t, Str words);                                      // in the plan
void tell_taken(Telling *t, int64_t proposal, int64_t action);                  // it is in the plan now

// ---- steps and disagreements (tell_step.c) ----------------------------------------------------------------
typedef struct Stepping {
    const char *receiver;
    Str team, reason, from, to, said, unsaid;
    int due;                               // days from today
} Stepping;
int64_t tell_step(Telling *t, Stepping s);
void tell_accepted(Telling *t, int64_t step, const char *holder, Str next, int due);
void tell_declined(Telling *t, int64_t step, Str why);
typedef struct Differs {
    const char *kind, *with;               // not-accepted, open-case
    int64_t step;                          // 0: none
    Str team, effect, concern;
    bool high;
} Differs;
int64_t tell_dispute(Telling *t, Differs d);
void tell_rung(Telling *t, int64_t dispute, const char *with, Str words);
void tell_settled(Telling *t, int64_t dispute, const char *outcome, Str words);
int64_t tell_complaint(Telling *t, const char *who, Str words, const char *owner, int due);
void tell_complained(Telling *t, int64_t complaint, const char *outcome, Str answer);
int64_t tell_chronology(Telling *t, Str title, const char *purpose, int due);    // begun, and not finished
#endif
