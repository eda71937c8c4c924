// Writing JSON by hand-over: the writer knows where commas go. Reading is jansson's.
#ifndef KITH_JSON_H
#define KITH_JSON_H

#include "base/base.h"

typedef struct Json {
    Buf *out;
    bool comma;
} Json;
void json_open(Json *j, char bracket);            // '{' or '['
void json_close(Json *j, char bracket);           // '}' or ']'
void json_key(Json *j, Str key);
void json_str(Json *j, Str s);                    // absent writes null
void json_int(Json *j, int64_t n);                // NONE writes null
void json_bool(Json *j, bool b);
void json_raw(Json *j, Str number);               // text that is already JSON, such as a decimal

#endif
