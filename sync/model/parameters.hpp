// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/model/lunar.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

// Numbers and lists that hold from one day to another, in one area or everywhere: eligibility, allowance standards, terms of policies
// (assets/parameters/README.md). Changing one needs no program; what was noted under an older value stays as it was noted.
namespace lianxin {

struct ParameterValue {
    std::string area; // beginning of a division code: "35" the province, "3505" or "350500" a prefecture
    Day from;
    Day to; // the last day on which it holds; the year 9999 where no end is known
    Value value;
    std::string source; // where it comes from, for those who keep the file
};

struct Parameter {
    std::string name; // "hospital_care.daily": file and name
    Label label;
    FieldKind kind{FieldKind::integer}; // integer, money, boolean, text, date, codeSet
    std::string codeList;               // codeSet
    std::vector<ParameterValue> values; // none: nobody knows it yet, and nothing is assumed
};

class Parameters {
public:
    Parameters() = default;
    explicit Parameters(std::vector<Parameter> parameters);

    [[nodiscard]] const std::map<std::string, Parameter, std::less<>>& all() const { return m_parameters; }
    [[nodiscard]] const Parameter* parameter(std::string_view name) const;
    // What holds in an area (a division code of any length) on a day: of the values that hold, the one for the smallest area around it.
    // Null where nothing is known.
    [[nodiscard]] Value value(std::string_view name, std::string_view area, Day day) const;

private:
    std::map<std::string, Parameter, std::less<>> m_parameters;
};

// Files named by their path below assets; those of parameters/*.json count. The detail of an error is "<file>:<line>: <reason>". Refused as
// well: a field of the catalogue whose default names a parameter that is not there, or one of another kind.
[[nodiscard]] Result<Parameters> loadParameters(const std::map<std::string, std::string>& files,
                                                const Catalogue& catalogue);

} // namespace lianxin
