// What the pages of one episode share: the door to it, its frame, and the words of its parts. Private to this
// folder.
#ifndef KITH_PLAN_CASE_H
#define KITH_PLAN_CASE_H

#include "db/outbox.h"
#include "pathway/assessment/assessment.h"
#include "pathway/plan/case.sql.h"
#include "pathway/plan/episode.h"
#include "pathway/plan/pages.h"
#include "pathway/plan/register.sql.h"
#include "pathway/plan/wish.h"

// An episode as far as this actor may see and change it now.
typedef struct Case {
    const Episode *e;
    Record *record;
    bool holds;    // holds the child, or answers for the help: may change anything
    bool open;
} Case;

typedef enum CaseNeed {
    CASE_READ,    // sees the plan
    CASE_ADD,     // sees the plan of an open episode: may add to it (a partner too)
    CASE_HOLDS    // holds an open episode
} CaseNeed;
// False: answer *ret_no. Every handler with an episode's id, or the id of anything in it, comes through here.
bool case_open(Ctx *c, int64_t episode, CaseNeed need, Case *ret, Reply *ret_no);

// A page of the episode; `part` is the key of its sub-navigation.
Reply case_page(Ctx *c, const Case *k, const char *part, Str title, const Buf *main);
// A form on a page of its own, below what `before` says (NULL: nothing): 200, or 422 with what is wrong.
Reply case_form(Ctx *c, const Case *k, const char *part, const Filled *f, const Buf *before);

// The same before there is an episode.
Reply start_reply(Ctx *c, const Record *r, const Filled *f);

// Inside a write: a row of the chronology about this episode, and one of the audit log.
typedef struct CaseAct {
    const char *act;            // "action.add"
    const char *kind, *what;    // "plan" and "plan" unless said
    Str title, body;
    const char *subject;    // "action"
    int64_t id;
} CaseAct;
void case_act(Ctx *c, const Case *k, CaseAct a);
// Inside a write: the episode's next date is the soonest of what is planned, or what somebody said comes next
// where that is sooner and still to come.
void case_next(Ctx *c, const Case *k);

int64_t case_id_of(Str text);    // 0: no number
Str case_id_text(Arena *a, int64_t id);
Date case_day_of(Str iso);    // DATE_NONE: no day
Str case_words(Str s);        // absent for empty
Str label_in(const Choice *at, size_t n, Str key);
bool case_can_add(const Ctx *c, const Case *k);
bool case_can_hold(const Ctx *c, const Case *k);

// ---- the team ---------------------------------------------------------------------------------------------
Str seat_from(Arena *a, const Seat *s);    // "Example Academy", "Scout group", "Family"
bool seat_stands(const Seat *s, Instant now);
Str seat_sees(Ctx *c, const Seat *s);    // "who the person is, the plan"; absent: nothing of the record
Choices seat_choices(Ctx *c, int64_t episode);     // who may do an action: "Mona Hart, school nurse"
const Seat *seat_mine(Ctx *c, int64_t episode);    // the actor's own; NULL: none

typedef struct TeamPage {
    const Case *k;
    SeatList seats;
    AnswersList answers;
    ConsideredList considered;
    LackList lacks;
    const Seat *lead;             // NULL: none is named
    size_t helping, universal;    // how many sit there now
} TeamPage;

// ---- actions ----------------------------------------------------------------------------------------------
Str action_state_text(Str state);
Str action_flag(Ctx *c, const PlanAction *a);          // what it lacks: "Late by 3 days"; absent: nothing
void action_link_send(Ctx *c, const PlanAction *a);    // inside a write: a new link, by mail; ends the last
typedef struct ActionPage {
    const Case *k;
    const PlanAction *a;
    const Filled *form;
    LinkSentList links;
    bool ends;    // this actor may tick it off
    Str asked;    // what the child asked, that it came of; absent: nothing, or not shared with this actor
} ActionPage;

// ---- goals, requests, evidence ----------------------------------------------------------------------------
typedef struct GoalPage {
    const Case *k;
    const Goal *goal;
    ScoreList scores;
    Html *charts;    // one for each person with more than one score
    size_t n_charts;
    const Filled *form;
    Str asked;    // what the child asked, that it came of; absent: nothing, or not shared with this actor
} GoalPage;
GoalPage goal_page_of(Ctx *c, const Case *k, const Goal *g);
typedef struct PlanPage {
    const Case *k;
    const GoalPage *goals;
    size_t n_goals;
    PlanActionList actions;
    ServiceRequestList requests;
    EvidenceList evidence;
    const PlanAge *age;
    LackList lacks;
    int64_t assessment;    // what it is made from; NONE: there is none, or it is not shared with this actor
    AssessmentNeedList needs;
    ServiceNeededList services;
    bool said;                 // the child's words are shown to this actor
    ProposalList proposals;    // none where they are not
} PlanPage;
extern const Choice evidence_kinds[];
extern const size_t n_evidence_kinds;
Str evidence_size(Arena *a, int64_t bytes);
Str request_state_text(Str state);

// ---- meetings, reviews, supervision -----------------------------------------------------------------------
typedef struct MeetingWrong {    // what is missing of a meeting's minutes, or of the answers to the child
    size_t n;
    bool guests, notes, outcome;
    Str wishes;    // what is wrong with the answers as a whole; absent: nothing
} MeetingWrong;
typedef struct MeetingPage {
    const Case *k;
    const Meeting *m;
    GuestList guests;
    WishList wishes;         // none where they are not shown
    bool said, leads;        // the child's words are shown to this actor; it is agreed that the child leads
    bool answers;            // this actor may answer the child
    const MeetingWrong *wrong;
} MeetingPage;
typedef enum MeetingNews { MEETING_CALLED, MEETING_CHANGED, MEETING_OFF } MeetingNews;
bool meeting_open(Ctx *c, CaseNeed need, Case *k, const Meeting **ret, Reply *ret_no);
Reply meeting_reply(Ctx *c, const Case *k, const Meeting *m, const MeetingWrong *wrong);
Str meeting_calendar(Ctx *c, const Meeting *m);
void meeting_mail(Ctx *c, const Meeting *m, MeetingNews news);    // inside a write: to everybody invited
Str meeting_kind_text(Str kind);
Str guest_sent(Ctx *c, const char *what, int64_t guest);    // what the form says of one guest
Str better_text(Str better);
bool review_asks(const Review *r);    // it did not go well, and nobody has decided on a referral yet
Str oversight_kind_text(Str kind);
Str oversight_answer_text(Str kind, Str answer);

// ---- what the child asks ----------------------------------------------------------------------------------
Str wish_label(Ctx *c, const MeetingPage *p, const Wish *w);    // "Amina wants to talk about"
void wish_ask(Buf *out, Ctx *c, const MeetingPage *p, const Wish *w);    // the fields of its answer
Str wish_wrong(Ctx *c, const Wish *w);    // what is wrong with the answer that was sent; absent: nothing
size_t wish_points(const MeetingPage *p);    // how many of theirs are talked about
bool wish_on_agenda(const Wish *w);
// The proposal that a form of the plan answers: NULL when `id` names none. False: answer *ret_no.
bool proposal_asked(Ctx *c, const Case *k, Str id, const Proposal **ret, Reply *ret_no);
void proposal_before(Ctx *c, const Proposal *p, Buf *out);    // the child's words, over the form
// Inside a write: it is in the plan now, as an action or a goal (the other is NONE). False: it was answered.
bool proposal_take(Ctx *c, const Case *k, const Proposal *p, int64_t action, int64_t goal);
Str proposal_behind(ProposalList all, int64_t action, int64_t goal);    // the words it came of; absent: none

// ---- the register -----------------------------------------------------------------------------------------
typedef struct RegisterPage {
    int year, this_year, first_year;    // each begins in April
    Date from, to, was_from, was_to;    // the days counted, and the same a year before
    RegisterLineList agencies;
    RegisterReasonList reasons;
    RegisterLine all;
} RegisterPage;

#endif
