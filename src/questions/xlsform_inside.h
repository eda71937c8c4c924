// What the files of the XLSForm reader share. Private to this folder.
#ifndef KITH_XLSFORM_INSIDE_H
#define KITH_XLSFORM_INSIDE_H

#include "questions/xlsform.h"

enum { XLS_SAID_MOST = 100, XLS_ITEMS_MOST = 2000, XLS_DEEP_MOST = 8, XLS_OBJECTS_MOST = 6000 };

typedef enum XlsDo {
    XLS_ASK,       // a question by itself
    XLS_PICK,      // with a list of choices
    XLS_SAY,       // a note
    XLS_OPEN,      // begin_group
    XLS_REPEAT,    // begin_repeat
    XLS_SHUT,      // end_group, end_repeat
    XLS_ASIDE,     // Kith notes it itself
    XLS_REFUSED
} XlsDo;

// One row of the survey.
typedef struct XlsItem {
    const XlsxRow *row;
    XlsDo what;
    QuestionKind kind;
    Str name, key;    // as the form calls it, and as we do
    Choices choices;
    bool or_other;
    int repeat;                      // in which repeat it stands: its row; 0: none
    const struct XlsItem *opened;    // of a SHUT: what it ends, for the sentence
} XlsItem;

typedef struct XlsGrid {
    const XlsxSheet *sheet;
    const char *name;
    Str head[XLSX_COLUMNS_MOST];    // as the sheet writes it
} XlsGrid;

typedef struct XlsList {    // a list of choices
    Str name;
    Choices choices;
} XlsList;

typedef struct Xls {
    Arena *arena;
    XlsGrid grid[XLS_SHEETS];
    Str language;    // of the labels that are read; S(""): the column without one
    XlsItem *item;
    size_t n_items;
    XlsList *list;
    size_t n_lists, objects;    // questions, choices and conditions so far
    XlsForm ret;
} Xls;

void xls_fault(Xls *x, int sheet, const XlsxRow *row, const char *column, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
void xls_aside(Xls *x, int sheet, const XlsxRow *row, Str column, const char *sentence);
// The cell under that heading (its other spellings too); S("") where nothing stands.
Str xls_cell(const Xls *x, int sheet, const XlsxRow *row, const char *heading);
Str xls_label(const Xls *x, int sheet, const XlsxRow *row, const char *heading);    // in the language
// The same, and a fault where it is longer than that many characters of ours. Absent where nothing stands.
Str xls_text(Xls *x, int sheet, const XlsxRow *row, const char *heading, size_t most);
bool xls_yes(Xls *x, const XlsxRow *row, const char *heading);
Str xls_key(Arena *a, Str name, const char *before);    // "Child Age" is "child_age", "1" is "c_1"
Str xls_shown(Str s);                                   // its first sixty bytes, for a sentence

void xls_lists(Xls *x);    // the choices
const XlsList *xls_list(const Xls *x, Str name);
void xls_items(Xls *x);    // the rows of the survey: what each is, and its name
const XlsItem *xls_item(const Xls *x, Str name);
// What "relevant" means, added to `when`; what "constraint" means, put into `q`.
void xls_relevant(Xls *x, const XlsItem *item, Whens *when);
void xls_constraint(Xls *x, const XlsItem *item, Question *q);
void xls_build(Xls *x, Questionnaire *ret);

#endif
