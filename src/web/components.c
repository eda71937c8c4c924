// What the component templates compute rather than say: ids, descriptions, which box is ticked.
#include "web/components.h"

#include <ctype.h>

Str ui_more(const Buf *out, Str classes) {
    return classes.len ? str_fmt(out->arena, " %.*s", STR_FMT(classes)) : S("");
}

Str ui_sub_id(const Buf *out, Str id, const char *end) {
    return str_fmt(out->arena, "%.*s%s", STR_FMT(id), end);
}

Str ui_joined(const Buf *out, Str a, Str b) {
    if (!a.len) return b;
    return b.len ? str_fmt(out->arena, "%.*s %.*s", STR_FMT(a), STR_FMT(b)) : a;
}

Str ui_numbered(const Buf *out, Str prefix, size_t n) {
    return n == 1 ? prefix : str_fmt(out->arena, "%.*s-%zu", STR_FMT(prefix), n);
}

Str ui_described(const Buf *out, const UiAsk *ask) {
    Str by = ask->described_by;
    if (words_any(ask->hint.words)) by = ui_joined(out, by, ui_sub_id(out, ui_id(ask), "-hint"));
    if (words_any(ask->error.words)) by = ui_joined(out, by, ui_sub_id(out, ui_id(ask), "-error"));
    return by;
}

Str ui_item_id(const Buf *out, const UiItems *o, size_t i) {
    return o->items[i].id.len ? o->items[i].id : ui_numbered(out, ui_id(&o->ask), i + 1);
}

bool ui_item_checked(const UiItems *o, size_t i) {
    const UiItem *item = &o->items[i];
    if (item->checked) return item->checked == UI_YES;
    if (o->value.len && str_eq(o->value, item->value)) return true;
    for (size_t v = 0; v < o->n_values; v++)
        if (str_eq(o->values[v], item->value)) return true;
    return false;
}

Str ui_tab_id(const Buf *out, const UiTabs *o, size_t i) {
    if (o->items[i].id.len) return o->items[i].id;
    return str_fmt(out->arena, "%.*s-%zu", STR_FMT(o->id_prefix), i + 1);
}

static Str capital(const Buf *out, Str word) {
    Str copy = str_fmt(out->arena, "%.*s", STR_FMT(word));
    if (copy.len) ((char *)(uintptr_t)copy.at)[0] = (char)toupper((unsigned char)copy.at[0]);
    return copy;
}

size_t ui_date_parts(const UiDate *o, UiDatePart at[3]) {
    size_t n = 0;
    if (!o->no_day) at[n] = o->day, at[n].name = ui_or(o->day.name, S("day")), n++;
    at[n] = o->month, at[n].name = ui_or(o->month.name, S("month")), n++;
    if (!o->no_year) at[n] = o->year, at[n].name = ui_or(o->year.name, S("year")), n++;
    return n;
}

bool ui_date_said(const UiDatePart *p) {
    return p->wrong == UI_YES || str_has(p->classes, S("govuk-input--error"));
}

// A part without a value of its own has that of the day, month or year it is.
static Str date_value(const UiDate *o, const UiDatePart *p) {
    if (p->value.at) return p->value;
    if (str_eq(p->name, S("day"))) return o->day.value;
    return str_eq(p->name, S("month"))  ? o->month.value
           : str_eq(p->name, S("year")) ? o->year.value
                                        : (Str){0};
}

UiInput ui_date_input_of(const Buf *out, const UiDate *o, UiDatePart p, bool wrong) {
    Str name = p.name, number = str_eq(name, S("year")) ? S("4") : S("2");
    Str classes =
        str_fmt(out->arena, "govuk-date-input__input%s",
                wrong && !ui_date_said(&(UiDatePart){.classes = p.classes}) ? " govuk-input--error" : "");
    if (!str_has(p.classes, S("govuk-input--width-")))
        classes = str_fmt(out->arena, "%.*s govuk-input--width-%.*s", STR_FMT(classes), STR_FMT(number));
    Str prefix = o->name_prefix.len ? str_fmt(out->arena, "%.*s-", STR_FMT(o->name_prefix)) : S("");
    return (UiInput){
        .ask = {.name = str_fmt(out->arena, "%.*s%.*s", STR_FMT(prefix), STR_FMT(name)),
                .id = p.id.len ? p.id
                               : str_fmt(out->arena, "%.*s-%.*s", STR_FMT(ui_id(&o->ask)), STR_FMT(name)),
                .label = {.words.text = p.label.len ? p.label : capital(out, name),
                          .classes = S("govuk-date-input__label")},
                .classes = ui_joined(out, classes, p.classes)},
        .value = date_value(o, &p),
        .inputmode = ui_or(p.inputmode, S("numeric")),
        .autocomplete = p.autocomplete,
        .pattern = p.pattern,
    };
}
