// Who lives together, whatever ties there are: ticked on one page, each with a day.
#include "people/family/pages.h"

typedef struct HouseForm {
    Str members, since;
} HouseForm;
static const Field fields[] = {
    {FIELD(HouseForm, members), .label = S("Who lives with them now?"), .kind = CHECKBOXES,
     .hint = S("Those of the family you may see. Others who live there stay as they are")},
    {FIELD(HouseForm, since), .label = S("Since when has that changed?"), .hint = S("Leave empty for today"),
     .kind = DATE},
};
static const Form form = {S("Who lives together"), S("Save"), fields, COUNT(fields)};

static int64_t household_for(Ctx *c, int64_t person, Str since) {
    int64_t house = household_of(c->db, person);
    if (house != NONE) return house;
    house = household_add(c->db, c->now, about_by(c));
    household_join(c->db, house, person, since, c->now, about_by(c));
    return house;
}

void lives_together(Ctx *c, int64_t person, int64_t other, Str since) {
    HousemateList now = housemates(c->db, person, date_iso(c->arena, c->today));
    for (size_t i = 0; i < now.len; i++)
        if (now.at[i].id == other) return;
    int64_t mine = household_of(c->db, person), theirs = household_of(c->db, other);
    if (mine == NONE && theirs != NONE) {
        household_join(c->db, theirs, person, since, c->now, about_by(c));
        return;
    }
    household_join(c->db, household_for(c, person, since), other, since, c->now, about_by(c));
}

static Filled blank(Ctx *c, const Family *f) {
    Choice *at = arena_new(c->arena, Choice, f->n);
    Buf ticked = {.arena = c->arena};
    for (size_t i = 1; i < f->n; i++) {
        const Member *m = &f->at[i];
        Str id = str_fmt(c->arena, "%lld", (long long)m->who.id);
        at[i - 1] = (Choice){id, m->who.name, family_word(f, m)};
        if (m->home) buf_fmt(&ticked, "%s%.*s", ticked.len ? "," : "", STR_FMT(id));
    }
    Filled filled = form_blank(&form, &(HouseForm){.members = buf_str(&ticked)});
    filled.choices[0] = (Choices){f->n - 1, at};
    return filled;
}

Reply household_edit(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    Filled filled = blank(c, family_gather(c, r));
    return about_form(c, r, "family", &filled, (Html){0});
}

static bool is_ticked(Str members, int64_t id) {
    int64_t one;
    for (Str rest = members; rest.at && rest.len;)
        if (str_int(str_cut(&rest, S(",")), &one) && one == id) return true;
    return false;
}

static size_t move(Ctx *c, const Family *f, const HouseForm *in) {
    Date since = c->today;
    if (in->since.len) date_parse(in->since, &since);
    Str first = date_iso(c->arena, since), last = date_iso(c->arena, date_add_days(since, -1));
    size_t moved = 0;
    for (size_t i = 1; i < f->n; i++) {
        const Member *m = &f->at[i];
        bool now = is_ticked(in->members, m->who.id);
        if (now == m->home) continue;
        moved++;
        if (now)
            lives_together(c, f->at[0].who.id, m->who.id, first);
        else
            household_leave(c->db, household_of(c->db, f->at[0].who.id), m->who.id, last);
    }
    return moved;
}

Reply household_save(Ctx *c) {
    Record *r = about_open(c);
    if (!r) return about_refused(c);
    Family *f = family_gather(c, r);
    HouseForm in = {0};
    Filled filled = blank(c, f);
    form_take(c, &filled, &in);
    about_past(c, r, &filled, "since", in.since);
    if (filled.n_errors) return about_form(c, r, "family", &filled, (Html){0});
    if (!move(c, f, &in)) return about_saved(c, r, S("Nothing was changed"), "/family");
    about_noted(c, r, (Noted){.act = "family.household", .title = S("Who lives together was mended")});
    return about_saved(c, r, S("Who lives together is saved"), "/family");
}
