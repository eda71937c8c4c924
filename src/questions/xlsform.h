// A questionnaire out of an XLSForm, the workbook with the sheets survey, choices and settings that many
// survey tools read (xlsform.org). What Kith has no word for is refused with its sheet, row and column
// and with what would be right; what changes nothing is left aside and said. There is no half of a form.
#ifndef KITH_XLSFORM_H
#define KITH_XLSFORM_H

#include "base/xlsx.h"
#include "questions/questions.h"

typedef struct XlsSaid {
    Str sheet, column;    // absent: the workbook, the row as a whole
    int row;              // 0: the sheet as a whole
    Str sentence;
} XlsSaid;
typedef struct XlsSaidList {
    size_t len;
    XlsSaid *at;
} XlsSaidList;

typedef struct XlsForm {
    const Questionnaire *form;     // NULL when there is a fault
    Str text;                      // its definition, written out
    XlsSaidList faults, asides;    // what must be mended; what was left aside
} XlsForm;

enum { XLS_SURVEY, XLS_CHOICES, XLS_SETTINGS, XLS_SHEETS };
extern const char *const xls_sheets[XLS_SHEETS];

// `name` is the file's: a form that does not say its own key and title is called after it.
XlsForm xlsform_read(Arena *a, Str bytes, Str name);
XlsForm xlsform_convert(Arena *a, const XlsxSheet sheet[XLS_SHEETS], Str name);
Str xls_where(Arena *a, const XlsSaid *s);    // "Sheet survey, row 3, column relevant"; "The workbook"

#endif
