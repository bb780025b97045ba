// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/record_editor.hpp"
#include "app/intake/household_list.hpp"

namespace lianxin::intake {

// Writes the fresh rows of a list, a family at a time: one family is one save, whole or not there. What was written before somebody stopped, or
// the power went, is known the next time the same file is read.
class Intake {
public:
    Intake(const forms::EditorPorts& ports, HouseholdList list);

    [[nodiscard]] std::size_t families() const { return m_order.size(); } // with something to write
    [[nodiscard]] std::size_t done() const { return m_done; }
    [[nodiscard]] bool finished() const { return m_done == m_order.size(); }
    // The next family; its number in the own log, for the sync. After an error the same family is tried again.
    [[nodiscard]] Result<std::uint64_t> next();

private:
    [[nodiscard]] Result<std::uint64_t> keep(const std::vector<const ListRow*>& rows);

    forms::EditorPorts m_ports;
    HouseholdList m_list;
    std::vector<std::vector<std::size_t>> m_order; // rows of each family
    std::size_t m_done{0};
};

} // namespace lianxin::intake
