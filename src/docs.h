// Pages of docs/ that are made from the program's own tables.
#ifndef KITH_DOCS_H
#define KITH_DOCS_H

#include "base/cli.h"

Str docs_access(Arena *a);                           // docs/access.md: role by right, role by route
int verb_docs_access(Cli *c);

#endif
