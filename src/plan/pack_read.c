// Reading a pack: every file, every cell, every reference, and all that is wrong, each with its line.
#include <jansson.h>
#include <stdarg.h>
#include <stdlib.h>

#include "base/csv.h"
#include "plan/pack_inside.h"

void pack_fault(PackCheck *c, Str file, int line, const char *format, ...) {
    Pack *p = c->pack;
    if (p->n_faults == c->cap) {
        PackFault *more = arena_new(c->arena, PackFault, c->cap ? c->cap * 2 : 16);
        if (c->cap) memcpy(more, p->fault, c->cap * sizeof *more);
        p->fault = more;
        c->cap = c->cap ? c->cap * 2 : 16;
    }
    char text[2000];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    p->fault[p->n_faults++] = (PackFault){file, line, str_copy(c->arena, str_from(text))};
}

static size_t n_columns(const PackFile *f) {
    size_t n = 0;
    while (n < COUNT(f->column) && f->column[n].name) n++;
    return n;
}

static int column_index(const PackFile *f, Str name) {
    for (size_t i = 0; i < n_columns(f); i++)
        if (str_eq_fold(name, str_from(f->column[i].name))) return (int)i;
    return -1;
}

Str pack_cell(const PackRow *r, const char *column) {
    int i = column_index(r->table->file, str_from(column));
    return i < 0 ? (Str){0} : r->cell[i];
}

static Str text_of(const PackSource *s, Str name) {
    for (size_t i = 0; i < s->len; i++)
        if (str_eq(s->at[i].name, name)) return s->at[i].text;
    return (Str){0};
}

Str pack_page(const Pack *p, Str file_name) { return text_of(&p->source, file_name); }

static void check_header(PackCheck *c, const PackFile *f, const Csv *csv) {
    Str names[COUNT(f->column)];
    size_t n = n_columns(f);
    for (size_t i = 0; i < n; i++) names[i] = str_from(f->column[i].name);
    for (size_t i = 0; i < csv->row[0].len; i++) {
        Str head = str_trim(csv->row[0].cell[i]);
        if (column_index(f, head) < 0)
            pack_fault(c, str_from(f->name), 1, "there is no column “%.*s”%.*s", STR_FMT(head),
                STR_FMT(pack_did_you_mean(c->arena, head, names, n)));
        else if (csv_column(csv, csv->row[0].cell[i]) != (int)i)
            pack_fault(c, str_from(f->name), 1, "the column “%.*s” is there twice; keep one", STR_FMT(head));
    }
    for (size_t i = 0; i < n; i++)
        if (f->column[i].required && csv_column(csv, names[i]) < 0)
            pack_fault(c, str_from(f->name), 1, "the column “%s” is missing; add it to the first line",
                       f->column[i].name);
}

// What a blank cell means depends on the column: a mark may be blank, everything else is then absent.
static Str take_cell(const PackColumn *column, Str cell) {
    Str s = str_trim(cell);
    return s.len || column->kind == CELL_MARK ? s : (Str){0};
}

static Str make_key(Arena *a, const PackFile *f, const Str *cell) {
    Buf b = {.arena = a};
    for (size_t i = 0; i < n_columns(f); i++) {
        if (!f->column[i].key) continue;
        if (b.len) buf_byte(&b, '\x1f');
        buf_put(&b, cell[i]);
    }
    return buf_str(&b);
}

static void read_row(PackCheck *c, PackTable *t, const Csv *csv, const int *where, const CsvRow *from) {
    size_t n = n_columns(t->file);
    PackRow *r = &t->row[t->len];
    *r = (PackRow){t, from->line, t->len + 1, arena_new(c->arena, Str, n + 1), {0}};
    t->len++;
    if (from->len > csv->row[0].len)
        row_fault(
            c, r,
            "this row has %zu cells and the first line only %zu; put a cell that holds a comma in quotes",
            from->len, csv->row[0].len);
    for (size_t i = 0; i < n; i++) {
        r->cell[i] = take_cell(&t->file->column[i], csv_cell(from, where[i]));
        pack_check_cell(c, r, &t->file->column[i], r->cell[i]);
    }
    r->key = make_key(c->arena, t->file, r->cell);
}

static int by_key(const void *a, const void *b) {
    const PackRow *x = *(const PackRow *const *)a, *y = *(const PackRow *const *)b;
    int order = str_cmp(x->key, y->key);
    return order ? order : (x->line > y->line) - (x->line < y->line);
}

static void sort_rows(PackCheck *c, PackTable *t) {
    t->sorted = arena_new(c->arena, const PackRow *, t->len + 1);
    for (size_t i = 0; i < t->len; i++) t->sorted[i] = &t->row[i];
    qsort(t->sorted, t->len, sizeof *t->sorted, by_key);
    for (size_t i = 1; i < t->len; i++)
        if (str_eq(t->sorted[i]->key, t->sorted[i - 1]->key) && t->sorted[i]->key.len) {
            Str rest = t->sorted[i]->key, first = str_cut(&rest, S("\x1f"));
            row_fault(c, t->sorted[i], "“%.*s%s%.*s” is on line %d already; each may be there once",
                      STR_FMT(first), rest.len ? ", " : "", STR_FMT(rest), t->sorted[i - 1]->line);
        }
}

const PackRow *pack_find(const PackTable *t, Str key) {
    size_t low = 0, high = t->len;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (str_cmp(t->sorted[mid]->key, key) < 0) low = mid + 1;
        else high = mid;
    }
    return low < t->len && str_eq(t->sorted[low]->key, key) ? t->sorted[low] : NULL;
}

static void read_table(PackCheck *c, PackTable *t, Str text) {
    const PackFile *f = t->file;
    Csv csv = csv_read(c->arena, text);
    if (str_ends(csv.fault, S("."))) csv.fault.len--;
    if (csv.fault.at) pack_fault(c, str_from(f->name), csv.fault_line, "%.*s", STR_FMT(csv.fault));
    if (csv.fault.at) return;
    if (!csv.len) {
        pack_fault(c, str_from(f->name), 1, "the file is empty; its first line must name the columns");
        return;
    }
    check_header(c, f, &csv);
    int where[COUNT(f->column)];
    for (size_t i = 0; i < n_columns(f); i++) where[i] = csv_column(&csv, str_from(f->column[i].name));
    t->row = arena_new(c->arena, PackRow, csv.len);
    for (size_t i = 1; i < csv.len; i++) read_row(c, t, &csv, where, &csv.row[i]);
}

static void check_reference(PackCheck *c, const PackRow *r, const PackColumn *column, Str code) {
    const PackTable *to = &c->pack->table[column->refers];
    const PackRow *found = pack_find(to, code);
    if (found && found->table == r->table && found->line >= r->line)
        row_fault(c, r, "%s “%.*s” is on line %d; move it above this line", column->name, STR_FMT(code),
                  found->line);
    if (found) return;
    Str *keys = arena_new(c->arena, Str, to->len + 1);
    for (size_t i = 0; i < to->len; i++) keys[i] = to->row[i].key;
    row_fault(c, r, "%s “%.*s” is not in %s%.*s", column->name, STR_FMT(code), to->file->name,
        STR_FMT(pack_did_you_mean(c->arena, code, keys, to->len)));
}

static void check_table(PackCheck *c, const PackTable *t) {
    for (size_t i = 0; i < t->len; i++) {
        const PackRow *r = &t->row[i];
        for (size_t k = 0; k < n_columns(t->file); k++)
            if (t->file->column[k].kind == CELL_REF && r->cell[k].at)
                check_reference(c, r, &t->file->column[k], r->cell[k]);
        if (t->file->check) t->file->check(c, r);
    }
}

static void read_about(PackCheck *c, Str text) {
    static const Str keys[] = {S("format"), S("name"), S("about")};
    json_error_t error;
    json_t *j = json_loadb(text.at, text.len, JSON_REJECT_DUPLICATES, &error);
    if (!json_is_object(j)) {
        pack_fault(c, S("pack.json"), j ? 1 : error.line,
                   "%s; it should look like {\"format\": 1, \"name\": \"Our partnership\"}",
                   j ? "this is not a JSON object" : error.text);
        json_decref(j);
        return;
    }
    const char *key;
    json_t *value;
    json_object_foreach(j, key, value) {
        bool known = false;
        for (size_t i = 0; i < COUNT(keys); i++) known = known || str_eq(str_from(key), keys[i]);
        if (!known) pack_fault(c, S("pack.json"), 0, "there is no setting “%s”%.*s", key,
            STR_FMT(pack_did_you_mean(c->arena, str_from(key), keys, COUNT(keys))));
    }
    if (json_integer_value(json_object_get(j, "format")) != 1)
        pack_fault(c, S("pack.json"), 0, "“format” must be 1, the only format this Kith knows");
    const char *name = json_string_value(json_object_get(j, "name"));
    if (!name || !*name)
        pack_fault(c, S("pack.json"), 0, "“name” is missing; give the partnership's name in quotes");
    else c->pack->name = str_copy(c->arena, str_from(name));
    json_decref(j);
}

// Files that nobody would read are most likely misnamed.
static void check_names(PackCheck *c) {
    Str names[PACK_FILES];
    for (int i = 0; i < PACK_FILES; i++) names[i] = str_from(pack_files[i].name);
    for (size_t i = 0; i < c->pack->source.len; i++) {
        Str name = c->pack->source.at[i].name;
        bool known = !str_ends(name, S(".csv"));
        for (int k = 0; k < PACK_FILES; k++) known = known || str_eq(name, names[k]);
        if (!known) pack_fault(c, name, 0, "a pack has no file of this name%.*s",
            STR_FMT(pack_did_you_mean(c->arena, name, names, PACK_FILES)));
    }
}

static int by_file_and_line(const void *a, const void *b) {
    const PackFault *x = a, *y = b;
    int order = str_cmp(x->file, y->file);
    return order ? order : (x->line > y->line) - (x->line < y->line);
}

Pack *pack_read(Arena *a, PackSource source) {
    Pack *p = arena_new(a, Pack, 1);
    PackCheck c = {a, p, 0};
    p->source = source;
    check_names(&c);
    Str about = text_of(&source, S("pack.json"));
    if (about.at) read_about(&c, about);
    else pack_fault(&c, S("pack.json"), 0, "the file is missing; packs/blank has one to start from");
    for (int i = 0; i < PACK_FILES; i++) {
        p->table[i].file = &pack_files[i];
        Str text = text_of(&source, str_from(pack_files[i].name));
        if (text.at) read_table(&c, &p->table[i], text);
        else if (pack_files[i].required)
            pack_fault(&c, str_from(pack_files[i].name), 0,
                       "the file is missing; packs/blank has one to start from");
        sort_rows(&c, &p->table[i]);
    }
    for (int i = 0; i < PACK_FILES; i++) check_table(&c, &p->table[i]);
    pack_check_slugs(&c);
    if (p->n_faults) qsort(p->fault, p->n_faults, sizeof *p->fault, by_file_and_line);
    return p;
}
