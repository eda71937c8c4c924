// The first screens: my work, my team's, and the front of a record.
#ifndef KITH_PATHWAY_WORK_PAGES_H
#define KITH_PATHWAY_WORK_PAGES_H

#include "web/web.h"

Handler work_mine, work_front, work_team, work_hand_over;
Handler chronicle_show, chronicle_one, chronicle_letters, note_new, note_save, note_edit, note_mend;
Handler views_show, view_new, view_save, view_outcome, view_outcome_save, search_show;
Handler curated_list, curated_new, curated_new_save, curated_show, curated_pick_show, curated_pick_save;
Handler curated_remark_show, curated_remark_save, curated_finish_now, curated_again;

#endif
