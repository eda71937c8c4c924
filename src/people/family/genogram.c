// The picture of a family, as SVG. What it shows is in words beside it, and in its own description.
#include "people/family/picture.h"

#include <limits.h>

static const char *const ink = "#1c2b33";

enum { LETTERS = 14, ROOM = COLUMN - 16 };    // pixels: the size of letters, and how wide a line of them is

// ---- words under a symbol ---------------------------------------------------------------------------------

static void text(Buf *out, int x, int y, const char *weight, Str words) {
    buf_fmt(out, "<text x=\"%d\" y=\"%d\" font-weight=\"%s\" stroke=\"none\" fill=\"%s\">", x, y, weight,
            ink);
    html_str(out, words);
    buf_lit(out, "</text>");
}

// How wide a letter is drawn, in hundredths of the size of the letters: bold, in the widest font that may be.
static int letter(char at) {
    if ((unsigned char)at >= 0x80) return (unsigned char)at >= 0xc0 ? 77 : 0;    // once, at its first byte
    if (strchr("ijlI.,'|! -", at)) return 38;
    if (strchr("frt()", at)) return 49;
    if (strchr("mwMW", at)) return 104;
    return at >= 'A' && at <= 'Z' ? 77 : 70;
}

// How many bytes of it fit under a symbol.
static size_t that_fits(Str words, int room) {
    int wide = 0;
    for (size_t i = 0; i < words.len; i++) {
        wide += letter(words.at[i]) * LETTERS / 100;
        if (wide <= room) continue;
        while (i > 0 && ((unsigned char)words.at[i] & 0xc0) == 0x80) i--;
        return i;
    }
    return words.len;
}

static Str shortened(Arena *a, Str words) {
    if (that_fits(words, ROOM) == words.len) return words;
    Str part = {words.at, that_fits(words, ROOM - LETTERS)};
    return str_fmt(a, "%.*s…", STR_FMT(str_trim(part)));
}

// A name in two lines where it is long; what does not fit in two ends with an ellipsis.
static int name_text(Buf *out, int x, int y, Str name) {
    size_t fits = that_fits(name, ROOM), cut = 0;
    for (size_t i = 0; i < name.len && (i <= fits || !cut); i++)
        if (name.at[i] == ' ') cut = i;
    if (fits == name.len || !cut) {
        text(out, x, y, "700", shortened(out->arena, name));
        return y + 18;
    }
    text(out, x, y, "700", shortened(out->arena, (Str){name.at, cut}));
    text(out, x, y + 17, "700", shortened(out->arena, (Str){name.at + cut + 1, name.len - cut - 1}));
    return y + 35;
}

static Person as_person(const Relative *w) {
    return (Person){.id = w->id,
                    .name = w->name,
                    .born_on = w->born_on,
                    .born_about = w->born_about,
                    .due_on = w->due_on,
                    .died_on = w->died_on,
                    .gender = w->gender};
}

static bool unborn(const Relative *w) { return !w->born_on.at && w->due_on.at; }

// ---- symbols ----------------------------------------------------------------------------------------------

static void shape(Buf *out, const Member *m, int r, const char *fill, int thick) {
    int x = m->x, y = m->y;
    const char *style = "stroke=\"#1c2b33\"";
    if (unborn(&m->who))
        buf_fmt(out, "<path d=\"M%d %dL%d %dL%d %dZ\" fill=\"%s\" %s stroke-width=\"%d\"/>", x, y - r, x + r,
                y + r, x - r, y + r, fill, style, thick);
    else if (str_eq(m->who.gender, S("female")))
        buf_fmt(out, "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\" %s stroke-width=\"%d\"/>", x, y, r,
                fill, style, thick);
    else if (str_eq(m->who.gender, S("male")))
        buf_fmt(out,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" %s stroke-width=\"%d\"/>",
                x - r, y - r, 2 * r, 2 * r, fill, style, thick);
    else
        buf_fmt(out, "<path d=\"M%d %dL%d %dL%d %dL%d %dZ\" fill=\"%s\" %s stroke-width=\"%d\"/>", x, y - r,
                x + r, y, x, y + r, x - r, y, fill, style, thick);
}

static void symbol(Buf *out, Arena *a, const Member *m, bool subject, Date today) {
    int r = SYMBOL / 2, x = m->x, y = m->y;
    shape(out, m, r, subject ? "#ffcf4d" : "#ffffff", subject ? 4 : 2);
    if (m->who.died_on.at)
        buf_fmt(out, "<path d=\"M%d %dL%d %dM%d %dL%d %d\" stroke=\"%s\" stroke-width=\"2\"/>", x - r, y - r,
                x + r, y + r, x + r, y - r, x - r, y + r, ink);
    Person p = as_person(&m->who);
    Str age = m->who.died_on.at ? S("died") : age_text(a, &p, today);
    int below = name_text(out, x, y + r + 19, m->who.name);
    text(out, x, below, "400", age.len ? age : S("age not known"));
}

// ---- lines ------------------------------------------------------------------------------------------------

static const char *dash_of(const FamilyTie *t) {
    const TieKind *k = tie_kind(t->kind);
    if (!k || k->blood || family_couple(t) || k->up != 1) return "";
    return " stroke-dasharray=\"7 5\"";
}

// Two strokes across a line that has ended, and the year.
static void ended(Buf *out, const FamilyTie *t, int x, int y) {
    if (!t->ends_on.at) return;
    buf_fmt(out, "<path d=\"M%d %dl8 -16m2 16l8 -16\" stroke=\"%s\" stroke-width=\"2\"/>", x - 9, y + 8, ink);
    if (t->ends_on.len >= 4) text(out, x, y - 12, "400", (Str){t->ends_on.at, 4});
}

static void couple_line(Buf *out, const FamilyTie *t, const Member *a, const Member *b) {
    const Member *left = a->x < b->x ? a : b, *right = left == a ? b : a;
    int y = left->y, x1 = left->x + SYMBOL / 2, x2 = right->x - SYMBOL / 2, mid = (x1 + x2) / 2;
    if (a->y == b->y && x2 - x1 < COLUMN) {
        buf_fmt(out, "<path d=\"M%d %dH%d\"/>", x1, y, x2);
        ended(out, t, mid, y);
        return;
    }
    int over = y - SYMBOL / 2 - 14;    // past who stands between them
    buf_fmt(out, "<path d=\"M%d %dV%dH%dV%d\"/>", left->x, y - SYMBOL / 2, over, right->x,
            right->y - SYMBOL / 2);
    ended(out, t, (left->x + right->x) / 2, over);
}

// Where the line to a child leaves the row: between two who bring it up side by side, else beside the one.
static int leaves_at(const Family *f, const FamilyTie *t, const Member *up) {
    for (size_t i = 0; i < f->n_ties; i++) {
        const Member *other = family_member(f, f->tie[i].first);
        if (!other || f->tie[i].second != t->second || !family_raises(&f->tie[i]) || other->y != up->y)
            continue;
        int away = other->x - up->x;
        if (away == COLUMN || away == -COLUMN) return up->x + away / 2;
    }
    return up->x + 62;
}

static void child_line(Buf *out, const Family *f, const FamilyTie *t, const Member *up, const Member *child) {
    int leaves = leaves_at(f, t, up), side = leaves > up->x ? SYMBOL / 2 : -SYMBOL / 2;
    int to = child->y - SYMBOL / 2,
        turn = to - 24 - 8 * (leaves / COLUMN % 3);    // families do not run together
    buf_fmt(out, "<path d=\"M%d %dH%dV%dH%dV%d\"%s/>", up->x + side, up->y, leaves, turn, child->x, to,
            dash_of(t));
    ended(out, t, leaves, up->y + 40);
}

// Sisters and brothers with no parent drawn, cousins and friends: over the symbols; to aunts and the like,
// from row to row. What the lines to parents say already is not said twice.
static bool said_by_parents(const Family *f, const FamilyTie *t) {
    for (size_t i = 0; i < f->n_ties; i++)
        for (size_t k = 0; k < f->n_ties && family_raises(&f->tie[i]) && f->tie[i].second == t->first; k++)
            if (family_raises(&f->tie[k]) && f->tie[k].first == f->tie[i].first &&
                f->tie[k].second == t->second)
                return true;
    return false;
}

// An aunt who is drawn as the sister of a parent.
static bool said_by_grandparents(const Family *f, const FamilyTie *t) {
    for (size_t i = 0; i < f->n_ties; i++) {
        const FamilyTie *up = &f->tie[i];    // a parent of the child
        FamilyTie siblings = {.first = t->first, .second = up->first};
        if (family_raises(up) && up->second == t->second && said_by_parents(f, &siblings)) return true;
    }
    return false;
}

static void kin_line(Buf *out, const Family *f, const FamilyTie *t, const Member *a, const Member *b) {
    if (said_by_parents(f, t) || said_by_grandparents(f, t)) return;
    bool siblings = str_ends(t->kind, S("sibling"));
    const char *fine = siblings ? "" : " stroke-width=\"1\"";
    int r = SYMBOL / 2, over = a->y - r - (siblings ? 9 : 13);
    if (a->y == b->y)
        buf_fmt(out, "<path d=\"M%d %dV%dH%dV%d\"%s/>", a->x - 8, a->y - r, over, b->x - 8, b->y - r, fine);
    else
        buf_fmt(out, "<path d=\"M%d %dL%d %d\"%s/>", a->x, a->y, b->x, b->y, fine);
}

static bool by_rows(const FamilyTie *t, const Member *up, const Member *down) {
    const TieKind *k = tie_kind(t->kind);
    return up->y < down->y && k && (k->up == 2 || family_raises(t));
}

static void lines(Buf *out, const Family *f) {
    buf_fmt(out, "<g fill=\"none\" stroke=\"%s\" stroke-width=\"2\">", ink);
    for (size_t i = 0; i < f->n_ties; i++) {
        const FamilyTie *t = &f->tie[i];
        const Member *a = family_member(f, t->first), *b = family_member(f, t->second);
        if (!a || !b) continue;
        if (family_couple(t))
            couple_line(out, t, a, b);
        else if (by_rows(t, a, b))
            child_line(out, f, t, a, b);
        else
            kin_line(out, f, t, a, b);
    }
    buf_lit(out, "</g>");
}

// ---- who lives together -----------------------------------------------------------------------------------

enum { ABOVE = SYMBOL / 2 + 16, BELOW = SYMBOL / 2 + 66, ASIDE = 72, LANE = 6, CORNERS = 4 * FAMILY_MOST };

// A piece of the outline: pieces lie on each other, each touching the next.
typedef struct Slab {
    int top, left, right;
} Slab;

// Who of a row lives there; where nobody does, a lane beside the row, in which nobody stands.
static bool slab_of_row(const Family *f, int y, Slab *ret) {
    int first = INT_MAX;
    Slab s = {.top = y - ABOVE, .left = INT_MAX};
    for (size_t i = 0; i < f->n; i++) {
        int x = f->at[i].x;
        if (f->at[i].y != y) continue;
        first = x < first ? x : first;
        if (!f->at[i].home) continue;
        s.left = x - ASIDE < s.left ? x - ASIDE : s.left;
        s.right = x + ASIDE > s.right ? x + ASIDE : s.right;
    }
    bool home = s.left != INT_MAX;
    if (!home) s.left = first - COLUMN / 2 - LANE, s.right = first - COLUMN / 2 + LANE;
    *ret = s;
    return home;
}

// Between two rows stands nobody: as wide as both have in common, or from the one to the other.
static Slab between(Slab above, Slab below) {
    Slab s = {above.top + ABOVE + BELOW, above.left > below.left ? above.left : below.left,
              above.right < below.right ? above.right : below.right};
    if (s.right - s.left >= 2 * LANE) return s;
    s.left = above.left < below.left ? above.left : below.left;
    s.right = above.right > below.right ? above.right : below.right;
    return s;
}

// One dotted line around all who live together, whatever rows they stand in.
static void homes(Buf *out, const Family *f) {
    Slab slab[CORNERS], row;
    size_t n = 0, last = 0;
    int low = 0, bottom = 0;
    for (size_t i = 0; i < f->n; i++) low = f->at[i].y > low ? f->at[i].y : low;
    for (int y = EDGE; y <= low; y += ROW) {
        bool home = slab_of_row(f, y, &row);
        if (!home && !n) continue;
        if (n) slab[n] = between(slab[n - 1], row), n++;
        slab[n++] = row;
        if (home) last = n, bottom = y + BELOW;
    }
    if (!last) return;
    buf_fmt(out, "<path d=\"M%d %d", slab[0].left, slab[0].top);
    for (size_t i = 0; i < last; i++)
        buf_fmt(out, "H%dV%d", slab[i].right, i + 1 < last ? slab[i + 1].top : bottom);
    for (size_t i = last; i-- > 0;) buf_fmt(out, "H%dV%d", slab[i].left, slab[i].top);
    buf_lit(out, "Z\" fill=\"#eef5f5\" stroke=\"#14505c\" stroke-width=\"2\" stroke-linejoin=\"round\" "
                 "stroke-dasharray=\"2 5\"/>");
}

// ---- all of it --------------------------------------------------------------------------------------------

static void together(Buf *out, const Family *f) {
    size_t n = 0;
    for (size_t i = 0; i < f->n; i++) {
        if (!f->at[i].home) continue;
        if (n++) buf_put(out, n == 2 ? S(" lives together with ") : S(", "));
        html_str(out, f->at[i].who.name);
    }
    buf_put(out, n == 1 ? S(" lives with nobody who is drawn here. ") : S(". "));
}

static void description(Buf *out, Arena *a, const Family *f) {
    together(out, f);
    for (size_t i = 0; i < f->n_ties; i++) {
        html_str(out, family_sentence(a, f, &f->tie[i]));
        buf_lit(out, ". ");
    }
    if (!f->n_ties) buf_lit(out, "No ties are written down.");
}

Html genogram(Arena *a, Family *f, Date today, bool file) {
    int width, height;
    family_layout(f, &width, &height);
    Buf out = {.arena = a};
    buf_fmt(
        &out,
        "<svg%s role=\"img\" aria-labelledby=\"genogram-title genogram-about\" width=\"%d\" height=\"%d\" "
        "viewBox=\"0 0 %d %d\" font-family=\"Liberation Sans, Arial, sans-serif\" font-size=\"14\" "
        "text-anchor=\"middle\" fill=\"%s\">",
        file ? " xmlns=\"http://www.w3.org/2000/svg\"" : "", width, height, width, height, ink);
    buf_lit(&out, "<title id=\"genogram-title\">The family of ");
    html_str(&out, f->at[0].who.name);
    buf_lit(&out, "</title><desc id=\"genogram-about\">");
    description(&out, a, f);
    buf_lit(&out, "</desc>");
    homes(&out, f);
    lines(&out, f);
    for (size_t i = 0; i < f->n; i++) symbol(&out, a, &f->at[i], i == 0, today);
    buf_lit(&out, "</svg>\n");
    return html_trusted(buf_str(&out));    // trusted: names went through html_str(), the rest is drawn here
}
