// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/engine/history.hpp"

#include <functional>

namespace lianxin::sim::engine {

// What people do with their tablets: forms opened early and saved late, correlated edits, wrong clocks, dead batteries, no link.
class People {
public:
    People(History& history, std::function<void(SimTablet&)> tabletChanged)
        : m(history), m_changed(std::move(tabletChanged))
    {}

    void openForm(SimTablet& tablet);
    void save(SimTablet& tablet);
    void setClock(SimTablet& tablet);
    void touchLink(SimTablet& tablet);
    void die(SimTablet& tablet);

private:
    [[nodiscard]] bool mayOpen(const SimTablet& tablet, int record) const;
    [[nodiscard]] std::vector<int> recordsFor(const SimTablet& tablet);
    [[nodiscard]] OpenForm formOf(SimTablet& tablet);
    void keepAsDraft(SimTablet& tablet, OpenForm& form);
    [[nodiscard]] store::RecordEdit editOf(SimTablet& tablet, const OpenRecord& open, OracleChangeset& truth);
    void truthOf(SimTablet& tablet, const store::Edit& edit, OracleChangeset truth, const std::vector<int>& records);

    History& m;
    std::function<void(SimTablet&)> m_changed;
};

} // namespace lianxin::sim::engine
