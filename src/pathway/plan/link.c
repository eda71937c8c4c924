// A link to one action, for somebody without an account: they see that action and nothing else, and tick it
// off or say why not. Opening it changes nothing that matters, for mail programs open links too; the
// answer is a POST, and only the first counts. The secret is kept as a hash, and no log has it.
#include "access/secret.h"
#include "access/settings.h"
#include "pathway/plan/case.h"
#include "pathway/plan/plan.html.h"

static const int64_t day = 24 * 60 * 60 * 1000;
static const char purpose[] = "action";

// The letter names nobody's child: mail is read by others too.
static void letter(Db *db, Arena *a, const Site *site, Instant now, Str to, Str link, Str due,
                   Instant until) {
    Str name = site_name(site);
    outbox_mail(
        db, now,
        (Mail){.to = to,
               .subject = str_fmt(a, "Something you said you would do, by %.*s", STR_FMT(day_text(a, due))),
               .text = str_fmt(a,
                               "Hello\n\nYou are helping a family, and there is something that is "
                               "yours to do by %.*s.\n\nTo see what it is, and to say that it is done "
                               "or why not, open this address:\n\n%.*s/action/%.*s\n\nIt takes one "
                               "answer, until %.*s. Please do not pass it on: whoever has it can read "
                               "it.\n\nIf you did not expect this, you need do nothing.\n\n%.*s\n",
                               STR_FMT(day_text(a, due)), STR_FMT(site->base_url), STR_FMT(link),
                               STR_FMT(instant_text(a, until)), STR_FMT(name)),
               .secret = link});
}

static void link_write(Db *db, Arena *a, const Site *site, Instant now, int64_t action, int64_t seat, Str to,
                       Str due) {
    Date last = case_day_of(due);
    Instant until = (last == DATE_NONE || instant_at(last, 0) < now ? now : instant_at(last, 0)) +
                    setting_int(db, "action.link_days") * day;
    Str secret = secret_new(a, SECRET_BYTES);
    links_end(db, action, now);
    link_put(db, action, seat, secret_hash(a, str_from(purpose), secret), now, until);
    letter(db, a, site, now, to, secret_link(a, secret), due, until);
}

void action_link_send(Ctx *c, const PlanAction *a) {
    link_write(c->db, c->arena, c->site, c->now, a->id, a->seat_id, a->doer_email, a->due_on);
}

// ---- reminders --------------------------------------------------------------------------------------------

static void remind(Db *db, Arena *a, const Site *site, Instant now, const Reminder *r) {
    if (!r->email.at) return;
    if (r->seat_id != NONE) {
        link_write(db, a, site, now, r->id, r->seat_id, r->email, r->due_on);
        return;
    }
    outbox_mail(
        db, now,
        (Mail){.to = r->email,
               .subject = str_fmt(a, "An action of yours is due on %.*s", STR_FMT(day_text(a, r->due_on))),
               .text = str_fmt(a,
                               "Hello\n\nAn action that waits for you is due on %.*s:\n\n"
                               "%.*s/work/actions/%lld\n\nPlease tick it off, or say why it is not "
                               "done.\n",
                               STR_FMT(day_text(a, r->due_on)), STR_FMT(site->base_url), (long long)r->id)});
}

static void remind_all(Db *db, Arena *a, const Site *site, Instant now, ReminderList due, int64_t n) {
    for (size_t i = 0; i < due.len; i++) {
        remind(db, a, site, now, &due.at[i]);
        reminded(db, due.at[i].id, n);
    }
}

void plan_remind(Db *db, const Site *site, Instant now) {
    Arena *a = db_arena(db);
    Str today = date_iso(a, date_of(now));
    Str soon = date_iso(a, date_add_days(date_of(now), (int)setting_int(db, "action.remind_days")));
    remind_all(db, a, site, now, remind_due(db, today, today, 2), 2);
    remind_all(db, a, site, now, remind_due(db, soon, (Str){0}, 1), 1);
}

// ---- the page ---------------------------------------------------------------------------------------------

typedef struct AnswerForm {
    Str state, words;
} AnswerForm;
static const Choice answers[] = {
    {S("done"), S("Yes, it is done"), {0}},
    {S("not-done"), S("No, I cannot do it"), {0}},
};
static const Field fields[] = {
    {FIELD(AnswerForm, state), .label = S("Is it done?"), .kind = RADIOS, .required = true,
     .choices = answers, .n_choices = COUNT(answers), .missing = S("Say whether it is done")},
    {FIELD(AnswerForm, words), .label = S("What came of it, or why not?"), .kind = TEXTAREA, .required = true,
     .max = 1000, .missing = S("Enter what came of it, or why you cannot do it")},
};
static const Form form = {S("Your answer"), S("Send"), fields, COUNT(fields)};

static const ActionLink *linked(Ctx *c) {
    Str secret = {0};
    if (!secret_read(c->arena, c->part[0], &secret)) return NULL;
    return link_find(c->db, secret_hash(c->arena, str_from(purpose), secret), c->now);
}

static Reply quiet(Reply r) {
    r.secret_address = true;
    return r;
}

static Reply lapsed(Ctx *c) {
    Buf out = {.arena = c->arena};
    link_lapsed(&out);
    Page p = {.title = S("This link no longer works"), .no_index = true};
    return quiet(page_status(c, 410, p, &out));
}

static void opened(Db *db, int64_t link, int64_t at) { link_opened(db, link, at); }

static Str first_name(Str name) { return str_cut(&name, S(" ")); }

static Reply shown(Ctx *c, const ActionLink *l, const Filled *f) {
    Buf out = {.arena = c->arena};
    link_view(&out, c, l, first_name(l->child), f);
    Page p = {.title = S("What you said you would do"), .no_index = true, .error = f->n_errors > 0};
    return quiet(page_status(c, f->n_errors ? 422 : 200, p, &out));
}

Reply link_show(Ctx *c) {
    const ActionLink *l = linked(c);
    if (!l) return lapsed(c);
    write_later(c, opened, l->id, c->now);
    Filled f = form_blank(&form, NULL);
    return shown(c, l, &f);
}

Reply link_answer(Ctx *c) {
    const ActionLink *l = linked(c);
    if (!l) return lapsed(c);
    AnswerForm in = {0};
    Filled f = form_read(c, &form, &in);
    if (f.n_errors) return shown(c, l, &f);
    if (link_used(c->db, l->id, c->now) != 1 ||
        action_end(c->db, l->action_id, in.state, c->now, NONE, l->seat_id, in.words) != 1)
        return lapsed(c);
    const Episode *e = episode_of(c->db, l->episode_id);
    if (!e) return lapsed(c);
    entry_add(c, (EntryNew){.person = e->person_id,
                            .episode = e->id,
                            .kind = "plan",
                            .what = "plan",
                            .title = str_fmt(c->arena, "%.*s: %.*s", STR_FMT(action_state_text(in.state)),
                                             STR_FMT(l->what)),
                            .body = in.words,
                            .nature = "report",
                            .source = l->seat,
                            .subject = "action",
                            .subject_id = l->action_id});
    access_audit(c, "action.end", "action", l->action_id,
                 str_fmt(c->arena, "{\"seat\":%lld}", (long long)l->seat_id));
    Buf out = {.arena = c->arena};
    link_thanks(&out);
    return quiet(page(c, (Page){.title = S("Thank you"), .no_index = true}, &out));
}
