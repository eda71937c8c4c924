// The office's records: the audit log, mail, and settings. Read here, written elsewhere (but for settings).
#include <inttypes.h>
#include <jansson.h>

#include "access/records.html.h"
#include "access/within.h"

static const Crumb office = {S("Office"), {S("/office")}},
                   outbox_crumb = {S("Outbox"), {S("/office/outbox")}};

static int64_t number(Str s) {
    int64_t n = NONE;
    str_int(s, &n);
    return n;
}

// ---- the audit log ----------------------------------------------------------------------------------------

static Instant day_start(Str iso, int days) {
    Date d = DATE_NONE;
    return date_parse(iso, &d) ? instant_at(d + days, 0) : NONE;
}

static int put_bytes(const char *at, size_t len, void *out) {
    buf_put(out, (Str){at, len});
    return 0;
}

static void put_value(Buf *out, const json_t *v) {
    if (json_is_string(v)) buf_put(out, str_from(json_string_value(v)));
    else if (json_is_null(v)) buf_lit(out, "nothing");
    else if (json_is_boolean(v)) buf_put(out, json_is_true(v) ? S("yes") : S("no"));
    else json_dump_callback(v, put_bytes, out, JSON_ENCODE_ANY | JSON_COMPACT);
}

Str audit_detail(Arena *a, Str json) {
    json_t *j = json.len ? json_loadb(json.at, json.len, 0, NULL) : NULL, *value;
    if (!json_is_object(j)) return json_decref(j), json;
    Buf out = {.arena = a};
    const char *key;
    json_object_foreach(j, key, value) {
        buf_put(&out, out.len ? S(", ") : S(""));
        buf_put(&out, str_from(key)), buf_lit(&out, ": ");
        put_value(&out, value);
    }
    json_decref(j);
    return buf_str(&out);
}

Reply audit_log(Ctx *c) {
    AuditPage p = {.act = param(c->query, S("act")),
                   .who = param(c->query, S("who")),
                   .since = param(c->query, S("since")),
                   .until = param(c->query, S("until")),
                   .acts = audit_acts(c->db),
                   .people = audit_people(c->db)};
    p.rows = audit_page(c->db, absent_if_empty(p.act), number(p.who),
                        absent_if_empty(param(c->query, S("subject"))), day_start(p.since, 0),
                        day_start(p.until, 1), number(param(c->query, S("from"))));
    Buf out = {.arena = c->arena};
    audit_page_show(&out, c, &p);
    return page(c, (Page){.title = S("Audit log"), .crumbs = {office}, .wide = true, .no_index = true}, &out);
}

// Reads every row of the log, so it is asked for by a button and never by a link.
Reply audit_log_verify(Ctx *c) {
    AuditCheck check = audit_verify(c->db, c->arena, (Str){0});
    Buf out = {.arena = c->arena};
    audit_check_page(&out, &check);
    Crumb log = {S("Audit log"), {S("/office/audit")}};
    return page(c, (Page){.title = S("Is the audit log whole?"), .crumbs = {office, log}, .no_index = true},
                &out);
}

// ---- the outbox -------------------------------------------------------------------------------------------

const Choice outbox_states[4] = {{S("waiting"), S("Waiting")},
                                 {S("sent"), S("Sent")},
                                 {S("filed"), S("Written to a file")},
                                 {S("failed"), S("Failed")}};

Str outbox_state_text(Str state) {
    for (size_t i = 0; i < COUNT(outbox_states); i++)
        if (str_eq(outbox_states[i].value, state)) return outbox_states[i].label;
    return state;
}

Reply outbox_all(Ctx *c) {
    Str state = param(c->query, S("state"));
    Buf out = {.arena = c->arena};
    outbox_page_show(&out, c, state,
                     outbox_page(c->db, absent_if_empty(state), number(param(c->query, S("from")))));
    return page(c, (Page){.title = S("Outbox"), .crumbs = {office}, .wide = true, .no_index = true}, &out);
}

Reply outbox_show(Ctx *c) {
    const OutboxMail *m = outbox_one(c->db, part_int(c, 0));
    if (!m) return status_page(c, 404);
    Buf out = {.arena = c->arena};
    outbox_mail_page(&out, c, m);
    return page(c, (Page){.title = m->subject, .crumbs = {office, outbox_crumb}, .no_index = true}, &out);
}

Reply outbox_send_again(Ctx *c) {
    int64_t id = part_int(c, 0);
    if (!outbox_one(c->db, id)) return status_page(c, 404);
    if (!outbox_again(c->db, c->now, id)) return status_page(c, 409);
    access_audit(c, "mail.again", "mail", id, (Str){0});
    return see_other_saying(c, S("It will be sent again"), "/office/outbox/%lld", (long long)id);
}

// ---- settings ---------------------------------------------------------------------------------------------

static SettingRow *setting_rows(Ctx *c) {
    SettingRow *rows = arena_new(c->arena, SettingRow, n_settings);
    for (size_t i = 0; i < n_settings; i++) {
        bool first = i == 0 || strcmp(settings[i].group, settings[i - 1].group) != 0;
        Str value = settings[i].kind == SETTING_SECRET ? S("") : setting_text(c->db, settings[i].name);
        rows[i] = (SettingRow){
            .setting = &settings[i], .value = value, .heading = first ? settings[i].group : NULL};
    }
    return rows;
}

static Reply draw_settings(Ctx *c, const SettingRow *rows, bool error) {
    Buf out = {.arena = c->arena};
    settings_page(&out, c, rows, n_settings, error);
    Page p = {.title = S("Settings"), .crumbs = {office}, .error = error, .no_index = true};
    return page_status(c, error ? 422 : 200, p, &out);
}

Reply settings_show(Ctx *c) { return draw_settings(c, setting_rows(c), false); }

// Keeps what changed; a secret left empty stays as it is.
static bool keep_setting(Ctx *c, SettingRow *row) {
    const Setting *s = row->setting;
    row->value = str_trim(param(c->form, str_from(s->name)));
    if (!param_has(c->form, str_from(s->name)) || (s->kind == SETTING_SECRET && !row->value.len)) return true;
    if (str_eq(row->value, setting_text(c->db, s->name))) return true;
    if (!setting_put(c->db, c->now, s->name, row->value, &row->wrong)) return false;
    access_audit(c, "setting.change", "setting", NONE, json_of(c->arena, "name", str_from(s->name)));
    return true;
}

Reply settings_save(Ctx *c) {
    if (!access_fresh(c)) return access_prove(c, S("/office/settings"));
    SettingRow *rows = setting_rows(c);
    bool fits = true;
    for (size_t i = 0; i < n_settings; i++) fits = keep_setting(c, &rows[i]) && fits;
    if (!fits) return draw_settings(c, rows, true);
    frozen_thaw(c->db, c->now);
    return see_other_saying(c, S("The settings are saved"), "/office/settings");
}
