// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/household_list.hpp"

#include "app/intake/list_cell.hpp"
#include "sync/model/number_facts.hpp"

#include <algorithm>
#include <set>

namespace lianxin::intake {

namespace {

constexpr std::size_t kHeaderRows = 10; // a title and remarks may stand above the headings
constexpr std::size_t kFewestHeads = 2;

struct Header {
    std::size_t row{0};
    std::vector<std::pair<std::size_t, std::size_t>> columns; // of the sheet -> of the rules
    std::vector<std::string> heads;                           // by column of the sheet
};

class Reader {
public:
    Reader(const sheet::Sheet& sheet, const ListRules& rules, const ListContext& context, KnownPeople known)
        : m_sheet(sheet), m_rules(rules), m_context(context), m_known(std::move(known)),
          m_person(*context.catalogue->type(std::string_view("person"))),
          m_household(*context.catalogue->type(std::string_view("household")))
    {}

    Result<HouseholdList> read()
    {
        LIANXIN_CHECK(findHeader());
        for (std::size_t at = m_header.row + 1; at < m_sheet.rows.size(); ++at)
            row(m_sheet.rows[at]);
        joinFamilies();
        m_list.families = m_families.size();
        return std::move(m_list);
    }

private:
    [[nodiscard]] std::uint32_t person(std::string_view field) const { return m_person.field(field)->number; }

    Result<void> findHeader()
    {
        for (std::size_t at = 0; at < std::min(m_sheet.rows.size(), kHeaderRows); ++at) {
            Header header{at, {}, m_sheet.rows[at].cells};
            std::set<std::size_t> seen;
            bool named = false;
            for (std::size_t column = 0; column < header.heads.size(); ++column) {
                const auto found = m_rules.heads.find(bareHead(header.heads[column]));
                if (found == m_rules.heads.end() || !seen.insert(found->second).second)
                    continue;
                header.columns.emplace_back(column, found->second);
                const auto* field = m_rules.columns[found->second].field;
                named = named || (field != nullptr && field->name == "name");
            }
            if (named && header.columns.size() >= kFewestHeads) {
                m_header = std::move(header);
                return strangeHeads();
            }
        }
        return fail(Errc::invalidInput, "no_header");
    }

    Result<void> strangeHeads()
    {
        for (std::size_t column = 0; column < m_header.heads.size(); ++column)
            if (!m_header.heads[column].empty() &&
                std::ranges::none_of(m_header.columns, [&](const auto& pair) { return pair.first == column; }))
                m_list.strangeHeads.push_back(sheet::shortened(m_header.heads[column]));
        return {};
    }

    void note(ListRow& row, std::size_t column, std::string_view text, Hint hint, bool leftOut)
    {
        const auto heading = column < m_header.heads.size() ? m_header.heads[column] : std::string();
        row.notes.push_back({sheet::shortened(heading), sheet::shortened(text), std::move(hint), leftOut});
    }
    static Hint hintOf(std::string code, std::uint32_t field = 0)
    {
        return {field, std::move(code), Severity::hint, 0};
    }

    void row(const sheet::SheetRow& cells)
    {
        ListRow row;
        m_said.clear();
        row.number = cells.number;
        std::string familyKey;
        std::string placeCell;
        std::size_t placeColumn = m_header.heads.size();
        for (const auto& [at, index] : m_header.columns) {
            const auto& column = m_rules.columns[index];
            const std::string cell = at < cells.cells.size() ? cells.cells[at] : std::string();
            if (cell.empty())
                continue;
            if (column.kind == ListColumn::Kind::family) {
                familyKey = cell;
            } else if (column.kind == ListColumn::Kind::village) {
                placeCell = cell;
                placeColumn = at;
            } else {
                put(row, column, at, cell);
            }
        }
        if (row.person.empty() && row.household.empty())
            return;               // a line of remarks or a sum at the end
        row.person.merge(m_said); // a column of its own goes before
        place(row, placeCell, placeColumn);
        row.name = textOf(row.person, person("name"));
        if (row.name.empty())
            note(row, m_header.heads.size(), {}, hintOf("no_name"), true);
        judge(row, familyKey);
        m_list.rows.push_back(std::move(row));
    }

    void put(ListRow& row, const ListColumn& column, std::size_t at, const std::string& cell)
    {
        auto value = cellValue(*m_context.catalogue, column, cell);
        if (!value)
            return note(row, at, cell, hintOf(value.error().detail, column.field->number), true);
        if (value->isNull())
            return;
        const bool ofPerson = column.kind == ListColumn::Kind::person;
        auto& values = ofPerson ? row.person : row.household;
        values[column.field->number] = std::move(*value);
        // What stands in the number is not asked twice, and what differs is said by validate().
        auto facts = numberFacts(ofPerson ? m_person : m_household, *column.field, cell, dayInChina(m_context.now));
        for (auto& [number, mark] : facts.marks)
            if (!mark.isNull())
                values[number] = std::move(mark);
        if (ofPerson)
            m_said.merge(facts.hints);
    }

    void place(ListRow& row, const std::string& cell, std::size_t column)
    {
        const auto& villages = m_context.villages;
        if (cell.empty()) {
            if (villages.size() == 1)
                row.village = villages.front().code;
            else
                note(row, column, {}, hintOf("no_village"), true);
            return;
        }
        std::vector<const Village*> fitting;
        for (const auto& village : villages) {
            if (village.code == cell || village.name == cell) {
                fitting.assign(1, &village);
                break;
            }
            if (!village.name.empty() && cell.find(village.name) != std::string::npos)
                fitting.push_back(&village);
        }
        if (fitting.size() == 1)
            row.village = fitting.front()->code;
        else
            note(row, column, cell, hintOf(fitting.empty() ? "village_unknown" : "village_unclear"), true);
    }

    void judge(ListRow& row, const std::string& familyKey)
    {
        for (const auto* part : {&m_person, &m_household}) {
            const auto& values = part == &m_person ? row.person : row.household;
            for (const auto& hint : validate(*part, values, {m_context.catalogue, m_context.divisions, m_context.now}))
                if (hint.code != "needed" && values.contains(hint.field))
                    note(row, columnOf(*part, hint.field), textOf(values, hint.field), hint, false);
            const auto asked = relevantValues(*part, values);
            for (const auto& [field, value] : values)
                if (!asked.contains(field)) // the form would not ask it, and leaves it out when the row is written
                    note(row, columnOf(*part, field), value.asText().value_or(""), hintOf("not_asked", field), true);
        }
        if (row.name.empty() || row.village.empty()) {
            row.fate = ListRow::Fate::stays;
            row.family = m_families.size() + 1 + m_loose++;
            return;
        }
        const auto address = textOf(row.household, m_household.field(std::string_view("address"))->number);
        const Likeness likeness{row.name,
                                normalIdNumber(textOf(row.person, person("id_no"))),
                                textOf(row.person, person("birth_date")),
                                normalPhone(textOf(row.person, person("phone"))),
                                row.village,
                                address};
        if (const auto found = m_known.find(likeness)) {
            row.fate = found->person.isNil() ? ListRow::Fate::twice : ListRow::Fate::known;
            row.householdKnown = found->household;
            row.sameAs = found->row;
        } else {
            m_known.add(likeness, {{}, {}, row.number, {}});
        }
        // One family by its number in the file, else by the same door; else everybody for himself.
        const std::string key = !familyKey.empty() ? "n" + familyKey
                                : !address.empty() ? "a" + row.village + address
                                                   : "r" + std::to_string(row.number);
        row.family = m_families.try_emplace(key, m_families.size()).first->second;
    }

    // A new person of a family whose file is there goes into that file.
    void joinFamilies()
    {
        std::map<std::size_t, RecordId> files;
        for (const auto& row : m_list.rows)
            if (row.fate == ListRow::Fate::known)
                files.emplace(row.family, row.householdKnown);
        for (auto& row : m_list.rows)
            if (const auto file = files.find(row.family); row.fate == ListRow::Fate::fresh && file != files.end())
                row.householdKnown = file->second;
    }

    [[nodiscard]] std::size_t columnOf(const RecordType& type, std::uint32_t field) const
    {
        for (const auto& [at, index] : m_header.columns)
            if (m_rules.columns[index].field == type.field(field))
                return at;
        return m_header.heads.size();
    }
    static std::string textOf(const FieldValues& values, std::uint32_t field)
    {
        const auto found = values.find(field);
        return found == values.end() ? std::string() : found->second.asText().value_or("");
    }

    const sheet::Sheet& m_sheet;
    const ListRules& m_rules;
    const ListContext& m_context;
    KnownPeople m_known;
    const RecordType& m_person;
    const RecordType& m_household;
    Header m_header;
    HouseholdList m_list;
    FieldValues m_said; // by the numbers of the row that is read
    std::map<std::string, std::size_t> m_families;
    std::size_t m_loose{100000}; // numbers of rows that belong to no family
};

} // namespace

std::size_t HouseholdList::count(ListRow::Fate fate) const
{
    return static_cast<std::size_t>(std::ranges::count(rows, fate, &ListRow::fate));
}

std::size_t HouseholdList::freshFamilies() const
{
    std::set<std::size_t> fresh;
    for (const auto& row : rows)
        if (row.fate == ListRow::Fate::fresh && row.householdKnown.isNil())
            fresh.insert(row.family);
    return fresh.size();
}

Result<HouseholdList> readHouseholdList(const sheet::Sheet& sheet, const ListRules& rules, const ListContext& context,
                                        KnownPeople known)
{
    return Reader(sheet, rules, context, std::move(known)).read();
}

} // namespace lianxin::intake
