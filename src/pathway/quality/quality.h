// Samples of early help assessments, to see how good they are (W65): drawn at random by a seed that is kept,
// looked at by a questionnaire of the pack, and the findings given back to the worker.
#ifndef KITH_QUALITY_H
#define KITH_QUALITY_H

#include "pathway/quality/quality.sql.h"
#include "people/record.h"
#include "questions/questions.h"

// Pure: which of n are drawn, for everybody the same with the same seed: `want` of them into ret, as many as
// there are. How many.
size_t quality_draw(Str seed, const int64_t *at, size_t n, size_t want, int64_t *ret);

// For the page of an assessment: what samples found of it, for whom it was found and who found it.
void quality_found(Buf *out, Ctx *c, int64_t assessment);
// For a worker's list: findings that they have not read yet.
void quality_waiting(Buf *out, Ctx *c);

// ---- within -----------------------------------------------------------------------------------------------
Str grade_text(Str grade);
Str quarter_text(Arena *a, Str starts_on);    // "July to September 2014"
typedef struct QualityPage {
    const Filled *form;
    SampleRowList samples;
    GradeCountList results;
} QualityPage;
typedef struct LookPage {
    const CafLook *look;
    const Sheet *sheet;
    MissingList missing;
} LookPage;

#endif
