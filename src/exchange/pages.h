// The handlers of exchanging with partners' systems, for the table of routes.
#ifndef KITH_EXCHANGE_PAGES_H
#define KITH_EXCHANGE_PAGES_H

#include "web/web.h"

Handler exchange_show, notices_see, notices_take, outcomes_csv, outcomes_json, record_json_file;

#endif
