// All routes, for whoever serves them, checks them or writes them down.
#ifndef KITH_ROUTES_H
#define KITH_ROUTES_H

#include "web/web.h"

extern const Route routes[];
extern const size_t n_routes;

#endif
