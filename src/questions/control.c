// Each kind of question is one of the components.
#include "questions/draw.h"

static UiAsk asked(const Question *q, Str name, Str error) {
    return (UiAsk){.name = name,
                   .label.words.text = q->label,
                   .label.classes = S("govuk-label--s"),
                   .hint.words.text = q->hint,
                   .error.words.text = error};
}

static UiFieldset legend(const Question *q) {
    return (UiFieldset){.legend = {.words.text = q->label, .classes = S("govuk-fieldset__legend--s")}};
}

static void draw_line(Buf *out, const Question *q, Str name, Str value, Str error) {
    UiInput o = {.ask = asked(q, name, error), .value = value, .autocomplete = S("off")};
    if (q->kind == ASK_NUMBER) {
        Str fits = number_words(out->arena, q);
        o.inputmode = q->whole ? S("numeric") : S("decimal");
        o.ask.classes = S("govuk-input--width-5");
        if (fits.at)
            o.ask.hint.words.text = str_fmt(out->arena, "%.*s%sGive %.*s", STR_FMT(q->hint),
                                            q->hint.len ? ". " : "", STR_FMT(fits));
    }
    ui_input(out, o);
}

static void draw_long(Buf *out, const Question *q, Str name, Str value, Str error) {
    UiTextarea o = {.ask = asked(q, name, error), .value = value, .rows = 5, .max_characters = q->max};
    if (q->max)
        ui_character_count(out, o);
    else
        ui_textarea(out, o);
}

static Str date_part(Str value, int at, int len) {
    Date day;
    if (!date_parse(value, &day)) return (Str){0};
    Str part = {value.at + at, (size_t)len};
    while (part.len > 1 && part.at[0] == '0') part.at++, part.len--;
    return part;
}

// What is no date stands as it was typed, "31/2/2014".
static void draw_date(Buf *out, const Question *q, Str name, Str value, Str error) {
    Str rest = value, day = date_part(value, 8, 2), month = date_part(value, 5, 2),
        year = date_part(value, 0, 4);
    if (!day.at && value.len) day = str_cut(&rest, S("/")), month = str_cut(&rest, S("/")), year = rest;
    ui_date_input(out, (UiDate){.ask = {.id = name, .hint.words.text = q->hint, .error.words.text = error},
                                .fieldset = legend(q),
                                .in_fieldset = true,
                                .name_prefix = name,
                                .day.value = day,
                                .month.value = month,
                                .year.value = year});
}

static void draw_items(Buf *out, const Question *q, Str name, Str value, Str error) {
    UiItem *items = arena_new(out->arena, UiItem, q->choices.len + 1);
    Str *ticked = arena_new(out->arena, Str, value.len / 2 + 1);
    UiItems o = {.ask = asked(q, name, error), .items = items, .in_fieldset = true, .fieldset = legend(q)};
    for (; o.n_items < q->choices.len; o.n_items++)
        items[o.n_items] = (UiItem){.value = q->choices.at[o.n_items].value,
                                    .words.text = q->choices.at[o.n_items].label,
                                    .hint.words.text = q->choices.at[o.n_items].hint};
    for (Str rest = value; rest.at && rest.len && o.n_values <= value.len / 2;)
        ticked[o.n_values++] = str_cut(&rest, S(","));
    o.values = ticked;
    o.value = value;
    if (q->kind == ASK_MANY)
        ui_checkboxes(out, o);
    else
        ui_radios(out, o);
}

static void draw_few(Buf *out, const Question *q, Str name, Str value, Str error) {
    static const Str numbers[] = {S("0"), S("1"), S("2"), S("3"), S("4"), S("5"),
                                  S("6"), S("7"), S("8"), S("9"), S("10")};
    UiItem items[COUNT(numbers)] = {{.value = S("yes"), .words.text = S("Yes")},
                                    {.value = S("no"), .words.text = S("No")}};
    UiItems o = {.ask = asked(q, name, error),
                 .items = items,
                 .n_items = 2,
                 .in_fieldset = true,
                 .fieldset = legend(q),
                 .value = value};
    o.ask.classes = S("govuk-radios--inline");
    if (q->kind == ASK_SCALE) {
        for (o.n_items = 0; o.n_items < COUNT(numbers); o.n_items++)
            items[o.n_items] = (UiItem){.value = numbers[o.n_items], .words.text = numbers[o.n_items]};
        o.ask.classes = S("govuk-radios--inline govuk-radios--small kith-scale");
        if (q->low.len || q->high.len)
            o.ask.hint.words.text = str_fmt(out->arena, "%.*s%s0: %.*s. 10: %.*s", STR_FMT(q->hint),
                                            q->hint.len ? ". " : "", STR_FMT(q->low), STR_FMT(q->high));
    }
    ui_radios(out, o);
}

void control_draw(Buf *out, const Question *q, Str name, Str value, Str error) {
    switch (q->kind) {
    case ASK_LONG: draw_long(out, q, name, value, error); break;
    case ASK_DATE: draw_date(out, q, name, value, error); break;
    case ASK_ONE:
    case ASK_MANY: draw_items(out, q, name, value, error); break;
    case ASK_YESNO:
    case ASK_SCALE: draw_few(out, q, name, value, error); break;
    default: draw_line(out, q, name, value, error);
    }
}
