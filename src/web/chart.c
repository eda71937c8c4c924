// Drawing charts. Everything is currentColor with shapes, dashes and words to tell things apart, so that
// print, forced colours and colour blindness lose nothing. No style attribute: the content security policy
// forbids it.
#include "web/chart.h"

enum { TOP = 30, FLOOR = 214, HEIGHT = 272, LABELS_MAX = 8 };
// Places across are hundredths of a per cent of the width.
enum { LEFT = 1400, RIGHT = 9900 };

typedef struct Scale {
    const Chart *chart;
    Dec low, high, step;
    size_t every;                          // one label for so many points
    bool crowded;                          // so many that no figure stands at its point
} Scale;

Chart chart_of(Str title, Str about, Str across, Str up) {
    return (Chart){
        .title = title, .about = about, .across = across, .up = up, .target = NONE, .id = S("chart")};
}

static Dec tidy_step(Dec rough) {
    static const int64_t leads[] = {10, 20, 25, 50, 100};
    Dec ten = 1;
    while (ten < rough) ten *= 10;
    ten /= 10;
    if (ten < 1) ten = 1;
    for (size_t i = 0; i < COUNT(leads); i++)
        if (leads[i] * ten / 10 >= rough && leads[i] * ten % 10 == 0) return leads[i] * ten / 10;
    return ten * 10;
}

static Dec floor_to(Dec d, Dec step) {
    return d >= 0 ? d / step * step : -((-d + step - 1) / step * step);
}

void chart_ticks(Dec least, Dec most, Dec *ret_low, Dec *ret_high, Dec *ret_step) {
    if (least > 0 && least <= most / 2 + most / 4) least = 0;    // from nought unless all stand far above it
    if (most <= 0 && most < least) most = 0;
    if (most <= least) most = least + DEC_ONE;
    Dec step = tidy_step((most - least + 3) / 4);
    Dec low = floor_to(least, step), high = -floor_to(-most, step);
    *ret_low = low, *ret_high = high, *ret_step = step;
}

// On a phone a line has room for so many letters.
static size_t labels_that_fit(const Chart *c) {
    enum { LETTERS = 40 };
    size_t longest = 1;
    for (size_t i = 0; i < c->len; i++)
        if (c->at[i].label.len > longest) longest = c->at[i].label.len;
    size_t fit = LETTERS / (longest + 1);
    return fit < 1 ? 1 : fit < LABELS_MAX ? fit : LABELS_MAX;
}

static Scale scale_of(const Chart *c) {
    Dec least = INT64_MAX, most = INT64_MIN;
    for (size_t i = 0; i <= c->len; i++) {
        Dec d = i < c->len ? c->at[i].value : c->target;
        if (d == NONE) continue;
        if (d < least) least = d;
        if (d > most) most = d;
    }
    if (c->kind == CHART_COLUMNS && least > 0) least = 0;        // a column's length is its figure
    size_t fit = labels_that_fit(c);
    Scale s = {.chart = c, .every = (c->len + fit - 1) / fit, .crowded = c->len > LABELS_MAX};
    chart_ticks(least, most, &s.low, &s.high, &s.step);
    if (c->top > 0) s.low = 0, s.high = c->top * DEC_ONE, s.step = c->top % 5 ? DEC_ONE : s.high / 5;
    return s;
}

static int across(const Scale *s, size_t i, int part) {          // part in thousandths of the point's room
    int64_t room = (RIGHT - LEFT) * INT64_C(1000) / (int64_t)s->chart->len;
    return LEFT + (int)((room * (int64_t)i + room * part / 1000) / 1000);
}

static int up(const Scale *s, Dec d) {                           // tenths of a pixel from the top
    return FLOOR * 10 - (int)((double)(d - s->low) / (double)(s->high - s->low) * (FLOOR - TOP) * 10);
}

static void put_x(Buf *out, const char *name, int x) {
    buf_fmt(out, " %s=\"%d.%02d%%\"", name, x / 100, x % 100);
}
static void put_y(Buf *out, const char *name, int y) { buf_fmt(out, " %s=\"%d.%d\"", name, y / 10, y % 10); }

static void put_line(Buf *out, const char *kind, int x1, int y1, int x2, int y2) {
    buf_fmt(out, "<line class=\"kith-chart__%s\"", kind);
    put_x(out, "x1", x1), put_y(out, "y1", y1), put_x(out, "x2", x2), put_y(out, "y2", y2);
}

static void put_text(Buf *out, const char *anchor, int x, int y, Str text) {
    buf_fmt(out, "<text text-anchor=\"%s\"", anchor);
    put_x(out, "x", x), put_y(out, "y", y);
    buf_lit(out, ">");
    html_str(out, text);
    buf_lit(out, "</text>\n");
}

static Str figure(Arena *a, const Chart *c, Dec d, int decimals) {
    Buf b = {.arena = a};
    dec_put_grouped(&b, d, decimals);
    buf_put(&b, c->suffix);
    return buf_str(&b);
}

static int step_decimals(Dec step) {
    int n = 6;
    while (n > 0 && step % 10 == 0) step /= 10, n--;
    return n;
}

static void draw_ticks(Buf *out, const Scale *s) {
    for (Dec d = s->low; d <= s->high; d += s->step) {
        put_line(out, "grid", LEFT, up(s, d), RIGHT, up(s, d));
        buf_fmt(out, " stroke=\"currentColor\" stroke-opacity=\"%s\"/>\n", d == s->low ? "1" : "0.2");
        put_text(out, "end", LEFT - 150, up(s, d) + 45,
                 figure(out->arena, s->chart, d, step_decimals(s->step)));
    }
}

static void draw_years(Buf *out, const Scale *s) {
    const Chart *c = s->chart;
    for (size_t from = 0, i = 1; i <= c->len; i++) {
        if (i < c->len && str_eq(c->at[i].group, c->at[from].group)) continue;
        if (c->len <= LABELS_MAX || from % s->every == 0) {
            buf_lit(out, "<g class=\"kith-chart__group\">");
            put_text(out, "middle", (across(s, from, 0) + across(s, i, 0)) / 2, (FLOOR + 36) * 10,
                     c->at[from].group);
            buf_lit(out, "</g>\n");
        }
        if (i < c->len) {
            put_line(out, "year", across(s, i, 0), TOP * 10, across(s, i, 0), (FLOOR + 40) * 10);
            buf_lit(out, " stroke=\"currentColor\" stroke-opacity=\"0.35\"/>\n");
        }
        from = i;
    }
    for (size_t i = 0; i < c->len; i += s->every)
        put_text(out, "middle", across(s, i, 500), (FLOOR + 18) * 10, c->at[i].label);
}

static void draw_gap(Buf *out, const Scale *s, size_t i) {
    Str rest = s->chart->at[i].why;
    int y = (FLOOR - 22) * 10;
    if (!rest.len) rest = S("no figure");
    buf_lit(out, "<g class=\"kith-chart__gap\">");
    while (rest.len) {                                           // a word a line: there is little room across
        Str word = str_cut(&rest, S(" "));
        put_text(out, "middle", across(s, i, 500), y, word);
        y += 140;
    }
    buf_lit(out, "</g>\n");
}

static void draw_joins(Buf *out, const Scale *s) {
    const ChartPoint *p = s->chart->at;
    for (size_t i = 1; i < s->chart->len; i++) {
        if (p[i].value == NONE || p[i - 1].value == NONE || p[i].breaks) continue;
        put_line(out, "join", across(s, i - 1, 500), up(s, p[i - 1].value), across(s, i, 500),
                 up(s, p[i].value));
        buf_lit(out, " stroke=\"currentColor\" stroke-width=\"2.5\"/>\n");
    }
}

static void draw_break(Buf *out, const Scale *s, size_t i) {
    for (int side = -25; side <= 25; side += 50) {
        put_line(out, "break", across(s, i, 0) + side, TOP * 10, across(s, i, 0) + side, FLOOR * 10);
        buf_lit(out, " stroke=\"currentColor\" stroke-dasharray=\"2 3\"/>\n");
    }
}

static void draw_marker(Buf *out, const Scale *s, size_t i) {
    const ChartPoint *p = &s->chart->at[i];
    int x = across(s, i, 500), y = up(s, p->value);
    buf_fmt(out, "<svg overflow=\"visible\"");
    put_x(out, "x", x), put_y(out, "y", y);
    buf_fmt(out, ">%s class=\"%s\" stroke=\"currentColor\" stroke-width=\"2\" fill=\"%s\"/></svg>\n",
            p->whole_year ? "<rect x=\"-5\" y=\"-5\" width=\"10\" height=\"10\"" : "<circle r=\"5\"",
            p->provisional ? "kith-chart__hollow" : "kith-chart__point",
            p->provisional ? "Canvas" : "currentColor");
}

static void draw_column(Buf *out, const Scale *s, size_t i) {
    const ChartPoint *p = &s->chart->at[i];
    Dec foot = s->low > 0 ? s->low : 0;
    int top = up(s, p->value > foot ? p->value : foot), floor = up(s, p->value > foot ? foot : p->value);
    buf_lit(out, "<rect class=\"kith-chart__column\"");
    put_x(out, "x", across(s, i, 180)), put_y(out, "y", top);
    put_x(out, "width", (RIGHT - LEFT) * 64 / 100 / (int)s->chart->len);
    put_y(out, "height", floor - top);
    buf_fmt(out,
            " stroke=\"currentColor\" stroke-width=\"2\" fill=\"currentColor\" fill-opacity=\"%s\"%s/>\n",
            p->provisional  ? "0"
            : p->whole_year ? "1"
                            : "0.35",
            p->provisional ? " stroke-dasharray=\"4 3\"" : "");
}

static void draw_figures(Buf *out, const Scale *s) {
    const Chart *c = s->chart;
    if (c->kind == CHART_LINE) draw_joins(out, s);
    for (size_t i = 0; i < c->len; i++) {
        if (c->at[i].breaks && i) draw_break(out, s, i);
        if (c->at[i].value == NONE) {
            if (!s->crowded) draw_gap(out, s, i);
            continue;
        }
        if (c->kind == CHART_COLUMNS) draw_column(out, s, i);
        else draw_marker(out, s, i);
        if (!s->crowded)
            put_text(out, "middle", across(s, i, 500), up(s, c->at[i].value) - 90,
                figure(out->arena, c, c->at[i].value, c->decimals));
    }
}

static void draw_target(Buf *out, const Scale *s) {
    const Chart *c = s->chart;
    if (c->target == NONE) return;
    put_line(out, "target", LEFT, up(s, c->target), RIGHT, up(s, c->target));
    buf_lit(out, " stroke=\"currentColor\" stroke-width=\"2\" stroke-dasharray=\"8 5\"/>\n");
}

static void draw_svg(Buf *out, const Scale *s) {
    const Chart *c = s->chart;
    buf_fmt(out,
            "<svg class=\"kith-chart__drawing\" role=\"img\" width=\"100%%\" height=\"%d\" "
            "focusable=\"false\" font-size=\"13\" fill=\"currentColor\" aria-labelledby=\"",
            HEIGHT);
    html_str(out, c->id), buf_lit(out, "-title "), html_str(out, c->id);
    buf_lit(out, "-about\">\n<title id=\""), html_str(out, c->id), buf_lit(out, "-title\">"),
        html_str(out, c->title);
    buf_lit(out, "</title>\n<desc id=\""), html_str(out, c->id), buf_lit(out, "-about\">"),
        html_str(out, c->about);
    buf_lit(out, "</desc>\n");
    put_text(out, "start", 0, 120, c->up);
    draw_ticks(out, s);
    draw_years(out, s);
    draw_target(out, s);
    draw_figures(out, s);
    put_text(out, "end", RIGHT, (HEIGHT - 4) * 10, c->across);
    buf_lit(out, "</svg>\n");
}

typedef struct Used {
    bool years, parts, hollow, breaks, gaps;
} Used;

static Used used_of(const Chart *c) {
    Used u = {0};
    for (size_t i = 0; i < c->len; i++) {
        const ChartPoint *p = &c->at[i];
        u.gaps |= p->value == NONE;
        if (p->value == NONE) continue;
        u.years |= p->whole_year, u.parts |= !p->whole_year;
        u.hollow |= p->provisional, u.breaks |= p->breaks && i > 0;
    }
    return u;
}

static void key_item(Buf *out, const char *shape, Str words) {
    buf_fmt(out,
            "<li><svg width=\"28\" height=\"14\" aria-hidden=\"true\" focusable=\"false\" "
            "stroke=\"currentColor\" stroke-width=\"2\" fill=\"currentColor\">%s</svg> ",
            shape);
    html_str(out, words);
    buf_lit(out, "</li>\n");
}

static void draw_key(Buf *out, const Chart *c, const Scale *s) {
    Used u = used_of(c);
    bool columns = c->kind == CHART_COLUMNS;
    Str part = c->point.len ? c->point : S("Quarter");
    buf_lit(out, "<ul class=\"kith-chart__key\">\n");
    if (u.years) key_item(out, "<rect x=\"9\" y=\"2\" width=\"10\" height=\"10\"/>", S("Whole year"));
    if (u.parts && columns)
        key_item(out, "<rect x=\"9\" y=\"2\" width=\"10\" height=\"10\" fill-opacity=\"0.35\"/>", part);
    else if (u.parts) key_item(out, "<circle cx=\"14\" cy=\"7\" r=\"5\"/>", part);
    if (u.hollow)
        key_item(out, "<circle cx=\"14\" cy=\"7\" r=\"5\" fill=\"none\"/>", S("Hollow: provisional"));
    if (c->target != NONE)
        key_item(out, "<line x1=\"0\" y1=\"7\" x2=\"28\" y2=\"7\" stroke-dasharray=\"8 5\"/>",
                 c->target_text);
    if (u.breaks)
        key_item(out, "<path d=\"M11 0V14M17 0V14\" stroke-dasharray=\"2 3\"/>",
            S("Break: figures on the two sides cannot be compared"));
    buf_lit(out, "</ul>\n");
    if (s->low > 0) {
        buf_lit(out, "<p class=\"kith-chart__note\">The scale starts at ");
        html_str(out, figure(out->arena, c, s->low, step_decimals(s->step)));
        buf_lit(out, ", not at nought.</p>\n");
    }
}

bool chart_draw(Buf *out, const Chart *c) {
    if (!c->title.len || !c->about.len || !c->across.len || !c->up.len) return false;
    Used u = used_of(c);
    if (!u.years && !u.parts) return false;
    Scale s = scale_of(c);
    buf_lit(out, "<figure class=\"kith-chart\">\n<figcaption class=\"kith-chart__title\">");
    html_str(out, c->title);
    buf_lit(out, "</figcaption>\n");
    draw_svg(out, &s);
    draw_key(out, c, &s);
    buf_lit(out, "</figure>\n");
    return true;
}

Html chart_html(Arena *a, const Chart *c) {
    Buf out = {.arena = a};
    chart_draw(&out, c);
    return html_of(&out);
}

static void spark_segments(Buf *out, const Dec *at, size_t len, Dec low, Dec high) {
    int64_t room = len > 1 ? (int64_t)len - 1 : 1, tall = high > low ? high - low : 1;
    for (size_t i = 0, last = SIZE_MAX; i < len; i++) {
        if (at[i] == NONE) continue;
        int64_t x = 3 + 94 * (int64_t)i / room,
                y = 21 - 18 * ((at[i] - low) / 1000) / (tall / 1000 ? tall / 1000 : 1);
        if (last == SIZE_MAX || i - last > 1) buf_fmt(out, "M%lld %lldh0", (long long)x, (long long)y);
        else buf_fmt(out, "L%lld %lld", (long long)x, (long long)y);
        last = i;
    }
}

Html chart_spark(Arena *a, Str about, const Dec *at, size_t len) {
    Dec low = INT64_MAX, high = INT64_MIN;
    size_t figures = 0;
    for (size_t i = 0; i < len; i++) {
        if (at[i] == NONE) continue;
        if (at[i] < low) low = at[i];
        if (at[i] > high) high = at[i];
        figures++;
    }
    Buf out = {.arena = a};
    if (figures < 2 || !about.len) return html_of(&out);
    buf_lit(&out, "<svg class=\"kith-spark\" role=\"img\" width=\"100\" height=\"24\" viewBox=\"0 0 100 24\" "
                  "aria-label=\"");
    html_str(&out, about);
    buf_lit(&out, "\"><path fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" "
                  "stroke-linecap=\"round\" d=\"");
    spark_segments(&out, at, len, low, high);
    buf_lit(&out, "\"/></svg>");
    return html_of(&out);
}
