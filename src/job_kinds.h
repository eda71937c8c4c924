// The table of what Kith does by itself.
#ifndef KITH_JOB_KINDS_H
#define KITH_JOB_KINDS_H

#include "db/jobs.h"

extern const JobKind job_kinds[];
extern const size_t n_job_kinds;

#endif
