// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/list_rules.hpp"

#include "app/sheet/workbook.hpp"
#include "sync/model/json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <array>

namespace lianxin::intake {

namespace {

namespace bj = boost::json;
constexpr std::array<std::string_view, 9> kMarks{" ", "\t", "\n", "\r", "*", ":", "：", "　", "\xef\xbb\xbf"};

Error bad(const std::string& what) { return fail(Errc::invalidInput, "list rules: " + what); }

std::string textAt(const bj::object& object, std::string_view key)
{
    const auto* value = object.if_contains(key);
    return value != nullptr && value->is_string() ? std::string(std::string_view(value->get_string())) : std::string();
}

// What stands between two marks goes, with them.
void dropBetween(std::string& text, std::string_view open, std::string_view close)
{
    for (auto from = text.find(open); from != std::string::npos; from = text.find(open)) {
        const auto to = text.find(close, from);
        text.erase(from, to == std::string::npos ? std::string::npos : to + close.size() - from);
    }
}

Result<ListColumn> columnOf(const bj::object& object, const Catalogue& catalogue)
{
    ListColumn column;
    const auto key = textAt(object, "key");
    const auto type = textAt(object, "type");
    if (key == "family" || key == "village") {
        column.kind = key == "family" ? ListColumn::Kind::family : ListColumn::Kind::village;
        return column;
    }
    const auto* known = catalogue.type(std::string_view(type));
    if (known == nullptr || (type != "person" && type != "household"))
        return bad("no type " + type);
    column.kind = type == "person" ? ListColumn::Kind::person : ListColumn::Kind::household;
    column.field = known->field(std::string_view(textAt(object, "field")));
    if (column.field == nullptr)
        return bad(type + " has no field " + textAt(object, "field"));
    if (const auto* words = object.if_contains("words"); words != nullptr && words->is_object())
        for (const auto& [word, number] : words->get_object())
            if (number.is_int64())
                column.words.emplace(std::string(std::string_view(word)), number.get_int64());
    return column;
}

} // namespace

std::string bareHead(std::string_view text)
{
    std::string bare(text);
    dropBetween(bare, "（", "）");
    dropBetween(bare, "(", ")");
    for (const auto mark : kMarks)
        for (auto at = bare.find(mark); at != std::string::npos; at = bare.find(mark))
            bare.erase(at, mark.size());
    return sheet::lowered(bare);
}

Result<ListRules> parseListRules(std::string_view json, const Catalogue& catalogue)
{
    LIANXIN_TRY(const auto root, parseJson(json));
    const auto* object = root.if_object();
    const auto* columns = object != nullptr ? object->if_contains("columns") : nullptr;
    if (columns == nullptr || !columns->is_array())
        return bad("no columns");
    ListRules rules;
    for (const auto& item : columns->get_array()) {
        if (!item.is_object())
            return bad("a column is no object");
        LIANXIN_TRY(auto column, columnOf(item.get_object(), catalogue));
        const auto* heads = item.get_object().if_contains("heads");
        if (heads == nullptr || !heads->is_array())
            return bad("a column without heads");
        for (const auto& head : heads->get_array())
            if (!head.is_string() ||
                !rules.heads.emplace(bareHead(std::string_view(head.get_string())), rules.columns.size()).second)
                return bad("a heading stands twice or is no text");
        rules.columns.push_back(std::move(column));
    }
    return rules;
}

} // namespace lianxin::intake
