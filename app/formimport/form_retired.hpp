// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formimport/form_files.hpp"

#include <boost/json/object.hpp>

namespace lianxin::formimport {

// Questions and answers that a newer draft has no more, though the province once numbered them: they go on as retired, so that what people wrote keeps
// its words and the document is no breach. A question comes back by standing in the draft again.
class Retired {
public:
    // `lock`: numbers.lock. `earlier`: the draft as it was numbered before, for its labels; without it a name stands for a label.
    Retired(const std::string& lock, const CatalogueFiles& earlier);

    // How many were put in.
    std::size_t intoType(boost::json::object& type) const;
    std::size_t intoList(boost::json::object& list) const;
    [[nodiscard]] CatalogueFiles listsFor(const boost::json::object& type, const CatalogueFiles& there) const;

private:
    struct Locked {
        std::uint32_t number{0};
        std::string name; // of a code: its words
        std::string kind, list, refers;
    };
    [[nodiscard]] const boost::json::object* earlierField(const std::string& type, const std::string& name) const;

    std::map<std::string, std::vector<Locked>> m_fields, m_codes; // by type, by list
    std::map<std::string, boost::json::object> m_earlier;         // types, by name
};

} // namespace lianxin::formimport
