// The settings themselves, and reading and writing them. Another floor adds its own as a row here.
#include "access/settings.h"

#include <inttypes.h>

#include "access/rights.h"
#include "access/setting.sql.h"

const Setting settings[] = {
    {"site.name", "The site", S("Name of this site"),
     S("Shown at the top of every page and in its title, unless Kith was started with --name"), SETTING_TEXT,
     S("Kith")},
    {"site.contact", "The site", S("Whom to ask for help"),
     S("An address or a telephone number that people without an account may use. Shown on the sign-in and "
       "accessibility pages"),
     SETTING_TEXT, S("")},
    {"publish.threshold", "Publishing", S("Smallest number that may be published"),
     S("Counts of people from 1 to one below this are suppressed in everything the public sees"),
     SETTING_NUMBER, S("5"), 1, 100},
    {"publish.candidates", "Publishing", S("Numbers that must stay possible for a suppressed one"),
     S("Somebody who adds and subtracts what is published can narrow a suppressed count down to this many "
       "numbers, and no further"),
     SETTING_NUMBER, S("3"), 2, 20},
    {"publish.round_to", "Publishing", S("Round counts of people to a multiple of"),
     S("1: they are not rounded. 5 or 10 hides more, and makes small changes hard to see"), SETTING_NUMBER,
     S("1"), 1, 100},
    {"figures.two_people", "Publishing", S("Two people see every figure"),
     S("1: whoever hands a figure in does not sign it off. 0: one person is enough"), SETTING_NUMBER, S("1"),
     0, 1},
    {"contact.repeat_times", "The front door",
     S("Contacts about one child or family that a manager must answer"),
     S("So many within the days below raise a flag"), SETTING_NUMBER, S("3"), 2, 20},
    {"contact.repeat_days", "The front door", S("Days in which they are counted"), S("From 7 to 730"),
     SETTING_NUMBER, S("90"), 7, 730},
    {"two_step.roles", "Signing in", S("Roles that need two-step sign-in"),
     S("Who has one of these sets up two-step sign-in before anything else. Separate them by spaces: "
       "administrator, board-support, performance-officer, responsible-officer, member, viewer"),
     SETTING_ROLES, S("administrator performance-officer")},
    {"session.idle_minutes", "Signing in", S("Sign people out after this many minutes without use"),
     S("From 5 to 720"), SETTING_NUMBER, S("60"), 5, 720},
    {"session.hours", "Signing in", S("Sign people out after this many hours in any case"), S("From 1 to 24"),
     SETTING_NUMBER, S("12"), 1, 24},
    {"invitation.days", "Signing in", S("Days an invitation works for"), S("From 1 to 30"), SETTING_NUMBER,
     S("7"), 1, 30},
    {"reset.minutes", "Signing in", S("Minutes a link to set a new password works for"),
     S("From 10 to 1,440"), SETTING_NUMBER, S("60"), 10, 1440},
    {"password.memory_mib", "Signing in", S("Memory for checking a password, in MiB"),
     S("More is safer and slower. Fewer than 19 is below what OWASP advises"), SETTING_NUMBER, S("64"), 8,
     1024},
    {"password.passes", "Signing in", S("Passes for checking a password"), S("More is safer and slower"),
     SETTING_NUMBER, S("3"), 1, 10},
    {"glass.hours", "Casework", S("Hours a record stays open that was opened at once for a reason"),
     S("From 1 to 72"), SETTING_NUMBER, S("12"), 1, 72},
    {"glass.review_hours", "Casework", S("Hours until a manager reviews why it was opened"),
     S("From 1 to 168"), SETTING_NUMBER, S("24"), 1, 168},
    {"views.told_days", "Casework", S("Days to bring a child word of what came of what they said"),
     S("After this many days it is late on the worker’s list"), SETTING_NUMBER, S("14"), 1, 90},
    {"work.still_days", "Casework", S("Days without anything written down before a case stands still"),
     S("Such cases are on the first screen of the worker and of the team’s manager"), SETTING_NUMBER,
     S("28"), 1, 365},
    {"work.load", "Casework", S("Children one worker may hold before their load is marked"),
     S("Shown to the team’s manager. From 1 to 100"), SETTING_NUMBER, S("18"), 1, 100},
    {"oidc.issuer", "Signing in through your organisation", S("Address of the provider (issuer)"),
     S("For example https://login.example.org. Leave empty to do without"), SETTING_TEXT, S("")},
    {"oidc.client_id", "Signing in through your organisation", S("Client ID"),
     S("The provider gives you this"), SETTING_TEXT, S("")},
    {"oidc.client_secret", "Signing in through your organisation", S("Client secret"),
     S("The provider gives you this. It is never shown again: leave empty to keep the one there is"),
     SETTING_SECRET, S("")},
    {"oidc.label", "Signing in through your organisation", S("What people call it"),
     S("For the button: “Sign in with …”"), SETTING_TEXT, S("your organisation’s account")},
    {"action.link_days", "Plans", S("Days that a link to an action works for, after the day it is due"),
     S("From 1 to 60"), SETTING_NUMBER, S("14"), 1, 60},
    {"action.remind_days", "Plans", S("Days before an action is due that a reminder is sent"),
     S("From 0 to 30. Another is sent when it is late"), SETTING_NUMBER, S("3"), 0, 30},
};
const size_t n_settings = COUNT(settings);

static const Setting *setting_named(const char *name) {
    for (size_t i = 0; i < n_settings; i++)
        if (!strcmp(settings[i].name, name)) return &settings[i];
    return NULL;
}

Str setting_text(Db *db, const char *name) {
    const Setting *s = setting_named(name);
    if (!s) db_fail(db, "there is no setting called %s", name);
    SettingRowList all = setting_all(db);
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].name, str_from(name))) return all.at[i].value;
    return s ? s->fallback : (Str){0};
}

int64_t setting_int(Db *db, const char *name) {
    int64_t n = 0;
    str_int(setting_text(db, name), &n);
    return n;
}

Str setting_word(Str *rest) {
    while (rest->len && (rest->at[0] == ' ' || rest->at[0] == ','))
        *rest = (Str){rest->at + 1, rest->len - 1};
    size_t n = 0;
    while (n < rest->len && rest->at[n] != ' ' && rest->at[n] != ',') n++;
    Str word = {rest->at, n};
    *rest = (Str){rest->at + n, rest->len - n};
    return word;
}

static Str no_such_role(Arena *a, Str keys) {
    for (Str word; (word = setting_word(&keys)).len;)
        if (!role_find(word))
            return str_fmt(a, "There is no role “%.*s”: use the names the hint gives", STR_FMT(word));
    return (Str){0};
}

static Str misfit(Arena *a, const Setting *s, Str value) {
    int64_t n = 0;
    if (s->kind == SETTING_ROLES) return no_such_role(a, value);
    if (s->kind != SETTING_NUMBER) return value.len > 500 ? S("Use 500 characters or fewer") : (Str){0};
    if (str_int(value, &n) && n >= s->least && n <= s->most) return (Str){0};
    return str_fmt(a, "%.*s: enter a whole number from %" PRId64 " to %" PRId64, STR_FMT(s->label), s->least,
                   s->most);
}

bool setting_put(Db *db, Instant now, const char *name, Str value, Str *ret_why) {
    const Setting *s = setting_named(name);
    Str why = s ? misfit(db_arena(db), s, value) : S("There is no such setting");
    if (why.at) {
        *ret_why = why;
        return false;
    }
    setting_write(db, str_from(name), value, now);
    return true;
}
