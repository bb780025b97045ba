// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/carry/tablet_carry.hpp"
#include "tests/unit/store/store_world.hpp"

// Tablets, an office and a province that hand messages to each other by function call; everything in them is real.
namespace lianxin::test {

// The organisation that all of them belong to.
struct Organisation {
    SeededRandom random{5};
    seal::SignKey root = seal::SignKey::generate(random);
    seal::SignKey issuerKey = seal::SignKey::generate(random);
    seal::BoxKey box = seal::BoxKey::generate(random); // the province's
    seal::IssuerCertificate issuer = seal::issueIssuer(root, seal::Realm::demo, issuerKey.publicKey(), 1);

    [[nodiscard]] seal::Certificate certify(seal::CertificateKind kind, const std::string& subject,
                                            const seal::PublicSignKey& key) const
    {
        seal::Certificate made;
        made.kind = kind;
        made.realm = seal::Realm::demo;
        made.subject = subject;
        made.signKey = key;
        if (kind == seal::CertificateKind::relay)
            made.role = "t:350128001";
        return seal::issue(issuerKey, made);
    }
};

// A tablet with what it needs to hand over and to carry.
struct CarryTablet {
    CarryTablet(const Organisation& organisation, Province& province, const std::string& path, std::uint32_t seed)
        : tablet(path, seed)
    {
        province.enrol(tablet);
        carry = make(organisation, province);
    }
    std::unique_ptr<carry::TabletCarry> make(const Organisation& organisation, const Province& province)
    {
        return std::make_unique<carry::TabletCarry>(carry::TabletCarry::Parts{
            *tablet.store,
            tablet.replica,
            tablet.sign,
            organisation.certify(seal::CertificateKind::replica, tablet.replica.text(), tablet.sign.publicKey()),
            {organisation.issuer, province.key.publicKey()},
            organisation.box.publicKey(),
            tablet.clock,
            tablet.random});
    }
    // As it goes over a line: encoded, signed, decoded, answered, encoded, decoded.
    template <typename Host> wire::CarryReply ask(const wire::CarryRequest& request, Host& host)
    {
        const auto body = wire::encodeCarryRequest(request);
        const auto auth = seal::signRequest(tablet.sign, tablet.replica, ++counter, "POST", wire::kPathCarry, body);
        const auto said = must(host.take(must(wire::decodeCarryRequest(body)), {auth, "POST", wire::kPathCarry, body}));
        return must(wire::decodeCarryReply(wire::encodeCarryReply(said)));
    }
    template <typename Host> void handTo(Host& host, carry::TabletCarry::Carriers kind)
    {
        const auto exchange = must(carry->toCarrier(kind));
        must(carry->carrierAnswered(exchange, ask(exchange.request, host)));
    }
    Tablet tablet;
    std::unique_ptr<carry::TabletCarry> carry;
    std::uint64_t counter{0};
};

// An office: the real shelf in a real file.
struct Office {
    Office(const Organisation& organisation, const Province& province, const std::string& path,
           store::CarryLimits limits = store::kRelayLimits)
        : key(seal::SignKey::generate(random)), fileKey(store::RawKey::random(random)),
          database(must(store::Database::open(path, fileKey)))
    {
        must(database->migrate({store::carryShelfTables()}));
        shelf.emplace(*database, limits);
        carrier.emplace(carry::Carrier::Parts{
            *shelf,
            key,
            organisation.certify(seal::CertificateKind::relay, "https://relay.example", key.publicKey()),
            {organisation.issuer, province.key.publicKey()},
            clock});
    }
    SeededRandom random{77};
    SetClock clock;
    seal::SignKey key;
    store::RawKey fileKey;
    std::unique_ptr<store::Database> database;
    std::optional<store::CarryShelf> shelf;
    std::optional<carry::Carrier> carrier;
};

} // namespace lianxin::test
