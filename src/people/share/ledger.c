// What the ledger of consent does: a row given, a row ended, and what follows from each in the same write.
#include <inttypes.h>

#include "people/share/within.h"

static const Instant for_ever = INT64_C(253402300799000);
enum { JUDGE_DAYS = 7 };                   // a refusal is judged within a week

const Choice capacities[3] = {
    {S("parent"), S("Somebody with parental responsibility"), {0}},
    {S("child"), S("The child or young person, aged 16 or over"), {0}},
    {S("competent"), S("A young person under 16, judged able to decide this themselves"),
     S("Gillick-competent: say below how that was judged")},
};
const Choice hows[4] = {
    {S("signed"), S("Signed"), {0}},
    {S("spoken"), S("Said face to face"), {0}},
    {S("telephone"), S("Said on the telephone"), {0}},
    {S("online"), S("Online"), {0}},
};

// ---- words and numbers ------------------------------------------------------------------------------------

Choices kinds_choices(void) {
    static Choice at[8];
    for (size_t i = 0; i < COUNT(at); i++)
        at[i] = (Choice){str_from(info[i].key), info[i].name, info[i].about};
    return (Choices){COUNT(at), at};
}

Str kinds_text(Arena *a, Str keys) {
    Buf out = {.arena = a};
    for (Str rest = keys; rest.at && rest.len;) {
        Str key = str_trim(str_cut(&rest, S(",")));
        const Info *k = info_find(key);
        if (out.len) buf_lit(&out, ", ");
        buf_put(&out, k ? k->name : str_eq(key, S("*")) ? S("Everything") : key);
    }
    return buf_str(&out);
}

Str share_label(const Choice *at, size_t n, Str key) {
    for (size_t i = 0; i < n; i++)
        if (str_eq(at[i].value, key)) return at[i].label;
    return key;
}

Instant day_begins(Str iso) {
    Date d;
    return date_parse(iso, &d) ? instant_at(d, 0) : NONE;
}

Instant day_ends(Str iso) {
    Date d;
    return date_parse(iso, &d) ? instant_at(date_add_days(d, 1), 0) : NONE;
}

Str id_text(Arena *a, int64_t id) { return str_fmt(a, "%" PRId64, id); }

int64_t text_id(Str s) {
    int64_t id = 0;
    return str_int(s, &id) ? id : 0;
}

static Str joined(Arena *a, KindList kinds) {
    Buf out = {.arena = a};
    for (size_t i = 0; i < kinds.len; i++) {
        if (i) buf_byte(&out, ',');
        buf_put(&out, kinds.at[i].kind);
    }
    return buf_str(&out);
}

// ---- giving -----------------------------------------------------------------------------------------------

static void put_parts(Ctx *c, int64_t id, ConsentNew n) {
    for (Str rest = n.agencies; rest.at && rest.len;)
        consent_agency_put(c->db, id, text_id(str_cut(&rest, S(","))));
    for (Str rest = n.kinds; rest.at && rest.len;) {
        const Info *kind = info_find(str_cut(&rest, S(",")));
        if (kind) consent_kind_put(c->db, id, str_from(kind->key));
    }
}

static void put_receipts(Ctx *c, int64_t person, int64_t consent, Str kinds) {
    ConsentAgencyList all = consent_agencies(c->db, consent);
    for (size_t i = 0; i < all.len; i++) receipt_write(c, person, all.at[i].id, "consent", consent, kinds);
}

// Before a lead professional is named, whoever started stands in (W42).
static void owe_judgement(Ctx *c, int64_t consent, int64_t one) {
    LeadList leads = leads_of(c->db, one, c->now);
    int64_t owner = leads.len ? leads.at[0].id : c->actor.id;
    refusal_put(c->db, consent, owner, !leads.len, date_iso(c->arena, date_add_days(c->today, JUDGE_DAYS)));
}

static Str entry_title(Ctx *c, ConsentNew n, int64_t id) {
    if (n.refused) return str_fmt(c->arena, "Consent refused: %.*s", STR_FMT(n.purpose));
    ConsentAgencyList all = consent_agencies(c->db, id);
    Buf out = {.arena = c->arena};
    buf_fmt(&out, "Consent given: %.*s", STR_FMT(n.purpose));
    for (size_t i = 0; i < all.len; i++) {
        buf_put(&out, i ? S(", ") : S(" ("));
        buf_put(&out, all.at[i].name);
    }
    if (all.len) buf_byte(&out, ')');
    return buf_str(&out);
}

int64_t consent_give(Ctx *c, ConsentNew n) {
    const Person *p = person_shown(c->db, n.person);
    if (!p) return NONE;
    int64_t id = consent_put(c->db, n.person, n.refused ? S("refused") : S("given"), n.purpose,
                             n.giver ? n.giver : NONE, n.giver_name, n.capacity,
                             n.capacity_why.len ? n.capacity_why : (Str){0}, n.how,
                             n.said_at ? n.said_at : c->now, n.refused ? for_ever : n.until, c->now,
                             c->actor.id);
    if (id == NONE) return NONE;           // a fault, which stays in the Db
    put_parts(c, id, n);
    if (n.refused) refuse_standing(c, n), owe_judgement(c, id, p->id);
    else put_receipts(c, n.person, id, n.kinds);
    entry_add(c, (EntryNew){.person = n.person, .episode = NONE, .kind = "note", .what = "consent",
                            .title = entry_title(c, n, id), .happened_at = n.said_at, .subject = "consent",
                            .subject_id = id});
    access_audit(c, n.refused ? "consent.refuse" : "consent.give", "consent", id, (Str){0});
    return id;
}

bool consent_end(Ctx *c, int64_t consent, Str why) {
    const ConsentLine *line = consent_one(c->db, consent);
    if (!line || consent_close(c->db, consent, c->now, c->actor.id ? c->actor.id : NONE, why) != 1)
        return false;
    entry_add(c, (EntryNew){.person = line->person_id, .episode = NONE, .kind = "note", .what = "consent",
                            .title = str_fmt(c->arena, "Consent withdrawn: %.*s", STR_FMT(line->purpose)),
                            .body = why, .subject = "consent", .subject_id = consent});
    access_audit(c, "consent.end", "consent", consent, (Str){0});
    return true;
}

ConsentLineList consent_live(Ctx *c, int64_t person) {
    const Person *p = person_shown(c->db, person);
    return p ? consent_all(c->db, p->id, c->now, NONE) : (ConsentLineList){0};
}

Str consent_answer(Ctx *c, int64_t person, int64_t agency) {
    const ConsentSaid *said = consent_last(c->db, person, agency);
    if (!said) return (Str){0};
    if (str_eq(said->answer, S("refused"))) return S("refused");
    bool live = said->expires_at > c->now && (said->ended_at == NONE || said->ended_at > c->now);
    return live ? S("given") : (Str){0};
}

// ---- sharing without it -----------------------------------------------------------------------------------

int64_t sharing_begin(Ctx *c, SharingNew n) {
    int64_t id = sharing_put(c->db, n.person, n.agency, n.basis, n.facts, n.interests, n.consulted,
                             n.family_told, c->now, n.until, c->actor.id);
    if (id == NONE) return NONE;
    for (Str rest = n.kinds; rest.at && rest.len;) {
        const Info *kind = info_find(str_cut(&rest, S(",")));
        if (kind) sharing_kind_put(c->db, id, str_from(kind->key));
    }
    receipt_write(c, n.person, n.agency, "sharing", id, n.kinds);
    Str basis = share_label(bases, n_bases, n.basis);
    entry_add(c, (EntryNew){.person = n.person, .episode = NONE, .kind = "note", .what = "sharing",
                            .title = str_fmt(c->arena, "Shared without consent: %.*s", STR_FMT(basis)),
                            .subject = "sharing", .subject_id = id});
    access_audit(c, "sharing.begin", "sharing", id, (Str){0});
    return id;
}

bool sharing_end(Ctx *c, int64_t sharing) {
    const SharingLine *line = sharing_one(c->db, sharing);
    if (!line || sharing_close(c->db, sharing, c->now) != 1) return false;
    entry_add(c, (EntryNew){.person = line->person_id, .episode = NONE, .kind = "note", .what = "sharing",
                            .title = S("Sharing without consent ended"), .subject = "sharing",
                            .subject_id = sharing});
    access_audit(c, "sharing.end", "sharing", sharing, (Str){0});
    return true;
}

// ---- reading ----------------------------------------------------------------------------------------------

ConsentCard consent_card(Ctx *c, const ConsentLine *line) {
    ConsentAgencyList all = consent_agencies(c->db, line->id);
    Buf names = {.arena = c->arena};
    for (size_t i = 0; i < all.len; i++) {
        if (i) buf_lit(&names, ", ");
        buf_put(&names, all.at[i].name);
    }
    bool live = str_eq(line->answer, S("given")) && line->starts_at <= c->now && line->expires_at > c->now &&
                (line->ended_at == NONE || line->ended_at > c->now);
    return (ConsentCard){.line = line, .kinds = joined(c->arena, consent_kinds(c->db, line->id)),
                         .agencies = buf_str(&names), .live = live,
                         .refusal = refusal_one(c->db, line->id, c->actor.id, c->now)};
}

ConsentCards consent_cards(Ctx *c, ConsentLineList lines) {
    ConsentCards cards = {lines.len, arena_new(c->arena, ConsentCard, lines.len)};
    for (size_t i = 0; i < lines.len; i++) cards.at[i] = consent_card(c, &lines.at[i]);
    return cards;
}

SharingCards sharing_cards(Ctx *c, int64_t one) {
    SharingLineList all = sharing_all(c->db, one);
    SharingCards cards = {all.len, arena_new(c->arena, SharingCard, all.len)};
    for (size_t i = 0; i < all.len; i++) {
        const SharingLine *s = &all.at[i];
        bool live = s->expires_at > c->now && (s->ended_at == NONE || s->ended_at > c->now);
        cards.at[i] = (SharingCard){.line = s, .kinds = joined(c->arena, sharing_kinds(c->db, s->id)),
                                    .basis = share_label(bases, n_bases, s->basis), .live = live,
                                    .now = live ? shown_to(c, one, NONE, s->agency_id).version : (Str){0}};
    }
    return cards;
}
