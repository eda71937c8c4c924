// The picture of a family, as SVG. What it shows is in words beside it, and in its own description.
#include "people/family/picture.h"

static const char *const ink = "#1c2b33";

// ---- words under a symbol ---------------------------------------------------------------------------------

static void text(Buf *out, int x, int y, const char *weight, Str words) {
    buf_fmt(out, "<text x=\"%d\" y=\"%d\" font-weight=\"%s\" stroke=\"none\" fill=\"%s\">", x, y, weight,
            ink);
    html_str(out, words);
    buf_lit(out, "</text>");
}

// A name in two lines where it is long, and no longer than fits.
static int name_text(Buf *out, int x, int y, Str name) {
    enum { FITS = 18 };
    size_t cut = 0;
    for (size_t i = 0; i < name.len && i <= FITS; i++)
        if (name.at[i] == ' ') cut = i;
    if (name.len <= FITS || !cut) {
        text(out, x, y, "700", name);
        return y + 18;
    }
    text(out, x, y, "700", (Str){name.at, cut});
    text(out, x, y + 17, "700", (Str){name.at + cut + 1, name.len - cut - 1});
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

// A dotted line around those who live together, a box a row.
static void homes(Buf *out, const Family *f) {
    for (size_t i = 0; i < f->n; i++) {
        int left = f->at[i].x, right = left, n = 0;
        bool first = true;
        for (size_t k = 0; k < f->n; k++) {
            if (!f->at[k].home || f->at[k].y != f->at[i].y) continue;
            first = first && (k >= i);
            left = f->at[k].x < left ? f->at[k].x : left;
            right = f->at[k].x > right ? f->at[k].x : right;
            n++;
        }
        if (!n || !first || !f->at[i].home) continue;
        buf_fmt(out,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"14\" fill=\"#eef5f5\" "
                "stroke=\"#14505c\" "
                "stroke-width=\"2\" stroke-dasharray=\"2 5\"/>",
                left - 72, f->at[i].y - SYMBOL / 2 - 16, right - left + 144, SYMBOL + 82);
    }
}

// ---- all of it --------------------------------------------------------------------------------------------

static void description(Buf *out, Arena *a, const Family *f) {
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
