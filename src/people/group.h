// The groups of children who more often need help, as they agreed to be recorded (W170, W171), and
// standings a court or a panel gave. From both come the badges on every page about the person, and whose
// voice needs extra attention (W173).
#ifndef KITH_GROUP_H
#define KITH_GROUP_H

#include "people/group.sql.h"
#include "people/record.h"

typedef struct Group {
    const char *key;
    int number;         // of the thirteen; 0: a standing, which needs nobody's leave
    Str name, about;    // about: when it fits, to be read to the family
    Str badge;          // on every page about the person; absent: none
    Str voice;    // why their own voice needs extra attention: "is in care"; absent: no more than others'
} Group;
extern const Group groups[];
extern const size_t n_groups;
const Group *group_find(Str key);    // NULL when there is none

extern const Choice group_said[3], group_agreers[4], group_hows[4];    // what was said, who agreed, how
Str group_answer_text(Str key);
Str group_agreed_text(Str key);

// "Hear this child first: is in care; is at risk of exploitation." Absent when there is no such reason, or
// the actor may not see it.
Str voice_attention(Ctx *c, const Record *r);
// Tags for the head of every page about the person.
Html record_badges(Ctx *c, const Record *r);

#endif
