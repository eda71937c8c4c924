#include "site.h"

#include "access/access.h"
#include "routes.h"
#include "web/assets.h"
#include "web/serve.h"

int verb_serve(Cli *c) {
    Site site = {.routes = routes, .n_routes = n_routes, .who = access_who, .who_gives = access_who_gives, .assets = assets, .n_assets = n_assets};
    return serve(c, site, (ServeBeside){0});
}
