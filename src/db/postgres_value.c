// Values as PostgreSQL is sent them and sends them, in binary: cheap to read, and of the type the server took
// them to be, so that a column that is not what its query says is found out.
#include "db/postgres.h"

#include <endian.h>
#include <libpq-fe.h>
#include <math.h>

enum {
    TYPE_BOOL = 16,
    TYPE_BYTEA = 17,
    TYPE_NAME = 19,
    TYPE_INT8 = 20,
    TYPE_INT2 = 21,
    TYPE_INT4 = 23,
    TYPE_TEXT = 25,
    TYPE_FLOAT8 = 701,
    TYPE_UNKNOWN = 705,
    TYPE_CHAR = 1042,
    TYPE_VARCHAR = 1043,
    TYPE_NUMERIC = 1700
};

static uint64_t be(const char *at, size_t n) {
    uint64_t v = 0;
    for (size_t i = 0; i < n; i++) v = v << 8 | (uint8_t)at[i];
    return v;
}

// numeric: sums of integers are. Groups of four digits, the first weighing 10000^weight.
static double numeric(const char *at, int64_t *whole) {
    int groups = (int)be(at, 2), weight = (int16_t)be(at + 2, 2);
    bool minus = be(at + 4, 2) == 0x4000;
    double d = 0;
    *whole = 0;
    for (int i = 0; i < groups || i <= weight; i++) {
        int64_t group = i < groups ? (int64_t)be(at + 8 + 2 * i, 2) : 0;
        d += (double)group * pow(10000, weight - i);
        if (i <= weight) *whole = (int64_t)((uint64_t)*whole * 10000u + (uint64_t)group);
    }
    if (minus) *whole = -*whole;
    return minus ? -d : d;
}

// As SQLite reads a real for an integer: what is too large is the largest there is.
static int64_t truncated(double r) {
    if (!(r > -0x1p63)) return INT64_MIN;
    return r < 0x1p63 ? (int64_t)r : INT64_MAX;
}

// Whole numbers into *i, others into *r; false when the type is neither.
static bool number(const Cursor *c, int column, int64_t *i, double *r) {
    const char *at = PQgetvalue(c->result, c->row, column);
    uint64_t bits = be(at, PQgetlength(c->result, c->row, column) == 8 ? 8 : 0);
    switch (PQftype(c->result, column)) {
    case TYPE_BOOL: *i = at[0]; break;
    case TYPE_INT8: *i = (int64_t)bits; break;
    case TYPE_INT2: *i = (int16_t)be(at, 2); break;
    case TYPE_INT4: *i = (int32_t)be(at, 4); break;
    case TYPE_FLOAT8: memcpy(r, &bits, sizeof *r); *i = truncated(*r); return true;
    case TYPE_NUMERIC: *r = numeric(at, i); return true;
    default: return false;
    }
    *r = (double)*i;
    return true;
}

int64_t pg_int(Db *db, Cursor *c, int column) {
    int64_t i = NONE;
    double r;
    if (PQgetisnull(c->result, c->row, column)) return NONE;
    if (!number(c, column, &i, &r))
        db_fail(db, "%s: column %d is not a number; cast it", c->query->name, column + 1);
    return i;
}

double pg_real(Db *db, Cursor *c, int column) {
    int64_t i;
    double r = NAN;
    if (PQgetisnull(c->result, c->row, column)) return NAN;
    if (!number(c, column, &i, &r))
        db_fail(db, "%s: column %d is not a number; cast it", c->query->name, column + 1);
    return r;
}

Str pg_text(Db *db, Cursor *c, int column) {
    if (PQgetisnull(c->result, c->row, column)) return (Str){0};
    switch (PQftype(c->result, column)) {
    case TYPE_BYTEA: case TYPE_NAME: case TYPE_TEXT: case TYPE_UNKNOWN: case TYPE_CHAR: case TYPE_VARCHAR:
        return (Str){PQgetvalue(c->result, c->row, column), (size_t)PQgetlength(c->result, c->row, column)};
    default:
        db_fail(db, "%s: column %d is not text; cast it", c->query->name, column + 1);
        return (Str){0};
    }
}

static const Oid oids[] = {['i'] = 20, ['r'] = 701, ['t'] = 25, ['b'] = 17};

void pg_send_prepare(PGconn *conn, const Query *q, const char *name) {
    Oid types[MAX_VALUES];
    int n = 0;
    for (; q->params[n]; n++) types[n] = oids[(int)q->params[n]];
    PQsendPrepare(conn, name, q->postgres, n, types);
}

void pg_send_query(PGconn *conn, const Cursor *c, const char *name) {
    const char *at[MAX_VALUES];
    int len[MAX_VALUES], binary[MAX_VALUES], n = 0;
    uint64_t big[MAX_VALUES];
    for (; c->query->params[n]; n++) {
        const Value *v = &c->value[n];
        binary[n] = 1;
        if (v->type == 'i') big[n] = htobe64((uint64_t)v->i);
        if (v->type == 'r') memcpy(&big[n], &v->r, sizeof v->r), big[n] = htobe64(big[n]);
        bool text = v->type == 't' || v->type == 'b';
        at[n] = !v->type ? NULL : text ? v->s.at : (const char *)&big[n];
        len[n] = text ? (int)v->s.len : (int)sizeof big[n];
    }
    PQsendQueryPrepared(conn, name, n, at, len, binary, 1);
}

uint64_t pg_values(const Cursor *c) {
    uint64_t hash = 0xcbf29ce484222325;    // FNV-1a
    for (int n = 0; c->query->params[n]; n++) {
        const Value *v = &c->value[n];
        uint64_t number = (uint64_t)v->i;
        if (v->type == 'r') memcpy(&number, &v->r, sizeof number);
        bool text = v->type == 't' || v->type == 'b';
        Str s = text ? v->s : (Str){(const char *)&number, sizeof number};
        hash = (hash ^ (uint8_t)v->type) * 0x100000001b3;
        for (size_t i = 0; i < s.len; i++) hash = (hash ^ (uint8_t)s.at[i]) * 0x100000001b3;
    }
    return hash;
}
