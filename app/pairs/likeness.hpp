// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pairs/family_file.hpp"
#include "sync/store/text_folder.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace lianxin::pairs {

// What speaks for one family behind two files, in the order in which it is told.
enum class Reason {
    sameNumber,
    numberButRegion,
    sameNameBirthVillage,
    nearName,
    nearBirth,
    samePhone,
    sameAddress,
    sameCouple
};
inline constexpr int kReasons = 8;

// Two files, the older one first: its id is the smaller one, on every tablet.
struct Likeness {
    RecordId first;
    RecordId second;
    int score{0};
    std::vector<Reason> reasons;
    RecordId member; // of the first file: who is found in both; nil when only telephone or address agree
    RecordId other;  // of the second file

    [[nodiscard]] bool has(Reason reason) const;
};

// From here on a person is asked. What speaks for and against is counted in the numbers of likeness_score.hpp.
inline constexpr int kAsk = 8;

struct Finding {
    std::vector<Likeness> looked; // every two files that share a key, whatever came of it; sorted by ids
    std::size_t crowdedKeys{0};   // keys that so many files share that they tell nothing
    [[nodiscard]] std::vector<Likeness> toAsk() const; // most alike first
};

using FilePair = std::pair<RecordId, RecordId>; // the smaller id first
[[nodiscard]] FilePair filePair(RecordId one, RecordId other);

// Looks only at files that share a key (number, telephone, spelled name in a township, birthday with family name, address), never at all
// pairs. `decided` are left out: somebody has looked at them.
[[nodiscard]] Finding lookForPairs(const std::vector<FamilyFile>& files, const store::TextFolder& folder,
                                   const std::set<FilePair>& decided = {});

} // namespace lianxin::pairs
