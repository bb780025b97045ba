// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formimport/form_numbers.hpp"

#include "app/formimport/form_retired.hpp"
#include "sync/model/catalogue.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <set>
#include <sstream>

namespace lianxin::formimport {

namespace {

// "type.10001 census registers", "census.10004 age integer", "code.census_yes.1 ...": what was given, by the name before the dot.
class Lock {
public:
    explicit Lock(const std::string& text)
    {
        std::istringstream stream(text);
        for (std::string line; std::getline(stream, line);) {
            const auto space = line.find(' ');
            const auto dot = line.rfind('.', space);
            if (line.empty() || line.front() == '#' || space == std::string::npos || dot == std::string::npos)
                continue;
            std::istringstream words(line.substr(space + 1));
            Given given;
            words >> given.name;
            given.number = static_cast<std::uint32_t>(std::strtoul(line.c_str() + dot + 1, nullptr, 10));
            m_given[line.substr(0, dot)].push_back(std::move(given));
        }
    }

    std::uint32_t numberOf(const std::string& scope, const std::string& name)
    {
        auto& given = m_given[scope];
        const auto known = std::find_if(given.begin(), given.end(), [&](const Given& g) { return g.name == name; });
        if (known != given.end())
            return known->number;
        auto next = kLastCoreNumber + 1;
        for (const auto& other : given)
            next = std::max(next, other.number + 1);
        given.push_back({name, next});
        return next;
    }

private:
    struct Given {
        std::string name;
        std::uint32_t number{0};
    };
    std::map<std::string, std::vector<Given>> m_given;
};

std::string textOf(const boost::json::object& object, const char* key)
{
    const auto* value = object.if_contains(key);
    return value != nullptr && value->is_string() ? std::string(value->get_string().data(), value->get_string().size())
                                                  : std::string();
}

// One member a line, one element of a list a line: as people read and compare it.
std::string laidOut(const boost::json::object& object)
{
    std::string out = "{";
    for (const auto& member : object) {
        out += (out.size() > 1 ? ",\n " : "\n ") + boost::json::serialize(boost::json::string(member.key())) + ": ";
        const auto* list = member.value().if_array();
        if (list == nullptr || list->empty() || !list->front().is_object()) {
            out += boost::json::serialize(member.value());
            continue;
        }
        for (std::size_t i = 0; i < list->size(); ++i)
            out += (i == 0 ? "[\n  " : ",\n  ") + boost::json::serialize((*list)[i]);
        out += "\n ]";
    }
    return out + "\n}\n";
}

void renumber(boost::json::object& type, Lock& lock)
{
    const auto name = textOf(type, "name");
    type["number"] = lock.numberOf("type", name);
    for (const char* key : {"groups", "fields"})
        if (auto* list = type.if_contains(key); list != nullptr && list->is_array())
            for (auto& item : list->get_array())
                if (item.is_object())
                    item.get_object()["number"] = lock.numberOf(name, textOf(item.get_object(), "name"));
}

} // namespace

Result<NumberedForm> allotNumbers(const CatalogueFiles& base, const CatalogueFiles& draft, const std::string& lockText,
                                  const CatalogueFiles& earlier)
{
    NumberedForm numbered;
    Lock lock(lockText);
    const Retired retired(lockText, earlier);
    CatalogueFiles all = base;
    all.insert(draft.begin(), draft.end());
    for (const auto& [file, text] : draft) {
        auto parsed = parseJson(text);
        if (!parsed || !parsed->is_object())
            return fail(Errc::invalidInput, file + ": " + (parsed ? "no object" : parsed.error().detail));
        auto& object = parsed->get_object();
        std::size_t put = 0;
        if (file.starts_with("catalogue/")) {
            renumber(object, lock);
            put = retired.intoType(object);
            for (auto& [list, codes] : retired.listsFor(object, all))
                numbered.files[list] = all[list] = codes;
        } else {
            put = retired.intoList(object);
        }
        numbered.retired += put;
        numbered.files[file] = file.starts_with("catalogue/") || put > 0 ? laidOut(object) : text;
        all[file] = numbered.files[file];
    }
    LIANXIN_TRY(const auto catalogue, loadCatalogue(all));
    numbered.lock = lockText;
    if (!numbered.lock.empty() && !numbered.lock.ends_with('\n'))
        numbered.lock += '\n';
    constexpr std::string_view kNew = "not in the lock: ";
    for (const auto& violation : lockViolations(catalogue, lockText)) {
        if (violation.starts_with("changed: "))
            return fail(Errc::invalidInput,
                        "a number would change its meaning; give the field a new name: " + violation.substr(9));
        if (!violation.starts_with(kNew))
            continue; // lost: another form that is not in this folder keeps its numbers
        numbered.lock += violation.substr(kNew.size()) + '\n';
        ++numbered.added;
    }
    return numbered;
}

} // namespace lianxin::formimport
