// The frame of a record's pages, and a refusal that says who can let one in (P5).
#include "people/group.h"
#include "people/record.html.h"

Reply record_refused(Ctx *c, int64_t person) {
    const Person *p = person_shown(c->db, person);
    if (!p || !may(c->actor, PEOPLE_FIND)) return status_page(c, 404);
    bool barred = barred_from(c->db, c->actor.id, p->id) > 0;
    note_before_answer(c, barred ? "record.barred" : "record.refuse", "person", p->id);
    Buf out = {.arena = c->arena};
    record_refused_view(&out, p->id, record_keepers(c->db, p->id, c->now), barred,
                        may(c->actor, GLASS_BREAK));
    return page_status(c, 403, (Page){.title = S("You cannot open this record"), .no_index = true}, &out);
}

const Tab record_tabs[] = {
    {"front", S("Record"), ""},
    {"about", S("About them"), "/edit"},
    {"family", S("Family"), "/family"},
    {"need", S("Level of need"), "/need"},
    {"chronology", S("Chronology"), "/chronology"},
    {"views", S("In their words"), "/views"},
    {"consent", S("Consent and sharing"), "/consent"},
    {"looked", S("Who looked"), "/looked"},
    {"door", S("Their own page"), "/me"},
};
const size_t n_record_tabs = COUNT(record_tabs);

static const struct {
    const char *way;
    Str why;
} whys[] = {
    {"team", S("your team holds this record")},
    {"owner", S("you answer for the help being given")},
    {"kin", S("your team works with a child in their care")},
    {"seat", S("you are in the team around the child")},
    {"consent", S("the family agreed to share with your agency")},
    {"sharing", S("it was shared with your agency without consent, for a lawful reason")},
    {"complaint", S("you answer a complaint about the help")},
    {"glass", S("you opened it at once, for a reason that is reviewed")},
};

Url record_tab_url(Arena *a, const Record *r, const Tab *t) {
    return url_path(a, "/work/people/%lld%s", (long long)r->person->id, t->path);
}

// "your team holds this record; you answer for the help being given"
Str record_why(Arena *a, const Record *r) {
    Buf out = {.arena = a};
    for (size_t w = 0; w < COUNT(whys); w++)
        for (size_t i = 0; i < r->ways.len; i++)
            if (str_eq(r->ways.at[i].way, str_from(whys[w].way))) {
                if (out.len) buf_lit(&out, "; ");
                buf_put(&out, whys[w].why);
                break;
            }
    return buf_str(&out);
}

Reply record_page(Ctx *c, const Record *r, const char *tab, Str title, const Buf *main) {
    Buf out = {.arena = c->arena};
    record_frame(&out, r, age_text(c->arena, r->person, c->today), record_badges(c, r),
                 record_why(c->arena, r), tab, html_trusted(buf_str(main)));    // trusted: views made it
    Page p = {.title = str_fmt(c->arena, "%.*s – %.*s", STR_FMT(title), STR_FMT(r->person->name)),
              .crumbs = {{S("Work"), {S("/work")}}, {S("People"), {S("/work/people")}}},
              .wide = true,
              .no_index = true};
    return page(c, p, &out);
}
