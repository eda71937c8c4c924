// Every short form is spelled out once on a page that uses it, and on no other.
#include "plan/pack.h"
#include "plan/pages/words.h"
#include "world.h"

TEST(a_page_spells_out_the_short_forms_on_it_and_no_others) {
    World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"));
    Answer a = ask(&w, S("viewer"), GET, "/office/measures/ni-032");
    CHECK(sees(a, "multi-agency risk assessment conference") && !sees(a, "general practitioner"));
    a = ask(&w, S("viewer"), GET, "/account");
    CHECK(a.status == 200 && !sees(a, "Short forms on this page"));
}

TEST(more_than_one_is_still_the_same_short_form_and_an_address_is_none) {
    World w __attribute__((cleanup(world_close))) = world_open_with(S("packs/nottingham"));
    Buf main = {.arena = w.arena};
    buf_lit(&main, "<p><a href=\"/YOT\">All CAFs</a>, KS2</p>");
    Str foot = words_spelled_out(w.arena, w.db, &main).markup;
    CHECK(str_find(foot, S("<dt>CAF</dt>")) > 0 && str_find(foot, S("<dt>KS2</dt>")) > 0);
    CHECK(str_find(foot, S("<dt>YOT</dt>")) < 0);
}

static bool is_explained(const Pack *p, Str word) {
    const PackTable *t = &p->table[PACK_ABBREVIATIONS];
    for (size_t i = 0; i < t->len; i++)
        if (str_eq(t->row[i].cell[0], word)) return true;
    return word.len == 2 && word.at[0] == 'Q';      // a quarter, as the head of its column has it
}

// The short forms of one cell that the pack leaves unexplained; how many.
static int unexplained(const Pack *p, Str text) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    int n = 0;
    for (size_t i = 0; i < text.len;) {
        size_t from = i;
        while (i < text.len && strchr(letters, text.at[i])) i++;
        Str word = {text.at + from, i - from};
        if (str_ends(word, S("s"))) word.len--;
        if (abbreviation_shaped(word) && !is_explained(p, word)) n++;
        if (i == from) i++;
    }
    return n;
}

TEST(the_example_partnership_explains_every_short_form_it_uses) {
    Arena *a = arena_open();
    static const PackFileId told[] = {PACK_RESPONSIBLE, PACK_OBJECTIVES, PACK_PRIORITIES, PACK_COMMITMENTS,
                                      PACK_MEASURES,    PACK_TARGETS,    PACK_HEADLINES,  PACK_EXCLUSIONS};
    Str why = {0};
    const Pack *p = pack_read(a, pack_open(a, S("packs/nottingham"), &why));
    CHECK(!why.at && !p->n_faults);
    for (size_t f = 0; f < COUNT(told); f++) {
        const PackTable *t = &p->table[told[f]];
        for (size_t r = 0; r < t->len; r++)
            for (int c = 0; t->file->column[c].name; c++)
                if (t->file->column[c].kind == CELL_TEXT) CHECK(unexplained(p, t->row[r].cell[c]) == 0);
    }
    arena_close(a);
}
