// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/relay_registry.hpp"

#include "sync/wire/carry_messages.hpp"
#include "sync/wire/invitation.hpp"

#include <algorithm>

namespace lianxin::server {

namespace {

bool isNear(std::string_view relay, const PartitionId& holding)
{
    const auto area = holding.area();
    return !area.empty() && (area.starts_with(relay) || relay.starts_with(area));
}

} // namespace

Result<ReplicaId> RelayRegistry::add(const std::string& text, const seal::IssuerCertificate& issuer, Millis now,
                                     RandomSource& random)
{
    LIANXIN_TRY(const auto certificate, seal::parseCertificate(text));
    const auto area = PartitionId::parse(certificate.role);
    if (certificate.kind != seal::CertificateKind::relay || certificate.realm != issuer.realm ||
        !seal::verifyCertificate(issuer.issuer, certificate))
        return fail(Errc::notAllowed, "not a relay's certificate of this organisation and realm");
    if (!area || area->isCase() || !wire::isServerAddress(certificate.subject))
        return fail(Errc::notAllowed, "a relay's certificate names its address and its area");
    LIANXIN_TRY(const auto known, list());
    for (const auto& relay : known)
        if (relay.certificate == text)
            return relay.id;
    const auto id = makeReplicaId(random);
    LIANXIN_TRY(auto put, m_database.statement(
                              "INSERT INTO relay(id, sign_key, area, certificate, added) VALUES(?1, ?2, ?3, ?4, ?5)"));
    put.bindId(1, id).bindId(2, certificate.signKey).bindText(3, certificate.role).bindText(4, text).bindInt(5, now);
    LIANXIN_CHECK(put.run());
    LIANXIN_CHECK(m_ledger.enrol(id, certificate.signKey, now));
    // Before the commit: should that fail, the key is of no use, for no relay has this id.
    m_ledger.enrolled(id, certificate.signKey);
    return id;
}

Result<void> RelayRegistry::remove(ReplicaId id)
{
    LIANXIN_TRY(const bool known, contains(id));
    if (!known)
        return fail(Errc::notFound, "no such relay");
    LIANXIN_TRY(auto drop, m_database.statement("DELETE FROM relay WHERE id = ?1"));
    return drop.bindId(1, id).run();
}

Result<bool> RelayRegistry::contains(ReplicaId id)
{
    LIANXIN_TRY(auto query, m_database.statement("SELECT 1 FROM relay WHERE id = ?1"));
    return query.bindId(1, id).step();
}

Result<std::vector<RelayRegistry::Relay>> RelayRegistry::list()
{
    LIANXIN_TRY(auto rows, m_database.statement("SELECT id, area, certificate FROM relay ORDER BY area, id"));
    std::vector<Relay> relays;
    for (;;) {
        LIANXIN_TRY(const bool there, rows.step());
        if (!there)
            return relays;
        Relay relay;
        LIANXIN_TRY(relay.id, rows.idAt<ReplicaId>(0));
        relay.area = rows.textAt(1);
        relay.certificate = rows.textAt(2);
        relays.push_back(std::move(relay));
    }
}

Result<std::vector<std::string>> RelayRegistry::near(const std::vector<PartitionId>& holdings)
{
    LIANXIN_TRY(const auto relays, list());
    std::vector<std::string> near;
    for (const auto& relay : relays) {
        const auto area = PartitionId::parse(relay.area);
        const bool isHere = area && std::ranges::any_of(holdings, [&](const PartitionId& holding) {
                                // The directory and the county's board are held by everybody there: that brings nobody near to an office.
                                return holding != PartitionId::directory() && !holding.text().starts_with("b:") &&
                                       isNear(area->area(), holding);
                            });
        if (isHere && near.size() < wire::kMaxRelays)
            near.push_back(relay.certificate);
    }
    return near;
}

} // namespace lianxin::server
