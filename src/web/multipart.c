// A machine of five states that holds back at most a boundary or the headers of one part.
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "web/multipart.h"

enum { BOUNDARY_MAX = 70, HOLD = BOUNDARY_MAX + 4 };

// Before the first boundary; straight after one; in a part's header lines; in its content; after the last
// boundary.
typedef enum State { PREAMBLE, AFTER_BOUNDARY, HEADERS, CONTENT, EPILOGUE } State;

struct Multipart {
    Arena *arena;
    Str data_dir;
    Str boundary;    // "\r\n--…"
    State state;
    Buf held;                     // not yet understood: at most a boundary or a part's headers
    Str name, file_name, type;    // of the part being read
    bool is_file;
    Buf value;
    int64_t fields_bytes;
    Param *fields;
    size_t n_fields;
    Upload uploads[UPLOADS_MAX];
    size_t n_uploads;
    int trouble;
    Str why;
};

static bool refuse(Multipart *m, int status, Str why) {
    m->trouble = status;
    m->why = why;
    return false;
}

static bool boundary_fits(Str b) {
    if (!b.len || b.len > BOUNDARY_MAX) return false;
    for (size_t i = 0; i < b.len; i++)
        if ((unsigned char)b.at[i] < 0x20 || (unsigned char)b.at[i] > 0x7e) return false;
    return true;
}

Multipart *multipart_open(Arena *a, Str content_type, Str data_dir, Str *ret_why) {
    Str boundary = media_param(a, content_type, S("boundary"));
    if (!boundary_fits(boundary)) {
        *ret_why = S("The form's parts are not told apart: its content type has no usable boundary.");
        return NULL;
    }
    Multipart *m = arena_new(a, Multipart, 1);
    m->arena = a;
    m->data_dir = data_dir;
    m->boundary = str_fmt(a, "\r\n--%.*s", STR_FMT(boundary));
    m->fields = arena_new(a, Param, PARAMS_MAX);
    m->held.arena = a;
    buf_lit(&m->held, "\r\n");    // so that the first boundary looks like the others
    return m;
}

// An unnamed file, where the system can make one; else a file whose name is gone at once.
static int temporary_file(Multipart *m) {
    char *dir = str_c(m->arena, m->data_dir);
    int fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR)) return fd;
    char *path = str_c(m->arena, str_fmt(m->arena, "%s/upload-XXXXXX", dir));
    fd = mkostemp(path, O_CLOEXEC);
    if (fd >= 0) unlink(path);
    return fd;
}

static bool file_begin(Multipart *m) {
    if (m->n_uploads == UPLOADS_MAX)
        return refuse(m, 413, S("More files were sent at once than a form takes."));
    int fd = temporary_file(m);
    if (fd < 0) return refuse(m, 503, S("There is no room to keep the file that was sent."));
    m->uploads[m->n_uploads++] =
        (Upload){.field = m->name, .file_name = m->file_name, .type = m->type, .fd = fd};
    return true;
}

static bool file_put(Multipart *m, Str bytes) {
    Upload *u = &m->uploads[m->n_uploads - 1];
    while (bytes.len) {
        ssize_t n = write(u->fd, bytes.at, bytes.len);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return refuse(m, 503, S("There is no room to keep the file that was sent."));
        u->size += n;
        bytes = (Str){bytes.at + n, bytes.len - (size_t)n};
    }
    return true;
}

static bool content_put(Multipart *m, Str bytes) {
    if (!bytes.len) return true;
    if (m->is_file) return file_put(m, bytes);
    m->fields_bytes += (int64_t)bytes.len;
    if (m->fields_bytes > FIELDS_BYTES_MAX)
        return refuse(m, 413, S("The text in the form is longer than Kith takes."));
    buf_put(&m->value, bytes);
    return true;
}

static bool part_end(Multipart *m) {
    if (m->is_file) return true;
    Str value = buf_str(&m->value);
    if (!str_utf8(value)) return refuse(m, 400, S("The text in the form is not valid UTF-8."));
    m->fields[m->n_fields++] = (Param){m->name, value};
    return true;
}

static bool part_header(Multipart *m, Str line) {
    Str value = line;
    Str name = str_trim(str_cut(&value, S(":")));
    if (!value.at) return refuse(m, 400, S("A part of the form has a header line without a colon."));
    value = str_trim(value);
    if (str_eq_fold(name, S("Content-Type"))) m->type = str_copy(m->arena, media_type(value));
    if (!str_eq_fold(name, S("Content-Disposition"))) return true;
    m->name = str_copy(m->arena, media_param(m->arena, value, S("name")));
    Str file = media_param(m->arena, value, S("filename"));
    m->is_file = file.at;
    m->file_name = str_copy(m->arena, file);
    return true;
}

// Older browsers send a whole path.
static Str last_of_path(Str s) {
    for (size_t i = s.len; i > 0; i--)
        if (s.at[i - 1] == '/' || s.at[i - 1] == '\\') return (Str){s.at + i, s.len - i};
    return s;
}

static bool names_fit(Multipart *m) {
    m->file_name = last_of_path(m->file_name);
    return m->name.len && m->name.len <= PARAM_NAME_MAX && str_utf8(m->name) &&
           m->file_name.len <= FILE_NAME_MAX && str_utf8(m->file_name);
}

static bool part_begin(Multipart *m, Str headers) {
    m->name = m->file_name = m->type = (Str){0};
    m->is_file = false;
    m->value = (Buf){.arena = m->arena};
    for (Str rest = headers; rest.at && rest.len;)
        if (!part_header(m, str_cut(&rest, S("\r\n")))) return false;
    if (!names_fit(m)) return refuse(m, 400, S("A part of the form has no usable name."));
    if (!m->is_file && m->n_fields == PARAMS_MAX)
        return refuse(m, 400, S("More fields were sent than a form has."));
    return !m->is_file || file_begin(m);
}

static void held_drop(Multipart *m, size_t n) {
    m->held.len -= n;
    if (n && m->held.len) memmove(m->held.at, m->held.at + n, m->held.len);
}

// Each step understands some of what is held: 1 something, 0 needs more, -1 refused.
static int step_content(Multipart *m) {
    Str held = buf_str(&m->held);
    ptrdiff_t at = str_find(held, m->boundary);
    bool found = at >= 0;
    size_t sure = found ? (size_t)at : held.len > HOLD ? held.len - HOLD : 0;
    if (m->state == CONTENT && !content_put(m, (Str){held.at, sure})) return -1;
    if (!found) return held_drop(m, sure), 0;
    if (m->state == CONTENT && !part_end(m)) return -1;
    held_drop(m, sure + m->boundary.len);
    m->state = AFTER_BOUNDARY;
    return 1;
}

static int step_after(Multipart *m) {
    if (m->held.len < 2) return 0;
    bool last = !memcmp(m->held.at, "--", 2), more = !memcmp(m->held.at, "\r\n", 2);
    if (!last && !more) return refuse(m, 400, S("A boundary between the form's parts is malformed.")), -1;
    if (more) held_drop(m, 2);
    m->state = last ? EPILOGUE : HEADERS;
    return 1;
}

static int step_headers(Multipart *m) {
    Str held = buf_str(&m->held);
    ptrdiff_t at = str_find(held, S("\r\n\r\n"));
    if ((at < 0 ? held.len : (size_t)at) > PART_HEADERS_MAX)
        return refuse(m, 400, S("The headers of a part of the form are too long.")), -1;
    if (at < 0) return 0;
    if (!part_begin(m, (Str){held.at, (size_t)at})) return -1;
    held_drop(m, (size_t)at + 4);
    m->state = CONTENT;
    return 1;
}

static int step(Multipart *m) {
    switch (m->state) {
    case PREAMBLE:
    case CONTENT: return step_content(m);
    case AFTER_BOUNDARY: return step_after(m);
    case HEADERS: return step_headers(m);
    case EPILOGUE: m->held.len = 0; return 0;
    }
    return -1;
}

bool multipart_feed(Multipart *m, Str piece) {
    if (m->trouble) return false;
    while (piece.len) {    // in slices, so that what is held stays small
        size_t n = piece.len < 16384 ? piece.len : 16384;
        buf_put(&m->held, (Str){piece.at, n});
        piece = (Str){piece.at + n, piece.len - n};
        int went;
        while ((went = step(m)) > 0) {}
        if (went < 0) return false;
    }
    return true;
}

bool multipart_close(Multipart *m, Request *ret) {
    if (!m->trouble && m->state != EPILOGUE) refuse(m, 400, S("The form ends before its last part does."));
    ret->trouble = m->trouble;
    ret->trouble_why = m->why;
    if (m->trouble) return multipart_drop(m), false;
    for (size_t i = 0; i < m->n_uploads; i++) lseek(m->uploads[i].fd, 0, SEEK_SET);
    ret->form = (Params){m->n_fields, m->fields};
    ret->uploads = m->uploads;
    ret->n_uploads = m->n_uploads;
    return true;
}

void multipart_drop(Multipart *m) {
    for (size_t i = 0; i < m->n_uploads; i++) close(m->uploads[i].fd);
    m->n_uploads = 0;
}
