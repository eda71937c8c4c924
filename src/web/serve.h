// `kith serve`: the site on a socket until it is told to stop.
#ifndef KITH_SERVE_H
#define KITH_SERVE_H

#include "db/writer.h"
#include "web/settings.h"
#include "web/web.h"

// What runs beside the site as long as it serves (the jobs); kith.c says what, for web/ does not know.
typedef struct ServeBeside {
    void *(*start)(const Settings *s, const Site *site,
                   Writer *writer);    // NULL: it cannot, and has said why
    void (*stop)(void *started);
} ServeBeside;
// `site` has routes, who, assets and who_gives; the rest is filled in from the settings.
int serve(Cli *c, Site site, ServeBeside beside);

#endif
