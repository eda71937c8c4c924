// Passwords: kept as Argon2id, judged by length and by not being what everybody tries first. No rules of
// composition: they make people write worse passwords (NCSC, "Password policy: updating your approach").
#include <sodium.h>
#include <utf8proc.h>

#include "access/secret.h"

// The same password typed on another keyboard may come decomposed; both are one password.
static Str composed(Arena *a, Str s) {
    const utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    size_t room = s.len * 4 + 4;
    utf8proc_int32_t *points = arena_new(a, utf8proc_int32_t, room);
    utf8proc_ssize_t n = utf8proc_decompose((const uint8_t *)s.at, (utf8proc_ssize_t)s.len, points,
                                            (utf8proc_ssize_t)room, how);
    if (n < 0 || (size_t)n > room) return s;
    utf8proc_ssize_t bytes = utf8proc_reencode(points, n, how);
    return bytes < 0 ? s : (Str){(char *)points, (size_t)bytes};
}

static size_t memory_of(PasswordCost cost) { return (size_t)cost.memory_mib << 20; }

Str password_hash(Arena *a, Str password, PasswordCost cost) {
    char *out = arena_new(a, char, crypto_pwhash_STRBYTES);
    Str p = composed(a, password);
    if (crypto_pwhash_str(out, p.at, p.len, (uint64_t)cost.passes, memory_of(cost))) return (Str){0};
    return str_from(out);
}

bool password_holds(Arena *a, Str password, Str stored, PasswordCost cost) {
    if (!stored.len) {
        password_hash(a, password, cost);
        return false;
    }
    Str p = composed(a, password);
    char padded[crypto_pwhash_STRBYTES] = {0};
    if (stored.len >= sizeof padded) return false;
    memcpy(padded, stored.at, stored.len);
    return crypto_pwhash_str_verify(padded, p.at, p.len) == 0;
}

bool password_outdated(Arena *a, Str stored, PasswordCost cost) {
    return crypto_pwhash_str_needs_rehash(str_c(a, stored), (uint64_t)cost.passes, memory_of(cost)) != 0;
}

// ---- what everybody tries first ---------------------------------------------------------------------------

// Letters only, in small letters, with the usual stand-ins read as what they stand for: "P@ssw0rd 2014!" is
// "password".
static Str plain(Arena *a, Str s) {
    static const char from[] = "013457@$!", to[] = "oleastasi";
    Buf out = {.arena = a};
    size_t end = s.len;
    while (end && !((s.at[end - 1] | 32) >= 'a' && (s.at[end - 1] | 32) <= 'z')) end--;
    for (size_t i = 0; i < end; i++) {
        char ch = s.at[i];
        const char *swap = ch ? strchr(from, ch) : NULL;
        if (swap) ch = to[swap - from];
        if (ch >= 'A' && ch <= 'Z') ch = (char)(ch | 32);
        if (ch >= 'a' && ch <= 'z') buf_byte(&out, ch);
    }
    return buf_str(&out);
}

// The stems of long passwords that head every published list of stolen ones, and what this place would
// suggest.
static const char *const common[] = {
    "password",
    "passwordpassword",
    "mypassword",
    "thepassword",
    "yourpassword",
    "newpassword",
    "passwordone",
    "password123",
    "letmein",
    "letmeinplease",
    "letmeinnow",
    "welcome",
    "welcomehome",
    "welcometo",
    "changeme",
    "pleasechangeme",
    "changemenow",
    "iloveyou",
    "iloveyousomuch",
    "iloveyoubaby",
    "iloveyouforever",
    "iloveyoumum",
    "ihateyou",
    "trustno",
    "trustnoone",
    "administrator",
    "admin",
    "adminadmin",
    "adminpassword",
    "superuser",
    "rootroot",
    "default",
    "defaultpassword",
    "secretpassword",
    "secret",
    "topsecret",
    "nopassword",
    "temporary",
    "temporarypassword",
    "temppassword",
    "testing",
    "testtest",
    "testpassword",
    "qwertyuiop",
    "qwertyqwerty",
    "qwerty",
    "asdfghjkl",
    "zxcvbnm",
    "qazwsxedc",
    "qazwsx",
    "onetwothree",
    "correcthorsebatterystaple",
    "football",
    "liverpool",
    "liverpoolfc",
    "manchesterunited",
    "manchestercity",
    "chelseafc",
    "arsenalfc",
    "nottinghamforest",
    "nottscounty",
    "nottingham",
    "manchester",
    "birmingham",
    "england",
    "london",
    "britain",
    "unitedkingdom",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "spring",
    "summer",
    "summertime",
    "autumn",
    "winter",
    "christmas",
    "merrychristmas",
    "happynewyear",
    "happybirthday",
    "birthday",
    "princess",
    "sunshine",
    "sunshineday",
    "superman",
    "batman",
    "spiderman",
    "starwars",
    "harrypotter",
    "pokemon",
    "dragon",
    "monkey",
    "michael",
    "charlotte",
    "jennifer",
    "jessica",
    "elizabeth",
    "victoria",
    "alexander",
    "alexandra",
    "christopher",
    "katherine",
    "catherine",
    "stephanie",
    "samantha",
    "nicholas",
    "chocolate",
    "butterfly",
    "computer",
    "internet",
    "facebook",
    "whatever",
    "blessed",
    "jesuschrist",
    "godisgood",
    "ilovegod",
    "mustang",
    "basketball",
    "cheesecake",
    "strawberry",
    "mynameis",
    "lovelove",
    "lovelovelove",
    "abcabc",
    "abcdefgh",
    "unknown",
    "children",
    "childrenservices",
    "childrensservices",
    "childrenspartnership",
    "partnership",
    "safeguarding",
    "socialworker",
    "socialwork",
    "socialcare",
    "council",
    "citycouncil",
    "teacher",
    "headteacher",
    "school",
    "hospital",
    "kith",
    "kithkith",
    "kithpassword",
    "kithandkin",
    "performance",
    "performanceofficer",
    "responsibleofficer",
    "boardsupport",
};

static bool is_common(Str stem) {
    for (size_t i = 0; i < COUNT(common); i++)
        if (str_eq(stem, str_from(common[i]))) return true;
    return false;
}

// "abcabcabcabc", "aaaaaaaaaaaa": something short, over and over.
static bool repeats(Str s) {
    for (size_t period = 1; period <= s.len / 3; period++)
        if (memcmp(s.at, s.at + period, s.len - period) == 0) return true;
    return false;
}

// "123456789012", "zyxwvutsrqpo": each character the next or the one before, nought after nine.
static bool runs(Str s) {
    size_t up = 0, down = 0;
    for (size_t i = 1; i < s.len; i++) {
        int step = s.at[i] - s.at[i - 1];
        up += step == 1 || (s.at[i - 1] == '9' && s.at[i] == '0');
        down += step == -1 || (s.at[i - 1] == '0' && s.at[i] == '9');
    }
    return up + 2 >= s.len || down + 2 >= s.len;
}

// Made of one's own name or address and little else.
static bool is_own(Arena *a, Str stem, Str password, Str email, Str name) {
    Str local = email;
    ptrdiff_t at = str_find(email, S("@"));
    if (at > 0) local.len = (size_t)at;
    return str_eq_fold(password, email) ||
           (stem.len && (str_eq(stem, plain(a, local)) || str_eq(stem, plain(a, name))));
}

static size_t characters(Str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) n += ((uint8_t)s.at[i] & 0xc0) != 0x80;
    return n;
}

Str password_fault(Arena *a, Str password, Str email, Str name) {
    Str p = composed(a, password), stem = plain(a, p);
    if (characters(p) < PASSWORD_LEAST)
        return str_fmt(a, "Password must be %d characters or more", PASSWORD_LEAST);
    if (characters(p) > PASSWORD_MOST)
        return str_fmt(a, "Password must be %d characters or fewer", PASSWORD_MOST);
    if (is_own(a, stem, p, email, name)) return S("Choose a password that is not your name or email address");
    if (is_common(stem) || repeats(p) || runs(p))
        return S("Choose a password that is harder to guess: three words that do not belong together work "
                 "well");
    return (Str){0};
}
