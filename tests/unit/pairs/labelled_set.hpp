// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/pools.hpp"
#include "app/data/stream.hpp"
#include "app/pairs/likeness.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace lianxin::test {

// Files of made-up families with what is true about them: which are the same family twice, and which only look like it. Safe ids as in
// domain.md 8.1: identity numbers under 3599NN, telephones 199 0000 xxxx. Everything follows from the seed.
class LabelledSet {
public:
    LabelledSet(const data::Pools& pools, std::uint64_t seed, std::size_t families);

    [[nodiscard]] const std::vector<pairs::FamilyFile>& files() const { return m_files; }
    [[nodiscard]] bool isSame(const pairs::FilePair& pair) const { return m_same.contains(pair); }
    // The true pairs and in which way the second file was written; the pairs that only look alike and why.
    [[nodiscard]] const std::map<pairs::FilePair, std::string>& same() const { return m_same; }
    [[nodiscard]] const std::map<pairs::FilePair, std::string>& traps() const { return m_traps; }

private:
    pairs::FamilyFile fresh();
    pairs::Member person(int sex, const std::string& surname);
    std::string number(const std::string& birth, int sex);
    void elsewhere(pairs::FamilyFile& file);
    bool retyped(pairs::FamilyFile& file, std::size_t way);
    bool remembered(pairs::FamilyFile& file, std::size_t way);
    void twice(pairs::FamilyFile file, std::size_t way);
    void alike(const pairs::FamilyFile& file, std::size_t way);
    pairs::FilePair add(const pairs::FamilyFile& one, pairs::FamilyFile other);

    const data::Pools& m_pools;
    data::Stream m_stream;
    std::vector<pairs::FamilyFile> m_files;
    std::map<pairs::FilePair, std::string> m_same;
    std::map<pairs::FilePair, std::string> m_traps;
    Millis m_now{1'700'000'000'000};
    int m_phones{0};
};

// The trap that nothing on paper tells from a true pair.
inline constexpr const char* kUndecidable = "namesake with the same birthday, a number missing";

struct Judged {
    std::size_t truePairs{0}; // found and true
    std::size_t found{0};
    std::size_t wanted{0};
    [[nodiscard]] double precision() const
    {
        return found == 0 ? 1.0 : static_cast<double>(truePairs) / static_cast<double>(found);
    }
    [[nodiscard]] double recall() const
    {
        return wanted == 0 ? 1.0 : static_cast<double>(truePairs) / static_cast<double>(wanted);
    }
};
[[nodiscard]] Judged judge(const LabelledSet& set, const std::vector<pairs::Likeness>& asked);
// Each reason alone, as if whoever shares it were asked about.
[[nodiscard]] Judged judgeReason(const LabelledSet& set, const pairs::Finding& finding, pairs::Reason reason);

} // namespace lianxin::test
