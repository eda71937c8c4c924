// A page as a tagged PDF, by a Chromium of the machine: a child process without network, without rights,
// bounded in time and memory, in a folder of its own that is gone afterwards.
#ifndef KITH_PDF_H
#define KITH_PDF_H

#include "base/base.h"

enum { PDF_SECONDS = 30 };

// `html` is a whole document that needs nothing else. Absent when it could not be made, with a sentence in
// *ret_why that says what to do. Call it from a RENDERS handler or the command line: it waits.
Str pdf_print(Arena *a, Str chromium, Str html, Str *ret_why);

#endif
