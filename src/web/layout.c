// The frame of every page: which navigation this person is offered, which of it is where they are.
#include "web/layout.h"

#include "web/assets.h"
#include "web/components.h"
#include "web/layout.html.h"

enum { NAV_MAX = 16 };

Str site_name(const Site *s) {
    const Str *set = s->name_set;
    return s->name.len ? s->name : set && set->len ? *set : S("Kith");
}

// "/office/figures" is in door "office".
static Str door_of(Str path) {
    Str rest = {path.at + 1, path.len ? path.len - 1 : 0};
    return str_cut(&rest, S("/"));
}

static bool is_current(const NavItem *item, Str path) { return str_eq(str_from(item->href), path); }

static bool is_within(const NavItem *item, Str path) {
    Str href = str_from(item->href);
    return str_starts(path, href) && (path.len == href.len || path.at[href.len] == '/');
}

// A table of items, and where it begins among all of them.
typedef enum Table { TOP, OFFICE, WORK_DOOR } Table;
typedef struct Items {
    const NavItem *at;
    size_t n, first;
} Items;
static Items items_of(Table t) {
    switch (t) {
    case TOP: return (Items){navigation, n_navigation, 0};
    case OFFICE: return (Items){office_navigation, n_office_navigation, n_navigation};
    case WORK_DOOR: break;
    }
    return (Items){work_navigation, n_work_navigation, n_navigation + n_office_navigation};
}

static const Route *route_of(const Site *s, const NavItem *item) {
    for (size_t i = 0; i < s->n_routes; i++)
        if (s->routes[i].method == GET && strcmp(s->routes[i].path, item->href) == 0) return &s->routes[i];
    return NULL;
}

const Route **navigation_routes(Arena *a, const Site *s) {
    Items last = items_of(WORK_DOOR);
    const Route **at = arena_new(a, const Route *, last.first + last.n);
    for (Table t = TOP; t <= WORK_DOOR; t++)
        for (size_t i = 0; i < items_of(t).n; i++)
            at[items_of(t).first + i] = route_of(s, &items_of(t).at[i]);
    return at;
}

// The items this actor may use, into `at`; how many.
static size_t offered(UiNavItem at[NAV_MAX], const Ctx *c, Str door, Table table) {
    const Items all = items_of(table);
    size_t len = 0;
    for (size_t k = 0; k < all.n && len < NAV_MAX; k++) {
        const NavItem *i = &all.at[k];
        const Route *r = c->site->navigation ? c->site->navigation[all.first + k] : route_of(c->site, i);
        if (!r || !may(c->actor, r->needs)) continue;
        bool here = door.len ? str_eq(str_from(i->door), door) : is_within(i, c->path);
        at[len++] = (UiNavItem){.words.text = i->text,
                                .href = {str_from(i->href)},
                                .current = is_current(i, c->path),
                                .active = here};
    }
    return len;
}

// Of "/work" and "/work/people", on a page of people, only the longer one is where we are.
static void only_longest(UiNavItem *at, size_t n) {
    size_t longest = 0;
    for (size_t i = 1; i < n; i++)
        if (at[i].active && (!at[longest].active || at[i].href.text.len > at[longest].href.text.len))
            longest = i;
    for (size_t i = 0; i < n; i++) at[i].active = at[i].active && i == longest;
}

// The pages beside this one: of the office, or of the work door.
static UiSubNav beside(UiNavItem at[NAV_MAX], const Ctx *c, Str door) {
    bool work = str_eq(door, S("work"));
    if (!work && !str_eq(door, S("office"))) return (UiSubNav){0};
    size_t n = offered(at, c, S(""), work ? WORK_DOOR : OFFICE);
    only_longest(at, n);
    return (UiSubNav){.items = at, .n_items = n > 1 ? n : 0, .label = work ? S("Work") : S("Office")};
}

static size_t crumbs_of(UiLink at[CRUMBS_MAX], const Page *p) {
    size_t n = 0;
    for (; n < CRUMBS_MAX && p->crumbs[n].text.len; n++)
        at[n] = (UiLink){.words.text = p->crumbs[n].text, .href = p->crumbs[n].href};
    return n;
}

Reply page_status(Ctx *c, int status, Page p, const Buf *main) {
    UiNavItem nav[NAV_MAX], near[NAV_MAX];
    UiLink crumbs[CRUMBS_MAX];
    Str door = p.door.len ? p.door : door_of(c->path);
    size_t n_nav = offered(nav, c, door, TOP);
    UiSubNav sub = beside(near, c, door);
    size_t n_crumbs = crumbs_of(crumbs, &p);
    if (sub.n_items && n_crumbs == 1) n_crumbs = 0;    // "Office" alone: the pages beside it say so
    p.no_index = p.no_index || sub.label.len || status != 200;
    bool whole = status == 200 && c->site->spells_out;
    Html foot = whole ? c->site->spells_out(c->arena, c->db, main) : (Html){0};
    Buf out = {.arena = c->arena};
    buf_room(&out, main->len + 8192);
    layout_page(&out, c, &p, (UiServiceNav){.items = nav, .n_items = n_nav}, sub,
                (UiBreadcrumbs){.items = crumbs, .n_items = n_crumbs, .collapse = true}, html_of(main), foot);
    return (Reply){.status = status, .body = buf_str(&out)};
}

Reply page(Ctx *c, Page p, const Buf *main) { return page_status(c, 200, p, main); }

// "kith.css" against "/assets/kith.1a2b3c4d.css".
static bool is_named(Str path, Str name) {
    static const size_t hash = sizeof ".1a2b3c4d5e" - 1, folder = sizeof "/assets/" - 1;
    ptrdiff_t dot = str_find(name, S("."));
    if (dot < 0 || path.len != folder + name.len + hash) return false;
    Str stem = {name.at, (size_t)dot}, end = {name.at + dot, name.len - (size_t)dot};
    return str_starts((Str){path.at + folder, path.len - folder}, stem) && str_ends(path, end);
}

Url asset_url(Str name) {
    for (size_t i = 0; i < n_assets; i++)
        if (is_named(assets[i].path, name)) return (Url){assets[i].path};
    return (Url){S("/assets/missing")};
}
