// The handlers of quality samples, for the table of routes.
#ifndef KITH_QUALITY_PAGES_H
#define KITH_QUALITY_PAGES_H

#include "web/web.h"

Handler quality_show, quality_draw_now, sample_show, look_show, look_section, look_section_save,
    look_section_draft, look_return, look_read;

#endif
