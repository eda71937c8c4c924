// What drawing a question needs to know, between draw.c and its views.
#ifndef KITH_QUESTIONS_DRAW_H
#define KITH_QUESTIONS_DRAW_H

#include "questions/questions.h"
#include "web/components.h"

typedef struct QuestionShown {
    Str key;                 // "adults.2.name"
    Str when, when_words;    // "unborn=yes|no" for the script; "Answer this only if …"
    Str source, help, mark;
    bool clash;
    Url base, clash_url;
} QuestionShown;

// The page of one questionnaire in the office.
typedef struct FormPage {
    Str key, text, day, day_wrong;
    Str mark;                              // which wording the page was opened on
    FormFaults faults;
    Html sample;                           // nothing while it does not read
} FormPage;

// The component for one question, with what stands in it; `error` may be absent.
void control_draw(Buf *out, const Question *q, Str name, Str value, Str error);

#endif
