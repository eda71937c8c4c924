// The smallest plan: one objective under another, a count and its rate, a year and two quarters.
#include "small_pack.h"

static const PackText files[] = {
    {S("pack.json"), S("{\"format\": 1, \"name\": \"Anytown\"}\n")},
    {S("plans.csv"), S("code,title,starts,ends,status\nplan,The plan,2013,2016,adopted\n")},
    {S("objective_sets.csv"), S("code,plan,title,strategic,operational\nset,plan,Objectives,1,1\n")},
    {S("objectives.csv"), S("code,set,level,parent,number,title\n"
                            "S1,set,strategic,,1,Safe\n"
                            "O1,set,operational,S1,1,Safer at home\n")},
    {S("responsible.csv"), S("code,kind,name\nhead,role,Head of safety\n")},
    {S("measures.csv"),
        S("code,head,objective,responsible,title,line_label,polarity,kind,unit,decimals,accumulates,public,"
          "code_shown\n"
          "M 1,,O1,head,Plans,,lower,number,plans,0,point,yes,yes\n"
          "M 1/rate,M 1,O1,head,Plans,\"per 10,000\",lower,rate,\"per 10,000\",1,point,yes,no\n")},
    {S("targets.csv"), S("measure,year,kind,target\n"
                         "M 1,2013/14,figure,10\n"
                         "M 1/rate,2013/14,monitor,To be watched\n")},
    {S("observations.csv"), S("measure,period,figure,status\n"
                              "M 1,2012/13,12,final\n"
                              "M 1,2013/14-Q1,11,final\n"
                              "M 1,2013/14-Q2,9,provisional\n"
                              "M 1/rate,2013/14-Q1,(1.5),final\n")},
};

PackSource small_pack(Arena *a) {
    PackSource s = {COUNT(files), arena_new(a, PackText, COUNT(files) + 1)};
    memcpy(s.at, files, sizeof files);
    return s;
}

static Str replaced(Arena *a, Str text, Str from, Str to) {
    ptrdiff_t at = str_find(text, from);
    if (at < 0) return S("the test looks for what is not there");
    size_t after = (size_t)at + from.len;
    return str_fmt(a, "%.*s%.*s%.*s", (int)at, text.at, STR_FMT(to), (int)(text.len - after),
                   text.at + after);
}

PackSource small_pack_with(Arena *a, const char *file, const char *from, const char *to) {
    PackSource s = small_pack(a);
    size_t i = 0;
    while (i < s.len && !str_eq(s.at[i].name, str_from(file))) i++;
    if (i == s.len) s.at[s.len++] = (PackText){str_from(file), S("")};
    if (!to) s.at[i] = s.at[--s.len];
    else s.at[i].text = from ? replaced(a, s.at[i].text, str_from(from), str_from(to)) : str_from(to);
    return s;
}
