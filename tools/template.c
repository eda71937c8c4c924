// The template compiler: reads a template line by line and writes a C function for each view, asking
// markup.c at every value what may stand there. docs/conventions.md shows the syntax.
#include "template.h"

#include "markup.h"

#include <ctype.h>
#include <stdarg.h>
#include <string.h>

enum { DEPTH_MAX = 32 };

typedef enum Block { IF, ELSE, FOR } Block;

typedef struct Frame {
    Block block;
    size_t line;
    Markup before, after;                    // `after`: where the branches so far have ended
    bool has_after;
} Frame;

typedef struct Work {
    const char *name;
    const char *at, *end;                  // what is left to read
    size_t line;
    FILE *c, *h;
    char *refusal;
    bool refused;
    bool in_view;
    size_t view_line;
    Markup markup;
    Frame frames[DEPTH_MAX];
    size_t depth;
    bool literal_open, literal_broken;     // inside buf_lit(out, "…; the last thing written was a newline
} Work;

typedef struct Text {
    const char *at;
    size_t len;
} Text;

__attribute__((format(printf, 3, 4))) static void refuse_at(Work *w, size_t line, const char *format, ...) {
    if (w->refused) return;
    w->refused = true;
    int n = snprintf(w->refusal, TEMPLATE_REFUSAL_MAX, "%s:%zu: ", w->name, line);
    va_list args;
    va_start(args, format);
    if (n > 0 && n < TEMPLATE_REFUSAL_MAX)
        vsnprintf(w->refusal + n, TEMPLATE_REFUSAL_MAX - (size_t)n, format, args);
    va_end(args);
}
#define refuse(w, ...) refuse_at((w), (w)->line, __VA_ARGS__)

// --- writing C ---

static void literal_close(Work *w) {
    if (w->literal_open) fputs("\");\n", w->c);
    w->literal_open = w->literal_broken = false;
}

static void literal_char(Work *w, char c) {
    if (!w->literal_open) fputs("    buf_lit(out, \"", w->c);
    else if (w->literal_broken) fputs("\"\n        \"", w->c);
    w->literal_open = true;
    w->literal_broken = c == '\n';
    if (c == '\n') fputs("\\n", w->c);
    else if (c == '\t') fputs("\\t", w->c);
    else {
        if (c == '"' || c == '\\' || c == '?') fputc('\\', w->c);
        fputc(c, w->c);
    }
}

static void code(Work *w, size_t line, const char *before, Text code, const char *after) {
    literal_close(w);
    fprintf(w->c, "#line %zu \"%s\"\n    %s%.*s%s\n", line, w->name, before, (int)code.len, code.at, after);
}

// --- reading ---

static Text trim(Text t) {
    while (t.len && isspace((unsigned char)t.at[0])) t.at++, t.len--;
    while (t.len && isspace((unsigned char)t.at[t.len - 1])) t.len--;
    return t;
}

// Past a C string or character constant that starts at `p`; `end` if it does not end.
static const char *past_constant(const char *p, const char *end) {
    char quote = *p++;
    while (p < end && *p != quote) p += *p == '\\' && p + 1 < end ? 2 : 1;
    return p < end ? p + 1 : end;
}

static Text read_line(Work *w) {
    const char *newline = memchr(w->at, '\n', (size_t)(w->end - w->at));
    Text line = {w->at, (size_t)((newline ? newline : w->end) - w->at)};
    w->at = newline ? newline + 1 : w->end;
    w->line++;
    return line;
}

static int open_brackets(Text t) {
    int open = 0;
    for (const char *p = t.at, *end = t.at + t.len; p < end;) {
        if (*p == '"' || *p == '\'') {
            p = past_constant(p, end);
            continue;
        }
        open += *p == '(' ? 1 : *p == ')' ? -1 : 0;
        p++;
    }
    return open;
}

// A control line goes on while a bracket is open.
static Text whole_directive(Work *w, Text line) {
    size_t first = w->line;
    while (open_brackets(line) > 0 && w->at < w->end) {
        Text more = read_line(w);
        line.len = (size_t)(more.at + more.len - line.at);
    }
    if (open_brackets(line) > 0) refuse_at(w, first, "a ( that is never closed");
    return trim(line);
}

static void value(Work *w, Text expression) {
    const char *writer = markup_writer(&w->markup);
    if (!writer) {
        refuse(w, "%s", w->markup.complaint);
        return;
    }
    if (expression.len == 0) {
        refuse(w, "{{ }} without a value");
        return;
    }
    literal_close(w);
    fprintf(w->c, "#line %zu \"%s\"\n    %s(out, %.*s);\n", w->line, w->name, writer, (int)expression.len,
            expression.at);
}

// From after "{{"; returns what follows "}}".
static const char *read_value(Work *w, const char *p, const char *end) {
    const char *start = p;
    while (p + 1 < end && !(p[0] == '}' && p[1] == '}')) {
        p = *p == '"' || *p == '\'' ? past_constant(p, end) : p + 1;
    }
    if (p + 1 >= end) {
        refuse(w, "{{ without }} on the same line");
        return end;
    }
    value(w, trim((Text){start, (size_t)(p - start)}));
    return p + 2;
}

static void markup(Work *w, char c) {
    if ((unsigned char)c < ' ' && c != '\n' && c != '\t') {
        refuse(w, "a control character (%d) in the markup", c);
        return;
    }
    markup_char(&w->markup, c);
    if (w->markup.complaint) refuse(w, "%s", w->markup.complaint);
    literal_char(w, c);
}

static void markup_line(Work *w, Text line) {
    line = trim(line);
    if (line.len == 0) return;
    if (!w->in_view) {
        refuse(w, "markup outside a view: put it between @view and @endview");
        return;
    }
    bool joined = line.at[line.len - 1] == '\\';
    const char *p = line.at, *end = line.at + line.len - (joined ? 1 : 0);
    while (p < end && !w->refused) {
        if (p + 1 < end && p[0] == '{' && p[1] == '{') p = read_value(w, p + 2, end);
        else markup(w, *p++);
    }
    if (!joined && !w->refused) markup(w, '\n');
}

// --- control lines ---

static void branch_ends(Work *w, Frame *f) {
    const char *what = f->block == FOR ? "this @for" : "the branches of this @if";
    if (f->block == FOR) {
        if (!markup_same(&w->markup, &f->before))
            refuse_at(w, f->line, "%s must end where the markup was when it began", what);
        return;
    }
    if (f->has_after && !markup_same(&w->markup, &f->after))
        refuse_at(w, f->line, "%s must end at the same place in the markup", what);
    f->after = w->markup;
    f->has_after = true;
}

static void do_open(Work *w, Block block, Text rest, size_t line) {
    if (w->depth == DEPTH_MAX) {
        refuse(w, "blocks more than %d deep: make a view of the inner ones", DEPTH_MAX);
        return;
    }
    if (rest.len < 2 || rest.at[0] != '(' || rest.at[rest.len - 1] != ')') {
        refuse_at(w, line, "write %s", block == FOR ? "@for (…; …; …)" : "@if (…)");
        return;
    }
    code(w, line, block == FOR ? "for " : "if ", rest, " {");
    w->frames[w->depth++] = (Frame){.block = block, .line = line, .before = w->markup};
}

static void do_else(Work *w, Text rest, size_t line) {
    Frame *f = w->depth ? &w->frames[w->depth - 1] : NULL;
    bool has_if = rest.len > 2 && strncmp(rest.at, "if", 2) == 0;
    if (!f || f->block != IF) {
        refuse_at(w, line, "@else without an @if before it");
        return;
    }
    if (rest.len && !has_if) refuse_at(w, line, "write @else, or @else if (…)");
    branch_ends(w, f);
    w->markup = f->before;
    if (!has_if) f->block = ELSE;
    code(w, line, rest.len ? "} else " : "} else", rest, " {");
}

static void do_end(Work *w, Text rest, size_t line) {
    if (rest.len) refuse_at(w, line, "write @end alone on its line");
    if (!w->depth) {
        refuse_at(w, line, "@end without an @if or @for");
        return;
    }
    Frame *f = &w->frames[--w->depth];
    branch_ends(w, f);
    if (f->block == IF && !markup_same(&w->markup, &f->before))
        refuse_at(w, f->line, "without @else, this @if must end where the markup was when it began");
    code(w, line, "}", (Text){"", 0}, "");
}

static void do_view(Work *w, Text rest, size_t line) {
    const char *bracket = rest.len ? memchr(rest.at, '(', rest.len) : NULL;
    if (w->in_view) {
        refuse_at(w, line, "@view inside the view that began on line %zu: close that with @endview",
                  w->view_line);
    } else if (!bracket || bracket == rest.at || rest.at[rest.len - 1] != ')') {
        refuse_at(w, line, "write @view name(type value, …)");
    } else {
        Text args = trim((Text){bracket + 1, (size_t)(rest.at + rest.len - 1 - bracket - 1)});
        if (args.len == 4 && memcmp(args.at, "void", 4) == 0) args.len = 0;
        const char *comma = args.len ? ", " : "";
        int name = (int)(bracket - rest.at), n = (int)args.len;
        fprintf(w->h, "void %.*s(Buf *out%s%.*s);\n", name, rest.at, comma, n, args.at);
        fprintf(w->c, "\n#line %zu \"%s\"\nvoid %.*s(Buf *out%s%.*s) {\n", line, w->name, name, rest.at,
                comma, n, args.at);
        w->in_view = true;
        w->view_line = line;
        w->markup = (Markup){0};
    }
}

static void do_endview(Work *w, Text rest, size_t line) {
    if (rest.len) refuse_at(w, line, "write @endview alone on its line");
    if (w->depth) refuse_at(w, w->frames[w->depth - 1].line, "this block has no @end");
    else if (w->markup.where != IN_TEXT) refuse(w, "the view ends inside a tag, <script> or <style>");
    literal_close(w);
    fputs("}\n", w->c);
    w->in_view = false;
}

static void do_show(Work *w, Text rest, size_t line) {
    const char *bracket = rest.len ? memchr(rest.at, '(', rest.len) : NULL;
    if (!bracket || bracket == rest.at || rest.at[rest.len - 1] != ')') {
        refuse_at(w, line, "write @show view(…)");
        return;
    }
    if (w->markup.where != IN_TEXT) refuse_at(w, line, "@show inside a tag: a view stands in text only");
    literal_close(w);
    Text args = trim((Text){bracket + 1, (size_t)(rest.at + rest.len - bracket - 2)});
    fprintf(w->c, "#line %zu \"%s\"\n    %.*s(out%s%.*s);\n", line, w->name, (int)(bracket - rest.at),
            rest.at, args.len ? ", " : "", (int)args.len, args.at);
}

static void do_include(Work *w, Text rest, size_t line) {
    if (w->in_view) refuse_at(w, line, "@include stands before the first @view");
    else if (rest.len < 3 || rest.at[0] != '"' || rest.at[rest.len - 1] != '"')
        refuse_at(w, line, "write @include \"folder/file.h\"");
    else fprintf(w->h, "#include %.*s\n", (int)rest.len, rest.at);
}

static void do_if(Work *w, Text rest, size_t line) { do_open(w, IF, rest, line); }
static void do_for(Work *w, Text rest, size_t line) { do_open(w, FOR, rest, line); }
static void do_let(Work *w, Text rest, size_t line) { code(w, line, "", rest, ";"); }

static const struct {
    const char *word;
    void (*act)(Work *w, Text rest, size_t line);
    bool outside;                          // may stand outside a view
} directives[] = {
    {"include", do_include, true}, {"view", do_view, true}, {"endview", do_endview, false},
    {"if", do_if, false}, {"else", do_else, false}, {"end", do_end, false},
    {"for", do_for, false}, {"let", do_let, false}, {"show", do_show, false},
};

static void directive(Work *w, Text line) {
    size_t first = w->line, n = 1;
    line = whole_directive(w, line);
    while (n < line.len && isalpha((unsigned char)line.at[n])) n++;
    Text word = {line.at + 1, n - 1}, rest = trim((Text){line.at + n, line.len - n});
    for (size_t i = 0; i < sizeof directives / sizeof *directives; i++) {
        const char *name = directives[i].word;
        if (word.len != strlen(name) || memcmp(word.at, name, word.len) != 0) continue;
        if (w->in_view || directives[i].outside) directives[i].act(w, rest, first);
        else refuse_at(w, first, "@%s outside a view", name);
        return;
    }
    refuse_at(w, first, "no such line: @%.*s (there are include view endview if else end for let show #; "
              "for an at sign write &#64;)", (int)word.len, word.at);
}

bool template_translate(const char *name, const char *text, size_t len, FILE *c, FILE *h,
                        char refusal[TEMPLATE_REFUSAL_MAX]) {
    Work work = {.name = name, .at = text, .end = text + len, .c = c, .h = h, .refusal = refusal}, *w = &work;
    fprintf(h, "// Made by mkview from %s.\n#pragma once\n#include \"web/html.h\"\n", name);
    while (w->at < w->end && !w->refused) {
        Text line = read_line(w), bare = trim(line);
        if (bare.len > 1 && bare.at[0] == '@' && bare.at[1] == '#') continue;
        if (bare.len && bare.at[0] == '@') directive(w, bare);
        else markup_line(w, line);
    }
    if (w->in_view) refuse_at(w, w->depth ? w->frames[w->depth - 1].line : w->view_line, "%s",
                              w->depth ? "this block has no @end" : "this view has no @endview");
    return !w->refused;
}
