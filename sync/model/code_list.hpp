// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin {

// Words of one thing. `report` is the official term where the register of reports needs another word (domain 7), else empty.
struct Label {
    std::string zh;
    std::string en;
    std::string report;

    [[nodiscard]] const std::string& in(std::string_view language) const
    {
        return language.starts_with("en") ? en : zh;
    }
    [[nodiscard]] const std::string& forReport() const { return report.empty() ? zh : report; }
};

// A code is stored as its number; it never changes meaning and is never given to another (decisions D10).
struct Code {
    std::uint32_t number{0};
    Label label;
    bool retired{false};      // kept for old records, offered no more
    boost::json::object data; // what rules need beside the words: date rules of festivals, dial strings, equivalents
};

struct CodeList {
    std::string name;
    Label label;
    std::string source;      // the standard it follows, empty if it is our own
    std::vector<Code> codes; // in the order of the form

    [[nodiscard]] const Code* find(std::int64_t number) const;
};

} // namespace lianxin
