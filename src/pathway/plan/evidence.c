// Specialists' assessments, attached to the plan or to the early help assessment: what they say that matters,
// and the whole of it as a file, or where it is kept (W53). A file is taken by what stands in it, not by its
// name; it is kept in the database, in pieces, and only ever given out as something to be saved.
#include <unistd.h>

#include "pathway/plan/case.h"
#include "pathway/plan/evidence.h"
#include "pathway/plan/plan.html.h"

enum { PIECE = 256 << 10, FILE_MOST = 10 << 20, HEAD = 512 };

const Choice evidence_kinds[] = {
    {S("asset"), S("Asset (youth offending)"), {0}},
    {S("hidden-harm"), S("Hidden harm (parental substance use)"), {0}},
    {S("camhs"), S("Mental health (CAMHS)"), {0}},
    {S("parenting"), S("Parent assessment"), {0}},
    {S("occupational"), S("Occupational therapy"), {0}},
    {S("speech"), S("Speech and language"), {0}},
    {S("school"), S("School or educational psychology"), {0}},
    {S("other"), S("Something else"), {0}},
};
const size_t n_evidence_kinds = COUNT(evidence_kinds);

// ---- files ------------------------------------------------------------------------------------------------

static bool plain_text(Str head) {
    for (size_t i = 0; i < head.len; i++)
        if (!head.at[i] || head.at[i] == '<') return false;
    return true;
}

// What a file is by its first bytes, where its name says the same; absent: nothing Kith takes.
static Str type_of(Str head, Str name) {
    static const struct {
        Str type, begins;
    } known[] = {{S("pdf"), S("%PDF-")},
                 {S("png"), S("\x89PNG\r\n\x1a\n")},
                 {S("jpg"), S("\xff\xd8\xff")},
                 {S("docx"), S("PK\x03\x04")},
                 {S("odt"), S("PK\x03\x04")}};
    Str rest = name, ending = name;
    while (str_has(rest, S("."))) {
        str_cut(&rest, S("."));
        ending = rest;
    }
    for (size_t i = 0; i < COUNT(known); i++) {
        bool named = str_eq_fold(ending, known[i].type) ||
                     (str_eq(known[i].type, S("jpg")) && str_eq_fold(ending, S("jpeg")));
        if (named && str_starts(head, known[i].begins)) return known[i].type;
    }
    return str_eq_fold(ending, S("txt")) && plain_text(head) ? S("txt") : (Str){0};
}

static Str type_sent(Ctx *c, const Upload *u) {
    char *head = arena_text(c->arena, HEAD);
    ssize_t n = pread(u->fd, head, HEAD, 0);
    return n > 0 ? type_of((Str){head, (size_t)n}, u->file_name) : (Str){0};
}

// Piece by piece, each read where the one before ended.
static void keep_file(Ctx *c, int64_t evidence, const Upload *u) {
    char *piece = arena_text(c->arena, PIECE);
    int64_t done = 0;
    for (int64_t number = 0; done < u->size; number++) {
        ssize_t n = pread(u->fd, piece, PIECE, (off_t)done);
        if (n <= 0) {
            db_fail(c->db, "a file that was sent cannot be read to its end");
            return;
        }
        evidence_piece_put(c->db, evidence, number, (Str){piece, (size_t)n});
        done += n;
    }
}

// ---- who sees it ------------------------------------------------------------------------------------------

static bool of_health(Str what) {
    return str_eq(what, S("camhs")) || str_eq(what, S("occupational")) || str_eq(what, S("speech"));
}

Str evidence_info(const Evidence *v) {
    if (str_eq(v->info, S("health"))) return S("health");
    return v->assessment_id == NONE ? S("plan") : S("assessment");
}

void evidence_lines(Buf *out, Ctx *c, const Record *r, EvidenceList all) {
    if (!all.len) return;
    bool *shows = arena_new(c->arena, bool, all.len);
    for (size_t i = 0; i < all.len; i++)
        shows[i] = record_shows(r, str_c(c->arena, evidence_info(&all.at[i])));
    evidence_list(out, c, all, shows);
}

void evidence_of_assessment(Buf *out, Ctx *c, const Record *r, int64_t assessment, bool adds) {
    EvidenceList all = evidence_attached(c->db, assessment);
    Buf lines = {.arena = c->arena};
    evidence_lines(&lines, c, r, all);
    evidence_part(out, c, html_of(&lines), all.len, assessment, adds);
}

// The size in whole kilobytes, for people.
Str evidence_size(Arena *a, int64_t bytes) {
    return str_fmt(a, "%lld kB", (long long)((bytes + 999) / 1000));
}

// ---- attaching --------------------------------------------------------------------------------------------

typedef struct EvidenceForm {
    Str what, title, author, on, finds, file, kept;
} EvidenceForm;
static const Field evidence_fields[] = {
    {FIELD(EvidenceForm, what), .label = S("What kind of assessment?"), .kind = RADIOS, .required = true,
     .choices = evidence_kinds, .n_choices = COUNT(evidence_kinds), .missing = S("Choose what kind it is")},
    {FIELD(EvidenceForm, title), .label = S("What is it called?"), .kind = TEXT, .required = true, .max = 160,
     .missing = S("Enter what it is called")},
    {FIELD(EvidenceForm, author), .label = S("Who wrote it, and where do they work?"), .kind = TEXT,
     .required = true, .max = 160, .missing = S("Enter who wrote it, and where they work")},
    {FIELD(EvidenceForm, on), .label = S("Of what day is it?"), .kind = DATE, .required = true,
     .missing = S("Enter the day it is of")},
    {FIELD(EvidenceForm, finds), .label = S("What does it say that matters to the plan?"), .kind = TEXTAREA,
     .required = true, .max = 2000, .missing = S("Enter what it says that matters to the plan")},
    {FIELD(EvidenceForm, file), .label = S("The whole of it, as a file"),
     .hint = S("PDF, Word (docx), OpenDocument (odt), a picture (png, jpg) or plain text, up to 10 MB"),
     .kind = FILE_UPLOAD},
    {FIELD(EvidenceForm, kept), .label = S("Or where is the whole of it kept?"),
     .hint = S("So that it can be asked for"), .kind = TEXT, .max = 200},
};
static const Form evidence_form = {S("Attach a specialist’s assessment"), S("Attach it"), evidence_fields,
                                   COUNT(evidence_fields)};

// What the file is, or absent; what is wrong is said beside the field.
static Str check_evidence(Ctx *c, Filled *f, const EvidenceForm *in) {
    const Upload *u = upload_of(c, S("file"));
    Str type = u ? type_sent(c, u) : (Str){0};
    if (case_day_of(in->on) != DATE_NONE && case_day_of(in->on) > c->today)
        form_wrong(f, "on", S("That day is still to come: enter the day it was written"));
    if (!u && !in->kept.len)
        form_wrong(f, "file", S("Choose the file, or enter where the whole of it is kept"));
    else if (u && u->size > FILE_MOST)
        form_wrong(f, "file",
                   S("The file is larger than 10 MB: choose a smaller one, or enter where it is kept"));
    else if (u && !type.at)
        form_wrong(
            f, "file",
            S("The file is none that Kith keeps: choose a PDF, docx, odt, png, jpg or plain text file"));
    return type;
}

static int64_t attach(Ctx *c, const Case *k, int64_t assessment, const EvidenceForm *in, Str type) {
    const Upload *u = type.at ? upload_of(c, S("file")) : NULL;
    Str shown_as = of_health(in->what) ? S("health") : S("plan");
    Evidence v = {.info = shown_as, .assessment_id = assessment};
    int64_t id = evidence_put(c->db, k->e->id, in->what, in->title, in->author, in->on, in->finds, in->kept,
                              shown_as, assessment, type, u ? u->size : NONE, c->now, c->actor.id);
    if (u) keep_file(c, id, u);
    case_act(c, k,
             (CaseAct){"evidence.add", .kind = str_c(c->arena, evidence_info(&v)), .what = "assessment",
                       .title = str_fmt(c->arena, "Attached: %.*s", STR_FMT(in->title)), .body = in->finds,
                       .subject = "evidence", .id = id});
    return id;
}

// To the plan of an episode or, with `assessment`, to the assessment it belongs to.
static Reply attaching(Ctx *c, int64_t episode, int64_t assessment, bool save) {
    Case k;
    Reply no;
    if (!case_open(c, episode, CASE_ADD, &k, &no)) return no;
    if (assessment != NONE && !record_shows(k.record, "assessment")) return status_page(c, 403);
    EvidenceForm in = {0};
    Filled f = save ? form_read(c, &evidence_form, &in) : form_blank(&evidence_form, NULL);
    Str type = save ? check_evidence(c, &f, &in) : (Str){0};
    if (!save || f.n_errors) return case_form(c, &k, "plan", &f, NULL);
    attach(c, &k, assessment, &in, type);
    if (assessment != NONE)
        return see_other_saying(c, S("It is attached to the assessment"), "/work/assessments/%lld",
                                (long long)assessment);
    return see_other_saying(c, S("It is attached to the plan"), "/work/episodes/%lld/plan",
                            (long long)k.e->id);
}

Reply evidence_new(Ctx *c) { return attaching(c, part_int(c, 0), NONE, false); }
Reply evidence_new_save(Ctx *c) { return attaching(c, part_int(c, 0), NONE, true); }

static Reply to_assessment(Ctx *c, bool save) {
    int64_t id = part_int(c, 0), episode = evidence_episode_of(c->db, id);
    return episode == NONE ? status_page(c, 404) : attaching(c, episode, id, save);
}

Reply evidence_assessed_new(Ctx *c) { return to_assessment(c, false); }
Reply evidence_assessed_save(Ctx *c) { return to_assessment(c, true); }

// ---- giving it out ----------------------------------------------------------------------------------------

// Whatever was sent is nothing but bytes to a browser here: to be saved, never shown, under a name of ours.
Reply evidence_file(Ctx *c) {
    const EvidenceFile *v = evidence_file_find(c->db, part_int(c, 0));
    if (!v || !v->file_type.at) return status_page(c, 404);
    const Record *r = record_open(c, v->person_id);
    Evidence seen = {.info = v->info, .assessment_id = v->assessment_id};
    if (!r || !record_shows(r, str_c(c->arena, evidence_info(&seen)))) return record_refused(c, v->person_id);
    note_before_answer(c, "evidence.open", "evidence", v->id);
    EvidencePieceList pieces = evidence_pieces(c->db, v->id);
    Buf out = {.arena = c->arena};
    buf_room(&out, (size_t)v->file_size);
    for (size_t i = 0; i < pieces.len; i++) buf_put(&out, pieces.at[i].bytes);
    Reply reply = text_reply(S("application/octet-stream"), buf_str(&out));
    reply.file_name = str_fmt(c->arena, "assessment-%lld.%.*s", (long long)v->id, STR_FMT(v->file_type));
    return reply;
}
