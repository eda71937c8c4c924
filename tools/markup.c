// A scan with nine states, far from a parser of HTML: enough to keep values out of places where they would
// be code.
#include "markup.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static void complain(Markup *m, const char *sentence) {
    if (!m->complaint) m->complaint = sentence;
}

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

static void name_add(char *name, char c) {
    size_t n = strlen(name);
    if (n + 1 < MARKUP_NAME_MAX) name[n] = (char)tolower((unsigned char)c);
}

static bool among(const char *name, const char *const *list, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (strcmp(name, list[i]) == 0) return true;
    return false;
}

static Kind kind_of(const char *attr) {
    static const char *const addresses[] = {"href", "src", "action", "formaction", "srcset", "poster", "cite",
                                            "ping", "data", "manifest", "background", "xlink:href"};
    static const char *const programs[] = {"style", "srcdoc"};
    if (strncmp(attr, "on", 2) == 0 || among(attr, programs, sizeof programs / sizeof *programs))
        return PROGRAM;
    return among(attr, addresses, sizeof addresses / sizeof *addresses) ? ADDRESS : PLAIN;
}

static bool is_raw(const char *tag) { return strcmp(tag, "script") == 0 || strcmp(tag, "style") == 0; }

// Of the tag only matters whether it will open a script or style.
static bool same_tag(const char *a, const char *b) { return strcmp(a, b) == 0 || (!is_raw(a) && !is_raw(b)); }

bool markup_same(const Markup *a, const Markup *b) {
    return a->where == b->where && a->quote == b->quote && a->kind == b->kind && a->start == b->start &&
           a->raw_matched == b->raw_matched && same_tag(a->tag, b->tag) && strcmp(a->attr, b->attr) == 0;
}

static void leave_attribute(Markup *m, Where to) {
    m->where = to;
    m->quote = 0;
    m->kind = PLAIN;
    m->start = NOTHING_YET;
    memset(m->attr, 0, sizeof m->attr);
}

static void leave_tag(Markup *m) {
    leave_attribute(m, is_raw(m->tag) ? IN_RAW : IN_TEXT);
    if (m->where == IN_TEXT) memset(m->tag, 0, sizeof m->tag);
}

static void address_char(Markup *m, char c) {
    bool slash = c == '/' || c == '\\';
    if (m->start == AFTER_SLASH_VALUE && slash)
        complain(
            m, "\"/{{ }}/\" would be \"//\", another site, if the value were empty: begin with a fixed part");
    if (m->start == NOTHING_YET) m->start = c == '/' ? ONE_SLASH : c == '#' ? OWN_PATH : ELSEWHERE;
    else if (m->start == ONE_SLASH) m->start = slash ? ELSEWHERE : OWN_PATH;
    else if (m->start == AFTER_SLASH_VALUE) m->start = OWN_PATH;
}

static void raw_char(Markup *m, char c) {
    char want[MARKUP_NAME_MAX + 3];
    int n = snprintf(want, sizeof want, "</%s", m->tag);
    if (tolower((unsigned char)c) == want[m->raw_matched]) m->raw_matched++;
    else m->raw_matched = c == '<';
    if (m->raw_matched < (size_t)n) return;
    m->raw_matched = 0;
    m->tag[0] = '/';                       // now inside the closing tag
    m->where = IN_TAG;
}

static void tag_open_char(Markup *m, char c) {
    if (!isalpha((unsigned char)c) && c != '/' && c != '!') {
        complain(m, "a < that starts no tag: write &lt;");
        return;
    }
    memset(m->tag, 0, sizeof m->tag);
    name_add(m->tag, c);
    m->where = TAG_NAME;
}

static void tag_name_char(Markup *m, char c) {
    if (c == '>') leave_tag(m);
    else if (is_space(c)) m->where = IN_TAG;
    else if (c == '-' && m->tag[0] == '!')
        complain(m, "everybody can read an HTML comment: write @# instead");
    else name_add(m->tag, c);
}

static void in_tag_char(Markup *m, char c) {
    if (c == '>') leave_tag(m);
    else if (c == '=' || c == '"' || c == '\'')
        complain(m, "write an attribute as name=\"value\", without spaces around =");
    else if (!is_space(c) && c != '/') {
        m->where = ATTR_NAME;
        name_add(m->attr, c);
    }
}

static void attr_name_char(Markup *m, char c) {
    if (c == '>') leave_tag(m);
    else if (is_space(c)) leave_attribute(m, IN_TAG);
    else if (c == '=') {
        m->where = BEFORE_VALUE;
        m->kind = kind_of(m->attr);
    } else if (c == '"' || c == '\'' || c == '<') complain(m, "a quote or < in the name of an attribute");
    else name_add(m->attr, c);
}

static void before_value_char(Markup *m, char c) {
    if (is_space(c)) {
        complain(m, "write an attribute as name=\"value\", without spaces around =");
    } else if (c == '"' || c == '\'') {
        m->where = QUOTED;
        m->quote = c;
    } else if (c == '>') leave_tag(m);
    else m->where = UNQUOTED;
}

void markup_char(Markup *m, char c) {
    switch (m->where) {
    case IN_TEXT: if (c == '<') m->where = TAG_OPEN; break;
    case TAG_OPEN: tag_open_char(m, c); break;
    case TAG_NAME: tag_name_char(m, c); break;
    case IN_TAG: in_tag_char(m, c); break;
    case ATTR_NAME: attr_name_char(m, c); break;
    case BEFORE_VALUE: before_value_char(m, c); break;
    case QUOTED:
        if (c == m->quote) leave_attribute(m, IN_TAG);
        else if (m->kind == ADDRESS) address_char(m, c);
        break;
    case UNQUOTED:
        if (c == '>') leave_tag(m);
        else if (is_space(c)) leave_attribute(m, IN_TAG);
        break;
    case IN_RAW: raw_char(m, c); break;
    }
}

static const char *address_writer(Markup *m) {
    Start was = m->start;
    m->start = was == ONE_SLASH || was == AFTER_SLASH_VALUE ? AFTER_SLASH_VALUE : OWN_PATH;
    if (was == NOTHING_YET) return "html_url";
    if (was != ELSEWHERE) return "html_part";
    complain(m, "a value in an address must be a Url, or follow text that starts with one / or with #");
    return NULL;
}

const char *markup_writer(Markup *m) {
    if (m->where == IN_TEXT) return "html_put";
    if (m->where == QUOTED && m->kind == ADDRESS) return address_writer(m);
    if (m->where == QUOTED && m->kind == PLAIN) return "html_put";
    if (m->where == IN_RAW)
        complain(m, "a value inside <script> or <style>: put it in a data- attribute or a class");
    else if (m->kind == PROGRAM)
        complain(m,
                 "a value in an on…=, style= or srcdoc= attribute: put it in a data- attribute or a class");
    else if (m->where == UNQUOTED || m->where == BEFORE_VALUE)
        complain(m, "a value in an attribute without quotes: write name=\"{{ }}\"");
    else complain(m, "a value inside a tag: values stand in text and in quoted attributes only");
    return NULL;
}

