// The pages of finding, making, joining and taking apart.
#ifndef KITH_FIND_PAGES_H
#define KITH_FIND_PAGES_H

#include "web/form.h"

Handler people_search, people_search_ask, people_find_json;
Handler people_new, people_new_ask, people_new_save;
Handler people_join, people_join_find, people_join_do, people_part, people_part_save;

#endif
