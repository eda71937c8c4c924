// What the law and good manners ask a site to say of itself. The figures and names are the real ones.
#include "access/about.html.h"
#include "access/pages.h"
#include "access/settings.h"
#include "web/guard.h"
#include "web/layout.h"

Reply about_accessibility_page(Ctx *c) {
    Buf out = {.arena = c->arena};
    about_accessibility(&out, setting_text(c->db, "site.contact"));
    return page(c, (Page){.title = S("Accessibility")}, &out);
}

Reply about_privacy_page(Ctx *c) {
    Buf out = {.arena = c->arena};
    about_privacy(&out, setting_text(c->db, "site.contact"), setting_int(c->db, "session.idle_minutes"),
                  setting_int(c->db, "session.hours"));
    return page(c, (Page){.title = S("Privacy")}, &out);
}

Reply about_cookies_page(Ctx *c) {
    Buf out = {.arena = c->arena};
    about_cookies(&out, cookie_name_session(c->site), cookie_name_visitor(c->site),
                  cookie_name_notice(c->site));
    return page(c, (Page){.title = S("Cookies")}, &out);
}
