// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/relay_registry.hpp"
#include "sync/server/segment_service.hpp"
#include "sync/wire/shelf_messages.hpp"

namespace lianxin::server {

// Segments of an office's area, sealed, for its relay. On the store worker's thread.
class ShelfService {
public:
    ShelfService(RelayRegistry& relays, RequestLedger& ledger, SegmentService& segments)
        : m_relays(relays), m_ledger(ledger), m_segments(segments)
    {}
    // notAllowed: no relay.
    [[nodiscard]] Result<Answer<std::vector<wire::ShelfEntry>>> list(const Signed<std::string>& job);
    // notFound: no such segment in its area, or it ends before.
    [[nodiscard]] Result<Answer<std::string>> part(const Signed<wire::ShelfAsk>& job);

private:
    template <typename Request>
    [[nodiscard]] Result<Answer<std::string>> areaOf(const Signed<Request>& job); // of the relay that asks
    // Calls `each` with every segment that is offered within the area, until it answers false.
    void forEach(std::string_view area, const std::function<bool(const core::SegmentRef&)>& each) const;

    RelayRegistry& m_relays;
    RequestLedger& m_ledger;
    SegmentService& m_segments;
};

} // namespace lianxin::server
