// What a card says for and against being whom was asked for. Points order the hits and are shown to nobody;
// what is shown is each piece of evidence in words.
#include "people/find/search.h"

typedef struct NameWord {
    Heard heard;
    bool now, before, known_as, given, family, used;
} NameWord;
typedef struct NameWords {
    size_t len;
    NameWord at[2 * WORDS_MAX];
} NameWords;

static void why(Evidence *e, Str sentence) {
    for (size_t i = 0; i < e->whys.len; i++)
        if (str_eq(e->whys.at[i], sentence)) return;
    if (e->whys.len < WHYS_MAX) e->whys.at[e->whys.len++] = sentence;
}

static Str capital(Arena *a, Str word) {
    char *at = str_c(a, word);
    if (word.len && at[0] >= 'a' && at[0] <= 'z') at[0] = (char)(at[0] - 'a' + 'A');
    return (Str){at, word.len};
}

// ---- names ------------------------------------------------------------------------------------------------

static NameWord *name_word(Arena *a, NameWords *w, Str word) {
    for (size_t i = 0; i < w->len; i++)
        if (str_eq(w->at[i].heard.word, word)) return &w->at[i];
    if (w->len == COUNT(w->at)) return NULL;
    w->at[w->len] = (NameWord){.heard = heard_held(a, word)};
    return &w->at[w->len++];
}

static void name_word_add(Arena *a, NameWords *w, Str word, const NameFact *n, bool given) {
    NameWord *held = name_word(a, w, word);
    if (!held) return;
    held->now |= n->used == 'n';
    held->before |= n->used == 'b';
    held->known_as |= n->used == 'k';
    held->given |= given;
    held->family |= !given;
}

static NameWords name_words(Arena *a, const Facts *f) {
    NameWords w = {0};
    for (size_t i = 0; i < f->n_names; i++) {
        const NameFact *n = &f->name[i];
        for (size_t k = 0; k < n->n_words; k++) {
            bool given = k < n->n_given;
            name_word_add(a, &w, n->word[k], n, given);
            if (k + 1 < n->n_words && (k + 1 < n->n_given) == given)
                name_word_add(a, &w, str_fmt(a, "%.*s%.*s", STR_FMT(n->word[k]), STR_FMT(n->word[k + 1])), n,
                              given);
        }
    }
    return w;
}

typedef struct Fit {
    Like like;
    NameWord *held;
} Fit;

static Fit best_fit(const Slot *s, NameWords *w) {
    Fit best = {0};
    for (size_t i = 0; i < w->len; i++) {
        NameWord *held = &w->at[i];
        Like like = held->used ? UNLIKE : word_like(&s->heard, &held->heard);
        bool better = like > best.like || (like && like == best.like && held->now && !best.held->now);
        if (better) best = (Fit){like, held};
    }
    return best;
}

static void why_name(Arena *a, Evidence *e, const Slot *s, Fit fit) {
    static const char *const says[] = {"",
                                       "%s begins like %s",
                                       "%s is nearly %s",
                                       "%s is one letter from %s",
                                       "%s sounds like %s",
                                       "%s is a form of %s",
                                       ""};
    if (fit.like == BEGINS) {
        why(e, str_fmt(a, "%s is how %s begins", str_c(a, capital(a, s->heard.word)),
                       str_c(a, capital(a, fit.held->heard.word))));
    } else if (fit.like != SAME) {
        char *asked = str_c(a, capital(a, s->heard.word)), *held = str_c(a, capital(a, fit.held->heard.word));
        Buf out = {.arena = a};
        for (const char *p = says[fit.like], *v = asked; *p; p++)
            if (*p == '%')
                buf_put(&out, str_from(v)), v = held, p++;
            else
                buf_byte(&out, *p);
        why(e, buf_str(&out));
    }
    if (!fit.held->now && fit.held->known_as)
        why(e, S("a name they are known by"));
    else if (!fit.held->now && fit.held->before)
        why(e, S("a name used before"));
}

typedef struct NameScore {
    int points;
    size_t fits, same;
    bool family_first, given_last;
} NameScore;

static void name_fit(Arena *a, Evidence *e, NameScore *n, const Slot *s, Fit fit, size_t last) {
    fit.held->used = true;
    n->points += like_points(fit.like) * (int)s->span - (fit.held->now || fit.held->known_as ? 0 : 3);
    n->fits += s->span;
    n->same += fit.like == SAME ? s->span : 0;
    if (!s->first && fit.held->family && !fit.held->given) n->family_first = true;
    if (s->first + s->span == last && fit.held->given && !fit.held->family) n->given_last = true;
    why_name(a, e, s, fit);
}

static const Slot *joined_at(const Asked *q, size_t i) {
    return i + 1 < q->n_tokens ? &q->slot[q->n_tokens + i] : NULL;
}

static NameScore names_weighed(Arena *a, Evidence *e, const Asked *q, const Facts *f) {
    NameScore n = {0};
    NameWords w = name_words(a, f);
    for (size_t i = 0; i < q->n_tokens; i++) {
        const Slot *joined = joined_at(q, i);
        Fit one = best_fit(&q->slot[i], &w), both = joined ? best_fit(joined, &w) : (Fit){0};
        if (both.like >= NEARLY && both.like > one.like) {
            name_fit(a, e, &n, joined, both, q->n_tokens);
            i++;
        } else if (one.like)
            name_fit(a, e, &n, &q->slot[i], one, q->n_tokens);
        else
            n.points -= q->n_tokens > 2 ? 8 : 15;
    }
    return n;
}

static void weigh_names(Arena *a, Evidence *e, const Asked *q, const Facts *f, NameScore *ret) {
    if (!q->n_tokens) return;
    Evidence names = {.whys.at = arena_new(a, Str, WHYS_MAX)};
    NameScore n = names_weighed(a, &names, q, f);
    bool turned = n.family_first && n.given_last;
    if (n.same == q->n_tokens)
        why(e, turned ? S("same names, the other way round") : S("same name"));
    else if (turned)
        why(e, S("names the other way round"));
    for (size_t i = 0; i < names.whys.len; i++) why(e, names.whys.at[i]);
    if (n.fits && n.fits < q->n_tokens) why(e, S("part of the name"));
    e->points += n.points;
    *ret = n;
}

// ---- dates, places, numbers -------------------------------------------------------------------------------

static Slip weigh_born(Evidence *e, const Asked *q, const Facts *f) {
    static const Str says[] = {S("same date of birth"),
                               S("day and month of birth swapped"),
                               S("two digits of the date of birth swapped"),
                               S("one digit of the date of birth differs"),
                               S("born in that month"),
                               S("born in that year"),
                               S("but the date of birth is another")};
    if (!q->born.year || !f->born.len) return DAY_OTHER;
    Slip s = slip_between(&q->born, f->born);
    e->points += slip_points(s);
    why(e, says[s]);
    return s;
}

static int postcode_part_points(const Asked *q, const PlaceFact *p, Str *ret_says) {
    if (!str_starts(p->postcode, q->postcode)) return 0;
    *ret_says = p->now ? S("the postcode begins so") : S("lived where the postcode begins so");
    return q->postcode.len > 4 ? 18 : 12;
}

static int postcode_points(const Asked *q, const PlaceFact *p, Str *ret_says) {
    if (!q->postcode.len || !p->postcode.len) return 0;
    if (!q->whole) return postcode_part_points(q, p, ret_says);
    if (str_eq(q->postcode, p->postcode)) {
        *ret_says = p->now ? S("same postcode") : S("lived at that postcode");
        return 45;
    }
    if (!str_eq(q->area[0], postcode_area(p->postcode))) return 0;
    *ret_says = p->now ? S("lives in the same area") : S("lived in the same area");
    return 10;
}

static int place_points(const Asked *q, const PlaceFact *p, Str *ret_says) {
    int points = postcode_points(q, p, ret_says);
    if (q->house.len && str_eq(q->house, p->house)) {
        if (points < 45)
            *ret_says = p->now ? S("same house and street") : S("lived at that house and street");
        points += 35;
    }
    return points && !p->now ? points - 3 : points;
}

static int weigh_places(Evidence *e, const Asked *q, const Facts *f) {
    int best = 0;
    Str says = {0};
    for (size_t i = 0; i < f->n_places; i++) {
        Str one = {0};
        int points = place_points(q, &f->place[i], &one);
        if (points <= best) continue;
        best = points;
        says = one;
    }
    if (says.at) why(e, says);
    e->points += best;
    return best;
}

static bool one_digit_apart(Str a, Str b) {
    size_t n = 0;
    for (size_t i = 0; a.len == b.len && i < a.len; i++) n += a.at[i] != b.at[i];
    return a.len == b.len && n == 1;
}

static int weigh_numbers(Evidence *e, const Asked *q, const Facts *f) {
    bool nhs = str_starts(q->number, S("nhs"));
    for (size_t i = 0; q->number.len && i < f->n_numbers; i++) {
        bool same = str_eq(q->number, f->number[i]);
        if (!same && !one_digit_apart(q->number, f->number[i])) continue;
        if (same)
            why(e, nhs ? S("same NHS number") : S("same UPN"));
        else
            why(e, nhs ? S("one digit of the NHS number differs") : S("one digit of the UPN differs"));
        e->points += same ? 150 : 90;
        return same ? 150 : 90;
    }
    return 0;
}

// So much that it is likely the same person: a number; or the whole name with a date of birth but for a slip;
// or most of the name with the very date and place.
Evidence evidence_of(Arena *a, const Asked *q, const Facts *f) {
    Evidence e = {.whys.at = arena_new(a, Str, WHYS_MAX)};
    NameScore n = {0};
    int number = weigh_numbers(&e, q, f);
    weigh_names(a, &e, q, f, &n);
    Slip slip = weigh_born(&e, q, f);
    int place = weigh_places(&e, q, f);
    bool named = q->n_tokens > 1 && n.fits >= 2 && n.fits >= q->n_tokens - (q->n_tokens > 2);
    e.sure = number >= 150 || (named && slip <= DIGIT_WRONG) || (n.fits && slip == DAY_SAME && place >= 35) ||
             (named && n.same >= 2 && place >= 35 && !q->born.year);
    return e;
}
