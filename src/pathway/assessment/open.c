// The door to an assessment: the child's record is opened first, and says whether assessments are
// among what may
// be seen (P5, P6). Who takes part in the work writes; who was only told of it reads.
#include "pathway/assessment/within.h"

static bool takes_part(const Record *r) {
    static const char *const working[] = {"team", "owner", "seat"};
    for (size_t i = 0; i < r->ways.len; i++)
        for (size_t k = 0; k < COUNT(working); k++)
            if (str_eq(r->ways.at[i].way, str_from(working[k])) &&
                (str_eq(r->ways.at[i].kind, S("*")) || str_eq(r->ways.at[i].kind, S("assessment"))))
                return true;
    return false;
}

static bool open_for_writing(Str state) { return str_eq(state, S("draft")) || str_eq(state, S("returned")); }

bool assessment_open(Ctx *c, Opened *ret, Reply *ret_no) {
    Assessment *a = assessment_find(c->db, part_int(c, 0));
    *ret_no = status_page(c, 404);
    if (!a) return false;
    Record *r = record_open(c, a->person_id);
    if (!r || !record_shows(r, "assessment")) {
        *ret_no = record_refused(c, a->person_id);
        return false;
    }
    const Sheet *s = sheet_open(c, a->sheet_id);
    if (!s) return false;
    bool part = takes_part(r);
    *ret = (Opened){a,    r,
                    s,    url_path(c->arena, "/work/assessments/%lld", (long long)a->id),
                    part, part && open_for_writing(a->state)};
    return true;
}

Reply assessment_page(Ctx *c, const Opened *o, Str title, const Buf *main) {
    return record_page(c, o->record, "front", title, main);
}

Str assessment_state_text(Str state) {
    static const Str words[][2] = {{S("draft"), S("Being written")},
                                   {S("complete"), S("Complete, waits for sign-off")},
                                   {S("returned"), S("Sent back")},
                                   {S("signed-off"), S("Signed off")},
                                   {S("ended"), S("Not gone on with")}};
    for (size_t i = 0; i < COUNT(words); i++)
        if (str_eq(words[i][0], state)) return words[i][1];
    return state;
}

Str assessment_form_text(Str kind, Str form) {
    if (str_eq(kind, S("children"))) return S("Children’s Assessment");
    if (str_eq(form, S("unborn"))) return S("Early help assessment before birth");
    if (str_eq(form, S("early_support"))) return S("Early help assessment with Early Support");
    return S("Early help assessment");
}

const SectionOwnerRow *section_owner_of(const Sheet *s, const Section *section) {
    for (size_t i = 0; i < s->owners.len; i++)
        if (str_eq(s->owners.at[i].section, section->key)) return &s->owners.at[i];
    return NULL;
}

bool section_writes(Ctx *c, const Opened *o, const Section *s) {
    const SectionOwnerRow *owner = section_owner_of(o->sheet, s);
    if (!o->writes || s == NULL) return false;
    return !owner || owner->owner_id == c->actor.id || o->a->owner_id == c->actor.id;
}

void assessment_note(Ctx *c, const Opened *o, const char *what, Str words) {
    event_put(c->db, o->a->id, str_from(what), words.len ? words : (Str){0}, c->now, c->actor.id);
    access_audit(c, str_c(c->arena, str_fmt(c->arena, "assessment.%s", what)), "assessment", o->a->id,
                 (Str){0});
}

Str form_sentence(Ctx *c, const char *name) { return str_trim(param(c->form, str_from(name))); }
