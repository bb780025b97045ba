// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/code_list.hpp"
#include "sync/model/error.hpp"
#include "sync/model/lunar.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Psychological scales as data (domain 4); assets/scales/SCHEMA.md describes the files and every member below. Screening is no
// diagnosis: nothing here says what a person has, only what a published rule makes of the answers.
namespace lianxin::scales {

inline constexpr int kNotAnswered = -1; // 不想回答, or stopped before the line came

struct Option {
    int value{0};
    Label label;
};

struct Item {
    std::uint32_t number{0};
    Label text;
    Label stem;                    // the line above it
    std::vector<Option> options;   // its own, or those of the scale
    bool reversed{false};          // counts from the other end: least + greatest - value
    bool scored{true};             // false: asked, never counted
    std::optional<int> safetyFrom; // from this answer on it leads to the risk assessment, whatever the total

    [[nodiscard]] int least() const;
    [[nodiscard]] int greatest() const;
    [[nodiscard]] bool offers(int value) const;
};

struct Band {
    std::uint32_t number{0}; // permanent within its profile
    int from{0};
    int to{0}; // inclusive
    Label label;
    Label next; // what the counsellor may do next
    bool positive{false};
    bool risk{false}; // the total alone leads to the risk assessment
};

// Thresholds with a date: a result names the profile it was judged by, so that later ones never rewrite it.
struct Profile {
    std::string name;
    Day from;
    std::string source;
    std::vector<Band> bands; // cover the whole range, in order

    [[nodiscard]] const Band* band(int total) const;
    [[nodiscard]] const Band* numbered(std::uint32_t number) const;
};

// What is asked beside a score that was taken on paper: a safety item, or what must be yes for a positive result.
struct Check {
    std::uint32_t number{0};
    Label text;
    bool safety{false}; // else a criterion
};

struct Scale {
    std::uint32_t code{0}; // in the code list scale_code
    std::string name;      // phq9
    std::string version;
    std::string official; // PHQ-9
    Label label;
    bool gated{false};  // only the score, none of its items
    bool spoken{false}; // the two questions that a village worker may ask, after consent
    bool lowIsWorse{false};
    Label licence;
    std::string source;
    std::vector<Item> items; // empty where gated
    std::vector<Check> checks;
    Label entryNote;
    bool enteredByBand{false};
    int least{0}; // of the total
    int greatest{0};
    int mostMissing{0};            // more unanswered scored items leave the total empty
    bool prorates{false};          // unanswered ones count as the mean of the others
    std::vector<Profile> profiles; // by date

    [[nodiscard]] const Item* item(std::uint32_t number) const;
    [[nodiscard]] const Profile* profile(std::string_view profileName) const;
    [[nodiscard]] const Profile& on(Day day) const; // the newest that has begun; before all of them the first
};

struct ScaleSet {
    std::uint32_t version{0};
    std::vector<std::int64_t> openWith; // qualifications that open results
    std::vector<Scale> scales;          // by code

    [[nodiscard]] const Scale* named(std::string_view name) const;
    [[nodiscard]] const Scale* coded(std::int64_t code) const;
    [[nodiscard]] const Scale* spoken() const;
};

// File name ("scales/phq9.json") -> text; "scales/scales.json" holds what belongs to all. Others are passed over. The detail of an
// error is "<file>:<line>: <reason>".
[[nodiscard]] Result<ScaleSet> loadScales(const std::map<std::string, std::string>& files);

// "phq9 phq9-2026 2026-01-01 5 20-27 positive risk": one line per band, sorted. scales.lock holds these: a published
// threshold never changes, a new profile is added.
[[nodiscard]] std::vector<std::string> thresholdLines(const ScaleSet& set);

} // namespace lianxin::scales
