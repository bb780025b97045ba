// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/carry/carrier.hpp"
#include "sync/server/relay_home.hpp"
#include "sync/wire/shelf_messages.hpp"

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace lianxin::server {

// A relay's one encrypted file behind one lock: envelopes waiting, receipts to bring back, its request counter. Few tablets come to an office, so a
// lock is enough; each call is durable when it returns.
class RelayStore {
public:
    [[nodiscard]] static Result<std::unique_ptr<RelayStore>>
    open(const RelayPaths& paths, const RelayIdentity& identity, const store::CarryLimits& limits, const Clock& clock);

    [[nodiscard]] Result<wire::CarryReply> take(const wire::CarryRequest& request, const carry::Asked& asked);
    [[nodiscard]] Result<carry::Load> toProvince(std::size_t maxBytes);
    [[nodiscard]] Result<void> provinceAnswered(const carry::Load& load, const wire::CarryReply& reply);
    // --- sealed segments of the office's area; made anew from the province at any time
    // Keeps what the list names and drops the rest; what is missing of it is asked for next. Whom it shuts out gets and gives nothing from then on.
    [[nodiscard]] Result<void> takeList(const wire::ShelfList& list);
    [[nodiscard]] Result<std::optional<wire::ShelfAsk>> missing(); // none: everything is here
    [[nodiscard]] Result<void> takePart(const wire::ShelfAsk& ask, std::string_view bytes);
    [[nodiscard]] Result<void> dropSegment(const Hash& name); // the province has it no more
    // notAllowed: not a certified tablet; notFound: not here, or not whole yet.
    [[nodiscard]] Result<std::string> segmentPart(const wire::ShelfAsk& ask, const carry::Asked& asked);

    [[nodiscard]] Result<std::uint64_t> nextCounter(); // never given twice
    [[nodiscard]] Result<void> skipCounters();         // some were given before this relay was put back from an image
    // By age, which a clock that jumps adds nothing to.
    [[nodiscard]] Result<std::uint64_t> expire();
    [[nodiscard]] Result<store::CarryCounts> counts();
    [[nodiscard]] Result<void> close();

private:
    [[nodiscard]] Result<bool> isShutOut(ReplicaId replica); // under the lock
    RelayStore(std::unique_ptr<store::Database> database, const RelayIdentity& identity,
               const store::CarryLimits& limits, const Clock& clock);

    std::mutex m_mutex;
    std::unique_ptr<store::Database> m_database;
    store::CarryShelf m_shelf;
    carry::Carrier m_carrier;
    carry::Trust m_trust;
    const Clock& m_clock;
};

} // namespace lianxin::server
