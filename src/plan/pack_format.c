// The whole format of a pack as one table: the checking, the loading, docs/packs.md and the tests go by it.
// Files stand in the order in which they are loaded, so that what is referred to is there.
#include "plan/pack_inside.h"
#include "plan/pack.sql.h"

#define MEANING                                                                                           \
    {"title", CELL_TEXT, .required = true}, {"line_label", CELL_TEXT},                                    \
        {"polarity", CELL_CHOICE, .required = true, .choices = "higher|lower|band|watched"},              \
        {"band_low", CELL_DECIMAL}, {"band_high", CELL_DECIMAL},                                          \
        {"kind", CELL_CHOICE, .required = true, .choices = "percentage|number|rate|text"},                \
        {"unit", CELL_TEXT, .required = true}, {"decimals", CELL_COUNT, .required = true},                \
        {"accumulates", CELL_CHOICE, .required = true, .choices = "point|cumulative|rolling12|snapshot"}, \
        {"per", CELL_COUNT}, {"direction_text", CELL_TEXT}, {"definition", CELL_TEXT}, {"quality_note", CELL_TEXT}
#define REF(name_, file_, ...) {name_, CELL_REF, .refers = file_, __VA_ARGS__}
#define TARGET_KINDS "figure|monitor|better_than_last_year|higher_than_last_year|reduce|none"

const PackFile pack_files[PACK_FILES] = {
    [PACK_AGENCIES] = {"agencies.csv", false, {
        {"name", CELL_TEXT, .required = true, .key = true},
        {"kind", CELL_CHOICE, .required = true, .choices = "council|health|police|school|voluntary|probation|fire|other"},
    }, NULL, save_agency, agency_count},
    [PACK_RESPONSIBLE] = {"responsible.csv", false, {
        {"code", CELL_CODE, .required = true, .key = true},
        {"kind", CELL_CHOICE, .required = true, .choices = "role|agency"},
        {"name", CELL_TEXT, .required = true}, REF("agency", PACK_AGENCIES, .required = false),
    }, NULL, save_responsible, responsible_count},
    [PACK_PLANS] = {"plans.csv", true, {
        {"code", CELL_CODE, .required = true, .key = true}, {"title", CELL_TEXT, .required = true},
        {"edition", CELL_TEXT}, {"version", CELL_TEXT},
        {"starts", CELL_COUNT, .required = true}, {"ends", CELL_COUNT, .required = true},
        {"status", CELL_CHOICE, .required = true, .choices = "draft|consultation|adopted|superseded"},
        {"standing", CELL_TEXT}, {"strapline", CELL_TEXT}, {"vision", CELL_PAGE},
        REF("successor", PACK_PLANS, .required = false),
    }, check_plan, save_plan, plan_count},
    [PACK_SETS] = {"objective_sets.csv", true, {
        {"code", CELL_CODE, .required = true, .key = true}, REF("plan", PACK_PLANS, .required = true),
        {"title", CELL_TEXT, .required = true}, {"strategic", CELL_COUNT, .required = true},
        {"operational", CELL_COUNT, .required = true}, {"note", CELL_TEXT},
    }, NULL, save_set, set_count},
    [PACK_OBJECTIVES] = {"objectives.csv", true, {
        {"code", CELL_CODE, .required = true, .key = true}, REF("set", PACK_SETS, .required = true),
        {"level", CELL_CHOICE, .required = true, .choices = "strategic|operational"},
        REF("parent", PACK_OBJECTIVES, .required = false), {"number", CELL_COUNT, .required = true},
        {"title", CELL_TEXT, .required = true}, {"description", CELL_TEXT}, {"lead_partners", CELL_TEXT},
        {"ended", CELL_DAY},
    }, check_objective, save_objective, objective_count},
    [PACK_SUCCESSORS] = {"objective_successors.csv", false, {
        REF("objective", PACK_OBJECTIVES, .required = true, .key = true),
        REF("successor", PACK_OBJECTIVES, .key = true), {"note", CELL_TEXT},
    }, NULL, save_successor, successor_count},
    [PACK_PRIORITIES] = {"priorities.csv", false, {
        REF("plan", PACK_PLANS, .required = true), {"year", CELL_YEAR, .required = true, .key = true},
        {"number", CELL_COUNT, .required = true, .key = true}, {"title", CELL_TEXT, .required = true},
        {"key_focus", CELL_TEXT, .required = true}, {"lead", CELL_TEXT},
        REF("objective", PACK_OBJECTIVES, .required = false),
    }, NULL, save_priority, priority_count},
    [PACK_COMMITMENTS] = {"commitments.csv", false, {
        {"year", CELL_YEAR, .required = true, .key = true}, {"priority", CELL_COUNT, .required = true, .key = true},
        {"number", CELL_COUNT, .required = true, .key = true}, {"text", CELL_TEXT, .required = true},
        {"origin", CELL_TEXT},
    }, check_commitment, save_commitment, commitment_count},
    [PACK_MEASURES] = {"measures.csv", true, {
        {"code", CELL_CODE, .required = true, .key = true}, REF("head", PACK_MEASURES, .required = false),
        REF("objective", PACK_OBJECTIVES, .required = true), REF("responsible", PACK_RESPONSIBLE, .required = false),
        MEANING, {"explanation", CELL_TEXT}, {"public", CELL_YESNO, .required = true},
        {"code_shown", CELL_YESNO, .required = true}, {"ended", CELL_DAY},
    }, check_measure, save_measure, measure_count},
    [PACK_VERSIONS] = {"measure_versions.csv", false, {
        REF("measure", PACK_MEASURES, .required = true, .key = true),
        {"from_day", CELL_DAY, .required = true, .key = true}, MEANING,
        {"reason", CELL_TEXT, .required = true}, {"made_by", CELL_TEXT, .required = true},
    }, check_version, save_version, version_count},
    [PACK_TARGETS] = {"targets.csv", false, {
        REF("measure", PACK_MEASURES, .required = true, .key = true), {"year", CELL_YEAR, .required = true, .key = true},
        {"kind", CELL_CHOICE, .required = true, .choices = TARGET_KINDS},
        {"target", CELL_FIGURE, .required = true}, {"author", CELL_TEXT}, {"reason", CELL_TEXT},
    }, check_target, save_target, target_count},
    [PACK_OBSERVATIONS] = {"observations.csv", false, {
        REF("measure", PACK_MEASURES, .required = true, .key = true),
        {"period", CELL_PERIOD, .required = true, .key = true}, {"figure", CELL_FIGURE, .required = true},
        {"covers", CELL_TEXT}, {"status", CELL_CHOICE, .required = true, .choices = "provisional|final|revised"},
        {"numerator", CELL_COUNT}, {"denominator", CELL_COUNT},
    }, check_observation, save_observation, observation_count},
    [PACK_BREAKS] = {"series_breaks.csv", false, {
        REF("measure", PACK_MEASURES, .required = true, .key = true),
        {"period", CELL_PERIOD, .required = true, .key = true}, {"note", CELL_TEXT, .required = true},
    }, NULL, save_break, break_count},
    [PACK_FLAGS] = {"printed_flags.csv", false, {
        REF("measure", PACK_MEASURES, .required = true, .key = true), {"year", CELL_YEAR, .required = true, .key = true},
        {"better", CELL_MARK}, {"met", CELL_MARK},
    }, NULL, save_flag, flag_count},
    [PACK_EXCLUSIONS] = {"exclusions.csv", false, {
        REF("measure", PACK_MEASURES, .required = true, .key = true), {"year", CELL_YEAR, .required = true, .key = true},
        {"leaves_out", CELL_CHOICE, .required = true, .key = true, .choices = "summary|scorecard"},
        {"reason", CELL_TEXT, .required = true},
    }, NULL, save_exclusion, exclusion_count},
    [PACK_LINES] = {"report_lines.csv", false, {
        {"year", CELL_YEAR, .required = true, .key = true}, REF("measure", PACK_MEASURES, .required = true, .key = true),
        REF("objective", PACK_OBJECTIVES, .required = true),
    }, NULL, save_line, line_count},
    [PACK_HEADLINES] = {"headlines.csv", false, {
        {"year", CELL_YEAR, .required = true, .key = true},
        {"kind", CELL_CHOICE, .required = true, .key = true, .choices = "headline|challenge"},
        {"number", CELL_COUNT, .required = true, .key = true}, {"text", CELL_TEXT, .required = true},
    }, NULL, save_headline, headline_count},
    [PACK_NOTES] = {"notes.csv", false, {
        {"code", CELL_CODE, .required = true, .key = true}, REF("measure", PACK_MEASURES, .required = false),
        REF("objective", PACK_OBJECTIVES, .required = false), {"year", CELL_YEAR}, {"text", CELL_TEXT, .required = true},
    }, check_note, save_note, note_count},
};
