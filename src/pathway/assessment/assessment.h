// What other parts of the pathway ask of an assessment.
#ifndef KITH_ASSESSMENT_H
#define KITH_ASSESSMENT_H

#include "pathway/assessment/assessment.sql.h"
#include "people/record.h"
#include "questions/questions.h"

// What was found, a row a dimension of the form; for the plan. The page must have opened the child's record.
typedef struct AssessmentNeed {
    Str dimension, title;              // "health", "Health": as the questionnaire names it
    Str needs, strengths, evidence;    // S("") where nothing is written
} AssessmentNeed;
typedef struct AssessmentNeedList {
    size_t len;
    AssessmentNeed *at;
} AssessmentNeedList;
AssessmentNeedList assessment_needs(Ctx *c, int64_t id);

// The services that the assessment found to be needed (W49): a request goes to each.
typedef struct ServiceNeeded {
    Str service, what;
} ServiceNeeded;
typedef struct ServiceNeededList {
    size_t len;
    ServiceNeeded *at;
} ServiceNeededList;
ServiceNeededList assessment_services(Ctx *c, int64_t id);

// Pure: what must hold of a state and what becomes of it.
typedef struct AssessmentMove {
    const char *act, *was, *now;
    Str label;
    Rights needs;    // besides writing in it
    const char *event;
    int days;      // until the next date
    Str next;      // and what is due then
    bool words;    // a comment is wanted
} AssessmentMove;
extern const AssessmentMove assessment_moves[];
extern const size_t n_assessment_moves;
const AssessmentMove *assessment_move_find(Str act, Str was);    // NULL: not from there

#endif
