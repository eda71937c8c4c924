// What waits, as lines with a date each: the one place that knows where the page of each kind of thing is.
#include "pathway/work/work.h"

#include <stdlib.h>

#include "access/settings.h"

const WorkKind work_kinds[] = {
    {"episode", S("Next step for a child"), "/work/people/%lld", .by_person = true},
    {"glass", S("Review why a record was opened"), "/work/glass/%lld"},
    {"refusal", S("Judge what a refusal of consent means"), "/work/people/%lld/consent", .by_person = true},
    {"conflict", S("Give the case to somebody else"), "/work/people/%lld", .by_person = true},
    {"danger", S("Call put through for danger"), "/work/contacts/%lld", .danger = true},
    {"contact", S("Contact"), "/work/contacts/%lld"},
    {"flag", S("Several contacts about one family"), "/work/contacts/flags/%lld"},
    {"referral", S("Referral to social care"), "/work/referrals/%lld"},
    {"check", S("Question to a partner"), "/work/checks/%lld"},
    {"view", S("Bring back word to the child or the family"), "/work/people/%lld/views", .by_person = true,
     .told = true},
    {"step", S("Accept or decline a step"), "/work/steps/%lld"},
    {"dispute", S("Answer a disagreement"), "/work/disputes/%lld"},
    {"dispute-alert", S("A disagreement is late: see to it"), "/work/disputes/%lld"},
    {"complaint", S("Answer a complaint"), "/work/complaints/%lld"},
    {"transition", S("Plan for a change coming up"), "/work/people/%lld/edit", .by_person = true},
    {"action", S("Action of a plan"), "/work/actions/%lld"},
    {"review", S("Review of a plan"), "/work/reviews/%lld"},
    {"meeting", S("Meeting"), "/work/meetings/%lld"},
    {"wish", S("Answer what a child asks of a meeting"), "/work/meetings/%lld"},
    {"proposal", S("Answer what a child wants in the plan"), "/work/proposals/%lld",
     .told = true},
    {"request", S("Answer from a service"), "/work/requests/%lld"},
    {"oversight", S("Sign-off or supervision"), "/work/oversight/%lld"},
    {"assessment", S("Assessment"), "/work/assessments/%lld"},
    {"section", S("Your part of an assessment"), "/work/assessments/%lld"},
    {"clash", S("Two texts in one place"), "/work/assessments/%lld/clashes"},
    {"crisis", S("Why help came so late"), "/work/crisis/%lld"},
    {"confirm", S("Confirm a referral in writing"), "/work/referrals/%lld", .by_owner = true},
    {"chase", S("Ask after a referral"), "/work/referrals/%lld", .by_owner = true},
    {"absentee", S("A pupil who misses school"), "/work/absences/pupils/%lld", .by_owner = true},
    {"audit", S("Look at an assessment’s quality"), "/work/quality/audits/%lld"},
    {"chronology", S("Chronology for court or conference"), "/work/chronologies/%lld"},
    {"findings", S("What was found of your assessment"), "/work/quality/audits/%lld"},
};
const size_t n_work_kinds = COUNT(work_kinds);

static const WorkKind *kind_of(Str key) {
    static const WorkKind other = {"", S("To do"), "/work/people/%lld", .by_person = true};
    for (size_t i = 0; i < n_work_kinds; i++)
        if (str_eq(str_from(work_kinds[i].key), key)) return &work_kinds[i];
    return &other;
}

WorkDays work_days(Ctx *c) {
    WorkDays days = {0};
    for (int round = 0; db_together(c->db, &round);) {
        days.still = setting_int(c->db, "work.still_days");
        days.told = setting_int(c->db, "views.told_days");
    }
    return days;
}

Instant work_still_since(const Ctx *c, WorkDays days) { return c->now - days.still * INT64_C(86400000); }

static void when_due(Ctx *c, WorkLine *l, WorkDays days) {
    const WorkItem *i = l->item;
    l->due = DATE_NONE;
    l->at = i->due_at;
    if (l->kind->told && l->at == NONE) l->at = i->since + days.told * INT64_C(86400000);
    if (i->due_on.at && date_parse(i->due_on, &l->due)) {
        l->at = instant_at(l->due, 24 * 60 - 1);
        l->by = date_text(c->arena, l->due);
    } else if (l->at != NONE) {
        l->due = date_of(l->at);
        l->by = instant_text(c->arena, l->at);
    }
    if (l->kind->danger) l->by = str_fmt(c->arena, "Waits since %.*s", STR_FMT(l->by));
    l->late = l->kind->danger || (l->at != NONE && l->at < c->now);
}

static WorkLine line_of(Ctx *c, const WorkItem *i, WorkDays days) {
    WorkLine l = {.item = i, .kind = kind_of(i->kind)};
    when_due(c, &l, days);
    int64_t id = l.kind->by_person ? i->one_id : i->id;
    // A name that may not be shown is a page that may not be opened, but for a page that opens for its owner,
    // unless the record is shut to them and not even the line may say what it is; a contact may have no name
    // yet.
    bool own = l.kind->by_owner && i->owner_id == c->actor.id && i->what.at;
    if (i->name.at || own || (i->one_id == NONE && !l.kind->by_person))
        l.href = url_path(c->arena, l.kind->path, (long long)id);
    return l;
}

// Danger before everything, however late that is. What is due at once stands in the same order each time.
static int by_date(const void *a, const void *b) {
    const WorkLine *x = a, *y = b;
    if (x->kind->danger != y->kind->danger) return x->kind->danger ? -1 : 1;
    if (x->at != y->at) return x->at == NONE ? 1 : y->at == NONE ? -1 : x->at < y->at ? -1 : 1;
    if (x->item->id != y->item->id) return x->item->id < y->item->id ? -1 : 1;
    return x->kind < y->kind ? -1 : x->kind > y->kind;
}

WorkLines work_lines(Ctx *c, WorkItemList items, WorkDays days) {
    WorkLines out = {.at = arena_new(c->arena, WorkLine, items.len)};
    for (size_t i = 0; i < items.len; i++) out.at[out.len++] = line_of(c, &items.at[i], days);
    if (out.len) qsort(out.at, out.len, sizeof *out.at, by_date);
    return out;
}

static bool same(const WorkLine *a, const WorkLine *b) {
    return a->kind == b->kind && a->item->id == b->item->id && str_eq(a->item->kind, b->item->kind);
}

WorkLines work_lines_once(Ctx *c, WorkLines all) {
    WorkLines out = {.at = arena_new(c->arena, WorkLine, all.len)};
    for (size_t i = 0; i < all.len; i++) {
        bool there = false;
        for (size_t k = out.len; k > 0 && out.at[k - 1].at == all.at[i].at && !there; k--)
            there = same(&out.at[k - 1], &all.at[i]);
        if (!there) out.at[out.len++] = all.at[i];
    }
    return out;
}

static const WorkItem *episode_among(WorkLines lines, int64_t id) {
    for (size_t i = 0; i < lines.len; i++)
        if (lines.at[i].item->id == id && str_eq(lines.at[i].item->kind, S("episode")))
            return lines.at[i].item;
    return NULL;
}

Quiets work_quiet(Arena *a, StillList still, WorkLines lines, Instant before) {
    Quiets out = {.at = arena_new(a, Quiet, still.len)};
    for (size_t i = 0; i < still.len; i++) {
        bool written = still.at[i].last_at != NONE && still.at[i].last_at >= before;
        const WorkItem *episode = written ? NULL : episode_among(lines, still.at[i].id);
        if (episode) out.at[out.len++] = (Quiet){&still.at[i], episode};
    }
    return out;
}

size_t work_danger(WorkLines lines) {
    size_t n = 0;
    while (n < lines.len && lines.at[n].kind->danger) n++;
    return n;
}

size_t work_late(WorkLines lines) {
    size_t n = 0;
    while (n < lines.len && lines.at[n].late) n++;
    return n;
}

Str days_since(Arena *a, Instant since, Instant now) {
    int days = date_of(now) - date_of(since);
    return days <= 0 ? S("today") : str_fmt(a, "%d day%s", days, days == 1 ? "" : "s");
}
