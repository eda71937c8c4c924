// The pages of the threshold document, of a child's level of need, and of the directory of services.
#ifndef KITH_THRESHOLD_PAGES_H
#define KITH_THRESHOLD_PAGES_H

#include "web/web.h"

Handler threshold_show, threshold_level, threshold_search, threshold_words, threshold_all;
Handler editions_show, edition_show, edition_preview, edition_begin, edition_tell, edition_withdrawn;
Handler edition_draft, edition_changed, edition_name, edition_name_save, level_words, level_words_save;
Handler example_new, example_add_save, example_edit, example_save, example_up, example_down, example_remove;
Handler item_new, item_add_save, item_edit, item_save, item_remove;
Handler services_show, service_show;
Handler need_show, need_look, need_look_save, need_decide_ask, need_decide_save, need_cohorts;

#endif
