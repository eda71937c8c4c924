// What a measure means: direction, unit, how it adds up. The same questions for a new measure and a new
// version.
#include "plan/edit/pages.h"

const Choice polarity_choices[4] = {
    {S("higher"), S("Higher is better"), {0}},
    {S("lower"), S("Lower is better"), {0}},
    {S("band"), S("Inside a band is better"), S("Enter both ends of the band below")},
    {S("watched"), S("Neither: it is watched"), {0}},
};
const Choice kind_choices[4] = {
    {S("percentage"), S("A percentage"), {0}},
    {S("number"), S("A number"), {0}},
    {S("rate"), S("A rate"), S("Say below per how many")},
    {S("text"), S("Words"), {0}},
};
const Choice accumulates_choices[4] = {
    {S("point"), S("Each figure stands for its own quarter"), {0}},
    {S("cumulative"), S("Each quarter adds to the one before; the year starts at nought"), {0}},
    {S("rolling12"), S("Each figure covers the last twelve months"), {0}},
    {S("snapshot"), S("Each figure is a count on one day"), {0}},
};

Str choice_label(const Choice *choices, size_t n, Str value) {
    for (size_t i = 0; i < n; i++)
        if (str_eq(choices[i].value, value)) return choices[i].label;
    return value;
}

// The kind of a field was checked already; here, what the answers must be together.
static void read_band(Filled *f, const Meaning *m, MeaningRead *r) {
    if (!str_eq(m->polarity, S("band"))) {
        if (m->band_low.len || m->band_high.len)
            form_wrong(f, "band_low",
                       S("A band belongs to “Inside a band is better”: empty both ends, or choose it"));
        return;
    }
    if (!dec_parse(m->band_low, &r->low, NULL))
        form_wrong(f, "band_low", S("Enter the lower end of the band, like 10 or 21.6"));
    if (!dec_parse(m->band_high, &r->high, NULL))
        form_wrong(f, "band_high", S("Enter the upper end of the band, like 20 or 31.6"));
    if (r->low != NONE && r->high != NONE && r->low >= r->high)
        form_wrong(f, "band_high", S("The upper end of the band must be above the lower"));
}

static void read_rate(Filled *f, const Meaning *m, MeaningRead *r) {
    bool rate = str_eq(m->kind, S("rate"));
    if (rate && (!str_int(m->per, &r->per) ||
                 (r->per != 100 && r->per != 1000 && r->per != 10000 && r->per != 100000)))
        form_wrong(f, "per", S("Enter per how many: 100, 1000, 10000 or 100000"));
    if (!rate && m->per.len)
        form_wrong(f, "per", S("Per how many belongs to a rate: empty it, or choose a rate"));
}

MeaningRead meaning_read(Filled *f, const Meaning *m, bool second_line) {
    MeaningRead r = {.text = *m, .low = NONE, .high = NONE, .per = NONE, .decimals = 0};
    read_band(f, m, &r);
    read_rate(f, m, &r);
    if (m->decimals.len && (!str_int(m->decimals, &r.decimals) || r.decimals < 0 || r.decimals > 6))
        form_wrong(f, "decimals", S("Decimals must be a whole number from 0 to 6"));
    if (str_eq(m->kind, S("percentage")) && m->unit.len && !str_eq(m->unit, S("%")))
        form_wrong(f, "unit", S("The unit of a percentage is %"));
    if (second_line && !m->line_label.len)
        form_wrong(f, "line_label", S("Enter what tells this line from its head line, like “per 10,000”"));
    if (!second_line && m->line_label.len)
        form_wrong(f, "line_label", S("Only a second line has a label: empty it, or choose a head line"));
    return r;
}
