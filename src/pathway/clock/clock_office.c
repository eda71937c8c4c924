// The rules for clocks in the office: seen, set from a day on, ended. A rule that clocks were started by is
// never changed: another takes its place (P7, W15, W191).
#include "base/json.h"
#include "pathway/clock/clock.h"
#include "pathway/clock/clock_office.html.h"
#include "pathway/clock/pages.h"
#include "web/layout.h"

static const Crumb office = {S("Office"), {S("/office")}}, clocks = {S("Clocks"), {S("/office/clocks")}};

static const Choice unit_choices[] = {
    {S("hours"), S("hours, nights and weekends counted"), {0}}, {S("working-days"), S("working days"), {0}},
    {S("days"), S("days"), {0}}, {S("weeks"), S("weeks"), {0}}, {S("months"), S("months"), {0}},
};

typedef struct Set {
    Str from, amount, unit, who, source;
} Set;
static const Field set_fields[] = {
    {FIELD(Set, from), .label = S("From which day?"), .kind = DATE, .required = true,
     .hint = S("Clocks that began before keep the rule of their day"),
     .missing = S("Enter the day from which it holds")},
    {FIELD(Set, amount), .label = S("How many?"), .kind = NUMBER, .width = 4, .max = 3,
     .hint = S("Leave it empty where no time is set")},
    {FIELD(Set, unit), .label = S("Of what?"), .kind = SELECT, .choices = unit_choices,
     .n_choices = COUNT(unit_choices)},
    {FIELD(Set, who), .label = S("Who answers for it?"), .hint = S("A role, not a name"), .required = true,
     .max = 120, .missing = S("Enter who answers for it")},
    {FIELD(Set, source), .label = S("Where does the rule stand?"), .required = true,
     .hint = S("The document, or who decided it and when. Everybody who sees the clock reads this"),
     .missing = S("Enter where the rule stands")},
};
static const Form set_form = {S("Set it anew"), S("Set it"), set_fields, COUNT(set_fields)};

typedef struct End {
    Str until;
} End;
static const Field end_fields[] = {
    {FIELD(End, until), .label = S("The last day on which such a clock starts"), .kind = DATE,
     .required = true, .missing = S("Enter the last day")},
};
static const Form end_form = {S("End it"), S("End it"), end_fields, COUNT(end_fields)};

Reply clocks_show(Ctx *c) {
    HolidayList days = holiday_list(c->db);
    Buf out = {.arena = c->arena};
    clock_rules_page(&out, c, clock_rules(c->db, (Str){0}), days);
    return page(c, (Page){.title = S("Clocks"), .crumbs = {office}, .wide = true, .no_index = true}, &out);
}

static Reply rule_page(Ctx *c, ClockRuleList all, const Filled *set, const Filled *end) {
    Buf out = {.arena = c->arena};
    clock_rule_page(&out, c, all, set, end);
    Page p = {.title = all.at[0].title, .crumbs = {office, clocks}, .no_index = true,
              .error = set->n_errors || end->n_errors};
    return page_status(c, p.error ? 422 : 200, p, &out);
}

static Filled set_blank(Ctx *c, const ClockRule *newest) {
    Set in = {S(""), S(""), S(""), newest->who, S("")};
    if (newest->amount != NONE) in.amount = str_fmt(c->arena, "%lld", (long long)newest->amount);
    if (newest->unit.at) in.unit = newest->unit;
    return form_blank(&set_form, &in);
}

Reply clock_rule_show(Ctx *c) {
    ClockRuleList all = clock_rules(c->db, c->part[0]);
    if (!all.len) return status_page(c, 404);
    Filled set = set_blank(c, &all.at[0]), end = form_blank(&end_form, NULL);
    return rule_page(c, all, &set, &end);
}

// What is wrong between the fields; the newest rule is the first.
static void check_set(Ctx *c, Filled *f, const Set *in, const ClockRule *newest, int64_t *ret_amount) {
    Str today = date_iso(c->arena, c->today);
    if (str_cmp(in->from, today) < 0)
        form_wrong(f, "from", S("A rule cannot begin in the past: cases keep the rule of their day. Choose "
                                "today or later"));
    else if (str_cmp(in->from, newest->from_on) <= 0)
        form_wrong(f, "from", str_fmt(c->arena, "A rule begins on %.*s already: choose a later day",
                                      STR_FMT(day_text(c->arena, newest->from_on))));
    *ret_amount = NONE;
    if (in->amount.len && (!str_int(in->amount, ret_amount) || *ret_amount < 1))
        form_wrong(f, "amount", S("Enter a whole number from 1 to 999, or leave it empty"));
    if (in->amount.len && !in->unit.len) form_wrong(f, "unit", S("Choose what is counted"));
}

static Str set_detail(Arena *a, const ClockRule *was, const Set *in) {
    Buf b = {.arena = a};
    Json j = {&b, false};
    json_open(&j, '{');
    json_key(&j, S("key"));
    json_str(&j, was->key);
    json_key(&j, S("from"));
    json_str(&j, in->from);
    json_key(&j, S("was"));
    json_str(&j, clock_amount_text(a, was->amount, was->unit));
    json_close(&j, '}');
    return buf_str(&b);
}

Reply clock_rule_set(Ctx *c) {
    ClockRuleList all = clock_rules(c->db, c->part[0]);
    if (!all.len) return status_page(c, 404);
    const ClockRule *was = &all.at[0];
    Set in = {0};
    int64_t amount = NONE;
    Filled f = form_read(c, &set_form, &in), end = form_blank(&end_form, NULL);
    if (!f.n_errors) check_set(c, &f, &in, was, &amount);
    if (f.n_errors) return rule_page(c, all, &f, &end);
    Date from = c->today;
    date_parse(in.from, &from);
    clock_rule_put(c->db, was->key, was->title, was->starts, was->stops, amount,
                   amount == NONE ? (Str){0} : in.unit, in.who, in.source, in.from, (Str){0});
    clock_rule_close(c->db, was->key, in.from, date_iso(c->arena, date_add_days(from, -1)));
    clock_rule_kept(c->db, was->key, c->now);
    access_audit(c, "clock.set", "clock_rule", was->id, set_detail(c->arena, was, &in));
    return see_other_saying(c, S("The rule is set"), "/office/clocks/%.*s", STR_FMT(was->key));
}

Reply clock_rule_end(Ctx *c) {
    ClockRuleList all = clock_rules(c->db, c->part[0]);
    if (!all.len) return status_page(c, 404);
    const ClockRule *was = &all.at[0];
    End in = {0};
    Filled f = form_read(c, &end_form, &in), set = set_blank(c, was);
    if (!f.n_errors && str_cmp(in.until, date_iso(c->arena, c->today)) < 0)
        form_wrong(&f, "until", S("A rule cannot end in the past: choose today or later"));
    if (!f.n_errors && str_cmp(in.until, was->from_on) < 0)
        form_wrong(&f, "until", S("The rule begins later than that: choose that day or later"));
    if (f.n_errors) return rule_page(c, all, &set, &f);
    clock_rule_until(c->db, was->id, in.until);
    clock_rule_kept(c->db, was->key, c->now);
    access_audit(c, "clock.end", "clock_rule", was->id, (Str){0});
    return see_other_saying(c, S("The rule is ended"), "/office/clocks/%.*s", STR_FMT(was->key));
}
