// Loading a pack into a database: all or nothing, and nothing where nothing differs. What the pack lacks is
// left.
#include <dirent.h>
#include <errno.h>
#include <stdio.h>

#include "base/json.h"
#include "db/audit.h"
#include "plan/pack.sql.h"
#include "plan/pack_inside.h"
#include "questions/questions.h"

enum { FILE_MOST = 64 << 20, FILES_MOST = 200 };

static bool read_file(Arena *a, Str path, Str *ret) {
    FILE *f = fopen(str_c(a, path), "rb");
    if (!f) return false;
    Buf b = {.arena = a};
    size_t n;
    do {
        buf_room(&b, 65536);
        n = fread(b.at + b.len, 1, 65536, f);
        b.len += n;
    } while (n && b.len < FILE_MOST);
    bool whole = !ferror(f) && b.len < FILE_MOST;
    fclose(f);
    *ret = buf_str(&b);
    return whole;
}

static bool wanted(Str name) {
    return str_ends(name, S(".csv")) || str_ends(name, S(".md")) || str_eq(name, S("pack.json"));
}

PackSource pack_open(Arena *a, Str folder, Str *ret_why) {
    PackSource s = {0, arena_new(a, PackText, FILES_MOST)};
    *ret_why = (Str){0};
    DIR *dir = opendir(str_c(a, folder));
    if (!dir) {
        *ret_why =
            str_fmt(a, "Cannot read the folder %.*s: %s. Give the path of a pack, such as packs/blank.",
                    STR_FMT(folder), strerror(errno));
        return s;
    }
    for (struct dirent *e; (e = readdir(dir)) && s.len < FILES_MOST;) {
        Str name = str_copy(a, str_from(e->d_name)), text;
        if (!wanted(name)) continue;
        if (read_file(a, str_fmt(a, "%.*s/%.*s", STR_FMT(folder), STR_FMT(name)), &text))
            s.at[s.len++] = (PackText){name, text};
        else if (!ret_why->at)
            *ret_why = str_fmt(a, "Cannot read %.*s in %.*s: it is unreadable or larger than 64 MB.",
                               STR_FMT(name), STR_FMT(folder));
    }
    closedir(dir);
    return s;
}

// The office changed this row, or all rows that share its first cell.
static bool is_kept(const PackLoad *l, const PackRow *r) {
    Str rest = r->key, first = str_cut(&rest, S("\x1f"));
    for (size_t i = 0; i < l->kept.len; i++) {
        const PackKept *k = &l->kept.at[i];
        if (!str_eq(k->file, str_from(r->table->file->name))) continue;
        if (str_eq(k->key, r->key) || str_eq(k->key, first)) return true;
    }
    return false;
}

// What figures, clocks or decisions stand on is history: it is succeeded, never rewritten.
static void find_rewriting(PackLoad *l, PackResult *res, PackFileId file) {
    const PackTable *t = &l->pack->table[file];
    PackFault *all = arena_new(l->arena, PackFault, res->n_faults + t->len + 1);
    if (res->n_faults) memcpy(all, res->fault, res->n_faults * sizeof *all);
    res->fault = all;
    for (size_t i = 0; i < t->len; i++) {
        Str why = is_kept(l, &t->row[i]) ? (Str){0} : pack_rewrites(l, &t->row[i]);
        if (why.at) all[res->n_faults++] = (PackFault){str_from(t->file->name), t->row[i].line, why};
    }
}

static void say_changed(Buf *which, const PackRow *r, size_t n) {
    if (n > 5) return;
    if (n == 5) {
        buf_lit(which, " …");
        return;
    }
    if (n) buf_lit(which, ", ");
    for (size_t i = 0; i < r->key.len; i++)
        if (r->key.at[i] == '\x1f') buf_byte(which, ' ');
        else buf_byte(which, r->key.at[i]);
}

static void say_kept(PackLoad *l, PackResult *res, const PackRow *r) {
    Buf kept = {.arena = l->arena};
    if (res->n_kept++ >= 5) return;
    buf_fmt(&kept, "%.*s%s%s line %d", STR_FMT(res->kept), res->kept.len ? ", " : "", r->table->file->name,
            r->line);
    res->kept = buf_str(&kept);
}

// After a fault nothing can be counted, and what was done is taken back.
static int64_t rows_held(PackLoad *l, const PackTable *t) {
    int64_t n = t->file->count(l->db);
    return n == NONE ? 0 : n;
}

static void load_table(PackLoad *l, PackResult *res, const PackTable *t) {
    int64_t before = rows_held(l, t), touched = 0;
    Buf which = {.arena = l->arena};
    for (size_t i = 0; i < t->len; i++) {
        if (is_kept(l, &t->row[i])) {
            say_kept(l, res, &t->row[i]);
            continue;
        }
        if (!t->file->save(l, &t->row[i])) continue;
        say_changed(&which, &t->row[i], (size_t)touched);
        touched++;
    }
    int64_t added = rows_held(l, t) - before;
    if (touched)
        res->change[res->n_changes++] = (PackChange){t->file->name, added, touched - added, buf_str(&which)};
}

static void find_left(PackLoad *l, PackResult *res) {
    Buf left = {.arena = l->arena};
    MeasureCodeList held = measure_codes(l->db);
    for (size_t i = 0; i < held.len; i++) {
        if (pack_find(&l->pack->table[PACK_MEASURES], held.at[i].code)) continue;
        if (res->n_left < 10) buf_fmt(&left, "%s%.*s", res->n_left ? ", " : "", STR_FMT(held.at[i].code));
        res->n_left++;
    }
    res->left = buf_str(&left);
}

static void audit_load(PackLoad *l, const PackResult *res) {
    Buf detail = {.arena = l->arena};
    Json j = {&detail, false};
    json_open(&j, '{');
    json_key(&j, S("pack"));
    json_str(&j, l->pack->name);
    for (size_t i = 0; i < res->n_changes; i++) {
        json_key(&j, str_from(res->change[i].file));
        json_int(&j, res->change[i].added + res->change[i].changed);
    }
    json_close(&j, '}');
    audit_add(l->db, (AuditRow){l->now, NONE, S("pack.load"), S("pack"), NONE, buf_str(&detail)});
}

PackResult pack_load(Arena *a, Db *db, const Pack *p, Instant now) {
    PackLoad l = {.arena = a, .db = db, .pack = p, .now = now};
    PackResult res = {0};
    l.kept = pack_kept_rows(db);
    for (int i = 0; i < PACK_FILES; i++) find_rewriting(&l, &res, (PackFileId)i);
    if (res.n_faults) return res;
    for (int i = 0; i < PACK_FILES; i++) load_table(&l, &res, &p->table[i]);
    find_left(&l, &res);
    if (res.n_changes) audit_load(&l, &res);
    return res;
}

static void say_faults(Buf *out, const PackFault *fault, size_t n) {
    for (size_t i = 0; i < n; i++) {
        buf_put(out, fault[i].file);
        if (fault[i].line) buf_fmt(out, " line %d", fault[i].line);
        buf_fmt(out, ": %.*s.\n", STR_FMT(fault[i].sentence));
    }
    buf_fmt(out, "%zu %s to mend. Nothing was changed.\n", n, n == 1 ? "fault" : "faults");
}

static void say_result(Buf *out, const Pack *p, const PackResult *res) {
    for (size_t i = 0; i < res->n_changes; i++) {
        const PackChange *c = &res->change[i];
        buf_fmt(out, "%s: %lld added, %lld changed", c->file, (long long)c->added, (long long)c->changed);
        if (c->changed) buf_fmt(out, " (%.*s)", STR_FMT(c->which));
        buf_lit(out, "\n");
    }
    buf_fmt(out, res->n_changes ? "Loaded %.*s.\n" : "%.*s: nothing changed.\n", STR_FMT(p->name));
    if (res->n_kept)
        buf_fmt(out, "%zu %s as the office changed %s, not as the pack has %s: %.*s%s.\n", res->n_kept,
                res->n_kept == 1 ? "row stays" : "rows stay", res->n_kept == 1 ? "it" : "them",
                res->n_kept == 1 ? "it" : "them", STR_FMT(res->kept), res->n_kept > 5 ? " …" : "");
    if (res->n_left)
        buf_fmt(out,
                "%zu %s not in the pack and left as they are: %.*s. To end one, give it a day in “ended”.\n",
                res->n_left, res->n_left == 1 ? "measure is" : "measures are", STR_FMT(res->left));
}

// The questionnaires beside the tables; how many faults they have.
static size_t load_forms(Arena *a, Db *db, Str folder, Instant now, Buf *out) {
    size_t n = forms_load(a, db, folder, now, out);
    if (n) buf_fmt(out, "%zu %s to mend. Nothing was changed.\n", n, n == 1 ? "fault" : "faults");
    return n;
}

int pack_load_folder(Arena *a, Db *db, Str folder, Instant now, Buf *out) {
    Str why;
    PackSource source = pack_open(a, folder, &why);
    if (why.at) {
        buf_fmt(out, "%.*s\n", STR_FMT(why));
        return 1;
    }
    const Pack *p = pack_read(a, source);
    if (p->n_faults) {
        say_faults(out, p->fault, p->n_faults);
        return 1;
    }
    db_use(db, a);
    db_begin(db);
    PackResult res = pack_load(a, db, p, now);
    if (res.n_faults) say_faults(out, res.fault, res.n_faults);
    size_t in_forms = res.n_faults ? 0 : load_forms(a, db, folder, now, out);
    if (db_fault(db).at)
        buf_fmt(out, "The database refused: %.*s. Nothing was changed.\n", STR_FMT(db_fault(db)));
    if (res.n_faults || in_forms || db_fault(db).at || !db_commit(db)) {
        db_rollback(db);
        return 1;
    }
    say_result(out, p, &res);
    return 0;
}
