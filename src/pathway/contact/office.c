// The office's part of the front door: which ways on are switched on (W19, W30), whom to call (W29), and
// which postcodes lie in which locality (W21). What is changed here a pack no longer overwrites.
#include "pathway/contact/office.html.h"
#include "pathway/contact/pages.h"
#include "pathway/plan/episode.h"
#include "web/layout.h"

#include <ctype.h>

static const Crumb office = {S("Office"), {S("/office")}},
                   door = {S("The front door"), {S("/office/front-door")}};

Reply door_show(Ctx *c) {
    Buf out = {.arena = c->arena};
    door_view(&out, routes_all(c->db), contact_points(c->db), locality_lines(c->db));
    return page(c, (Page){.title = S("The front door"), .crumbs = {office}, .no_index = true}, &out);
}

static Reply ask(Ctx *c, const Filled *f, Str title) {
    return form_reply(c, f, (Page){.title = title, .crumbs = {office, door}, .no_index = true});
}

static Reply saved(Ctx *c, const char *act, const char *subject, int64_t id, const char *file, Str key) {
    data_keep(c->db, str_from(file), key, c->now);
    access_audit(c, act, subject, id, (Str){0});
    return see_other_saying(c, S("Saved"), "/office/front-door");
}

static bool adding(const Ctx *c) { return str_eq(c->part[0], S("add")); }
static Str or_null(Str s) { return s.len ? s : (Str){0}; }
static Str yes_or_no(int64_t is) { return is ? S("yes") : S("no"); }
static bool is_yes(Str s) { return str_eq(s, S("yes")); }

// ---- ways on ----------------------------------------------------------------------------------------------

typedef struct RouteForm {
    Str title, about, on, by_locality, team_kind;
} RouteForm;
static const Field way_fields[] = {
    {FIELD(RouteForm, title), .label = S("Name"), .required = true, .max = 120, .missing = S("Enter a name")},
    {FIELD(RouteForm, about), .label = S("For what"), .required = true, .max = 300,
     .missing = S("Say for what")},
    {FIELD(RouteForm, on), .label = S("Offered today"), .kind = YESNO, .required = true},
    {FIELD(RouteForm, by_locality), .label = S("The child’s locality chooses the team"), .kind = YESNO,
     .required = true},
    {FIELD(RouteForm, team_kind), .label = S("Kind of team that takes it"),
     .hint = S("None: a service that has no team in Kith"), .kind = SELECT},
};
static const Form way_form = {S("A way on"), S("Save"), way_fields, COUNT(way_fields)};

static Filled way_filled(const RouteForm *values) {
    Filled f = form_blank(&way_form, values);
    f.choices[4] = (Choices){n_team_kinds, team_kinds};
    return f;
}

Reply door_route(Ctx *c) {
    const RouteLine *r = route_find(c->db, c->part[0]);
    if (!r) return status_page(c, 404);
    RouteForm in = {r->title, r->about, yes_or_no(r->switched_on), yes_or_no(r->by_locality), r->team_kind};
    Filled f = way_filled(&in);
    return ask(c, &f, r->title);
}

Reply door_route_save(Ctx *c) {
    const RouteLine *r = route_find(c->db, c->part[0]);
    if (!r) return status_page(c, 404);
    RouteForm in = {0};
    Filled f = way_filled(NULL);
    form_take(c, &f, &in);
    if (f.n_errors) return ask(c, &f, r->title);
    route_put(c->db, r->key, in.title, in.about, or_null(in.team_kind), is_yes(in.by_locality), r->partner,
              is_yes(in.on), r->position);
    return saved(c, "front-door.route", "contact_route", NONE, "contact_routes.csv", r->key);
}

// ---- contact points ---------------------------------------------------------------------------------------

typedef struct Point {
    Str name, about, telephone, email, hours;
} Point;
static const Field point_fields[] = {
    {FIELD(Point, name), .label = S("Name"), .required = true, .max = 120, .missing = S("Enter a name")},
    {FIELD(Point, about), .label = S("When to call it"), .required = true, .max = 300,
     .missing = S("Say when")},
    {FIELD(Point, telephone), .label = S("Telephone"), .required = true, .max = 30, .width = 20,
     .missing = S("Enter the telephone number")},
    {FIELD(Point, email), .label = S("Email, if there is one"), .kind = EMAIL, .max = 200},
    {FIELD(Point, hours), .label = S("When somebody answers"), .required = true, .max = 120,
     .missing = S("Say when somebody answers")},
};
static const Form point_form = {S("A contact point"), S("Save"), point_fields, COUNT(point_fields)};

Reply door_point(Ctx *c) {
    const PointLine *p = adding(c) ? NULL : point_find(c->db, c->part[0]);
    if (!p && !adding(c)) return status_page(c, 404);
    Point in = {0};
    if (p) in = (Point){p->name, p->about, p->telephone, p->email, p->hours};
    Filled f = form_blank(&point_form, &in);
    return ask(c, &f, p ? p->name : S("Add a contact point"));
}

// A key of its own for what the office adds.
static Str point_key(Ctx *c, const PointLine *p) {
    return p ? p->key : str_fmt(c->arena, "office-%lld", (long long)point_count(c->db) + 1);
}

Reply door_point_save(Ctx *c) {
    const PointLine *p = adding(c) ? NULL : point_find(c->db, c->part[0]);
    if (!p && !adding(c)) return status_page(c, 404);
    Point in = {0};
    Filled f = form_read(c, &point_form, &in);
    if (f.n_errors) return ask(c, &f, p ? p->name : S("Add a contact point"));
    Str key = point_key(c, p);
    point_put(c->db, key, in.name, in.about, in.telephone, or_null(in.email), in.hours,
              p ? p->position : point_count(c->db) + 1);
    return saved(c, "front-door.point", "contact_point", NONE, "contact_points.csv", key);
}

// ---- localities -------------------------------------------------------------------------------------------

typedef struct Place {
    Str name, team, prefixes;
} Place;
static const Field place_fields[] = {
    {FIELD(Place, name), .label = S("Name"), .required = true, .max = 80, .missing = S("Enter a name")},
    {FIELD(Place, team), .label = S("Team that answers there"), .kind = SELECT},
    {FIELD(Place, prefixes), .label = S("Beginnings of postcodes"),
     .hint = S("With blanks or commas between them: NG7 NG71. The longest that fits decides"),
     .kind = TEXTAREA, .max = 2000},
};
static const Form place_form = {S("A locality"), S("Save"), place_fields, COUNT(place_fields)};

static Filled place_filled(Ctx *c, const Place *values) {
    Filled f = form_blank(&place_form, values);
    f.choices[1] = team_choices(c, (Str){0});
    return f;
}

static Str prefixes_of(Ctx *c, int64_t locality) {
    DistrictList all = districts(c->db, locality);
    Buf b = {.arena = c->arena};
    for (size_t i = 0; i < all.len; i++) buf_fmt(&b, "%s%.*s", i ? " " : "", STR_FMT(all.at[i].prefix));
    return buf_str(&b);
}

static const LocalityLine *place_of(Ctx *c) {
    int64_t id = adding(c) ? 0 : part_int(c, 0);
    return id ? locality_find(c->db, id) : NULL;
}

Reply door_locality(Ctx *c) {
    const LocalityLine *l = place_of(c);
    if (!l && !adding(c)) return status_page(c, 404);
    Place in = {0};
    if (l) {
        Str team = l->team_id == NONE ? S("") : str_fmt(c->arena, "%lld", (long long)l->team_id);
        in = (Place){l->name, team, prefixes_of(c, l->id)};
    }
    Filled f = place_filled(c, &in);
    return ask(c, &f, l ? l->name : S("Add a locality"));
}

static bool separates(char s) { return s == ' ' || s == ',' || s == ';' || s == '\n'; }

// The next beginning of a postcode in capitals; empty at the end.
static Str next_prefix(Ctx *c, Str *rest) {
    Buf b = {.arena = c->arena};
    size_t i = 0;
    while (i < rest->len && separates(rest->at[i])) i++;
    for (; i < rest->len && !separates(rest->at[i]); i++)
        buf_byte(&b, (char)toupper((unsigned char)rest->at[i]));
    *rest = (Str){rest->at + i, rest->len - i};
    return buf_str(&b);
}

static void check_prefixes(Ctx *c, Filled *f, Str typed) {
    for (Str word; (word = next_prefix(c, &typed)).len;)
        for (size_t i = 0; i < word.len; i++)
            if (!isalnum((unsigned char)word.at[i])) {
                form_wrong(f, "prefixes",
                           str_fmt(c->arena, "“%.*s” is no beginning of a postcode: use letters and digits",
                                   STR_FMT(word)));
                return;
            }
}

// The beginnings that are typed now are the locality's, and no others.
static void write_prefixes(Ctx *c, int64_t id, Str typed) {
    district_drop(c->db, id);
    for (Str word; (word = next_prefix(c, &typed)).len;) {
        district_put(c->db, word, id);
        data_keep(c->db, S("localities.csv"), word, c->now);
    }
}

static void check_place(Ctx *c, Filled *f, const LocalityLine *l, const Place *in) {
    check_prefixes(c, f, in->prefixes);
    int64_t same = f->n_errors ? NONE : locality_named(c->db, in->name);
    if (same != NONE && (!l || same != l->id))
        form_wrong(f, "name", S("There is a locality of that name already"));
}

Reply door_locality_save(Ctx *c) {
    const LocalityLine *l = place_of(c);
    if (!l && !adding(c)) return status_page(c, 404);
    Place in = {0};
    Filled f = place_filled(c, NULL);
    form_take(c, &f, &in);
    check_place(c, &f, l, &in);
    if (f.n_errors) return ask(c, &f, l ? l->name : S("Add a locality"));
    if (!l) locality_add(c->db, in.name);
    int64_t id = l ? l->id : locality_named(c->db, in.name), team = NONE;
    if (in.team.len) str_int(in.team, &team);
    locality_change(c->db, id, in.name, team);
    write_prefixes(c, id, in.prefixes);
    access_audit(c, "front-door.locality", "locality", id, (Str){0});
    return see_other_saying(c, S("Saved"), "/office/front-door");
}
