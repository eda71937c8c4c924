// How to get help, and who runs this site: for everybody, and first of all for those who cannot sign in.
#include "access/help.html.h"
#include "access/pages.h"
#include "access/settings.h"
#include "web/layout.h"

Reply help_page(Ctx *c) {
    Buf out = {.arena = c->arena};
    help_view(&out, setting_text(c->db, "site.contact"), partner_list(c->db));
    return page(c, (Page){.title = S("Help")}, &out);
}
