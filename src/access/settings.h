// What a partnership may set, as a table: the page draws it, setting_int() and setting_text() read it.
#ifndef KITH_ACCESS_SETTINGS_H
#define KITH_ACCESS_SETTINGS_H

#include "base/date.h"
#include "db/db.h"

typedef enum SettingKind { SETTING_TEXT, SETTING_NUMBER, SETTING_SECRET, SETTING_ROLES } SettingKind;
typedef struct Setting {
    const char *name;                      // "session.idle_minutes"
    const char *group;                     // the heading it stands under
    Str label, hint;
    SettingKind kind;
    Str fallback;                          // what holds until somebody sets it
    int64_t least, most;                   // of a number
} Setting;
extern const Setting settings[];
extern const size_t n_settings;

Str setting_text(Db *db, const char *name);          // what is set, or the fallback
int64_t setting_int(Db *db, const char *name);
Str setting_word(Str *rest);                         // the next word of a list of words; empty at the end
// Inside a write. False: no such setting, or the value does not fit it; *ret_why says so.
bool setting_put(Db *db, Instant now, const char *name, Str value, Str *ret_why);

#endif
