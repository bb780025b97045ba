// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formimport/form_retired.hpp"

#include "sync/model/catalogue.hpp"
#include "sync/model/json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <sstream>

namespace lianxin::formimport {
namespace {

namespace bj = boost::json;

constexpr std::string_view kCodes = "code.";
constexpr int kMostChars = 20000; // the longest text of any field (assets/catalogue/SCHEMA.md)
// What a retired question needs to show its words; nothing of it asks, computes or judges any more.
constexpr std::string_view kKept[] = {"number", "name", "zh",    "en",     "kind",   "level",
                                      "codes",  "ref",  "chars", "format", "unitZh", "unitEn"};

std::string textAt(const bj::object& object, std::string_view key)
{
    const auto* value = object.if_contains(key);
    return value != nullptr && value->is_string() ? std::string(std::string_view(value->get_string())) : std::string();
}

std::uint32_t numberAt(const bj::object& object, std::string_view key)
{
    const auto* value = object.if_contains(key);
    return value != nullptr && value->is_int64() ? static_cast<std::uint32_t>(value->get_int64()) : 0;
}

bj::array& listIn(bj::object& object, std::string_view key)
{
    auto& value = object[key];
    if (!value.is_array())
        value = bj::array{};
    return value.get_array();
}

template <typename Fits> bool holds(const bj::object& object, std::string_view key, const Fits& fits)
{
    const auto* value = object.if_contains(key);
    const auto* list = value != nullptr ? value->if_array() : nullptr;
    return list != nullptr && std::any_of(list->begin(), list->end(), [&](const bj::value& item) {
               return item.is_object() && fits(item.get_object());
           });
}

} // namespace

Retired::Retired(const std::string& lock, const CatalogueFiles& earlier)
{
    std::istringstream stream(lock);
    for (std::string line; std::getline(stream, line);) {
        const auto space = line.find(' ');
        const auto dot = line.rfind('.', space);
        if (line.empty() || line.front() == '#' || space == std::string::npos || dot == std::string::npos)
            continue;
        const std::string scope = line.substr(0, dot);
        Locked locked;
        locked.number = static_cast<std::uint32_t>(std::strtoul(line.c_str() + dot + 1, nullptr, 10));
        if (scope.starts_with(kCodes)) {
            locked.name = line.substr(space + 1);
            m_codes[scope.substr(kCodes.size())].push_back(std::move(locked));
            continue;
        }
        std::istringstream words(line.substr(space + 1));
        std::string target, more;
        words >> locked.name >> locked.kind >> target >> more;
        // Groups and envelopes are no questions; one in a group or sealed keeps a shape that no import makes.
        if (scope == "type" || locked.kind.empty() || locked.kind == "group" || target == "group" || more == "group" ||
            target == "sealed" || more == "sealed")
            continue;
        (locked.kind == "ref" || locked.kind == "refSet" ? locked.refers : locked.list) = target;
        m_fields[scope].push_back(std::move(locked));
    }
    for (const auto& [file, text] : earlier)
        if (file.starts_with("catalogue/"))
            if (auto parsed = parseJson(text); parsed && parsed->is_object())
                m_earlier[textAt(parsed->get_object(), "name")] = parsed->get_object();
}

const bj::object* Retired::earlierField(const std::string& type, const std::string& name) const
{
    const auto found = m_earlier.find(type);
    const auto* fields = found != m_earlier.end() ? found->second.if_contains("fields") : nullptr;
    if (fields == nullptr || !fields->is_array())
        return nullptr;
    for (const auto& field : fields->get_array())
        if (field.is_object() && textAt(field.get_object(), "name") == name)
            return &field.get_object();
    return nullptr;
}

std::size_t Retired::intoType(bj::object& type) const
{
    const auto locked = m_fields.find(textAt(type, "name"));
    if (locked == m_fields.end())
        return 0;
    std::size_t put = 0;
    for (const auto& one : locked->second) {
        if (holds(type, "fields", [&](const bj::object& field) { return textAt(field, "name") == one.name; }))
            continue;
        bj::object field{{"number", one.number}, {"name", one.name}, {"zh", one.name},
                         {"en", one.name},       {"kind", one.kind}, {"level", numberAt(type, "sensitivity")}};
        if (!one.list.empty())
            field["codes"] = one.list;
        if (!one.refers.empty())
            field["ref"] = one.refers;
        if (const auto* before = earlierField(locked->first, one.name))
            for (const auto key : kKept)
                if (const auto* value = before->if_contains(key); value != nullptr && key != "number")
                    field[key] = *value;
        // The lock does not know how long its words may be; whatever somebody wrote stays.
        if (one.kind == "text" && !field.contains("chars"))
            field["chars"] = kMostChars;
        field["retired"] = true;
        listIn(type, "fields").push_back(std::move(field));
        ++put;
    }
    return put;
}

std::size_t Retired::intoList(bj::object& list) const
{
    const auto locked = m_codes.find(textAt(list, "name"));
    if (locked == m_codes.end())
        return 0;
    std::size_t put = 0;
    for (const auto& one : locked->second) {
        if (holds(list, "codes", [&](const bj::object& code) { return numberAt(code, "number") == one.number; }))
            continue;
        listIn(list, "codes")
            .push_back(bj::object{{"number", one.number}, {"zh", one.name}, {"en", one.name}, {"retired", true}});
        ++put;
    }
    return put;
}

// A list of answers that only a retired question has.
CatalogueFiles Retired::listsFor(const bj::object& type, const CatalogueFiles& there) const
{
    CatalogueFiles made;
    const auto* fields = type.if_contains("fields");
    if (fields == nullptr || !fields->is_array())
        return made;
    for (const auto& field : fields->get_array()) {
        const std::string name = field.is_object() ? textAt(field.get_object(), "codes") : std::string();
        const std::string file = "codes/" + name + ".json";
        if (name.empty() || there.contains(file) || !m_codes.contains(name))
            continue;
        bj::object list{{"name", name}, {"zh", name}, {"en", name}};
        (void)intoList(list);
        made[file] = bj::serialize(list) + "\n";
    }
    return made;
}

} // namespace lianxin::formimport
