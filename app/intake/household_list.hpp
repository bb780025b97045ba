// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/known_people.hpp"
#include "app/intake/list_rules.hpp"
#include "app/sheet/workbook.hpp"
#include "sync/model/divisions.hpp"
#include "sync/model/validate.hpp"

#include <string>
#include <vector>

namespace lianxin::intake {

struct Village {
    std::string code; // 12 digits
    std::string name;
};

struct ListContext {
    const Catalogue* catalogue{nullptr};
    const Divisions* divisions{nullptr};
    Millis now{0};
    std::vector<Village> villages; // those that one's own records reach; the only one stands for a missing column
};

// One thing about a cell that its reader should know. A cell that cannot be understood is left out, the rest of its row is taken.
struct CellNote {
    std::string heading; // as it stands in the file; empty: about the row
    std::string text;    // what stands there, its beginning
    // hint.code: of validate(), or no_name, no_village, village_unknown, village_unclear, date_unclear, word_unknown, number_cut, not_taken,
    // not_asked
    Hint hint;
    bool leftOut{false};
};

struct ListRow {
    enum class Fate {
        fresh, // written when the list is taken
        known, // this person has a record: nothing is written
        twice, // stands further up in the same list
        stays  // no name or no village of ours: has to be mended in the file first
    };
    unsigned number{0}; // as the person's program shows it
    Fate fate{Fate::fresh};
    std::string name;
    std::string village; // 12 digits
    FieldValues household, person;
    std::vector<CellNote> notes;
    std::size_t family{0};   // rows with one number are one family
    RecordId householdKnown; // of a known row, and of the fresh ones of its family
    unsigned sameAs{0};      // row above, of `twice`
};

struct HouseholdList {
    std::vector<ListRow> rows;
    std::vector<std::string> strangeHeads; // columns that nothing is known of: not read
    std::size_t families{0};
    [[nodiscard]] std::size_t count(ListRow::Fate fate) const;
    [[nodiscard]] std::size_t freshFamilies() const; // new files; a new person of a known family makes none
};

// Reads a list of 特扶 people, a row a person. Writes nothing. invalidInput: "no_header", no row names people.
[[nodiscard]] Result<HouseholdList> readHouseholdList(const sheet::Sheet& sheet, const ListRules& rules,
                                                      const ListContext& context, KnownPeople known);

} // namespace lianxin::intake
