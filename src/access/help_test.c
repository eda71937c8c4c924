// Help is there for those who have no account.
#include "access/settings.h"
#include "world.h"

TEST(anybody_may_read_whom_to_ask_and_who_runs_the_site) {
    WORLD(w);
    Str why = {0};
    world_account(&w, S("member"));                       // and with it an agency
    CHECK(setting_put(w.db, w.now, "site.contact", S("01632 960 001"), &why));
    Answer a = ask(&w, S(""), GET, "/help");
    CHECK_INT(a.status, 200);
    CHECK(sees(a, "01632 960 001"));
    CHECK(sees(a, "Agency of the member"));
}
