// The office's pages for the plan, its measures and each year's report. Only for this folder and the routes.
#ifndef KITH_EDIT_PAGES_H
#define KITH_EDIT_PAGES_H

#include "plan/edit/edit.h"
#include "plan/edit/edit.sql.h"
#include "plan/edit/words.sql.h"
#include "plan/edit/years.sql.h"
#include "plan/period.h"
#include "plan/rules.h"

// ---- measures --------------------------------------------------------------------------------------------
typedef struct FindMeasures {              // what stands in the address
    Str q, objective, responsible, state;  // state: "kept", "ended", "hidden"; absent: any
} FindMeasures;
typedef struct MeasureRows {
    FindMeasures find;
    Choices objectives, responsibles, states;
    size_t len, total;
    const EditLine **at;
} MeasureRows;

// The measure of the address; NULL when there is none. In a POST its turn is taken first.
const EditMeasure *edit_measure_asked(Ctx *c);
Str edit_measure_name(Arena *a, const EditMeasure *m);
Str edit_line_name(Arena *a, Str code, int64_t code_is_shown, Str title, Str label);
Url edit_measure_url(Arena *a, const EditMeasure *m, const char *tail);    // "/office/measures/ni-032/change"
Edit edit_measure_begin(Ctx *c, const EditMeasure *m, const Form *form, const void *now);
Reply edit_measure_done(Ctx *c, const EditMeasure *m, Str said);            // back to its page
const char *edit_drop(Arena *a, const char *what, int64_t id);   // "notes/7/drop"
Choices edit_picks(Arena *a, EditPickList picks);
Str edit_period_part(Arena *a, Str code);  // "2013/14-Q4" as part of an address: "2013-14-Q4"
Str edit_period_from(Arena *a, Str part);
Str edit_period_words(Arena *a, Str code); // "Quarter 4 of 2013/14"

// What a measure means, as forms have it (meaning.c).
#define MEANING_MEMBERS                                                                                      \
    Str title, line_label, polarity, band_low, band_high, kind, unit, decimals, accumulates, per,            \
        direction_text, definition, quality_note
typedef struct Meaning {
    MEANING_MEMBERS;
} Meaning;
typedef struct MeaningRead {               // the same, checked
    Meaning text;
    int64_t low, high, decimals, per;
} MeaningRead;
MeaningRead meaning_read(Filled *f, const Meaning *m, bool second_line);    // adds what is wrong
extern const Choice polarity_choices[4], kind_choices[4], accumulates_choices[4];
typedef struct DefinitionAsk {             // a change of definition that waits for its yes
    Html hidden;                           // the form as it was filled in
    Str day, why, turned;                  // turned: how the direction changes; absent where it does not
} DefinitionAsk;
// Published, or its figure signed off: no later version of the measure judges it.
static inline bool effect_settled(const EditEffect *e) {
    return e->published != NONE || str_eq(e->status, S("final")) || str_eq(e->status, S("revised"));
}
Str band_text(Arena *a, const EditMeasure *m);   // "10 to 20"
Str choice_label(const Choice *choices, size_t n, Str value);

// ---- a year's report --------------------------------------------------------------------------------------
Choices edit_line_choices(Arena *a, EditReportLineList lines, Str but);     // to stand after; value: the slug
// Where a line comes to stand: after the one with this slug, or last under its objective. Makes room.
int64_t edit_place(Ctx *c, Str year, EditReportLineList lines, Str after, int64_t objective);
const EditReportLine *edit_line_find(EditReportLineList lines, Str slug);
Str edit_year_asked(Ctx *c);               // of the address, one that has lines; absent when there is none

// Of one year and one kind: they stand in one list.
static inline bool edit_same_list(const EditHeadline *a, const EditHeadline *b) {
    return str_eq(a->year, b->year) && str_eq(a->kind, b->kind);
}

Handler measures_office, measure_change, measure_about, measure_about_save, measure_end, measure_end_save,
    measure_keep, measure_definition, measure_definition_save, measure_version_drop, measure_target,
    measure_target_ask, measure_target_save, measure_breaks, measure_break_add, measure_break_drop,
    measure_comments, measure_comment, measure_comment_save, measure_note, measure_note_save,
    measure_note_drop, measure_add, measure_add_save, years_show, year_show, year_line, year_line_save,
    year_line_add, year_line_add_save, year_line_drop, exclusion_add, exclusion_add_save, exclusion_edit,
    exclusion_save, exclusion_drop, plan_office, edition_add, edition_add_save, edition_edit, edition_save,
    objective_edit, objective_save, priority_add, priority_add_save, priority_edit, priority_save,
    priority_drop, commitment_add, commitment_add_save, commitment_edit, commitment_save, commitment_drop,
    headline_add, headline_add_save, headline_edit, headline_save, headline_up, headline_drop;

#endif
