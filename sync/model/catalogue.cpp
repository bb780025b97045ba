// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/catalogue.hpp"

#include <algorithm>
#include <array>

namespace lianxin {

namespace {
constexpr std::array<std::string_view, kRoleCount> kRoleNames = {"VW", "CO", "VO", "TO", "CS", "PS", "PR", "SA"};

template <typename Items, typename Match> auto firstOf(const Items& items, Match match) -> decltype(&*items.begin())
{
    const auto found = std::find_if(items.begin(), items.end(), match);
    return found == items.end() ? nullptr : &*found;
}
} // namespace

std::string_view roleName(Role role) { return kRoleNames.at(static_cast<std::size_t>(role)); }

std::optional<Role> roleNamed(std::string_view name)
{
    const auto found = std::find(kRoleNames.begin(), kRoleNames.end(), name);
    if (found == kRoleNames.end())
        return std::nullopt;
    return static_cast<Role>(found - kRoleNames.begin());
}

std::optional<Role> roleOfCode(std::int64_t code)
{
    if (code < 1 || code > static_cast<std::int64_t>(kRoleCount))
        return std::nullopt;
    return static_cast<Role>(code - 1);
}

std::int64_t codeOfRole(Role role) { return static_cast<std::int64_t>(role) + 1; }

std::string_view fieldKindWord(FieldKind kind)
{
    constexpr std::array<std::string_view, 12> kWords = {"text", "integer", "boolean", "money",  "date",  "timestamp",
                                                         "code", "codeSet", "ref",     "refSet", "place", "envelope"};
    return kWords.at(static_cast<std::size_t>(kind));
}

std::string_view textFormatWord(TextFormat format)
{
    constexpr std::array<std::string_view, 9> kWords = {
        "", "phone", "mobile", "idNumber", "disabilityCard", "division", "householdNumber", "creditCode", "base64url"};
    return kWords.at(static_cast<std::size_t>(format));
}

const Field* RecordType::field(std::uint32_t fieldNumber) const
{
    return firstOf(fields, [&](const Field& f) { return f.number == fieldNumber; });
}

const Field* RecordType::field(std::string_view fieldName) const
{
    return firstOf(fields, [&](const Field& f) { return f.name == fieldName; });
}

const Group* RecordType::group(std::uint32_t groupNumber) const
{
    return firstOf(groups, [&](const Group& g) { return g.number == groupNumber; });
}

bool RecordType::hasRoot(std::string_view rootType) const
{
    return std::find(rootTypes.begin(), rootTypes.end(), rootType) != rootTypes.end();
}

bool RecordType::knowsRegister(std::uint32_t registerNumber) const
{
    if (registerNumber == kLifeRegister || (registerNumber == kLocationRegister && isRoot))
        return true;
    if (envelope && envelope->number == registerNumber)
        return true;
    if (group(registerNumber) != nullptr)
        return true;
    const auto* alone = field(registerNumber);
    return alone != nullptr && alone->registerNumber() == registerNumber;
}

Catalogue::Catalogue(Content content)
{
    std::unordered_map<std::uint32_t, std::size_t> byNumber;
    for (std::size_t i = 0; i < content.types.size(); ++i)
        byNumber.emplace(content.types[i].number, i);
    m_content = std::make_shared<const Content>(std::move(content));
    m_byNumber = std::make_shared<const std::unordered_map<std::uint32_t, std::size_t>>(std::move(byNumber));
}

const RecordType* Catalogue::type(std::uint32_t number) const
{
    const auto found = m_byNumber->find(number);
    return found == m_byNumber->end() ? nullptr : &m_content->types[found->second];
}

const RecordType* Catalogue::type(std::string_view name) const
{
    return firstOf(m_content->types, [&](const RecordType& t) { return t.name == name; });
}

const CodeList* Catalogue::codeList(std::string_view name) const
{
    return firstOf(m_content->codeLists, [&](const CodeList& l) { return l.name == name; });
}

std::optional<RecordScope> Catalogue::scopeUnder(const RecordType& recordType, std::string_view rootType) const
{
    if (recordType.isRoot)
        return recordType.scope;
    const auto* root = recordType.hasRoot(rootType) ? type(rootType) : nullptr;
    if (root == nullptr)
        return std::nullopt;
    return root->scope;
}

} // namespace lianxin
