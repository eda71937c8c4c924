// What `kith serve` serves: the routes, who is who, and the jobs that run beside the pages.
#include "site.h"

#include <stdio.h>

#include "access/access.h"
#include "job_kinds.h"
#include "plan/pages/words.h"
#include "routes.h"
#include "web/assets.h"
#include "web/mail.h"
#include "web/serve.h"

// The jobs of this process, and what they work with.
typedef struct Beside {
    Arena *arena;
    MailWay way;
    Jobs *jobs;
} Beside;

static void beside_stop(void *started) {
    Beside *b = started;
    if (b->jobs) jobs_close(b->jobs);
    arena_close(b->arena);
}

static void *beside_start(const Settings *s, const Site *site, Writer *writer) {
    Arena *a = arena_open();
    Beside *b = arena_new(a, Beside, 1);
    Str why = S("The system has no thread left for the jobs. End other programs and start again.");
    b->arena = a;
    if (mail_way(a, s, site, &b->way, &why)) {
        b->jobs = jobs_open(s->database, writer, job_kinds, n_job_kinds, &b->way);
        if (jobs_start(b->jobs)) return b;
    }
    fprintf(stderr, "kith: %.*s\n", STR_FMT(why));
    beside_stop(b);
    return NULL;
}

int verb_serve(Cli *c) {
    Site site = {.routes = routes,
                 .n_routes = n_routes,
                 .who = access_who,
                 .who_gives = access_who_gives,
                 .spells_out = words_spelled_out,
                 .assets = assets,
                 .n_assets = n_assets};
    return serve(c, site, (ServeBeside){beside_start, beside_stop});
}
