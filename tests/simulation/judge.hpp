// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cast.hpp"
#include "map_server_store.hpp"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace lianxin::sim {

// Holds the server and every tablet to what the oracle knows; `violated` gets each sentence that does not hold.
class Judge {
public:
    using Violated = std::function<void(const std::string&)>;
    using Tablets = std::vector<std::unique_ptr<Tablet>>;
    Judge(MapServerStore& store, const Oracle& oracle, const Tablets& tablets, Violated violated)
        : m_store(store), m_oracle(oracle), m_tablets(tablets), m_violated(std::move(violated))
    {}

    // I2, I4, I5, I6 and read-your-writes, on the server and on every tablet.
    void everyStep() const;
    // The same where the last step can have changed something; the others are what they were when they were looked at.
    void afterServer() const;
    void afterTablet(const Tablet& tablet) const;
    // After a save or a push: what was written, and what is acknowledged.
    void afterSave(const Tablet& tablet, const std::vector<OracleKey>& wrote) const;
    void atRest() const; // I1, I2 and I17

private:
    void serverRegister(OracleKey key, const core::RegisterState* reg) const;
    void tabletRegister(const Tablet& tablet, OracleKey key) const;
    void acknowledgement(const Tablet& tablet) const;
    void note(OracleKey key, const core::RegisterState* reg) const;

    MapServerStore& m_store; // the interface of the store reads without const
    const Oracle& m_oracle;
    const Tablets& m_tablets;
    Violated m_violated;
};

} // namespace lianxin::sim
