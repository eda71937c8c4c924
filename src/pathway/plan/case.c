// The door to an episode and its frame: whoever comes with an id is let in by the record of its child (P5).
#include "pathway/plan/case.h"

#include "pathway/plan/case.html.h"
#include "web/form.html.h"

static bool by_holding(const Record *r) {
    for (size_t i = 0; i < r->ways.len; i++)
        if (str_eq(r->ways.at[i].way, S("team")) || str_eq(r->ways.at[i].way, S("owner"))) return true;
    return false;
}

static Reply unshared(Ctx *c, const Case *k) {
    Buf out = {.arena = c->arena};
    case_unshared_view(&out, nothing(c, NOT_SHARED, S("the plan")), k->e->owner);
    Reply r = record_page(c, k->record, "front", S("The plan is not shared with you"), &out);
    r.status = 403;
    return r;
}

bool case_can_hold(const Ctx *c, const Case *k) {
    return k->open && k->holds && (may(c->actor, CASE_HOLD) || may(c->actor, TEAM_LEAD));
}

// A partner adds to the plan by a seat or a consent; whoever broke the glass reads and no more.
bool case_can_add(const Ctx *c, const Case *k) {
    if (!k->open) return false;
    for (size_t i = 0; i < k->record->ways.len; i++) {
        const Way *w = &k->record->ways.at[i];
        bool plan = str_eq(w->kind, S("*")) || str_eq(w->kind, S("plan"));
        if (plan && !str_eq(w->way, S("glass"))) return may(c->actor, WORK);
    }
    return false;
}

bool case_open(Ctx *c, int64_t episode, CaseNeed need, Case *ret, Reply *ret_no) {
    Case k = {.e = episode_of(c->db, episode)};
    if (!k.e) return *ret_no = status_page(c, 404), false;
    k.record = record_open(c, k.e->person_id);
    if (!k.record) return *ret_no = record_refused(c, k.e->person_id), false;
    k.open = k.e->closed_at == NONE;
    k.holds = by_holding(k.record);
    *ret = k;
    if (!record_shows(k.record, "plan")) return *ret_no = unshared(c, &k), false;
    if (need != CASE_READ && !k.open) return *ret_no = status_page(c, 409), false;
    if (need == CASE_ADD && !case_can_add(c, &k)) return *ret_no = status_page(c, 403), false;
    if (need == CASE_HOLDS && !case_can_hold(c, &k)) return *ret_no = status_page(c, 403), false;
    return true;
}

Reply case_page(Ctx *c, const Case *k, const char *part, Str title, const Buf *main) {
    Buf out = {.arena = c->arena};
    case_frame(&out, c, k, part, html_of(main));
    return record_page(c, k->record, "front", title, &out);
}

Reply case_form(Ctx *c, const Case *k, const char *part, const Filled *f, const Buf *before) {
    Buf main = {.arena = c->arena};
    case_form_view(&main, c, f, before ? html_of(before) : (Html){0});
    Str title = f->n_errors ? str_fmt(c->arena, "Error: %.*s", STR_FMT(f->form->title)) : f->form->title;
    Reply r = case_page(c, k, part, title, &main);
    r.status = f->n_errors ? 422 : 200;
    return r;
}

Reply start_reply(Ctx *c, const Record *r, const Filled *f) {
    Buf main = {.arena = c->arena};
    case_form_view(&main, c, f, (Html){0});
    Str title = f->n_errors ? str_fmt(c->arena, "Error: %.*s", STR_FMT(f->form->title)) : f->form->title;
    Reply reply = record_page(c, r, "front", title, &main);
    reply.status = f->n_errors ? 422 : 200;
    return reply;
}

void case_act(Ctx *c, const Case *k, CaseAct a) {
    entry_add(c, (EntryNew){.person = k->e->person_id,
                            .episode = k->e->id,
                            .kind = a.kind ? a.kind : "plan",
                            .what = a.what ? a.what : "plan",
                            .title = a.title,
                            .body = case_words(a.body),
                            .subject = a.subject,
                            .subject_id = a.id});
    access_audit(c, a.act, a.subject, a.id, (Str){0});
}

// What somebody said comes next, and is still to come before that day.
static bool said_sooner(Ctx *c, const Episode *e, Date on) {
    Date said = case_day_of(e->next_on);
    return said >= c->today && said <= on && !next_is_planned(c->db, e->id, e->next_what);
}

void case_next(Ctx *c, const Case *k) {
    const Soonest *s = soonest(c->db, k->e->id);
    const NextMeeting *m = meeting_soonest(c->db, k->e->id, c->now);
    Date on = s ? case_day_of(s->on_day) : DATE_NONE, meets = m ? date_of(m->starts_at) : DATE_NONE;
    Str what = s ? s->what : (Str){0};
    if (m && (!s || meets <= on)) on = meets, what = m->purpose;
    const Episode *e = episode_of(c->db, k->e->id);
    if (what.at && e && !said_sooner(c, e, on)) episode_next(c, e->id, on, what);
}

// ---- small words ------------------------------------------------------------------------------------------

int64_t case_id_of(Str text) {
    int64_t id = 0;
    return str_int(text, &id) && id > 0 ? id : 0;
}

Str case_id_text(Arena *a, int64_t id) { return str_fmt(a, "%lld", (long long)id); }

Date case_day_of(Str iso) {
    Date d = DATE_NONE;
    return iso.len && date_parse(iso, &d) ? d : DATE_NONE;
}

Str case_words(Str s) { return s.len ? s : (Str){0}; }

Str label_in(const Choice *at, size_t n, Str key) {
    for (size_t i = 0; i < n; i++)
        if (str_eq(at[i].value, key)) return at[i].label;
    return key;
}
