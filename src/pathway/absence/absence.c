// Pupils who are persistently absent, from the school's file to an early help assessment for each (W61).

#include "base/csv.h"
#include "pathway/absence/absence.h"
#include "pathway/absence/absence.html.h"
#include "pathway/absence/pages.h"
#include "pathway/clock/clock.h"
#include "pathway/plan/case.sql.h"
#include "pathway/plan/episode.h"
#include "web/layout.h"

enum { DAYS_TO_SEE = 10 };                 // working days until somebody looks

void absence_assessed(Ctx *c, int64_t person) { absence_assessed_all(c->db, person, c->now, c->actor.id); }

static Page frame(Str title, bool below) {
    Page p = {.title = title, .wide = true, .no_index = true, .crumbs = {{S("Work"), {S("/work")}}}};
    if (below) p.crumbs[1] = (Crumb){S("Absent from school"), {S("/work/absences")}};
    return p;
}

// ---- lists ------------------------------------------------------------------------------------------------

static AbsenceCount count_of(int64_t id, AbsenceLineList all) {
    AbsenceCount n = {.id = id};
    for (size_t i = 0; i < all.len; i++) {
        Str stands = all.at[i].stands;
        n.with += str_eq(stands, S("with"));
        n.settled += str_eq(stands, S("settled"));
        n.unseen += str_eq(stands, S("unseen"));
        n.without += str_eq(stands, S("without")) || str_eq(stands, S("unknown"));
    }
    return n;
}

Reply absences_show(Ctx *c) {
    AbsenceListList lists = absence_lists(c->db, c->actor.id, c->actor.agency, c->now);
    AbsenceCount *counts = arena_new(c->arena, AbsenceCount, lists.len + 1);
    for (size_t i = 0; i < lists.len; i++)
        counts[i] = count_of(lists.at[i].id, absences_of(c->db, lists.at[i].id, c->actor.id, c->now));
    note_before_answer(c, "absence.list", "absentee_list", NONE);
    Buf out = {.arena = c->arena};
    absences_view(&out, c, lists, counts);
    return page(c, frame(S("Absent from school"), false), &out);
}

static const AbsenceList *opened(Ctx *c, int64_t id) {
    const AbsenceList *l = absence_list_find(c->db, id, c->actor.id, c->actor.agency, c->now);
    if (l) note_before_answer(c, "absence.open", "absentee_list", l->id);
    return l;
}

Reply absence_list_show(Ctx *c) {
    const AbsenceList *l = opened(c, part_int(c, 0));
    if (!l) return status_page(c, 404);
    Buf out = {.arena = c->arena};
    absence_list_view(&out, c, l, absences_of(c->db, l->id, c->actor.id, c->now));
    return page(c, frame(l->title, true), &out);
}

// Pupils of whom there was no record when the list came, looked up anew.
Reply absence_list_again(Ctx *c) {
    const AbsenceList *l = opened(c, part_int(c, 0));
    if (!l) return status_page(c, 404);
    UnfoundList all = absence_unfound(c->db, l->id);
    int64_t found = 0;
    for (size_t i = 0; i < all.len; i++) {
        const Unfound *u = &all.at[i];
        Str name;
        int64_t person = absence_find(c, u->upn, u->name, u->born_on.at ? u->born_on : S(""), &name);
        if (person == NONE) continue;
        found += absence_known(c->db, u->id, person);
        if (absence_has_caf(c->db, person)) absence_assessed(c, person);
    }
    access_audit(c, "absence.match", "absentee_list", l->id, (Str){0});
    return see_other_saying(c, str_fmt(c->arena, "Looked again: %lld more found", (long long)found),
                            "/work/absences/%lld", (long long)l->id);
}

// ---- bringing a list in -----------------------------------------------------------------------------------

static Reply ask_page(Ctx *c, AbsencePage *p) {
    p->teams = team_choices(c, S("early-help"));
    Buf out = {.arena = c->arena};
    bool wrong = p->title_wrong.at || p->team_wrong.at || p->text_wrong.at;
    absence_ask_view(&out, c, p);
    Page f = frame(S("Bring in a list"), true);
    f.error = wrong;
    return page_status(c, wrong ? 422 : 200, f, &out);
}

Reply absences_new(Ctx *c) {
    AbsencePage p = {.title = S(""), .text = S("")};
    return ask_page(c, &p);
}

static bool team_chosen(Choices teams, Str value, int64_t *ret) {
    for (size_t i = 0; i < teams.len; i++)
        if (str_eq(teams.at[i].value, value)) return str_int(value, ret);
    return false;
}

// What was sent, checked; *ret_sheet is read where there is something to read.
static AbsencePage sent(Ctx *c, AbsenceSheet *ret_sheet) {
    AbsencePage p = {.title = str_trim(param(c->form, S("title"))),
                     .text = sheet_sent(c, S("rows"))};
    if (!p.title.len || p.title.len > 120)
        p.title_wrong = S("Enter what the list is, in up to 120 characters");
    if (!team_chosen(team_choices(c, S("early-help")), param(c->form, S("team")), &p.team))
        p.team_wrong = S("Choose the team that it is for");
    if (!str_trim(p.text).len)
        p.text_wrong = S("Choose a file, or paste the rows");
    else if (!str_utf8(p.text))
        p.text_wrong = S("The file is not text that Kith can read: save it as CSV in UTF-8");
    else {
        *ret_sheet = absence_sheet(c, p.text);
        p.text_wrong = ret_sheet->fault;
        if (!ret_sheet->fault.at) p.sheet = ret_sheet;
    }
    return p;
}

Reply absences_see(Ctx *c) {
    AbsenceSheet s = {0};
    AbsencePage p = sent(c, &s);
    return ask_page(c, &p);
}

// Who leads the team sees to it; where nobody leads it, whoever brought the list.
static int64_t owner_of(Ctx *c, int64_t team) {
    TeamLeaderList leads = leaders_of(c->db, team, c->now);
    return leads.len ? leads.at[0].id : c->actor.id;
}

static void take_row(Ctx *c, int64_t list, const AbsenceRow *r, int64_t owner, Str by) {
    int64_t id = absence_put(c->db, list, r->upn, r->name, r->born.len ? r->born : (Str){0}, r->missed,
                             r->person, owner, by);
    if (r->person != NONE && absence_has_caf(c->db, r->person))
        absence_settle(c->db, id, (Str){0}, c->now, c->actor.id);
}

Reply absences_take(Ctx *c) {
    AbsenceSheet s = {0};
    AbsencePage p = sent(c, &s);
    if (p.title_wrong.at || p.team_wrong.at || p.text_wrong.at || s.n_wrong) {
        if (s.n_wrong) p.text_wrong = S("Mend the rows that are wrong first: nothing was taken in");
        return ask_page(c, &p);
    }
    int64_t id = absence_list_put(c->db, c->actor.agency, p.team, p.title, c->now, c->actor.id);
    int64_t owner = owner_of(c, p.team);
    Holidays off = clock_holidays(c->arena, holiday_list(c->db));
    Str by = date_iso(c->arena, date_add_working(off, c->today, DAYS_TO_SEE));
    for (size_t i = 0; i < s.len; i++) take_row(c, id, &s.at[i], owner, by);
    access_audit(c, "absence.take", "absentee_list", id, (Str){0});
    return see_other_saying(c, S("Taken in. The team sees who has no assessment yet"), "/work/absences/%lld",
                            (long long)id);
}

// ---- one pupil --------------------------------------------------------------------------------------------

typedef struct SettleForm {
    Str why;
} SettleForm;
static const Field settle_fields[] = {
    {FIELD(SettleForm, why), S("Why is no early help assessment needed?"),
     S("For example: social care has an assessment; the family has moved"), TEXTAREA, .required = true,
     .max = 1000, .missing = S("Write why none is needed")},
};
static const Form settle_form = {S("No assessment is needed"), S("Keep it"), settle_fields,
                                 COUNT(settle_fields)};

// The row, where this actor sees the list and how the child stands, or has to see to it; NULL: answer 404.
static const AbsenceLine *row_opened(Ctx *c, const AbsenceList **ret_list) {
    const AbsenceRowFound *found = absence_find_row(c->db, part_int(c, 0));
    *ret_list = found ? opened(c, found->list_id) : NULL;
    if (!*ret_list) return NULL;
    AbsenceLineList all = absences_of(c->db, found->list_id, c->actor.id, c->now);
    AbsenceLine *row = NULL;
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].id == found->id &&
            (!str_eq(all.at[i].stands, S("unseen")) || all.at[i].owner_id == c->actor.id))
            row = &all.at[i];
    return row;
}

static Reply row_page(Ctx *c, const AbsenceList *l, const AbsenceLine *row, const Filled *f) {
    Buf out = {.arena = c->arena};
    absence_view(&out, c, l, row, f);
    Page p = frame(S("A pupil who is absent"), true);
    p.error = f->n_errors > 0;
    return page_status(c, f->n_errors ? 422 : 200, p, &out);
}

Reply absence_show(Ctx *c) {
    const AbsenceList *l;
    const AbsenceLine *row = row_opened(c, &l);
    if (!row) return status_page(c, 404);
    Filled f = form_blank(&settle_form, NULL);
    return row_page(c, l, row, &f);
}

Reply absence_settle_save(Ctx *c) {
    const AbsenceList *l;
    const AbsenceLine *row = row_opened(c, &l);
    if (!row) return status_page(c, 404);
    if (!team_has(c->db, l->team_id, c->actor.id, c->now)) return status_page(c, 403);
    SettleForm in = {0};
    Filled f = form_read(c, &settle_form, &in);
    if (f.n_errors) return row_page(c, l, row, &f);
    if (absence_settle(c->db, row->id, in.why, c->now, c->actor.id) != 1) return status_page(c, 409);
    access_audit(c, "absence.settle", "absentee", row->id, (Str){0});
    return see_other_saying(c, S("Kept"), "/work/absences/%lld", (long long)l->id);
}
