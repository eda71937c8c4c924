// Definitions as they are kept: each wording a version, in force from a day; what was answered never changes.
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "db/audit.h"
#include "questions/questions.h"
#include "questions/xlsform.h"

enum { FILES_MOST = 100, FILE_MOST = XLSX_FILE_MOST + 1 };

// What the pack brings never changes what the office has made its own.
static bool nothing_new(const FormVersion *newest, Str text, Str on, bool pack) {
    if (!newest) return false;
    if (pack && str_eq(newest->source, S("office"))) return true;
    return str_eq(newest->definition, text) && (pack || str_eq(newest->from_on, on));
}

bool definition_keep(Db *db, const Questionnaire *q, Str text, Str on, int64_t by, Instant now) {
    int64_t id = questionnaire_id_of(db, q->key);
    if (id == NONE) id = questionnaire_add(db, q->key, q->title);
    const FormVersion *newest = form_newest(db, id);
    if (nothing_new(newest, text, on, by == NONE)) return false;
    questionnaire_title(db, id, q->title);
    bool draft = newest && !newest->from_on.at;
    if (draft && form_rewrite(db, newest->id, text, on, now, by)) return true;
    int64_t number = newest ? newest->number + 1 : 1;
    form_version_add(db, id, number, text, on, by == NONE ? S("pack") : S("office"), now, by);
    audit_add(db, (AuditRow){now, by, S("form.version"), S("questionnaire"), id, {0}});
    return true;
}

// ---- kith load --------------------------------------------------------------------------------------------

static bool file_text(Arena *a, Str path, Str *ret) {
    FILE *f = fopen(str_c(a, path), "rb");
    if (!f) return false;
    Buf b = {.arena = a};
    size_t n;
    do {
        buf_room(&b, 65536);
        n = fread(b.at + b.len, 1, 65536, f);
        b.len += n;
    } while (n && b.len < FILE_MOST);
    fclose(f);
    *ret = buf_str(&b);
    return true;
}

static int by_name(const void *a, const void *b) { return str_cmp(*(const Str *)a, *(const Str *)b); }

static size_t names_in(Arena *a, Str folder, Str *names) {
    DIR *dir = opendir(str_c(a, folder));
    size_t n = 0;
    if (!dir) return 0;    // a pack may have no questionnaires
    for (struct dirent *e; (e = readdir(dir)) && n < FILES_MOST;)
        if (str_ends(str_from(e->d_name), S(".json")) || str_ends(str_from(e->d_name), S(".xlsx")))
            names[n++] = str_copy(a, str_from(e->d_name));
    closedir(dir);
    if (n) qsort(names, n, sizeof *names, by_name);
    return n;
}

static size_t keep_one(Arena *a, Db *db, const Questionnaire *q, Str text, Str name, Instant now, Buf *out) {
    Str ending = name;
    str_cut(&ending, S("."));
    if (!str_eq(str_fmt(a, "%.*s.%.*s", STR_FMT(q->key), STR_FMT(ending)), name)) {
        buf_fmt(out, "forms/%.*s: its key is “%.*s”, so the file must be called %.*s.%.*s.\n", STR_FMT(name),
                STR_FMT(q->key), STR_FMT(q->key), STR_FMT(ending));
        return 1;
    }
    if (definition_keep(db, q, text, S("2000-01-01"), NONE, now))
        buf_fmt(out, "forms/%.*s: “%.*s” has a new version.\n", STR_FMT(name), STR_FMT(q->title));
    return 0;
}

static size_t load_workbook(Arena *a, Db *db, Str bytes, Str name, Instant now, Buf *out) {
    XlsForm f = xlsform_read(a, bytes, name);
    for (size_t i = 0; i < f.faults.len; i++) {
        Str where = xls_where(a, &f.faults.at[i]);
        buf_fmt(out, "forms/%.*s: %.*s: %.*s.\n", STR_FMT(name), STR_FMT(where),
                STR_FMT(f.faults.at[i].sentence));
    }
    return f.form ? keep_one(a, db, f.form, f.text, name, now, out) : f.faults.len;
}

static size_t load_text(Arena *a, Db *db, Str text, Str name, Instant now, Buf *out) {
    FormFaults faults = {0};
    const Questionnaire *q = definition_read(a, text, &faults);
    for (size_t i = 0; i < faults.len; i++)
        buf_fmt(out, "forms/%.*s line %d: %.*s.\n", STR_FMT(name), faults.at[i].line,
                STR_FMT(faults.at[i].sentence));
    return q ? keep_one(a, db, q, text, name, now, out) : faults.len;
}

static size_t load_one(Arena *a, Db *db, Str folder, Str name, Instant now, Buf *out) {
    Str text = {0};
    if (!file_text(a, str_fmt(a, "%.*s/%.*s", STR_FMT(folder), STR_FMT(name)), &text)) {
        buf_fmt(out, "forms/%.*s: cannot be read.\n", STR_FMT(name));
        return 1;
    }
    return str_ends(name, S(".xlsx")) ? load_workbook(a, db, text, name, now, out)
                                      : load_text(a, db, text, name, now, out);
}

size_t forms_load(Arena *a, Db *db, Str folder, Instant now, Buf *out) {
    Str names[FILES_MOST], forms = str_fmt(a, "%.*s/forms", STR_FMT(folder));
    size_t n = names_in(a, forms, names), faults = 0;
    for (size_t i = 0; i < n; i++) faults += load_one(a, db, forms, names[i], now, out);
    return faults;
}
