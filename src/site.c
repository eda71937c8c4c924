#include "site.h"

#include "routes.h"
#include "web/assets.h"
#include "web/serve.h"

static Actor nobody(Ctx *c, Str token) { return (void)c, (void)token, (Actor){0}; }

int verb_serve(Cli *c) {
    Site site = {.routes = routes, .n_routes = n_routes, .who = nobody, .assets = assets, .n_assets = n_assets};
    return serve(c, site, (ServeBeside){0});
}
