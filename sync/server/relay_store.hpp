// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/carry/carrier.hpp"
#include "sync/server/relay_home.hpp"

#include <memory>
#include <mutex>

namespace lianxin::server {

// A relay's one encrypted file behind one lock: envelopes waiting, receipts to bring back, its request counter. Few tablets come to an office, so a
// lock is enough; each call is durable when it returns.
class RelayStore {
public:
    [[nodiscard]] static Result<std::unique_ptr<RelayStore>> open(const RelayPaths& paths, const RelayIdentity& identity,
                                                                  const store::CarryLimits& limits, const Clock& clock);

    [[nodiscard]] Result<wire::CarryReply> take(const wire::CarryRequest& request, const carry::Asked& asked);
    [[nodiscard]] Result<carry::Load> toProvince(std::size_t maxBytes);
    [[nodiscard]] Result<void> provinceAnswered(const carry::Load& load, const wire::CarryReply& reply);
    [[nodiscard]] Result<std::uint64_t> nextCounter(); // never given twice
    [[nodiscard]] Result<std::uint64_t> expire();
    [[nodiscard]] Result<store::CarryCounts> counts();
    [[nodiscard]] Result<void> close();

private:
    RelayStore(std::unique_ptr<store::Database> database, const RelayIdentity& identity,
               const store::CarryLimits& limits, const Clock& clock);

    std::mutex m_mutex;
    std::unique_ptr<store::Database> m_database;
    store::CarryShelf m_shelf;
    carry::Carrier m_carrier;
    const Clock& m_clock;
};

} // namespace lianxin::server
