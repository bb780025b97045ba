// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/carry/carrier.hpp"
#include "sync/store/replica_store.hpp"

#include <vector>

namespace lianxin::carry {

// A tablet among others: hands over its own changes sealed, carries what colleagues hand to it, and believes signatures only. Knows nothing of
// sockets; an office's relay and a colleague's tablet are the same to it.
class TabletCarry {
public:
    struct Parts {
        store::ReplicaStore& store;
        ReplicaId replica;
        const seal::SignKey& key;
        seal::Certificate certificate; // the replica's own; without one nobody carries for it
        Trust trust;
        seal::PublicBoxKey province; // what envelopes are sealed to
        const Clock& clock;
        RandomSource& random;
    };
    explicit TabletCarry(Parts parts);

    [[nodiscard]] const seal::Certificate& certificate() const { return m.certificate; }

    // One exchange with a carrier.
    struct Exchange {
        wire::CarryRequest request;
        std::vector<seal::CarriedEnvelope> own; // first in the request
        Load others;                            // behind them; its request is empty
        bool more{false};                       // own changes beyond this exchange
        [[nodiscard]] bool bringsAnything() const { return !request.envelopes.empty(); }
    };
    enum class Carriers { township, neighbour };
    // Own changes, what others gave, and whose receipts are wanted. To an office only what none has signed for yet; to a colleague everything
    // without a receipt: who stands here with a tablet wants it to go with this one, and the one of last week may never arrive.
    [[nodiscard]] Result<Exchange> toCarrier(Carriers kind);
    // Stores what was signed: carried receipts of own changes, receipts of the province. The rest is as if it had not been said.
    [[nodiscard]] Result<void> carrierAnswered(const Exchange& exchange, const wire::CarryReply& reply);

    // A colleague's exchange with this tablet.
    [[nodiscard]] Result<wire::CarryReply> take(const wire::CarryRequest& request, const Asked& asked)
    {
        return m_carrier.take(request, asked);
    }
    [[nodiscard]] std::uint64_t tookSoFar() const { return m_carrier.tookSoFar(); }
    // What others gave, for the province itself.
    [[nodiscard]] Result<Load> toProvince();
    [[nodiscard]] Result<void> provinceAnswered(const Load& load, const wire::CarryReply& reply)
    {
        return m_carrier.provinceAnswered(load, reply);
    }

private:
    [[nodiscard]] Result<void> ownAnswered(const seal::CarriedEnvelope& own, const wire::CarryAnswer& answer,
                                           const std::string& certificate);
    [[nodiscard]] Result<void> brought(const core::Receipt& receipt);
    [[nodiscard]] Result<void> carried(const seal::CarriedReceipt& receipt, const Hash& head,
                                       std::string_view certificate);

    // A tablet's clock may jump by years; what lies here for others must not grow old by it. Never before what the province said last.
    class ProvinceClock final : public Clock {
    public:
        ProvinceClock(const store::ReplicaStore& store, const Clock& own) : m_store(store), m_own(own) {}
        [[nodiscard]] Millis now() const override;
        [[nodiscard]] Millis confirmed() const; // the province's time when it was last heard; 0: never

    private:
        const store::ReplicaStore& m_store;
        const Clock& m_own;
    };

    Parts m;
    ProvinceClock m_time;
    store::CarryShelf m_shelf;
    Carrier m_carrier;
};

} // namespace lianxin::carry
