// The pages of questionnaires in the office.
#ifndef KITH_QUESTIONS_PAGES_H
#define KITH_QUESTIONS_PAGES_H

#include "web/web.h"

Handler forms_list, form_edit, form_export, form_save;

#endif
