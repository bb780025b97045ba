// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/request.hpp"
#include "sync/store/carry_shelf.hpp"
#include "sync/wire/carry_messages.hpp"

#include <string_view>
#include <vector>

namespace lianxin::carry {

// Whose word counts: the organisation's issuer, and the province's receipt key that it certified.
struct Trust {
    seal::IssuerCertificate issuer;
    seal::PublicSignKey province;
};

// The signed HTTP request that a message came in.
struct Asked {
    seal::RequestAuth auth;
    std::string_view method;
    std::string_view path;
    std::string_view body; // as sent
};

// Envelopes under way in one exchange.
struct Load {
    wire::CarryRequest request;
    std::vector<store::CarriedItem> items; // as in the request, without bytes
    [[nodiscard]] bool isEmpty() const { return request.envelopes.empty() && request.asked.empty(); }
};

// What carries for others: an office's relay and a colleague's tablet alike. Takes sealed envelopes of certified authors onto its shelf and
// signs for them, brings them to the province or to another carrier byte for byte, and brings the receipts back. It cannot open any of them.
class Carrier {
public:
    struct Parts {
        store::CarryShelf& shelf;
        const seal::SignKey& key;
        seal::Certificate certificate; // of that key, relay or replica
        Trust trust;
        const Clock& clock;
    };
    explicit Carrier(Parts parts) : m(std::move(parts)) {}

    // notAllowed: who asks is not a certified replica of this organisation and realm, or did not sign. What is wrong with one envelope, and a full
    // shelf, is said in its answer; the others go on.
    [[nodiscard]] Result<wire::CarryReply> take(const wire::CarryRequest& request, const Asked& asked);

    [[nodiscard]] Result<Load> toProvince(std::size_t maxBytes);
    [[nodiscard]] Result<Load> toCarrier(std::size_t maxBytes);
    // Only signed words move anything. protocol: an answer that does not fit what was sent.
    [[nodiscard]] Result<void> provinceAnswered(const Load& load, const wire::CarryReply& reply);
    [[nodiscard]] Result<void> carrierAnswered(const Load& load, const wire::CarryReply& reply);
    [[nodiscard]] Result<void> learn(const std::vector<core::Receipt>& receipts);

private:
    [[nodiscard]] Result<wire::CarryAnswer> takeOne(const std::string& bytes);
    [[nodiscard]] Result<Load> load(store::CarryShelf::To to, std::size_t maxBytes);

    Parts m;
};

// notAllowed: who asks is not a certified replica of this organisation and realm, or did not sign.
[[nodiscard]] Result<void> verifyAsked(std::string_view certificate, const Asked& asked,
                                       const seal::IssuerCertificate& issuer);

// A certificate that lets its key sign carried receipts: kind relay or replica, of this organisation. notAllowed otherwise.
[[nodiscard]] Result<seal::Certificate> carrierOf(std::string_view certificate, const Trust& trust);

} // namespace lianxin::carry
