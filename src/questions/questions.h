// One questionnaire engine for assessments and surveys. A definition is a text (JSON) of the pack or
// the office;
// a sheet is one questionnaire being filled in, by one or by many at once; nothing typed is ever overwritten.
// Who may read or write a sheet is decided by whoever owns it (pathway/assessment), before anything
// here is asked.
#ifndef KITH_QUESTIONS_H
#define KITH_QUESTIONS_H

#include "access/access.h"
#include "questions/questions.sql.h"

// ---- a definition -----------------------------------------------------------------------------------------

typedef enum QuestionKind {
    ASK_TEXT,
    ASK_LONG,
    ASK_NUMBER,
    ASK_DATE,
    ASK_YESNO,
    ASK_ONE,
    ASK_MANY,
    ASK_SCALE,        // 0 to 10
    ASK_GROUP,        // the same few questions again for each: adults, goals
    ASK_STATEMENT,    // words between questions: nothing is asked
    ASK_KINDS
} QuestionKind;
extern const char *const question_kinds[ASK_KINDS];    // as a definition writes them: "text", "long" …

// Asked only when that question's answer is (or has among its ticks) one of these; none: when it is answered.
typedef struct When {
    Str question;
    size_t n;
    Str *is;
} When;
typedef struct Whens {
    size_t len;
    When *at;
} Whens;

typedef struct Question {
    Str key, label, hint, help;    // absent where there is none
    QuestionKind kind;
    bool required;    // to be complete: a draft may be saved without
    Str prefill;      // "child.name", "earlier": what is known is not asked again
    Str means;        // what the program does with it: "child.words", "needs.health"
    Str row;          // of a group: what one is called, "Adult"
    Str low, high;    // of a scale: what 0 and 10 mean
    int max, most;    // characters; rows of a group
    Str least, greatest;    // of a number, in digits; absent: any
    bool whole;             // a number without decimals
    Choices choices;
    Whens when;
    struct Question *sub;    // of a group
    size_t n_sub;
    int line;    // in the text, from 1
} Question;

typedef struct Section {
    Str key, title, help;
    Str owner;    // who usually writes it, by role: "School nurse or health visitor"
    Whens when;
    Question *at;
    size_t len;
    int line;
} Section;

typedef struct Questionnaire {
    Str key, title, about;
    Section *at;
    size_t len;
} Questionnaire;

typedef struct FormFault {
    int line;        // 0: the text as a whole
    Str sentence;    // where, what is wrong, and what would be right
} FormFault;
typedef struct FormFaults {
    size_t len;
    FormFault *at;
} FormFaults;

// NULL when there is a fault; every fault is named, a hundred at most.
const Questionnaire *definition_read(Arena *a, Str text, FormFaults *ret);
void definition_write(Buf *out, const Questionnaire *q);           // what definition_read() reads the same
const Section *section_find(const Questionnaire *q, Str key);      // NULL: none
const Question *question_find(const Questionnaire *q, Str key);    // "adults.2.name" finds adults' "name"
const Question *question_meaning(const Questionnaire *q, Str means);    // the first with that meaning

// ---- definitions kept -------------------------------------------------------------------------------------

// Inside a write. Keeps the text as the version in force from `on` (absent: a draft of the office) where it
// differs from the newest; true when something changed. `by` NONE: the pack.
bool definition_keep(Db *db, const Questionnaire *q, Str text, Str on, int64_t by, Instant now);
// For kith load: every forms/*.json and *.xlsx of a pack's folder. Faults are said in `out` and counted.
size_t forms_load(Arena *a, Db *db, Str folder, Instant now, Buf *out);

// ---- a sheet ----------------------------------------------------------------------------------------------

// What is known already, by the keys that "prefill" names: {"child.name", "Amina Yusuf", "the record"}.
typedef struct Known {
    Str key, value, source;
} Known;

typedef struct Sheet {
    const SheetRow *row;
    const Questionnaire *form;
    AnswerRowList answers;
    ClashRowList clashes;    // that nobody has settled
    SectionOwnerRowList owners;
} Sheet;

// Inside a write. A sheet of the version in force today, with what is known in it; 0 when there is no such
// questionnaire. Earlier answers come from the last sheet of the same questionnaire about the same person.
int64_t sheet_begin(Ctx *c, Str key, int64_t person, const Known *known, size_t n_known);
const Sheet *sheet_open(Ctx *c, int64_t id);                    // NULL: there is none
const AnswerRow *sheet_answer(const Sheet *s, Str question);    // NULL: nothing stands there
Str sheet_value(const Sheet *s, Str question);                  // S("") when nothing stands there
Str sheet_meaning(const Sheet *s, const char *means);           // the value of the question with that meaning
bool sheet_asks(const Sheet *s, Whens when);                    // whether its conditions hold
Str sheet_words(Arena *a, const Question *q, Str value);    // "Yes", "3 of 10", "2 July 2014": for reading
Str number_words(Arena *a, const Question *q);    // "a whole number from 0 to 18"; absent: any number will do
// The keys of a group's rows, "1", "2": one at least.
size_t group_rows(Arena *a, const Sheet *s, const Question *q, Str **ret);
Str group_key(Arena *a, const Question *q, Str row, const Question *sub);    // "adults.2.name"

// What is not there yet, by name (W46, W183).
typedef struct Missing {
    const Section *section;
    const Question *question;
    Str key, why;    // "adults.2.name"; "not answered", "is no date: …"
    Str label;
} Missing;
typedef struct MissingList {
    size_t len;
    Missing *at;
} MissingList;
MissingList sheet_missing(Arena *a, const Sheet *s, const Section *only);    // NULL: of all sections

// ---- writing in it ----------------------------------------------------------------------------------------

typedef struct Saved {
    Str question, base;    // the new base for the page's next save
    bool clash;
} Saved;
typedef struct Taken {
    size_t len, clashes;
    Saved *at;
} Taken;
// Inside a write. Takes from c->form what was changed in this section; what somebody else changed
// meanwhile is
// kept beside theirs, never over it.
Taken section_take(Ctx *c, const Sheet *s, const Section *section);
Reply taken_json(Ctx *c, const Taken *t);                     // for the script that saves as one types
bool group_add(Ctx *c, const Sheet *s, const Question *q);    // one row more; false: there are enough
bool group_drop(Ctx *c, const Sheet *s, const Question *q, Str row);
// Chooses what stands: keeps both in the history. False: somebody settled it before.
bool clash_settle(Ctx *c, const Sheet *s, const ClashRow *clash, Str value);
void answer_put(Ctx *c, int64_t sheet, Str question, Str value, Str source);    // past the clash: a program's
Str answer_base(Arena *a, int64_t revision, Str value);    // "7:3f2a…": what a page was shown

// ---- drawing ----------------------------------------------------------------------------------------------

typedef struct SectionPage {
    const Sheet *sheet;
    const Section *section;
    Url base;             // "/work/assessments/12"
    bool writes;          // else read only
    bool asks_missing;    // says beside each question what is missing
    Html extra;           // of whoever owns the sheet, before the buttons
} SectionPage;
void section_draw(Buf *out, Ctx *c, SectionPage p);
void sheet_draw(Buf *out, Ctx *c, const Sheet *s, bool history);    // all of it, for reading and printing
void clash_draw(Buf *out, Ctx *c, const Sheet *s, Url base);        // both texts, and the choice
void missing_draw(Buf *out, const MissingList *m, Url base);
void form_sample_draw(Buf *out, Ctx *c, const Questionnaire *q);    // the preview of the office

#endif
