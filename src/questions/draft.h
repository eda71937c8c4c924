// A questionnaire open in the office: its draft where there is one, else what stands. Private to this folder.
#ifndef KITH_QUESTIONS_DRAFT_H
#define KITH_QUESTIONS_DRAFT_H

#include "questions/draw.h"
#include "questions/xlsform.h"
#include "web/form.h"
#include "web/layout.h"

typedef struct Outline {
    const FormVersion *version;       // the newest
    Questionnaire *form;              // of it, and ours to change
    bool draft;                       // nothing of it is in force yet
    const Questionnaire *standing;    // what is in force today, where that is another; else NULL
} Outline;

typedef struct QuestionsGone {
    size_t len;
    const Question **at;
} QuestionsGone;

typedef struct OutlinePage {
    const Outline *o;
    Str day, day_wrong;
    FormFaults faults;    // why it cannot come into force
} OutlinePage;

typedef struct RemovePage {
    const Outline *o;
    const Question *question;
    Str why_not;    // absent: it may go
} RemovePage;

// An XLSForm that was brought, before it is kept.
typedef struct ImportPage {
    Str name;    // the file's
    XlsForm read;
    Str text;         // what would be kept
    Str title_now;    // of the questionnaire that has its key; absent: none
    bool replaces_draft;
    FormFaults lost;    // what that one asks, and the program reads, and this does not
    Html sample;
} ImportPage;

Page form_frame(Ctx *c, Str title, bool error);
bool outline_open(Ctx *c, Outline *ret);    // false: there is none of that key
// Keeps the draft as changed. False: somebody else changed it first; nothing is kept.
bool outline_keep(Ctx *c, const Outline *o);
// What would be wrong with it, were it kept: absent when nothing is.
Str outline_wrong(Ctx *c, const Outline *o);
// What the program reads out of a questionnaire must still be asked in it.
void check_meanings(Ctx *c, const Questionnaire *was, const Questionnaire *now, FormFaults *faults);
Str wrong_day(Ctx *c, int64_t questionnaire, Str day);

// Beside what stands: "New", "Changed", "Moved", or absent.
Str question_news(Arena *a, const Outline *o, const Section *s, const Question *q);
// Those that are no longer asked.
QuestionsGone questions_gone(Arena *a, const Outline *o);
Str question_about(Arena *a, const Question *q);    // "Any of several: A dog; A cat"

#endif
