// What xlsx.c and xlsx_cells.c share.
#ifndef KITH_XLSX_INSIDE_H
#define KITH_XLSX_INSIDE_H

#include <expat.h>

#include "base/xlsx.h"

typedef struct XlsxBook {
    Arena *arena;
    struct zip *zip;    // NULL: the parts below
    const XlsxPart *part;
    size_t n_parts;
    Str *shared;               // the workbook's common texts, which cells name by number
    size_t n_shared, cells;    // cells read so far
    Str why;                   // the first fault, or absent
} XlsxBook;
void xlsx_fault(XlsxBook *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

// One part being parsed. Names of elements and attributes come without their prefix.
typedef struct XlsxXml XlsxXml;
struct XlsxXml {
    XlsxBook *book;
    XML_Parser parser;
    void *into;
    void (*start)(XlsxXml *x, const char *element, const char **attribute);
    void (*end)(XlsxXml *x, const char *element);
    bool takes;    // the words that come belong to something
    Buf words;
};
void xlsx_parse(XlsxBook *b, Str xml, const char *what, XlsxXml *x);
void xlsx_stop(XlsxXml *x, const char *sentence);
Str xlsx_attribute(XlsxXml *x, const char **attribute, const char *name);    // S(""): it has none

void xlsx_strings(XlsxBook *b, Str xml);
void xlsx_cells(XlsxBook *b, Str xml, XlsxSheet *ret);

#endif
