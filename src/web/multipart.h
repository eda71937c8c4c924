// multipart/form-data (RFC 7578), taken apart as it comes in: fields into the request's arena, files into
// unlinked temporary files, so that a large upload never stands in memory. Everything has a limit.
#ifndef KITH_MULTIPART_H
#define KITH_MULTIPART_H

#include "web/request.h"

enum { UPLOADS_MAX = 10, PART_HEADERS_MAX = 2048, FIELDS_BYTES_MAX = 1 << 20 };

typedef struct Multipart Multipart;
// NULL with a sentence: the content type names no usable boundary.
Multipart *multipart_open(Arena *a, Str content_type, Str data_dir, Str *ret_why);
bool multipart_feed(Multipart *m, Str piece);    // false: malformed or over a limit; what follows is ignored
bool multipart_close(Multipart *m,
                     Request *ret);    // fills form and uploads, or trouble; the files are then the request's
void multipart_drop(Multipart *m);     // closes the files of one that will not be answered

#endif
