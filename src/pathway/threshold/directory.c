// Help for families: every service, what it does, for whom, at which level, and how to reach it (W32).
#include "pathway/threshold/directory.html.h"
#include "pathway/threshold/document.h"
#include "pathway/threshold/pages.h"
#include "web/layout.h"

static const Crumb help_crumb = {S("Help for families"), {S("/help-for-families")}};

const Choice service_kinds[] = {
    {S("access"), S("A place to ask"), {0}},      {S("service"), S("Service"), {0}},
    {S("team"), S("Team"), {0}},                  {S("programme"), S("Programme or group"), {0}},
    {S("assessment"), S("Assessment or plan"), {0}}, {S("panel"), S("Meeting of agencies"), {0}},
};
const size_t n_service_kinds = COUNT(service_kinds);

Str service_kind_name(Str key) {
    for (size_t i = 0; i < COUNT(service_kinds); i++)
        if (str_eq(service_kinds[i].value, key)) return service_kinds[i].label;
    return key;
}

Str service_ages(Arena *a, const Service *s) {
    long long from = s->age_from, to = s->age_to;
    if (s->age_from == NONE && s->age_to == NONE) return (Str){0};
    if (s->age_from == NONE || !s->age_from)
        return to == NONE ? (Str){0} : str_fmt(a, "up to %lld years", to);
    if (s->age_to == NONE) return str_fmt(a, "from %lld years", from);
    return from == to ? str_fmt(a, "%lld years", from) : str_fmt(a, "%lld to %lld years", from, to);
}

static Str given(Ctx *c, Str name) {
    Str s = str_trim(param(c->query, name));
    return s.len ? s : (Str){0};
}

Reply services_show(Ctx *c) {
    Document d = document_now(c);
    Str text = str_trim(param(c->query, S("q")));
    Query3 q = query_words(c->arena, text);
    ServiceFilter f = {text, given(c, S("level")), given(c, S("kind")), given(c, S("age")), NONE, false};
    f.age_wrong = f.age_text.at && (!str_int(f.age_text, &f.age) || f.age < 0 || f.age > 120);
    ServiceList found =
        service_search(c->db, q.word[0], q.word[1], q.word[2], f.level, f.age_wrong ? NONE : f.age, f.kind);
    Buf out = {.arena = c->arena};
    services_page(&out, c, &f, d.levels, found);
    return page(c, (Page){.title = S("Help for families")}, &out);
}

Reply service_show(Ctx *c) {
    const Service *s = service_coded(c->db, c->part[0]);
    if (!s) return status_page(c, 404);
    Document d = document_now(c);
    Buf out = {.arena = c->arena};
    service_page(&out, c, s, d.levels, service_levels(c->db, s->id));
    return page(c, (Page){.title = s->name, .crumbs = {help_crumb}}, &out);
}
