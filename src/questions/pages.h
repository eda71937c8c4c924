// The pages of questionnaires in the office.
#ifndef KITH_QUESTIONS_PAGES_H
#define KITH_QUESTIONS_PAGES_H

#include "web/web.h"

Handler forms_list, form_edit, form_export, form_save;
Handler form_show, form_preview, form_draft_begin, form_draft_drop, form_draft_start;
Handler form_import_new, form_import_look, form_import_keep;
Handler question_new, question_add, question_edit, question_save, question_up, question_down,
    question_remove_ask, question_remove;

#endif
