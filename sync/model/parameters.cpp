// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/parameters.hpp"

#include "sync/model/catalogue_source.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>
#include <chrono>

namespace lianxin {

namespace {

constexpr std::size_t kMaxFileBytes = 512U * 1024U;
constexpr std::string_view kFolder = "parameters/";
constexpr Day kForEver{std::chrono::year(9999), std::chrono::December, std::chrono::day(31)};

// "35", "3505", "350500" and longer: a prefecture's code ends in zeros that its counties do not have.
std::string_view stem(std::string_view area)
{
    if (area.size() == 6 && area.ends_with("0000"))
        return area.substr(0, 2);
    if (area.size() == 6 && area.ends_with("00"))
        return area.substr(0, 4);
    return area;
}

bool isArea(std::string_view area)
{
    const bool digits = std::all_of(area.begin(), area.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits &&
           (area.size() == 2 || area.size() == 4 || area.size() == 6 || area.size() == 9 || area.size() == 12);
}

class ParameterReader {
public:
    ParameterReader(const Catalogue& catalogue, std::string file) : m_catalogue(catalogue), m_file(std::move(file)) {}

    Parameter read(const CatalogueNode& node)
    {
        node.keysAre({"name", "zh", "en", "kind", "codes", "values"});
        Parameter parameter;
        const auto name = node.text("name", true);
        if (!isCatalogueName(name))
            node.refuse("name", "names are lower case letters, digits and '_'");
        parameter.name = m_file + "." + name;
        parameter.label = node.label();
        readKind(node, parameter);
        for (const auto& item : node.items("values"))
            readValue(item, parameter);
        return parameter;
    }

private:
    void readKind(const CatalogueNode& node, Parameter& parameter)
    {
        constexpr std::array<FieldKind, 6> kKinds = {FieldKind::integer, FieldKind::money, FieldKind::boolean,
                                                     FieldKind::text,    FieldKind::date,  FieldKind::codeSet};
        const auto word = node.text("kind", true);
        const auto found =
            std::find_if(kKinds.begin(), kKinds.end(), [&](FieldKind kind) { return fieldKindWord(kind) == word; });
        if (found == kKinds.end())
            node.refuse("kind", "a parameter is integer, money, boolean, text, date or codeSet");
        else
            parameter.kind = *found;
        parameter.codeList = node.text("codes");
        if ((parameter.kind == FieldKind::codeSet) != node.has("codes"))
            node.refuse("\"codes\" and the kind codeSet belong together");
        else if (node.has("codes") && m_catalogue.codeList(parameter.codeList) == nullptr)
            node.refuse("codes", "unknown code list \"" + parameter.codeList + "\"");
    }

    void readValue(const CatalogueNode& item, Parameter& parameter)
    {
        item.keysAre({"area", "from", "to", "value", "source"});
        ParameterValue value;
        value.area = std::string(stem(item.text("area", true)));
        if (!isArea(value.area))
            item.refuse("area", "an area is a division code or its first 2 or 4 digits");
        value.from = day(item, "from", Day{}, true);
        value.to = day(item, "to", kForEver, false);
        if (value.to < value.from)
            item.refuse("to", "\"to\" lies before \"from\"");
        value.source = item.text("source", true);
        value.value = content(item, parameter);
        // Two values for one day in one area: whoever reads would not know which.
        for (const auto& other : parameter.values)
            if (other.area == value.area && !(other.to < value.from) && !(value.to < other.from))
                item.refuse("from", "overlaps another value of area " + value.area);
        parameter.values.push_back(std::move(value));
    }

    Day day(const CatalogueNode& item, std::string_view key, Day absent, bool must)
    {
        const auto text = item.text(key, must);
        if (text.empty())
            return absent;
        const auto parsed = parseDay(text);
        if (!parsed)
            item.refuse(key, "no such day \"" + text + "\"");
        return parsed.value_or(absent);
    }

    Value content(const CatalogueNode& item, const Parameter& parameter)
    {
        if (!item.has("value")) {
            item.refuse("missing \"value\"");
            return {};
        }
        const auto place = item.at("value");
        auto value = Value::fromJson(place.json());
        bool fits = false;
        switch (parameter.kind) {
        case FieldKind::boolean: fits = value.asBool().has_value(); break;
        case FieldKind::text: fits = value.asText().has_value(); break;
        case FieldKind::date: fits = parseDay(value.asText().value_or("")).has_value(); break;
        case FieldKind::codeSet: return codes(place, parameter);
        default: fits = value.asInt().has_value(); break;
        }
        if (!fits)
            place.refuse("the value is no " + std::string(fieldKindWord(parameter.kind)));
        return value;
    }

    Value codes(const CatalogueNode& place, const Parameter& parameter)
    {
        const auto* list = m_catalogue.codeList(parameter.codeList);
        std::vector<std::int64_t> numbers;
        for (const auto& item : place.items()) {
            numbers.push_back(item.asPositive());
            if (list != nullptr && list->find(numbers.back()) == nullptr)
                item.refuse("no code " + std::to_string(numbers.back()) + " in \"" + parameter.codeList + "\"");
        }
        std::sort(numbers.begin(), numbers.end());
        boost::json::array sorted(numbers.begin(), numbers.end());
        return Value::fromJson(sorted);
    }

    const Catalogue& m_catalogue;
    std::string m_file;
};

Result<void> readFile(const std::string& file, const std::string& text, const Catalogue& catalogue,
                      std::vector<Parameter>& parameters)
{
    LIANXIN_TRY(auto source, openCatalogueSource(file, text, kMaxFileBytes));
    const CatalogueNode node(source);
    node.keysAre({"name", "zh", "en", "parameters"});
    const auto name = node.text("name", true);
    (void)node.label();
    if (file != std::string(kFolder) + name + ".json")
        node.refuse("name", "name differs from the file's name");
    ParameterReader reader(catalogue, name);
    for (const auto& item : node.items("parameters")) {
        auto parameter = reader.read(item);
        if (std::any_of(parameters.begin(), parameters.end(),
                        [&](const Parameter& other) { return other.name == parameter.name; }))
            item.refuse("name", "duplicate parameter \"" + parameter.name + "\"");
        parameters.push_back(std::move(parameter));
    }
    if (source.error)
        return *source.error;
    return {};
}

} // namespace

Parameters::Parameters(std::vector<Parameter> parameters)
{
    for (auto& parameter : parameters) {
        auto name = parameter.name;
        m_parameters.emplace(std::move(name), std::move(parameter));
    }
}

const Parameter* Parameters::parameter(std::string_view name) const
{
    const auto found = m_parameters.find(name);
    return found == m_parameters.end() ? nullptr : &found->second;
}

Value Parameters::value(std::string_view name, std::string_view area, Day day) const
{
    const auto* known = parameter(name);
    const ParameterValue* best = nullptr;
    if (known != nullptr)
        for (const auto& value : known->values)
            if (area.starts_with(value.area) && value.from <= day && day <= value.to &&
                (best == nullptr || value.area.size() > best->area.size()))
                best = &value;
    return best == nullptr ? Value::null() : best->value;
}

Result<Parameters> loadParameters(const std::map<std::string, std::string>& files, const Catalogue& catalogue)
{
    std::vector<Parameter> read;
    for (const auto& [file, text] : files)
        if (file.starts_with(kFolder) && file.ends_with(".json"))
            LIANXIN_CHECK(readFile(file, text, catalogue, read));
    Parameters parameters(std::move(read));
    for (const auto& type : catalogue.types())
        for (const auto& field : type.fields) {
            if (field.defaultFrom != DefaultFrom::parameter)
                continue;
            const auto* known = parameters.parameter(field.parameter);
            const auto place = "catalogue/" + type.name + ".json:1: field \"" + field.name + "\": ";
            if (known == nullptr)
                return fail(Errc::invalidInput, place + "no parameter \"" + field.parameter + "\"");
            if (known->kind != field.kind)
                return fail(Errc::invalidInput, place + "parameter \"" + field.parameter + "\" is of another kind");
        }
    return parameters;
}

} // namespace lianxin
