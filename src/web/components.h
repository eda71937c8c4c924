// GOV.UK components as typed views: what they write equals what govuk-frontend's own templates write for
// the same options (components_test.c compares them with its fixtures). Only the options Kith uses are
// here. Show one with
//
//     @include "web/components.h"
//     @show ui_button((UiButton){.words.text = S("Save")})
//
// A member left out is absent. `classes` are added after the component's own.
#ifndef KITH_COMPONENTS_H
#define KITH_COMPONENTS_H

#include "web/html.h"

typedef enum UiChoice {
    UI_UNSAID,
    UI_YES,
    UI_NO
} UiChoice;    // for attributes whose absence is a third answer

// --- words on a page ---

typedef struct UiTag {
    Words words;
    Str classes;                           // "govuk-tag--green"
} UiTag;
void ui_tag(Buf *out, UiTag o);

typedef struct UiDetails {
    Words summary, words;
    Str id, classes;
    bool open;
} UiDetails;
void ui_details(Buf *out, UiDetails o);

typedef struct UiInset {
    Words words;
    Str id, classes;
} UiInset;
void ui_inset_text(Buf *out, UiInset o);

typedef struct UiWarning {
    Words words;
    Str icon_text;                         // for screen readers; absent is "Warning"
    Str classes;
} UiWarning;
void ui_warning_text(Buf *out, UiWarning o);

typedef struct UiPanel {    // the green panel that says that something was done; its title is the h1
    Words title, words;
    Str classes;
} UiPanel;
void ui_panel(Buf *out, UiPanel o);

typedef struct UiBanner {
    Words words, title;                    // title: absent is "Important", or "Success"
    Str title_id, role, classes;
    bool success;                          // green and announced at once
    UiChoice no_focus;
} UiBanner;
void ui_notification_banner(Buf *out, UiBanner o);

typedef struct UiPhase {
    Words tag, words;
    Str classes, tag_classes;
} UiPhase;
void ui_phase_banner(Buf *out, UiPhase o);

// --- ways on ---

typedef struct UiLink {
    Words words;
    Url href;                              // absent: plain text
} UiLink;

typedef struct UiBackLink {
    Words words;                           // absent is "Back"
    Url href;
    Str classes;
} UiBackLink;
void ui_back_link(Buf *out, UiBackLink o);

typedef struct UiSkipLink {
    Words words;
    Url href;                              // absent is #content
    Str classes;
} UiSkipLink;
void ui_skip_link(Buf *out, UiSkipLink o);

typedef struct UiBreadcrumbs {
    const UiLink *items;
    size_t n_items;
    Str label, classes;                    // label: absent is "Breadcrumb"
    bool collapse;                         // on a phone, only the first and the last
} UiBreadcrumbs;
void ui_breadcrumbs(Buf *out, UiBreadcrumbs o);

typedef struct UiButton {
    Words words;
    Str name, value, type, id, classes;    // type: absent is "submit"
    Url href;                              // with it the button is a link
    bool disabled, start;
    UiChoice once;                         // ignore a second press within a second
} UiButton;
void ui_button(Buf *out, UiButton o);

typedef struct UiExit {
    Words words;
    Url href;                              // a harmless page elsewhere; absent is BBC Weather
    Str id, classes;
    Str activated, timed_out, press_two_more, press_one_more;
} UiExit;
void ui_exit_this_page(Buf *out, UiExit o);

typedef struct UiPageItem {
    Str number, hidden_text;
    Url href;
    bool current, ellipsis;
} UiPageItem;
typedef struct UiPagination {
    const UiPageItem *items;
    size_t n_items;
    UiLink previous, next;                 // without words: "Previous page", "Next page"
    Str previous_label, next_label;        // under the words, where there are no items
    Str label, classes;                    // label: absent is "Pagination"
} UiPagination;
void ui_pagination(Buf *out, UiPagination o);

typedef struct UiNavItem {
    Words words;
    Url href;
    bool current;                          // this very page
    bool active;                           // a page of this section
} UiNavItem;
typedef struct UiServiceNav {
    const UiNavItem *items;
    size_t n_items;
    Str name;                              // the service's name; absent: only the items
    Url href;
    Str id, classes, nav_classes;          // id of the list: absent is "navigation"
    Str menu, menu_label, nav_label, label;
    Html start, end, nav_start, nav_end;   // slots
    UiChoice collapse;    // behind a menu button on a phone; unsaid: when there is more than one item
} UiServiceNav;
void ui_service_navigation(Buf *out, UiServiceNav o);

typedef struct UiSubNav {                  // MOJ: pages of one thing, side by side
    const UiNavItem *items;
    size_t n_items;
    Str label, classes;                    // label: absent is "Secondary navigation region"
} UiSubNav;
void ui_sub_navigation(Buf *out, UiSubNav o);

// --- lists ---

typedef struct UiAction {
    Words words;
    Url href;
    Str hidden_text, classes;
} UiAction;
typedef struct UiRow {
    Words key, value;
    const UiAction *actions;
    size_t n_actions;
    Str classes, key_classes, value_classes, actions_classes;
} UiRow;
typedef struct UiSummary {
    const UiRow *rows;
    size_t n_rows;
    Str classes;
    bool card;                             // the list stands in a card
    Words card_title;
    const UiAction *card_actions;
    size_t n_card_actions;
    Str card_classes, card_title_classes, card_actions_classes;
} UiSummary;
void ui_summary_list(Buf *out, UiSummary o);

typedef struct UiCell {
    Words words;
    Str format, classes;                   // format: "numeric"
    int colspan, rowspan;
} UiCell;
typedef struct UiCells {
    const UiCell *at;
    size_t len;
} UiCells;
typedef struct UiTable {
    Str caption, caption_classes, classes;
    const UiCell *head;
    size_t n_head;
    const UiCells *rows;
    size_t n_rows;
    bool first_is_header;                  // the first cell of a row is its heading
} UiTable;
void ui_table(Buf *out, UiTable o);

typedef struct UiTab {
    Str label, id;
    Words panel;                           // text becomes a paragraph
} UiTab;
typedef struct UiTabs {
    const UiTab *items;
    size_t n_items;
    Str id, id_prefix, title, classes;     // title: absent is "Contents"
} UiTabs;
void ui_tabs(Buf *out, UiTabs o);

typedef struct UiTask {
    Words title, hint, status;
    UiTag tag;                             // the status as a tag
    Url href;
    Str classes, title_classes, status_classes;
} UiTask;
typedef struct UiTasks {
    const UiTask *items;
    size_t n_items;
    Str id_prefix, classes;                // id_prefix: absent is "task-list"
} UiTasks;
void ui_task_list(Buf *out, UiTasks o);

// --- questions ---

typedef struct UiLabel {
    Words words;
    Str for_id, classes;
    bool heading;                          // it is the page's h1
} UiLabel;
void ui_label(Buf *out, UiLabel o);

typedef struct UiHint {
    Words words;
    Str id, classes;
} UiHint;
void ui_hint(Buf *out, UiHint o);

typedef struct UiError {
    Words words;
    Str id, classes, prefix;               // prefix: absent is "Error"; S("") is none
} UiError;
void ui_error_message(Buf *out, UiError o);

typedef struct UiErrorSummary {
    Words title, description;
    const UiLink *items;
    size_t n_items;
    Str classes;
    UiChoice no_focus;
} UiErrorSummary;
void ui_error_summary(Buf *out, UiErrorSummary o);

typedef struct UiLegend {
    Words words;
    Str classes;
    bool heading;
} UiLegend;
typedef struct UiFieldset {
    UiLegend legend;
    Str described_by, role, classes;
    Html inside;
} UiFieldset;
void ui_fieldset(Buf *out, UiFieldset o);

// What every question has.
typedef struct UiAsk {
    Str name, id;                          // id: absent is the name
    UiLabel label;
    UiHint hint;
    UiError error;
    Str described_by;                      // ids of other explanations
    Str classes, group_classes;
    Words before, after;                   // beside the control, inside its group
    bool disabled;
} UiAsk;

typedef struct UiInput {
    UiAsk ask;
    Str type, value, autocomplete, inputmode, autocapitalize, pattern;   // type: absent is "text"
    UiChoice spellcheck;
    Words prefix, suffix;
    Str prefix_classes, suffix_classes, wrapper_classes;
} UiInput;
void ui_input(Buf *out, UiInput o);

typedef struct UiPassword {
    UiAsk ask;
    Str value, autocomplete, button_classes;   // autocomplete: absent is "current-password"
} UiPassword;
void ui_password_input(Buf *out, UiPassword o);

typedef struct UiTextarea {
    UiAsk ask;
    Str value, autocomplete;
    int rows;                              // 0 is 5
    UiChoice spellcheck;
    int max_characters, max_words, threshold;   // for ui_character_count
    Str count_classes;
} UiTextarea;
void ui_textarea(Buf *out, UiTextarea o);
void ui_character_count(Buf *out, UiTextarea o);

typedef struct UiFile {
    UiAsk ask;
    bool multiple;
    bool drop_zone;                        // enhanced by script
} UiFile;
void ui_file_upload(Buf *out, UiFile o);

typedef struct UiOption {
    Str value;                             // absent: the words are the value
    Words words;
    UiChoice selected;                     // unsaid: by the value
    bool disabled;
} UiOption;
typedef struct UiSelect {
    UiAsk ask;
    const UiOption *options;
    size_t n_options;
    Str value;                             // which is selected, unless an option says so itself
} UiSelect;
void ui_select(Buf *out, UiSelect o);

typedef struct UiItem {                    // a radio button or a tick box
    Words words;
    Str value, id, name;
    UiHint hint;
    Str label_classes, divider, behaviour; // behaviour: "exclusive" for "none of these"
    Html conditional;                      // asked for only when this one is chosen
    UiChoice checked;                      // unsaid: by the value
    bool disabled;
} UiItem;
typedef struct UiItems {
    UiAsk ask;                             // label is not used: the fieldset's legend is the question
    UiFieldset fieldset;
    bool in_fieldset;
    const UiItem *items;
    size_t n_items;
    Str value;                             // of the checked radio button
    const Str *values;                     // of the ticked boxes
    size_t n_values;
} UiItems;
void ui_radios(Buf *out, UiItems o);
void ui_checkboxes(Buf *out, UiItems o);

typedef struct UiDatePart {
    Str name, label, value, id, classes, autocomplete, pattern, inputmode;
    UiChoice wrong;
} UiDatePart;
typedef struct UiDate {
    UiAsk ask;                             // ask.id names the group
    UiFieldset fieldset;
    bool in_fieldset;
    Str name_prefix;
    UiDatePart day, month, year;           // whatever is left out is as usual
    bool no_day, no_year;                  // only some of them
    const UiDatePart *items;               // or these, in this order, in the place of the three
    size_t n_items;
} UiDate;
void ui_date_input(Buf *out, UiDate o);

// --- for the templates themselves ---

Str ui_more(const Buf *out, Str classes);            // " classes", or nothing
static inline Str ui_when(bool holds, Str s) { return holds ? s : S(""); }
static inline Str ui_or(Str s, Str otherwise) { return s.len ? s : otherwise; }
static inline Words ui_words_or(Words w, Str otherwise) {
    return words_any(w) ? w : (Words){.text = otherwise};
}
static inline Str ui_id(const UiAsk *ask) { return ui_or(ask->id, ask->name); }
Str ui_sub_id(const Buf *out, Str id, const char *end);   // id + "-hint"
Str ui_described(const Buf *out, const UiAsk *ask);       // everything that aria-describedby names
Str ui_joined(const Buf *out, Str a, Str b);              // with a space where both are there
Str ui_item_id(const Buf *out, const UiItems *o, size_t i);
bool ui_item_checked(const UiItems *o, size_t i);
Str ui_tab_id(const Buf *out, const UiTabs *o, size_t i);
size_t ui_date_parts(const UiDate *o, UiDatePart at[3]);
bool ui_date_said(const UiDatePart *p);                   // that it is the wrong one
UiInput ui_date_input_of(const Buf *out, const UiDate *o, UiDatePart p, bool wrong);
Str ui_numbered(const Buf *out, Str prefix, size_t n);    // "prefix-2"; only the prefix for 1
void ui_group_open(Buf *out, UiAsk ask);                  // the group's <div>
void ui_explain(Buf *out, UiAsk ask);                     // its hint and its error

#endif
