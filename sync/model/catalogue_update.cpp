// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/catalogue_update.hpp"

#include <algorithm>
#include <set>

namespace lianxin {

namespace {

constexpr std::size_t kTold = 5; // breaches in one message; the rest is a number

std::string named(std::string_view word) { return word.empty() ? "none" : "\"" + std::string(word) + "\""; }

template <typename Items> const typename Items::value_type* withName(const Items& items, const std::string& name)
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.name == name; });
    return found == items.end() ? nullptr : &*found;
}

// Breaches of one file, each said with the place it concerns.
class Breaches {
public:
    Breaches(std::string file, std::vector<std::string>& lines) : m_file(std::move(file)), m_lines(lines) {}
    void at(const std::string& place, const std::string& what)
    {
        m_lines.push_back(m_file + ": " + place + ": " + what);
    }
    void changed(const std::string& place, std::string_view what, const std::string& was, const std::string& is)
    {
        if (was != is)
            at(place, std::string(what) + " changed from " + named(was) + " to " + named(is));
    }

private:
    std::string m_file;
    std::vector<std::string>& m_lines;
};

// Whoever may read now and could not before; a right to one's own records does not cover those of others.
std::string widened(const std::vector<AccessRule>& from, const std::vector<AccessRule>& to)
{
    std::string more;
    for (const auto& rule : to) {
        const bool had = std::any_of(from.begin(), from.end(), [&](const AccessRule& old) {
            return old.role == rule.role && (!old.authorOnly || rule.authorOnly);
        });
        if (!had)
            more += (more.empty() ? "" : " ") + std::string(roleName(rule.role)) + (rule.authorOnly ? ":author" : "");
    }
    return more;
}

// Recipients of envelopes under a root; a root that is new gets no more than some root had.
std::string widened(const EnvelopeRule& from, const EnvelopeRule& to)
{
    std::set<std::string> anywhere;
    for (const auto& [root, words] : from.recipients)
        anywhere.insert(words.begin(), words.end());
    std::string more;
    for (const auto& [root, words] : to.recipients) {
        const auto old = from.recipients.find(root);
        const std::set<std::string> before =
            old == from.recipients.end() ? anywhere : std::set<std::string>(old->second.begin(), old->second.end());
        for (const auto& word : words)
            if (!before.contains(word))
                more.append(more.empty() ? "" : " ").append(word).append(" under ").append(root);
    }
    return more;
}

std::string_view scopeWord(const RecordType& type)
{
    if (!type.isRoot)
        return "a root of its own type";
    return type.scope == RecordScope::directory ? "directory" : type.scope == RecordScope::area ? "area" : "case";
}

// What a number stands for in a type.
std::string useOf(const RecordType& type, std::uint32_t number)
{
    if (const auto* field = type.field(number))
        return "field \"" + field->name + "\"";
    if (const auto* group = type.group(number))
        return "group \"" + group->name + "\"";
    return type.envelope && type.envelope->number == number ? "the envelope" : "";
}

class TypeUpdate {
public:
    TypeUpdate(const RecordType& from, const RecordType& to, Breaches& breaches)
        : m_from(from), m_to(to), m_breaches(breaches)
    {}

    void run()
    {
        compareType();
        compareEnvelope();
        for (const auto& group : m_from.groups)
            compareGroup(group);
        for (const auto& field : m_from.fields)
            compareField(field);
    }

private:
    [[nodiscard]] std::string place() const { return "type " + std::to_string(m_from.number) + " " + m_from.name; }
    [[nodiscard]] std::string place(std::uint32_t number, const std::string& name) const
    {
        return m_from.name + "." + std::to_string(number) + " " + name;
    }

    void compareType()
    {
        const auto word = [](const RecordType& type) {
            return std::string(type.merge == MergeKind::append ? "append" : "registers");
        };
        m_breaches.changed(place(), "merge kind", word(m_from), word(m_to));
        m_breaches.changed(place(), "scope", std::string(scopeWord(m_from)), std::string(scopeWord(m_to)));
        for (const auto& root : m_from.rootTypes)
            if (!m_to.hasRoot(root))
                m_breaches.at(place(), "records under a \"" + root + "\" would lose their root");
        const auto parent = [](const RecordType& type) {
            return type.parentType.empty() ? std::string()
                                           : type.parentType + " by " + std::to_string(type.parentField);
        };
        m_breaches.changed(place(), "parent", parent(m_from), parent(m_to));
        lowered(place(), m_from.sensitivity, m_to.sensitivity);
    }

    void compareEnvelope()
    {
        if (!m_from.envelope)
            return;
        if (const auto more = widened(m_from.readers, m_to.readers); !more.empty())
            m_breaches.at(place(), "more readers of a sealed type: " + more);
        const auto where = place(m_from.envelope->number, "envelope");
        if (!m_to.envelope) {
            m_breaches.at(where, "the envelope is gone");
            return;
        }
        if (m_to.envelope->number != m_from.envelope->number)
            m_breaches.at(where, "renumbered to " + std::to_string(m_to.envelope->number));
        if (const auto more = widened(*m_from.envelope, *m_to.envelope); !more.empty())
            m_breaches.at(where, "more recipients of the envelope: " + more);
    }

    // Says what became of a number that no longer carries what it carried; true when it still does.
    template <typename Items>
    bool stands(const typename Items::value_type& old, const Items& items, bool there, std::string_view kind)
    {
        const auto where = place(old.number, old.name);
        const auto* moved = withName(items, old.name);
        if (moved != nullptr && moved->number != old.number)
            m_breaches.at(where, "renumbered to " + std::to_string(moved->number));
        else if (const auto use = useOf(m_to, old.number); moved == nullptr && !use.empty())
            m_breaches.at(where, "the number is reused for " + use);
        else if (!there)
            m_breaches.at(where, "the " + std::string(kind) + " is gone; retire it instead");
        else
            return true;
        return false;
    }

    void compareGroup(const Group& old) { (void)stands(old, m_to.groups, m_to.group(old.number) != nullptr, "group"); }

    void compareField(const Field& old)
    {
        const auto* field = m_to.field(old.number);
        if (!stands(old, m_to.fields, field != nullptr, "field"))
            return;
        const auto where = place(old.number, old.name);
        m_breaches.changed(where, "kind", std::string(fieldKindWord(old.kind)),
                           std::string(fieldKindWord(field->kind)));
        m_breaches.changed(where, "code list", old.codeList, field->codeList);
        m_breaches.changed(where, "referenced type", old.refType, field->refType);
        m_breaches.changed(where, "unit", old.unit.zh, field->unit.zh);
        m_breaches.changed(where, "group", groupText(old.group), groupText(field->group));
        m_breaches.changed(where, "format", std::string(textFormatWord(old.format)),
                           std::string(textFormatWord(field->format)));
        if (old.sealed != field->sealed)
            m_breaches.at(where, old.sealed
                                     ? "unsealed"
                                     : "sealed afterwards: what is written already stays open; give it a new number");
        lowered(where, old.sensitivity, field->sensitivity);
    }

    void lowered(const std::string& where, int was, int is)
    {
        if (is < was)
            m_breaches.at(where, "sensitivity lowered from " + std::to_string(was) + " to " + std::to_string(is));
    }

    [[nodiscard]] static std::string groupText(std::uint32_t group)
    {
        return group == 0 ? std::string() : std::to_string(group);
    }

    const RecordType& m_from;
    const RecordType& m_to;
    Breaches& m_breaches;
};

void compareTypes(const Catalogue& from, const Catalogue& to, std::vector<std::string>& lines)
{
    for (const auto& old : from.types()) {
        Breaches breaches("catalogue/" + old.name + ".json", lines);
        const auto where = "type " + std::to_string(old.number) + " " + old.name;
        const auto* same = to.type(old.number);
        const auto* moved = to.type(std::string_view(old.name));
        if (moved != nullptr && moved->number != old.number)
            breaches.at(where, "renumbered to " + std::to_string(moved->number));
        else if (same == nullptr)
            breaches.at(where, "the record type is gone");
        else if (same->name != old.name)
            breaches.at(where, "the number is reused for type \"" + same->name + "\"");
        else
            TypeUpdate(old, *same, breaches).run();
    }
}

// The meaning of a code is its word in reports, as in the lock.
void compareCodes(const CodeList& old, const CodeList& list, Breaches& breaches)
{
    for (const auto& code : old.codes) {
        const auto where = old.name + "." + std::to_string(code.number) + " " + code.label.forReport();
        const auto* same = list.find(code.number);
        const bool kept = same != nullptr && same->label.forReport() == code.label.forReport();
        if (kept)
            continue;
        const auto moved = std::find_if(list.codes.begin(), list.codes.end(), [&](const Code& other) {
            return other.label.forReport() == code.label.forReport();
        });
        if (moved != list.codes.end() && old.find(moved->number) == nullptr)
            breaches.at(where, "renumbered to " + std::to_string(moved->number));
        else if (same == nullptr)
            breaches.at(where, "the code is gone; retire it instead");
        else
            breaches.at(where, "the number is reused for \"" + same->label.forReport() + "\"");
    }
}

} // namespace

std::vector<std::string> updateBreaches(const Catalogue& from, const Catalogue& to)
{
    std::vector<std::string> lines;
    if (to.version() <= from.version())
        lines.push_back("catalogue/catalogue.json: version " + std::to_string(to.version()) + " is not above " +
                        std::to_string(from.version()));
    compareTypes(from, to, lines);
    for (const auto& old : from.codeLists()) {
        Breaches breaches("codes/" + old.name + ".json", lines);
        if (const auto* list = to.codeList(old.name))
            compareCodes(old, *list, breaches);
        else
            breaches.at(old.name, "the code list is gone");
    }
    return lines;
}

Result<void> checkCatalogueUpdate(const Catalogue& from, const Catalogue& to)
{
    const auto lines = updateBreaches(from, to);
    if (lines.empty())
        return {};
    std::string told;
    for (std::size_t i = 0; i < std::min(lines.size(), kTold); ++i)
        told += (i == 0 ? "" : "\n") + lines[i];
    if (lines.size() > kTold)
        told += "\nand " + std::to_string(lines.size() - kTold) + " more";
    return fail(Errc::notAllowed, told);
}

} // namespace lianxin
