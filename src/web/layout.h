// Every page has the same frame: skip link, name, navigation, breadcrumbs, notice, main, footer.
#ifndef KITH_LAYOUT_H
#define KITH_LAYOUT_H

#include "web/web.h"

typedef struct Crumb {
    Str text;
    Url href;
} Crumb;
enum { CRUMBS_MAX = 6 };
typedef struct Page {
    Str title;                             // "Infant mortality – The plan": the site's name is added
    Crumb crumbs[CRUMBS_MAX];              // the first without text ends them; none: no breadcrumbs
    bool wide;                             // tables: uses the whole width
    bool error;                            // "Error: " goes before the title
    bool no_index;
    Str door;    // "plan", "office", …: which navigation item is current; absent: by path
} Page;
Reply page(Ctx *c, Page p, const Buf *main);       // 200
Reply page_status(Ctx *c, int status, Page p, const Buf *main);

// The navigation at the top of every page; src/navigation.c has the table. An item is offered to those whom
// the routes table lets see its page, and while there is no such route to nobody.
typedef struct NavItem {
    const char *door;                      // the part of the path it answers for, "plan"; "" for /
    Str text;
    const char *href;
} NavItem;
extern const NavItem navigation[];
extern const size_t n_navigation;
// The pages of the office, side by side on each of them.
extern const NavItem office_navigation[];
extern const size_t n_office_navigation;
// And those of the work door.
extern const NavItem work_navigation[];
extern const size_t n_work_navigation;
// Where the items of all three lead, one after the other; NULL: nowhere. For Site.navigation, found once.
const Route **navigation_routes(Arena *a, const Site *s);

// The address of an embedded file: asset_url(S("kith.css")) is /assets/kith.1a2b3c4d.css.
Url asset_url(Str name);

#endif
