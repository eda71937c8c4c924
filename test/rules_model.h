// A small world of people, teams, consents and the rest, and the rules of docs/who-may-see.md over it,
// written without looking at the view. For tests: the view must say the same of every world.
#ifndef KITH_RULES_MODEL_H
#define KITH_RULES_MODEL_H

#include "base/date.h"

enum { MODEL_MOST = 12, MODEL_KINDS = 8, ALL_KINDS = 255, NEVER = 1000, NOBODY = -1 };

// Times are small numbers; an end of NEVER is no end. People, accounts, teams … are numbered from 0.
typedef struct Span {
    int from, until;
} Span;
typedef struct Model {
    int people, accounts, agencies, teams;
    int one[MODEL_MOST];                   // as whom a person is shown
    int own_account[MODEL_MOST];           // the account a person signs in with, or NOBODY
    bool sealed[MODEL_MOST];
    int agency_of[MODEL_MOST];             // an account's
    bool seal_named[MODEL_MOST][MODEL_MOST];   // person, account
    int n_members, n_holds, n_episodes, n_consents, n_sharings, n_seats, n_glass, n_conflicts, n_ties,
        n_complaints;
    struct ModelMember { int team, account; Span span; } member[MODEL_MOST];
    struct ModelHold { int person, team; Span span; } hold[MODEL_MOST];
    struct ModelEpisode { int person, owner, team; Span span; } episode[MODEL_MOST];
    struct ModelConsent {
        int person;
        bool given;
        Span span;
        int withdrawn;
        unsigned agencies, kinds;
    } consent[MODEL_MOST];
    struct ModelSharing { int person, agency; Span span; int ended; unsigned kinds; } sharing[MODEL_MOST];
    struct ModelSeat { int episode, account, consent, sharing; Span span; } seat[MODEL_MOST];
    struct ModelGlass { int person, account; Span span; } glass[MODEL_MOST];
    struct ModelConflict { int person, account; bool over; } conflict[MODEL_MOST];
    struct ModelComplaint { int person, account; Span span; } complaint[MODEL_MOST];   // who answers it
    struct ModelTie { int from, to; bool wrong, brings_up; } tie[MODEL_MOST];
} Model;

Model model_random(uint64_t *state);
// The kinds, as bits, that this account sees at that time of the record that this person is shown as.
unsigned model_sees(const Model *m, int account, int person, int at);
// Whether they have a way to all of it: a team that holds it, an episode of theirs, broken glass.
bool model_all(const Model *m, int account, int person, int at);
// Whether a consent stands that names the agency where they work.
bool model_consent_names(const Model *m, int account, int person, int at);
bool model_sealed(const Model *m, int account, int person);    // sealed, and not to be opened by this account
// Whether the record is closed to the account by a conflict, family or a seal, whatever ways there are.
bool model_shut(const Model *m, int account, int person);

#endif
