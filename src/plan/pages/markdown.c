// Markdown that a partnership wrote, as HTML: raw HTML and unsafe links are left out by cmark, and its
// headings take their place below the page's own.
#include <cmark.h>
#include <stdlib.h>

#include "plan/pages/pages.h"

enum { DEEPEST = 6 };

// Moves every heading `down` levels; the highest level there was.
static int move_headings(cmark_node *doc, int down) {
    int highest = DEEPEST;
    cmark_iter *i = cmark_iter_new(doc);
    for (cmark_event_type e; (e = cmark_iter_next(i)) != CMARK_EVENT_DONE;) {
        cmark_node *n = cmark_iter_get_node(i);
        if (e != CMARK_EVENT_ENTER || cmark_node_get_type(n) != CMARK_NODE_HEADING) continue;
        int level = cmark_node_get_heading_level(n), moved = level + down;
        if (level < highest) highest = level;
        cmark_node_set_heading_level(n, moved > DEEPEST ? DEEPEST : moved);
    }
    cmark_iter_free(i);
    return highest;
}

Html markdown(Arena *a, Str text, int below) {
    if (!text.len) return html_trusted(S(""));   // trusted: nothing
    cmark_node *doc = cmark_parse_document(text.at, text.len, CMARK_OPT_DEFAULT | CMARK_OPT_SMART);
    move_headings(doc, below + 1 - move_headings(doc, 0));
    char *made = cmark_render_html(doc, CMARK_OPT_DEFAULT);
    Str copy = str_copy(a, str_from(made));
    cmark_get_default_mem_allocator()->free(made);
    cmark_node_free(doc);
    return html_trusted(copy);                   // trusted: cmark without CMARK_OPT_UNSAFE writes no raw HTML
}
