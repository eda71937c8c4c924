// One row an option. An option that is missing here makes the fixtures that use it "not expressible".
#include "web/components_fixture.h"

#define STR(p, T, m) {p, FIX_STR, offsetof(T, m)}
#define FALSY(p, T, m) {p, FIX_FALSY, offsetof(T, m)}
#define INT(p, T, m) {p, FIX_INT, offsetof(T, m)}
#define BOOL(p, T, m) {p, FIX_BOOL, offsetof(T, m)}
#define CHOICE(p, T, m) {p, FIX_CHOICE, offsetof(T, m)}
#define IS(p, T, m) {p, FIX_IS, offsetof(T, m)}
#define LIST(p, T, m, n, I, map) \
    {p, FIX_LIST, offsetof(T, m), offsetof(T, n), sizeof(I), map}
#define SUCCESS(p, T, m) {p, FIX_SUCCESS, offsetof(T, m)}
#define WORDS(p, T, m) STR(p "text", T, m.text), STR(p "html", T, m.html.markup)
#define END {0}

static const FixtureMap tag[] = {WORDS("", UiTag, words), STR("classes", UiTag, classes), END};

static const FixtureMap details[] = {
    STR("summaryText", UiDetails, summary.text), STR("summaryHtml", UiDetails, summary.html.markup),
    WORDS("", UiDetails, words), STR("id", UiDetails, id), STR("classes", UiDetails, classes),
    BOOL("open", UiDetails, open), END};

static const FixtureMap inset[] = {
    WORDS("", UiInset, words), STR("id", UiInset, id), STR("classes", UiInset, classes), END};

static const FixtureMap warning[] = {
    WORDS("", UiWarning, words), STR("iconFallbackText", UiWarning, icon_text),
    STR("classes", UiWarning, classes), END};

static const FixtureMap panel[] = {
    STR("titleText", UiPanel, title.text), STR("titleHtml", UiPanel, title.html.markup),
    WORDS("", UiPanel, words),
    STR("classes", UiPanel, classes), END};

static const FixtureMap banner[] = {
    WORDS("", UiBanner, words), STR("titleText", UiBanner, title.text),
    STR("titleHtml", UiBanner, title.html.markup),
    STR("titleId", UiBanner, title_id), STR("role", UiBanner, role), STR("classes", UiBanner, classes),
    CHOICE("disableAutoFocus", UiBanner, no_focus), SUCCESS("type", UiBanner, success), END};

static const FixtureMap phase[] = {
    WORDS("", UiPhase, words), WORDS("tag.", UiPhase, tag), STR("classes", UiPhase, classes),
    STR("tag.classes", UiPhase, tag_classes), END};

static const FixtureMap link[] = {WORDS("", UiLink, words), FALSY("href", UiLink, href.text), END};

static const FixtureMap back_link[] = {
    WORDS("", UiBackLink, words), STR("href", UiBackLink, href.text), STR("classes", UiBackLink, classes),
    END};

static const FixtureMap skip_link[] = {
    WORDS("", UiSkipLink, words), STR("href", UiSkipLink, href.text), STR("classes", UiSkipLink, classes),
    END};

static const FixtureMap breadcrumbs[] = {
    LIST("items", UiBreadcrumbs, items, n_items, UiLink, link), STR("labelText", UiBreadcrumbs, label),
    STR("classes", UiBreadcrumbs, classes), BOOL("collapseOnMobile", UiBreadcrumbs, collapse), END};

static const FixtureMap button[] = {
    WORDS("", UiButton, words), STR("name", UiButton, name), STR("value", UiButton, value),
    STR("type", UiButton, type),
    STR("id", UiButton, id), STR("classes", UiButton, classes), STR("href", UiButton, href.text),
    BOOL("disabled", UiButton, disabled), BOOL("isStartButton", UiButton, start),
    CHOICE("preventDoubleClick", UiButton, once), END};

static const FixtureMap exit_this_page[] = {
    WORDS("", UiExit, words), STR("redirectUrl", UiExit, href.text), STR("id", UiExit, id),
    STR("classes", UiExit, classes),
    STR("activatedText", UiExit, activated), STR("timedOutText", UiExit, timed_out),
    STR("pressTwoMoreTimesText", UiExit, press_two_more),
    STR("pressOneMoreTimeText", UiExit, press_one_more), END};

static const FixtureMap page_item[] = {
    STR("number", UiPageItem, number), STR("visuallyHiddenText", UiPageItem, hidden_text),
    STR("href", UiPageItem, href.text),
    BOOL("current", UiPageItem, current), BOOL("ellipsis", UiPageItem, ellipsis), END};
static const FixtureMap pagination[] = {
    LIST("items", UiPagination, items, n_items, UiPageItem, page_item),
    WORDS("previous.", UiPagination, previous.words), STR("previous.href", UiPagination, previous.href.text),
    WORDS("next.", UiPagination, next.words), STR("next.href", UiPagination, next.href.text),
    STR("previous.labelText", UiPagination, previous_label), STR("next.labelText", UiPagination, next_label),
    STR("landmarkLabel", UiPagination, label), STR("classes", UiPagination, classes), END};

static const FixtureMap nav_item[] = {
    WORDS("", UiNavItem, words), STR("href", UiNavItem, href.text), BOOL("current", UiNavItem, current),
    BOOL("active", UiNavItem, active), END};
static const FixtureMap service_nav[] = {
    LIST("navigation", UiServiceNav, items, n_items, UiNavItem, nav_item),
    STR("serviceName", UiServiceNav, name),
    STR("serviceUrl", UiServiceNav, href.text), STR("navigationId", UiServiceNav, id),
    STR("classes", UiServiceNav, classes),
    STR("navigationClasses", UiServiceNav, nav_classes), STR("menuButtonText", UiServiceNav, menu),
    STR("menuButtonLabel", UiServiceNav, menu_label), STR("navigationLabel", UiServiceNav, nav_label),
    STR("ariaLabel", UiServiceNav, label), STR("slots.start", UiServiceNav, start.markup),
    STR("slots.end", UiServiceNav, end.markup), STR("slots.navigationStart", UiServiceNav, nav_start.markup),
    STR("slots.navigationEnd", UiServiceNav, nav_end.markup),
    CHOICE("collapseNavigationOnMobile", UiServiceNav, collapse), END};

static const FixtureMap action[] = {
    WORDS("", UiAction, words), STR("href", UiAction, href.text),
    STR("visuallyHiddenText", UiAction, hidden_text),
    STR("classes", UiAction, classes), END};
static const FixtureMap row[] = {
    WORDS("key.", UiRow, key), WORDS("value.", UiRow, value), STR("classes", UiRow, classes),
    STR("key.classes", UiRow, key_classes), STR("value.classes", UiRow, value_classes),
    STR("actions.classes", UiRow, actions_classes),
    LIST("actions.items", UiRow, actions, n_actions, UiAction, action), END};
static const FixtureMap summary[] = {
    LIST("rows", UiSummary, rows, n_rows, UiRow, row), STR("classes", UiSummary, classes),
    IS("card", UiSummary, card), WORDS("card.title.", UiSummary, card_title),
    STR("card.title.classes", UiSummary, card_title_classes),
    STR("card.classes", UiSummary, card_classes),
    STR("card.actions.classes", UiSummary, card_actions_classes),
    LIST("card.actions.items", UiSummary, card_actions, n_card_actions, UiAction, action), END};

static const FixtureMap cell[] = {
    WORDS("", UiCell, words), STR("format", UiCell, format), STR("classes", UiCell, classes),
    INT("colspan", UiCell, colspan), INT("rowspan", UiCell, rowspan), END};
static const FixtureMap cells[] = {LIST("", UiCells, at, len, UiCell, cell), END};
static const FixtureMap table[] = {
    STR("caption", UiTable, caption), STR("captionClasses", UiTable, caption_classes),
    STR("classes", UiTable, classes),
    LIST("head", UiTable, head, n_head, UiCell, cell), LIST("rows", UiTable, rows, n_rows, UiCells, cells),
    BOOL("firstCellIsHeader", UiTable, first_is_header), END};

static const FixtureMap tab[] = {
    STR("label", UiTab, label), STR("id", UiTab, id), WORDS("panel.", UiTab, panel), END};
static const FixtureMap tabs[] = {
    LIST("items", UiTabs, items, n_items, UiTab, tab), STR("id", UiTabs, id),
    STR("idPrefix", UiTabs, id_prefix),
    STR("title", UiTabs, title), STR("classes", UiTabs, classes), END};

static const FixtureMap task[] = {
    WORDS("title.", UiTask, title), WORDS("hint.", UiTask, hint), WORDS("status.", UiTask, status),
    WORDS("status.tag.", UiTask, tag.words), STR("status.tag.classes", UiTask, tag.classes),
    STR("href", UiTask, href.text),
    STR("classes", UiTask, classes), STR("title.classes", UiTask, title_classes),
    STR("status.classes", UiTask, status_classes), END};
static const FixtureMap tasks[] = {
    LIST("items", UiTasks, items, n_items, UiTask, task), STR("idPrefix", UiTasks, id_prefix),
    STR("classes", UiTasks, classes), END};

static const FixtureMap label[] = {
    WORDS("", UiLabel, words), STR("for", UiLabel, for_id), STR("classes", UiLabel, classes),
    BOOL("isPageHeading", UiLabel, heading), END};

static const FixtureMap hint[] = {WORDS("", UiHint, words), STR("id", UiHint, id),
    STR("classes", UiHint, classes), END};

static const FixtureMap error[] = {
    WORDS("", UiError, words), STR("id", UiError, id), STR("classes", UiError, classes),
    STR("visuallyHiddenText", UiError, prefix), END};

static const FixtureMap error_summary[] = {
    STR("titleText", UiErrorSummary, title.text), STR("titleHtml", UiErrorSummary, title.html.markup),
    STR("descriptionText", UiErrorSummary, description.text),
    STR("descriptionHtml", UiErrorSummary, description.html.markup),
    LIST("errorList", UiErrorSummary, items, n_items, UiLink, link), STR("classes", UiErrorSummary, classes),
    CHOICE("disableAutoFocus", UiErrorSummary, no_focus), END};

#define LEGEND(p, T, m)                                                                                      \
    WORDS(p, T, m.words), STR(p "classes", T, m.classes), BOOL(p "isPageHeading", T, m.heading)
static const FixtureMap fieldset[] = {
    LEGEND("legend.", UiFieldset, legend), STR("describedBy", UiFieldset, described_by),
    STR("role", UiFieldset, role),
    STR("classes", UiFieldset, classes), STR("html", UiFieldset, inside.markup), END};

// What every question takes.
#define ASK(T, before_, after_)                                                                              \
    STR("name", T, ask.name), STR("id", T, ask.id), WORDS("label.", T, ask.label.words),                     \
        STR("label.classes", T, ask.label.classes), BOOL("label.isPageHeading", T, ask.label.heading),       \
        WORDS("hint.", T, ask.hint.words), STR("hint.classes", T, ask.hint.classes),                         \
        WORDS("errorMessage.", T, ask.error.words), STR("errorMessage.classes", T, ask.error.classes),       \
        STR("errorMessage.visuallyHiddenText", T, ask.error.prefix),                                         \
        STR("describedBy", T, ask.described_by), STR("classes", T, ask.classes),                             \
        STR("formGroup.classes", T, ask.group_classes), WORDS("formGroup." before_ ".", T, ask.before),      \
        WORDS("formGroup." after_ ".", T, ask.after)

static const FixtureMap input[] = {
    ASK(UiInput, "beforeInput", "afterInput"), BOOL("disabled", UiInput, ask.disabled),
    FALSY("type", UiInput, type),
    STR("value", UiInput, value), STR("autocomplete", UiInput, autocomplete),
    STR("inputmode", UiInput, inputmode),
    STR("autocapitalize", UiInput, autocapitalize), STR("pattern", UiInput, pattern),
    CHOICE("spellcheck", UiInput, spellcheck), WORDS("prefix.", UiInput, prefix),
    WORDS("suffix.", UiInput, suffix),
    STR("prefix.classes", UiInput, prefix_classes), STR("suffix.classes", UiInput, suffix_classes),
    STR("inputWrapper.classes", UiInput, wrapper_classes), END};

static const FixtureMap password[] = {
    ASK(UiPassword, "beforeInput", "afterInput"), BOOL("disabled", UiPassword, ask.disabled),
    STR("value", UiPassword, value),
    STR("autocomplete", UiPassword, autocomplete), STR("button.classes", UiPassword, button_classes), END};

static const FixtureMap textarea[] = {
    ASK(UiTextarea, "beforeInput", "afterInput"), BOOL("disabled", UiTextarea, ask.disabled),
    STR("value", UiTextarea, value),
    STR("autocomplete", UiTextarea, autocomplete), INT("rows", UiTextarea, rows),
    CHOICE("spellcheck", UiTextarea, spellcheck), END};

static const FixtureMap character_count[] = {
    ASK(UiTextarea, "beforeInput", "afterInput"), STR("value", UiTextarea, value),
    INT("rows", UiTextarea, rows),
    CHOICE("spellcheck", UiTextarea, spellcheck), INT("maxlength", UiTextarea, max_characters),
    INT("maxwords", UiTextarea, max_words), INT("threshold", UiTextarea, threshold),
    STR("countMessage.classes", UiTextarea, count_classes), END};

static const FixtureMap file[] = {
    ASK(UiFile, "beforeInput", "afterInput"), BOOL("disabled", UiFile, ask.disabled),
    BOOL("multiple", UiFile, multiple),
    BOOL("javascript", UiFile, drop_zone), END};

static const FixtureMap option[] = {
    STR("value", UiOption, value), STR("text", UiOption, words.text), CHOICE("selected", UiOption, selected),
    BOOL("disabled", UiOption, disabled), END};
static const FixtureMap select_[] = {
    ASK(UiSelect, "beforeInput", "afterInput"), BOOL("disabled", UiSelect, ask.disabled),
    LIST("items", UiSelect, options, n_options, UiOption, option), STR("value", UiSelect, value), END};

static const FixtureMap item[] = {
    WORDS("", UiItem, words), STR("value", UiItem, value), STR("id", UiItem, id), STR("name", UiItem, name),
    WORDS("hint.", UiItem, hint.words), STR("hint.classes", UiItem, hint.classes),
    STR("label.classes", UiItem, label_classes),
    STR("divider", UiItem, divider), STR("behaviour", UiItem, behaviour),
    FALSY("conditional.html", UiItem, conditional.markup),
    CHOICE("checked", UiItem, checked), BOOL("disabled", UiItem, disabled), END};

#define IN_FIELDSET(T)                                                                                       \
    IS("fieldset", T, in_fieldset), LEGEND("fieldset.legend.", T, fieldset.legend),                          \
        STR("fieldset.classes", T, fieldset.classes), STR("fieldset.describedBy", T, fieldset.described_by)
static const FixtureMap items[] = {
    ASK(UiItems, "beforeInputs", "afterInputs"), STR("idPrefix", UiItems, ask.id), IN_FIELDSET(UiItems),
    LIST("items", UiItems, items, n_items, UiItem, item), STR("value", UiItems, value),
    LIST("values", UiItems, values, n_values, Str, NULL), END};

#define PART(p, m)                                                                                           \
    STR(p ".name", UiDate, m.name), STR(p ".label", UiDate, m.label), STR(p ".value", UiDate, m.value),      \
        STR(p ".id", UiDate, m.id), STR(p ".classes", UiDate, m.classes),                                    \
        CHOICE(p ".error", UiDate, m.wrong), STR(p ".autocomplete", UiDate, m.autocomplete),                 \
        STR(p ".pattern", UiDate, m.pattern), STR(p ".inputmode", UiDate, m.inputmode), {                    \
        "values." p, FIX_FALLBACK, offsetof(UiDate, m.value)                                                 \
    }
static const FixtureMap date_part[] = {
    STR("name", UiDatePart, name), STR("label", UiDatePart, label), STR("value", UiDatePart, value),
    STR("id", UiDatePart, id),
    STR("classes", UiDatePart, classes), CHOICE("error", UiDatePart, wrong),
    STR("autocomplete", UiDatePart, autocomplete),
    STR("pattern", UiDatePart, pattern), STR("inputmode", UiDatePart, inputmode), END};
static const FixtureMap date[] = {
    LIST("items", UiDate, items, n_items, UiDatePart, date_part), {"day", FIX_NOT, offsetof(UiDate, no_day)},
    {"year", FIX_NOT, offsetof(UiDate, no_year)},
    ASK(UiDate, "beforeInputs", "afterInputs"), IN_FIELDSET(UiDate), STR("namePrefix", UiDate, name_prefix),
    PART("day", day), PART("month", month), PART("year", year), END};

#define DRAW(view, T)                                                                                        \
    static void draw_##view(Buf *out, const void *o) { view(out, *(const T *)o); }
DRAW(ui_tag, UiTag) DRAW(ui_details, UiDetails) DRAW(ui_inset_text, UiInset) DRAW(ui_warning_text, UiWarning)
DRAW(ui_panel, UiPanel) DRAW(ui_notification_banner, UiBanner) DRAW(ui_phase_banner, UiPhase)
DRAW(ui_back_link, UiBackLink) DRAW(ui_skip_link, UiSkipLink) DRAW(ui_breadcrumbs, UiBreadcrumbs)
DRAW(ui_button, UiButton) DRAW(ui_exit_this_page, UiExit) DRAW(ui_pagination, UiPagination)
DRAW(ui_service_navigation, UiServiceNav) DRAW(ui_summary_list, UiSummary) DRAW(ui_table, UiTable)
DRAW(ui_tabs, UiTabs)
DRAW(ui_task_list, UiTasks) DRAW(ui_label, UiLabel) DRAW(ui_hint, UiHint) DRAW(ui_error_message, UiError)
DRAW(ui_error_summary, UiErrorSummary) DRAW(ui_fieldset, UiFieldset) DRAW(ui_input, UiInput)
DRAW(ui_password_input, UiPassword) DRAW(ui_textarea, UiTextarea) DRAW(ui_character_count, UiTextarea)
DRAW(ui_file_upload, UiFile) DRAW(ui_select, UiSelect) DRAW(ui_radios, UiItems) DRAW(ui_checkboxes, UiItems)
DRAW(ui_date_input, UiDate)

#define ROW(name, map, T, view, least) {name, map, sizeof(T), draw_##view, least}
const FixtureComponent fixture_components[] = {
    ROW("back-link", back_link, UiBackLink, ui_back_link, 6),
    ROW("breadcrumbs", breadcrumbs, UiBreadcrumbs, ui_breadcrumbs, 10),
    ROW("button", button, UiButton, ui_button, 36),
    ROW("character-count", character_count, UiTextarea, ui_character_count, 20),
    ROW("checkboxes", items, UiItems, ui_checkboxes, 37),
    ROW("date-input", date, UiDate, ui_date_input, 46),
    ROW("details", details, UiDetails, ui_details, 9),
    ROW("error-message", error, UiError, ui_error_message, 8),
    ROW("error-summary", error_summary, UiErrorSummary, ui_error_summary, 17),
    ROW("exit-this-page", exit_this_page, UiExit, ui_exit_this_page, 3),
    ROW("fieldset", fieldset, UiFieldset, ui_fieldset, 17),
    ROW("file-upload", file, UiFile, ui_file_upload, 17),
    ROW("hint", hint, UiHint, ui_hint, 5),
    ROW("input", input, UiInput, ui_input, 41),
    ROW("inset-text", inset, UiInset, ui_inset_text, 5),
    ROW("label", label, UiLabel, ui_label, 16),
    ROW("notification-banner", banner, UiBanner, ui_notification_banner, 18),
    ROW("pagination", pagination, UiPagination, ui_pagination, 13),
    ROW("panel", panel, UiPanel, ui_panel, 9),
    ROW("password-input", password, UiPassword, ui_password_input, 10),
    ROW("phase-banner", phase, UiPhase, ui_phase_banner, 6),
    ROW("radios", items, UiItems, ui_radios, 38),
    ROW("select", select_, UiSelect, ui_select, 16),
    ROW("service-navigation", service_nav, UiServiceNav, ui_service_navigation, 28),
    ROW("skip-link", skip_link, UiSkipLink, ui_skip_link, 8),
    ROW("summary-list", summary, UiSummary, ui_summary_list, 25),
    ROW("table", table, UiTable, ui_table, 16),
    ROW("tabs", tabs, UiTabs, ui_tabs, 10),
    ROW("tag", tag, UiTag, ui_tag, 11),
    ROW("task-list", tasks, UiTasks, ui_task_list, 9),
    ROW("textarea", textarea, UiTextarea, ui_textarea, 17),
    ROW("warning-text", warning, UiWarning, ui_warning_text, 7),
    {0},
};
