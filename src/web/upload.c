// What was sent as a file, read whole; and a sheet that was sent as one, or pasted.
#include <unistd.h>

#include "base/csv.h"
#include "web/web.h"

const Upload *upload_of(const Ctx *c, Str field) {
    for (size_t i = 0; i < c->n_uploads; i++)
        if (str_eq(c->uploads[i].field, field) && c->uploads[i].size > 0) return &c->uploads[i];
    return NULL;
}

Str upload_bytes(Arena *a, const Upload *u, size_t most) {
    size_t size = (size_t)u->size < most ? (size_t)u->size : most, len = 0;
    char *at = arena_text(a, size + 1);
    for (ssize_t n; len < size && (n = pread(u->fd, at + len, size - len, (off_t)len)) > 0;) len += (size_t)n;
    return (Str){at, len};
}

// Cells copied out of a spreadsheet have tabs between them: the same sheet, written otherwise.
static Str from_tabs(Arena *a, Str text) {
    Str rest = text;
    if (!str_has(str_cut(&rest, S("\n")), S("\t"))) return text;
    Buf out = {.arena = a};
    for (rest = text; rest.at && rest.len;) {
        Str line = str_cut(&rest, S("\n"));
        if (str_ends(line, S("\r"))) line.len--;
        while (line.at) {
            Str cell = str_cut(&line, S("\t"));
            csv_put(&out, cell, !line.at);
        }
    }
    return buf_str(&out);
}

Str sheet_sent(Ctx *c, Str pasted) {
    const Upload *u = upload_of(c, S("file"));
    return from_tabs(c->arena, u ? upload_bytes(c->arena, u, SIZE_MAX) : param(c->form, pasted));
}
