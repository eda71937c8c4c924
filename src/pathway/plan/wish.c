// What a child asks of a meeting, on the page of whoever called it: each wish gets an answer that the child
// reads, and where it is agreed the child leads (W169, P8).
#include "pathway/plan/case.h"
#include "web/components.h"

size_t wish_waits(WishList all) {
    size_t n = 0;
    for (size_t i = 0; i < all.len; i++) n += !all.at[i].answer.at;
    return n;
}

static bool is(const Wish *w, const char *kind) { return str_eq(w->kind, str_from(kind)); }

bool wish_on_agenda(const Wish *w) { return is(w, "point") && !str_eq(w->answer, S("no")); }

size_t wish_points(const MeetingPage *p) {
    size_t n = 0;
    for (size_t i = 0; i < p->wishes.len; i++) n += wish_on_agenda(&p->wishes.at[i]);
    return n;
}

// What each kind is called over the child's words, and what is asked of whoever answers.
static const struct {
    Str kind, label, question;
} wish_words[] = {
    {S("lead"), S("wants to lead"), S("Do you agree that the child leads?")},
    {S("point"), S("wants to talk about"), S("Do you agree to talk about it?")},
    {S("there"), S("wants to be there"), S("Do you agree that they are there?")},
    {S("not-there"), S("does not want to be there"), S("Do you agree that they are not there?")},
};

static size_t words_of(const Wish *w) {
    size_t i = 0;
    while (i + 1 < COUNT(wish_words) && !str_eq(wish_words[i].kind, w->kind)) i++;
    return i;
}

Str wish_label(Ctx *c, const MeetingPage *p, const Wish *w) {
    Str name = p->k->record->person->name, said = wish_words[words_of(w)].label;
    return is(w, "there") || is(w, "not-there")
               ? str_fmt(c->arena, "Whom %.*s %.*s", STR_FMT(name), STR_FMT(said))
               : str_fmt(c->arena, "%.*s %.*s", STR_FMT(name), STR_FMT(said));
}

// ---- answering --------------------------------------------------------------------------------------------

Str wish_wrong(Ctx *c, const Wish *w) {
    Str answer = guest_sent(c, "answer", w->id), why = guest_sent(c, "why", w->id);
    if (!answer.len) return why.len ? S("Choose yes or no") : (Str){0};
    if (!str_eq(answer, S("yes")) && !str_eq(answer, S("no"))) return S("Choose yes or no");
    if (str_eq(answer, S("no")) && !why.len) return S("Say why not, in words the child can read");
    return why.len > 4000 ? S("Use fewer words") : (Str){0};
}

void wish_ask(Buf *out, Ctx *c, const MeetingPage *p, const Wish *w) {
    static const UiItem items[] = {{.words.text = S("Yes"), .value = S("yes")},
                                   {.words.text = S("No"), .value = S("no")}};
    Str wrong = wish_wrong(c, w), why = guest_sent(c, "why", w->id), answer = guest_sent(c, "answer", w->id);
    bool unchosen = !str_eq(answer, S("yes")) && !str_eq(answer, S("no"));
    ui_radios(out, (UiItems){.ask = {.name = str_fmt(c->arena, "answer-%lld", (long long)w->id),
                                     .error.words.text = unchosen ? wrong : S(""),
                                     .classes = S("govuk-radios--inline")},
                             .in_fieldset = true,
                             .fieldset.legend = {.words.text = wish_words[words_of(w)].question,
                                                 .classes = S("govuk-fieldset__legend--s")},
                             .items = items,
                             .n_items = COUNT(items),
                             .value = answer});
    ui_textarea(out, (UiTextarea){.ask = {.name = str_fmt(c->arena, "why-%lld", (long long)w->id),
                                          .label.words.text = str_fmt(c->arena, "What %.*s will read",
                                                                      STR_FMT(p->k->record->person->name)),
                                          .hint.words.text = S("Needed for a no. Short, as you would say it"),
                                          .error.words.text = unchosen ? S("") : wrong},
                                  .value = why,
                                  .rows = 2});
}

static MeetingWrong check(Ctx *c, WishList all) {
    MeetingWrong wrong = {0};
    size_t sent = 0;
    for (size_t i = 0; i < all.len; i++) {
        if (all.at[i].answer.at) continue;
        sent += guest_sent(c, "answer", all.at[i].id).len > 0;
        if (wish_wrong(c, &all.at[i]).at) wrong.n++;
    }
    if (!sent && !wrong.n && ++wrong.n) wrong.wishes = S("Answer at least one of the things the child asks");
    return wrong;
}

static void note_answer(Ctx *c, const Case *k, const Meeting *m, bool leads) {
    Str when = instant_text(c->arena, m->starts_at);
    case_act(c, k,
             (CaseAct){
                 "wish.answer", .kind = "view", .what = "view", .subject = "meeting", .id = m->id,
                 .title = str_fmt(c->arena, "Answered what they ask of the meeting of %.*s", STR_FMT(when))});
    if (!leads) return;
    case_act(c, k,
             (CaseAct){"wish.lead", .what = "meeting", .subject = "meeting", .id = m->id,
                       .title = str_fmt(c->arena, "The child leads the meeting of %.*s", STR_FMT(when))});
}

// True: it is agreed now that the child leads.
static bool write_answers(Ctx *c, const Meeting *m, WishList all) {
    bool leads = false;
    for (size_t i = 0; i < all.len; i++) {
        const Wish *w = &all.at[i];
        Str answer = guest_sent(c, "answer", w->id);
        if (w->answer.at || !answer.len) continue;
        int64_t kept = wish_answer(c->db, w->id, m->id, answer, case_words(guest_sent(c, "why", w->id)),
                                   c->now, c->actor.id);
        leads |= kept == 1 && is(w, "lead") && str_eq(answer, S("yes"));
    }
    return leads;
}

Reply wishes_answer(Ctx *c) {
    Case k;
    Reply no;
    const Meeting *m;
    if (!meeting_open(c, CASE_HOLDS, &k, &m, &no)) return no;
    if (!record_shows(k.record, "view")) return status_page(c, 403);
    WishList all = wish_all(c->db, m->id);
    if (!wish_waits(all)) return status_page(c, 409);
    MeetingWrong wrong = check(c, all);
    if (wrong.n) return meeting_reply(c, &k, m, &wrong);
    bool leads = write_answers(c, m, all);
    if (leads) meeting_leader_changed(c, m->id);
    note_answer(c, &k, m, leads);
    return see_other_saying(c, S("Your answers are on the child’s own page"), "/work/meetings/%lld",
                            (long long)m->id);
}
