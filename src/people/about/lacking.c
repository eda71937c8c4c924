// What basic information is missing, child by child, for who leads the team that holds them (W183).
#include "people/about/about.html.h"
#include "people/about/pages.h"

Str lacking_text(Arena *a, const Lacking *l) {
    const struct {
        int64_t missing;
        Str what;
    } all[] = {{l->born, S("date of birth")},
               {l->gender, S("gender")},
               {l->address, S("address")},
               {l->language, S("languages")},
               {l->responsible, S("who has parental responsibility")}};
    Buf out = {.arena = a};
    for (size_t i = 0; i < COUNT(all); i++)
        if (all[i].missing) buf_fmt(&out, "%s%.*s", out.len ? ", " : "", STR_FMT(all[i].what));
    return buf_str(&out);
}

Reply lacking_show(Ctx *c) {
    LackingList all = lacking(c->db, c->actor.id, c->now, date_iso(c->arena, c->today));
    Buf out = {.arena = c->arena};
    lacking_view(&out, all);
    for (size_t i = 0; i < all.len; i++) note_before_answer(c, "record.list", "person", all.at[i].id);
    return page(c,
                (Page){.title = S("Missing information"),
                       .crumbs = {{S("Work"), {S("/work")}}},
                       .wide = true,
                       .no_index = true},
                &out);
}
