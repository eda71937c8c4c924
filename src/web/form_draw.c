// Drawing a form: each kind of field is one of the components.
#include "web/form.html.h"
#include "web/form_check.h"

static UiAsk asked(const Filled *f, size_t i) {
    const Field *field = &f->form->fields[i];
    return (UiAsk){.name = str_from(field->name),
                   .label.words.text = field->label,
                   .hint.words.text = field->hint,
                   .error.words.text = f->wrong[i]};
}

static UiInput input_of(Arena *a, const Filled *f, size_t i) {
    const Field *field = &f->form->fields[i];
    UiInput o = {.ask = asked(f, i), .value = f->value[i], .autocomplete = str_from(field->autocomplete)};
    if (field->width) o.ask.classes = str_fmt(a, "govuk-input--width-%d", field->width);
    if (field->kind == EMAIL) o.type = S("email"), o.spellcheck = UI_NO;
    if (field->kind == NUMBER) o.inputmode = S("numeric"), o.spellcheck = UI_NO;
    if (field->kind == DECIMAL) o.inputmode = S("decimal"), o.spellcheck = UI_NO;
    return o;
}

static void draw_textarea(Buf *out, const Filled *f, size_t i) {
    const Field *field = &f->form->fields[i];
    UiTextarea o = {.ask = asked(f, i), .value = f->value[i], .max_characters = field->max, .rows = 6};
    if (field->max) ui_character_count(out, o);
    else ui_textarea(out, o);
}

static void draw_select(Buf *out, const Filled *f, size_t i) {
    Choices choices = f->choices[i];
    UiOption *options = arena_new(out->arena, UiOption, choices.len + 1);
    options[0] = (UiOption){.value = S(""), .words.text = S("Choose one")};
    for (size_t n = 0; n < choices.len; n++)
        options[n + 1] = (UiOption){.value = choices.at[n].value, .words.text = choices.at[n].label};
    ui_select(
        out, (UiSelect){
                 .ask = asked(f, i), .options = options, .n_options = choices.len + 1, .value = f->value[i]});
}

static size_t ticked(Arena *a, Str value, const Str **ret) {
    Str *at = arena_new(a, Str, value.len / 2 + 1);
    size_t n = 0;
    for (Str rest = value; rest.at && rest.len && n < value.len / 2 + 1;) at[n++] = str_cut(&rest, S(","));
    *ret = at;
    return n;
}

static void draw_items(Buf *out, const Filled *f, size_t i) {
    const Field *field = &f->form->fields[i];
    Choices choices = f->choices[i];
    UiItem *items = arena_new(out->arena, UiItem, choices.len + 1);
    for (size_t n = 0; n < choices.len; n++)
        items[n] = (UiItem){.value = choices.at[n].value,
                            .words.text = choices.at[n].label,
                            .hint.words.text = choices.at[n].hint};
    UiItems o = {.ask = asked(f, i), .items = items, .n_items = choices.len, .in_fieldset = true,
                 .fieldset.legend = {.words.text = field->label, .classes = S("govuk-fieldset__legend--s")}};
    if (field->kind == CHECKBOXES) {
        o.n_values = ticked(out->arena, f->value[i], &o.values);
        ui_checkboxes(out, o);
        return;
    }
    o.value = f->value[i];
    if (field->inline_choices || field->kind == YESNO) o.ask.classes = S("govuk-radios--inline");
    ui_radios(out, o);
}

static UiChoice part_wrong(bool failed, bool any_missing, Str part) {
    if (!failed || !any_missing) return UI_UNSAID;
    return part.len ? UI_NO : UI_YES;
}

static void draw_date(Buf *out, const Filled *f, size_t i) {
    Str part[3];
    date_split(out->arena, f->value[i], part);
    bool missing = f->value[i].len && (!part[0].len || !part[1].len || !part[2].len),
         failed = f->wrong[i].len > 0;
    ui_date_input(out, (UiDate){
                           .ask = asked(f, i),
                           .in_fieldset = true,
                           .name_prefix = str_from(f->form->fields[i].name),
                           .fieldset.legend = {.words.text = f->form->fields[i].label,
                                               .classes = S("govuk-fieldset__legend--s")},
                           .day = {.value = part[0], .wrong = part_wrong(failed, missing, part[0])},
                           .month = {.value = part[1], .wrong = part_wrong(failed, missing, part[1])},
                           .year = {.value = part[2], .wrong = part_wrong(failed, missing, part[2])},
                       });
}

static void draw_password(Buf *out, const Filled *f, size_t i) {   // what was typed is not sent back
    ui_password_input(
        out, (UiPassword){.ask = asked(f, i), .autocomplete = str_from(f->form->fields[i].autocomplete)});
}

static void draw_hidden(Buf *out, const Filled *f, size_t i) {
    form_hidden(out, str_from(f->form->fields[i].name), f->value[i]);
}

void form_field(Buf *out, const Filled *f, size_t i) {
    switch (f->form->fields[i].kind) {
    case TEXTAREA: draw_textarea(out, f, i); break;
    case PASSWORD: draw_password(out, f, i); break;
    case DATE: draw_date(out, f, i); break;
    case SELECT: draw_select(out, f, i); break;
    case RADIOS: case CHECKBOXES: case YESNO: draw_items(out, f, i); break;
    case FILE_UPLOAD: ui_file_upload(out, (UiFile){.ask = asked(f, i)}); break;
    case HIDDEN: draw_hidden(out, f, i); break;
    case TEXT: case EMAIL: case NUMBER: case DECIMAL: ui_input(out, input_of(out->arena, f, i)); break;
    }
}

bool form_has_file(const Form *form) {
    for (size_t i = 0; i < form->n_fields; i++)
        if (form->fields[i].kind == FILE_UPLOAD) return true;
    return false;
}

// Where the focus goes when its error is followed: a date's first input that is wrong.
static Str focus_of(Arena *a, const Filled *f, size_t i) {
    static const char *const parts[] = {"day", "month", "year"};
    const Field *field = &f->form->fields[i];
    if (field->kind != DATE) return str_from(field->name);
    Str part[3];
    date_split(a, f->value[i], part);
    int first = 0;
    for (int n = 2; n >= 0; n--)
        if (!part[n].len) first = n;
    return str_fmt(a, "%s-%s", field->name, parts[first]);
}

void form_errors(Buf *out, const Filled *f) {
    UiLink links[FORM_FIELDS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < f->form->n_fields && i < FORM_FIELDS_MAX; i++) {
        if (!f->wrong[i].len) continue;
        Str focus = focus_of(out->arena, f, i);
        Url href = {f->form->fields[i].kind == HIDDEN ? S("") : str_fmt(out->arena, "#%.*s", STR_FMT(focus))};
        links[n++] = (UiLink){.words.text = f->wrong[i], .href = href};
    }
    if (n)
        ui_error_summary(
            out, (UiErrorSummary){.title.text = S("There is a problem"), .items = links, .n_items = n});
}
