// Markdown that a partnership wrote, as HTML: raw HTML and unsafe links are left out by cmark.
#include <cmark.h>
#include <stdlib.h>

#include "plan/pages/pages.h"

Html markdown(Arena *a, Str text) {
    if (!text.len) return html_trusted(S(""));   // trusted: nothing
    char *made = cmark_markdown_to_html(text.at, text.len, CMARK_OPT_SMART);
    Str copy = str_copy(a, str_from(made));
    cmark_get_default_mem_allocator()->free(made);
    return html_trusted(copy);                   // trusted: cmark without CMARK_OPT_UNSAFE writes no raw HTML
}
