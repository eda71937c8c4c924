// The tables of the schema, read from its own text (schema/*.sql): one reading for both engines. For tests
// that must know of a new table without being told.
#ifndef KITH_SCHEMA_TEXT_H
#define KITH_SCHEMA_TEXT_H

#include "base/base.h"

typedef struct SchemaColumn {
    Str name, type;     // "person_id", "integer"
    Str refs;           // the table it points to; absent: none
    Str first, last;    // the first and the last value that a check lists; absent: any
    bool required, key, unique;
} SchemaColumn;
typedef struct SchemaTable {
    Str name;
    size_t n;
    SchemaColumn column[64];
} SchemaTable;
typedef struct Schema {
    size_t n;
    SchemaTable *at;
} Schema;
Schema schema_read(Arena *a);    // as it is after the last step; aborts on what it cannot read
SchemaTable *schema_table(const Schema *s, Str name);    // NULL when there is none

#endif
