// The whole site as one value, for the server.
#ifndef KITH_SITE_H
#define KITH_SITE_H

#include "base/cli.h"

int verb_serve(Cli *c);

#endif
