// The whole format of a pack as one table: the checking, the loading, docs/packs.md and the tests go by it.
// Files stand in the order in which they are loaded, so that what is referred to is there.
#include "pathway/clock/clock.sql.h"
#include "pathway/contact/data.sql.h"
#include "pathway/threshold/document.sql.h"
#include "pathway/threshold/services.sql.h"
#include "plan/pack_inside.h"
#include "plan/pack.sql.h"

#define NEEDED .required = true
#define KEY .required = true, .key = true
#define REF(name_, file_) {name_, CELL_REF, .refers = file_}
#define NEEDED_REF(name_, file_) {name_, CELL_REF, .refers = file_, NEEDED}
#define KEY_REF(name_, file_) {name_, CELL_REF, .refers = file_, KEY}
#define MEANING \
    {"title", CELL_TEXT, NEEDED}, {"line_label", CELL_TEXT}, \
    {"polarity", CELL_CHOICE, NEEDED, .choices = "higher|lower|band|watched"}, \
    {"band_low", CELL_DECIMAL}, {"band_high", CELL_DECIMAL}, \
    {"kind", CELL_CHOICE, NEEDED, .choices = "percentage|number|rate|text"}, \
    {"unit", CELL_TEXT, NEEDED}, {"decimals", CELL_COUNT, NEEDED}, \
    {"accumulates", CELL_CHOICE, NEEDED, .choices = "point|cumulative|rolling12|snapshot"}, \
    {"per", CELL_COUNT}, {"direction_text", CELL_TEXT}, {"definition", CELL_TEXT}, {"quality_note", CELL_TEXT}
#define AGENCY_KINDS "council|health|police|school|voluntary|probation|fire|other"
#define TARGET_KINDS "figure|monitor|better_than_last_year|higher_than_last_year|reduce|none"

const PackFile pack_files[PACK_FILES] = {
    [PACK_AGENCIES] = {"agencies.csv", false, {
        {"name", CELL_TEXT, KEY},
        {"kind", CELL_CHOICE, NEEDED, .choices = AGENCY_KINDS},
    }, NULL, save_agency, agency_count},
    [PACK_RESPONSIBLE] = {"responsible.csv", false, {
        {"code", CELL_CODE, KEY},
        {"kind", CELL_CHOICE, NEEDED, .choices = "role|agency"},
        {"name", CELL_TEXT, NEEDED}, REF("agency", PACK_AGENCIES),
    }, NULL, save_responsible, responsible_count},
    [PACK_PLANS] = {"plans.csv", true, {
        {"code", CELL_CODE, KEY}, {"title", CELL_TEXT, NEEDED},
        {"edition", CELL_TEXT}, {"version", CELL_TEXT},
        {"starts", CELL_COUNT, NEEDED}, {"ends", CELL_COUNT, NEEDED},
        {"status", CELL_CHOICE, NEEDED, .choices = "draft|consultation|adopted|superseded"},
        {"standing", CELL_TEXT}, {"strapline", CELL_TEXT}, {"vision", CELL_PAGE},
        REF("successor", PACK_PLANS),
    }, check_plan, save_plan, plan_count},
    [PACK_SETS] = {"objective_sets.csv", true, {
        {"code", CELL_CODE, KEY}, NEEDED_REF("plan", PACK_PLANS),
        {"title", CELL_TEXT, NEEDED}, {"strategic", CELL_COUNT, NEEDED},
        {"operational", CELL_COUNT, NEEDED}, {"note", CELL_TEXT},
    }, NULL, save_set, set_count},
    [PACK_OBJECTIVES] = {"objectives.csv", true, {
        {"code", CELL_CODE, KEY}, NEEDED_REF("set", PACK_SETS),
        {"level", CELL_CHOICE, NEEDED, .choices = "strategic|operational"},
        REF("parent", PACK_OBJECTIVES), {"number", CELL_COUNT, NEEDED},
        {"title", CELL_TEXT, NEEDED}, {"description", CELL_TEXT}, {"lead_partners", CELL_TEXT},
        {"ended", CELL_DAY},
    }, check_objective, save_objective, objective_count},
    [PACK_SUCCESSORS] = {"objective_successors.csv", false, {
        KEY_REF("objective", PACK_OBJECTIVES),
        {"successor", CELL_REF, .refers = PACK_OBJECTIVES, .key = true}, {"note", CELL_TEXT},
    }, NULL, save_successor, successor_count},
    [PACK_PRIORITIES] = {"priorities.csv", false, {
        NEEDED_REF("plan", PACK_PLANS), {"year", CELL_YEAR, KEY},
        {"number", CELL_COUNT, KEY}, {"title", CELL_TEXT, NEEDED},
        {"key_focus", CELL_TEXT, NEEDED}, {"lead", CELL_TEXT},
        REF("objective", PACK_OBJECTIVES),
    }, NULL, save_priority, priority_count},
    [PACK_COMMITMENTS] = {"commitments.csv", false, {
        {"year", CELL_YEAR, KEY}, {"priority", CELL_COUNT, KEY},
        {"number", CELL_COUNT, KEY}, {"text", CELL_TEXT, NEEDED},
        {"origin", CELL_TEXT},
    }, check_commitment, save_commitment, commitment_count},
    [PACK_MEASURES] = {"measures.csv", true, {
        {"code", CELL_CODE, KEY}, REF("head", PACK_MEASURES),
        NEEDED_REF("objective", PACK_OBJECTIVES), REF("responsible", PACK_RESPONSIBLE),
        MEANING, {"explanation", CELL_TEXT}, {"public", CELL_YESNO, NEEDED},
        {"code_shown", CELL_YESNO, NEEDED}, {"ended", CELL_DAY},
    }, check_measure, save_measure, measure_count},
    [PACK_VERSIONS] = {"measure_versions.csv", false, {
        KEY_REF("measure", PACK_MEASURES),
        {"from_day", CELL_DAY, KEY}, MEANING,
        {"reason", CELL_TEXT, NEEDED}, {"made_by", CELL_TEXT, NEEDED},
    }, check_version, save_version, version_count},
    [PACK_TARGETS] = {"targets.csv", false, {
        KEY_REF("measure", PACK_MEASURES), {"year", CELL_YEAR, KEY},
        {"kind", CELL_CHOICE, NEEDED, .choices = TARGET_KINDS},
        {"target", CELL_FIGURE, NEEDED}, {"author", CELL_TEXT}, {"reason", CELL_TEXT},
    }, check_target, save_target, target_count},
    [PACK_OBSERVATIONS] = {"observations.csv", false, {
        KEY_REF("measure", PACK_MEASURES),
        {"period", CELL_PERIOD, KEY}, {"figure", CELL_FIGURE, NEEDED},
        {"covers", CELL_TEXT}, {"status", CELL_CHOICE, NEEDED, .choices = "provisional|final|revised"},
        {"numerator", CELL_COUNT}, {"denominator", CELL_COUNT},
    }, check_observation, save_observation, observation_count},
    [PACK_BREAKS] = {"series_breaks.csv", false, {
        KEY_REF("measure", PACK_MEASURES),
        {"period", CELL_PERIOD, KEY}, {"note", CELL_TEXT, NEEDED},
    }, NULL, save_break, break_count},
    [PACK_FLAGS] = {"printed_flags.csv", false, {
        KEY_REF("measure", PACK_MEASURES), {"year", CELL_YEAR, KEY},
        {"better", CELL_MARK}, {"met", CELL_MARK},
    }, NULL, save_flag, flag_count},
    [PACK_EXCLUSIONS] = {"exclusions.csv", false, {
        KEY_REF("measure", PACK_MEASURES), {"year", CELL_YEAR, KEY},
        {"leaves_out", CELL_CHOICE, KEY, .choices = "summary|scorecard"},
        {"reason", CELL_TEXT, NEEDED},
    }, NULL, save_exclusion, exclusion_count},
    [PACK_LINES] = {"report_lines.csv", false, {
        {"year", CELL_YEAR, KEY}, KEY_REF("measure", PACK_MEASURES),
        NEEDED_REF("objective", PACK_OBJECTIVES),
    }, NULL, save_line, line_count},
    [PACK_HEADLINES] = {"headlines.csv", false, {
        {"year", CELL_YEAR, KEY},
        {"kind", CELL_CHOICE, KEY, .choices = "headline|challenge"},
        {"number", CELL_COUNT, KEY}, {"text", CELL_TEXT, NEEDED},
    }, NULL, save_headline, headline_count},
    [PACK_NOTES] = {"notes.csv", false, {
        {"code", CELL_CODE, KEY}, REF("measure", PACK_MEASURES),
        REF("objective", PACK_OBJECTIVES), {"year", CELL_YEAR}, {"text", CELL_TEXT, NEEDED},
    }, check_note, save_note, note_count},
    [PACK_ABBREVIATIONS] = {"abbreviations.csv", false, {
        {"short", CELL_TEXT, KEY}, {"meaning", CELL_TEXT, NEEDED},
    }, check_abbreviation, save_abbreviation, abbreviation_count},
    [PACK_CLOCKS] = {"clocks.csv", false, {
        {"key", CELL_CODE, KEY}, {"title", CELL_TEXT, NEEDED},
        {"starts", CELL_TEXT, NEEDED}, {"stops", CELL_TEXT, NEEDED}, {"amount", CELL_COUNT},
        {"unit", CELL_CHOICE, .choices = "hours|working-days|days|weeks|months"},
        {"who", CELL_TEXT, NEEDED}, {"source", CELL_TEXT, NEEDED},
        {"from", CELL_DAY, KEY}, {"until", CELL_DAY},
    }, check_clock, save_clock, clock_rule_count},
    [PACK_HOLIDAYS] = {"bank_holidays.csv", false, {
        {"day", CELL_DAY, KEY}, {"name", CELL_TEXT, NEEDED},
    }, NULL, save_holiday, holiday_count},
    [PACK_THRESHOLD] = {"threshold.csv", false, {
        {"code", CELL_CODE, KEY}, {"title", CELL_TEXT, NEEDED}, {"edition", CELL_TEXT, NEEDED},
        {"from", CELL_DAY}, {"about", CELL_TEXT},
    }, check_threshold, save_threshold, threshold_count},
    [PACK_LEVELS] = {"need_levels.csv", false, {
        {"code", CELL_CODE, KEY}, {"number", CELL_COUNT, NEEDED}, {"name", CELL_TEXT, NEEDED},
        {"threshold", CELL_CHOICE, NEEDED, .choices = "none|caf|social-care"},
        {"meaning", CELL_TEXT, NEEDED}, {"consent", CELL_TEXT},
    }, check_document, save_level, need_level_count},
    [PACK_SERVICES] = {"services.csv", false, {
        {"code", CELL_CODE, KEY}, {"name", CELL_TEXT, NEEDED},
        {"kind", CELL_CHOICE, NEEDED, .choices = "access|service|team|programme|assessment|panel"},
        {"what", CELL_TEXT}, {"who_for", CELL_TEXT}, {"age_from", CELL_COUNT}, {"age_to", CELL_COUNT},
        {"levels", CELL_TEXT}, {"how", CELL_TEXT}, {"phone", CELL_TEXT}, {"email", CELL_TEXT},
        {"web", CELL_TEXT},
    }, check_service, save_service, service_count},
    [PACK_DIMENSIONS] = {"need_dimensions.csv", false, {
        {"code", CELL_CODE, KEY}, {"domain", CELL_TEXT, NEEDED}, {"number", CELL_COUNT, NEEDED},
        {"name", CELL_TEXT, NEEDED},
    }, check_document, save_dimension, need_dimension_count},
    [PACK_INDICATORS] = {"need_indicators.csv", false, {
        {"code", CELL_CODE, KEY}, NEEDED_REF("level", PACK_LEVELS),
        NEEDED_REF("dimension", PACK_DIMENSIONS), {"text", CELL_TEXT, NEEDED},
    }, check_document, save_indicator, need_indicator_count},
    [PACK_ITEMS] = {"need_items.csv", false, {
        KEY_REF("level", PACK_LEVELS),
        {"kind", CELL_CHOICE, KEY, .choices = "action|assessment|provider"},
        {"number", CELL_COUNT, KEY}, {"text", CELL_TEXT, NEEDED}, REF("service", PACK_SERVICES),
        {"optional", CELL_YESNO, NEEDED},
    }, check_document, save_item, need_item_count},
    [PACK_TEXTS] = {"need_texts.csv", false, {
        {"code", CELL_CODE, KEY}, {"kind", CELL_CHOICE, NEEDED, .choices = "principle|rule|definition"},
        {"title", CELL_TEXT, NEEDED}, {"text", CELL_TEXT, NEEDED},
    }, check_document, save_text, need_text_count},
    [PACK_GUIDANCE] = {"guidance.csv", false, {
        {"code", CELL_CODE, KEY}, {"title", CELL_TEXT, NEEDED}, {"about", CELL_TEXT},
        REF("level", PACK_LEVELS),
        {"place", CELL_CHOICE, NEEDED, .choices = "contact|referral|consent|assessment|plan|step|dispute"},
        {"where", CELL_TEXT, NEEDED},
    }, check_document, save_guide, need_guide_count},
    [PACK_ROUTES] = {"contact_routes.csv", false, {
        {"code", CELL_CODE, KEY}, {"title", CELL_TEXT, NEEDED}, {"about", CELL_TEXT, NEEDED},
        {"team_kind", CELL_TEXT}, {"by_locality", CELL_YESNO, NEEDED}, {"partner", CELL_YESNO, NEEDED},
        {"on", CELL_YESNO, NEEDED},
    }, NULL, save_route, route_count},
    [PACK_POINTS] = {"contact_points.csv", false, {
        {"code", CELL_CODE, KEY}, {"name", CELL_TEXT, NEEDED}, {"about", CELL_TEXT, NEEDED},
        {"telephone", CELL_TEXT, NEEDED}, {"email", CELL_TEXT}, {"hours", CELL_TEXT, NEEDED},
    }, NULL, save_point, point_count},
    [PACK_DISTRICTS] = {"localities.csv", false, {
        {"prefix", CELL_TEXT, KEY}, {"locality", CELL_TEXT, NEEDED},
    }, check_district, save_district, district_count},
    [PACK_SIGNS] = {"immediate_signs.csv", false, {
        {"code", CELL_CODE, KEY}, {"number", CELL_COUNT, NEEDED}, {"words", CELL_TEXT, NEEDED},
        {"age_below", CELL_COUNT}, {"unborn", CELL_YESNO, NEEDED}, {"prompt", CELL_TEXT},
        {"wording_awaited", CELL_YESNO, NEEDED},
    }, check_sign, save_sign, sign_count},
};
