// Workbooks (.xlsx) made by code, for tests: whole ones, and ones that nobody honest would make.
#ifndef KITH_WORKBOOK_H
#define KITH_WORKBOOK_H

#include "base/xlsx.h"

// A zip of these parts.
Str workbook_zip(Arena *a, const XlsxPart *part, size_t n);
// A workbook with the sheets survey, choices and settings, each as lines with | between the cells; NULL: the
// sheet is left out. Texts stand in the common ones, as spreadsheets write them.
Str workbook_of(Arena *a, const char *survey, const char *choices, const char *settings);
// The parts of such a workbook, to be spoilt.
size_t workbook_parts(Arena *a, const char *survey, const char *choices, const char *settings, XlsxPart *ret);
enum { WORKBOOK_PARTS = 6 };

#endif
