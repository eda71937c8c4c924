// Searching what was written down, on the records one may see. The words are posted: they stand in no address
// and no log.
#include "pathway/work/chronicle.h"
#include "pathway/work/pages.h"
#include "pathway/work/search.html.h"

enum { FOUND_MOST = 50, REACH_MOST = 4000 };    // the second as in search.sql

Reply search_show(Ctx *c) {
    Search s = {.words = str_trim(param(c->form, S("words"))), .wide = param_has(c->form, S("wide"))};
    s.asked = c->method == POST;
    Words3 w = words_of(c->arena, s.words);
    if (s.asked && !w.at[0].at) s.wrong = S("Enter at least one word of two letters or more");
    if (w.at[0].at)
        s.found = search_entries(c->db, c->actor.id, c->now, s.wide, w.at[0], w.at[1], w.at[2], NONE,
                                 FOUND_MOST + 1);
    if (w.at[0].at) s.cut = search_reach(c->db, c->actor.id, c->now, s.wide) > REACH_MOST;
    s.more = s.found.len > FOUND_MOST;
    if (s.more) s.found.len = FOUND_MOST;
    // What is shown of a record is read.
    for (size_t i = 0; i < s.found.len; i++)
        note_before_answer(c, "record.search", "person", s.found.at[i].one_id);
    Buf out = {.arena = c->arena};
    search_view(&out, c, &s, w);
    Page p = {.title = S("Search what was written"), .error = s.wrong.at, .no_index = true};
    return page_status(c, s.wrong.at ? 422 : 200, p, &out);
}
