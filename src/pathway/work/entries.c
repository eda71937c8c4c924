// What a row of the chronology is called, and whether it was written down when it happened.
#include "pathway/work/front.h"

#include <stdlib.h>

const Choice entry_whats[] = {
    {S("note"), S("Note")},
    {S("visit"), S("Visit")},
    {S("call"), S("Telephone call")},
    {S("meeting"), S("Meeting")},
    {S("missed"), S("Not taken part")},
    {S("contact"), S("Contact")},
    {S("referral"), S("Referral")},
    {S("assessment"), S("Assessment")},
    {S("need"), S("Level of need")},
    {S("plan"), S("Plan")},
    {S("action"), S("Action")},
    {S("review"), S("Review")},
    {S("step"), S("Step up or down")},
    {S("dispute"), S("Disagreement")},
    {S("view"), S("In their words")},
    {S("consent"), S("Consent")},
    {S("episode"), S("Help")},
    {S("complaint"), S("Complaint")},
    {S("chronology"), S("Chronology")},
};
const size_t n_entry_whats = COUNT(entry_whats);
static const Choice natures[] = {
    {S("fact"), S("Fact")}, {S("opinion"), S("Opinion")}, {S("report"), S("Reported")}};

static Str label(const Choice *at, size_t n, Str key, Str otherwise) {
    for (size_t i = 0; i < n; i++)
        if (str_eq(at[i].value, key)) return at[i].label;
    return otherwise;
}

Str entry_what_text(Str what) { return label(entry_whats, n_entry_whats, what, S("Event")); }
Str entry_nature_text(Str nature) { return label(natures, COUNT(natures), nature, nature); }

Str entry_late(Arena *a, const Entry *n) {
    static const Instant day = 86400000;
    if (n->written_at - n->happened_at <= day) return (Str){0};
    return str_fmt(a, "written %.*s later", STR_FMT(days_since(a, n->happened_at, n->written_at)));
}

Str episode_kind_name(Str kind) {
    return str_eq(kind, S("social-care")) ? S("Social care") : S("Early help");
}

static int newest_first(const void *a, const void *b) {
    const Entry *x = a, *y = b;
    if (x->happened_at != y->happened_at) return x->happened_at > y->happened_at ? -1 : 1;
    return x->id > y->id ? -1 : x->id < y->id;
}

void entries_in_order(EntryList *entries, size_t most) {
    if (entries->len) qsort(entries->at, entries->len, sizeof *entries->at, newest_first);
    if (entries->len > most) entries->len = most;
}
