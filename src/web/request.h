// A request as dispatch() sees it, whatever brought it: the socket server or a test. Parsing is strict: what
// is not well-formed is refused with a sentence, never guessed at.
#ifndef KITH_REQUEST_H
#define KITH_REQUEST_H

#include "web/web.h"

enum {
    PATH_MAX_BYTES = 2048,
    QUERY_MAX_BYTES = 8192,
    PARAMS_MAX = 4000,
    PARAM_NAME_MAX = 200,
    BODY_DEFAULT = 64 * 1024,
    FILE_NAME_MAX = 255,
};

typedef struct Request {
    Arena *arena;
    Str verb;      // "GET", "HEAD", "POST"
    Str target;    // as sent: "/plan?year=2013/14"
    Str host, origin, fetch_site, cookie, accept_encoding, if_none_match, content_type, agent;
    Str body;       // application/x-www-form-urlencoded, whole
    Params form;    // multipart/form-data: already taken apart, with its uploads
    size_t n_uploads;
    Upload *uploads;
    Str address, id;
    Instant now;
    int trouble;        // 400, 413, 415: found while the body came in, or 0
    Str trouble_why;    // the sentence, or absent
} Request;

// "%41" and, in forms and queries, "+". False: bad escape, NUL, or not UTF-8.
bool percent_decode(Arena *a, Str s, bool plus, Str *ret);
// "a=b&c=d". False leaves a sentence.
bool params_read(Arena *a, Str s, Params *ret, Str *ret_why);
Str cookie_find(Str cookies, Str name);                   // first value, or absent
Str media_type(Str content_type);                         // "text/html; charset=x" -> "text/html"
Str media_param(Arena *a, Str content_type, Str name);    // absent when it is not there or is malformed
bool accepts_encoding(Str accept, Str coding);            // named, or *, and not with q=0

#endif
