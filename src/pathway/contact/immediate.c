// The signs that want a referral at once, one keystroke away wherever a child is written about.
#include "pathway/contact/contact.html.h"
#include "pathway/contact/within.h"

bool sign_prompts(const Sign *s, int age_years, bool unborn) {
    if (unborn) return s->unborn;
    return s->age_below != NONE && age_years >= 0 && age_years < s->age_below;
}

Str sign_key(const Sign *s) {
    static const char keys[] = "1234567890x";
    bool has = s->number >= 1 && s->number <= (int64_t)sizeof keys - 1;
    return has ? (Str){keys + s->number - 1, 1} : S("");
}

void immediate_panel(Buf *out, Ctx *c, SignList signs, const Person *child) {
    bool unborn = !child->born_on.at && child->due_on.at;
    immediate_panel_view(out, c, signs, child, age_years(child, c->today), unborn);
}
