// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formimport/survey_types.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

namespace lianxin::formimport {

namespace {

using Role = SurveyType::Role;

constexpr std::array<std::pair<std::string_view, FieldKind>, 12> kQuestions = {{{"text", FieldKind::text},
                                                                                {"string", FieldKind::text},
                                                                                {"barcode", FieldKind::text},
                                                                                {"integer", FieldKind::integer},
                                                                                {"int", FieldKind::integer},
                                                                                {"range", FieldKind::integer},
                                                                                {"date", FieldKind::date},
                                                                                {"datetime", FieldKind::timestamp},
                                                                                {"acknowledge", FieldKind::boolean},
                                                                                {"trigger", FieldKind::boolean},
                                                                                {"geopoint", FieldKind::place},
                                                                                {"gps", FieldKind::place}}};
constexpr std::array<std::string_view, 13> kFromTheWrite = {
    "start",    "end",   "today", "deviceid",       "subscriberid", "simserial",   "phonenumber",
    "username", "email", "audit", "start-geopoint", "imei",         "uri:username"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kReasons = {
    {{"image", "pictures come with a later version"},
     {"photo", "pictures come with a later version"},
     {"audio", "recordings come with a later version"},
     {"background-audio", "recordings come with a later version"},
     {"video", "recordings come with a later version"},
     {"file", "files come with a later version"},
     {"geotrace", "a line on the map; only single places are kept"},
     {"geoshape", "an area on the map; only single places are kept"},
     {"rank", "an order of choices has no counterpart"},
     {"select_one_from_file", "choices from another file; put them on the sheet choices"},
     {"select_multiple_from_file", "choices from another file; put them on the sheet choices"},
     {"csv-external", "data from another file"}}};

std::vector<std::string> wordsOf(const std::string& type)
{
    std::istringstream stream(type);
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

SurveyType ofRole(Role role)
{
    SurveyType type;
    type.role = role;
    return type;
}

SurveyType refused(std::string reason)
{
    SurveyType type;
    type.reason = std::move(reason);
    return type;
}

SurveyType question(FieldKind kind)
{
    SurveyType type;
    type.role = Role::question;
    type.kind = kind;
    return type;
}

std::optional<SurveyType> frameType(const std::vector<std::string>& words)
{
    // "begin group", "begin_group", "begin repeat" ...
    auto head = lowered(words.front());
    if ((head == "begin" || head == "end") && words.size() > 1)
        head.append(1, '_').append(lowered(words[1]));
    if (head == "begin_group")
        return ofRole(Role::beginGroup);
    if (head == "end_group")
        return ofRole(Role::endGroup);
    if (head == "begin_repeat")
        return ofRole(Role::beginRepeat);
    if (head == "end_repeat")
        return ofRole(Role::endRepeat);
    return std::nullopt;
}

std::optional<SurveyType> selectType(const std::vector<std::string>& words)
{
    const auto head = lowered(words.front());
    const bool one = head == "select_one" || head == "select1";
    if (!one && head != "select_multiple" && head != "select")
        return std::nullopt;
    if (words.size() < 2)
        return refused("a selection names no list");
    auto type = question(one ? FieldKind::code : FieldKind::codeSet);
    type.list = words[1];
    type.other = words.size() > 2 && lowered(words[2]) == "or_other";
    return type;
}

} // namespace

SurveyType surveyType(const SurveyRow& row)
{
    const auto words = wordsOf(row.type);
    if (words.empty())
        return refused("the row has no type");
    if (const auto frame = frameType(words))
        return *frame;
    if (const auto select = selectType(words))
        return *select;
    const auto head = lowered(words.front());
    if (head == "note")
        return ofRole(Role::note);
    if (head == "calculate" || head == "hidden") {
        auto type = question(FieldKind::text);
        type.calculated = head == "calculate";
        type.hidden = true;
        return type;
    }
    if (head == "time") {
        auto type = question(FieldKind::text);
        type.time = true;
        return type;
    }
    if (head == "decimal") {
        if (lowered(row.cell("lianxin::kind")) == "money")
            return question(FieldKind::money);
        return refused("decimal numbers are not kept; make it an integer in the smallest unit, or write money in the "
                       "column lianxin::kind");
    }
    for (const auto& [name, kind] : kQuestions)
        if (name == head)
            return question(head == "integer" && lowered(row.cell("lianxin::kind")) == "money" ? FieldKind::money
                                                                                               : kind);
    if (std::find(kFromTheWrite.begin(), kFromTheWrite.end(), head) != kFromTheWrite.end())
        return ofRole(Role::fromTheWrite);
    for (const auto& [name, reason] : kReasons)
        if (name == head)
            return refused(std::string(reason));
    return refused("unknown type \"" + shortened(row.type) + "\"");
}

} // namespace lianxin::formimport
