// The pages of the early help assessment.
#ifndef KITH_ASSESSMENT_PAGES_H
#define KITH_ASSESSMENT_PAGES_H

#include "web/web.h"

Handler assessments_mine_page, assessments_person, assessment_new, assessment_begin, assessment_show,
    assessment_section, assessment_section_save, assessment_section_draft, assessment_print,
    assessment_history, assessment_clashes, assessment_clash_settle, assessment_act, assessment_owner_save,
    assessment_section_give,
    assessments_counts, crisis_show, crisis_save, children_new, children_begin;

#endif
