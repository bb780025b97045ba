// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/seal/certificate.hpp"
#include "sync/server/member_store.hpp"
#include "sync/server/server_author.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lianxin::server {

struct NewPerson {
    std::string name;
    Role role{Role::VW};
    std::vector<PartitionId> areas;
    std::string mobile; // may be empty
};

struct DirectoryPerson {
    std::string name;
    std::string role; // "VW"
};

struct CertificateRequest {
    std::int64_t id{0};
    UserId user;
    std::optional<ReplicaId> replica; // empty: the person's own keys
    seal::PublicSignKey signKey;
    std::optional<seal::PublicBoxKey> boxKey;
    std::string role;
    Millis requestedAt{0};
};

// Writes the directory partition (D10): org units, users, grants, certificates, authored by the server itself.
class DirectoryEditor {
public:
    DirectoryEditor(const Catalogue& catalogue, SqlServerStore& store, MemberStore& members, ServerAuthor& author,
                    Clock& clock, RandomSource& random)
        : m_catalogue(catalogue), m_store(store), m_members(members), m_author(author), m_clock(clock), m_random(random)
    {}

    // Ends the grant, and says so in the directory: whoever looks for the supervisor of an area must not find this one.
    [[nodiscard]] Result<void> revoke(UserId user, const PartitionId& area);
    [[nodiscard]] Result<UserId> addPerson(const NewPerson& person); // record, grants, one scope generation
    [[nodiscard]] Result<void> grant(UserId user, const std::vector<PartitionId>& areas, Role role);
    [[nodiscard]] Result<DirectoryPerson> person(UserId user);
    [[nodiscard]] Result<void> addOrgUnit(const std::string& code, const std::string& name,
                                          const std::string& dutyPhone);

    [[nodiscard]] Result<void> requestCertificate(const CertificateRequest& request);
    [[nodiscard]] Result<std::vector<CertificateRequest>> waitingCertificates();
    // Checks that the certificate says what was asked and is signed by the issuer, then publishes it as a record of the directory.
    [[nodiscard]] Result<void> publish(std::int64_t request, const std::string& text,
                                       const seal::IssuerCertificate& issuer);
    // A certificate that came with the installation: escrow, the server itself.
    [[nodiscard]] Result<void> publishOwn(const seal::Certificate& certificate);

private:
    using Named = std::map<std::string, Value>; // field name -> value
    [[nodiscard]] Result<ServerAuthor::Edit> edit(std::string_view typeName, RecordId record,
                                                  const Named& values) const;
    [[nodiscard]] Result<ServerAuthor::Edit> certificateEdit(const seal::Certificate& certificate);
    [[nodiscard]] Result<std::optional<RecordId>> orgUnit(const std::string& code);
    [[nodiscard]] Result<std::vector<ServerAuthor::Edit>> grantEdits(UserId user, const std::vector<PartitionId>& areas,
                                                                     Role role);

    const Catalogue& m_catalogue;
    SqlServerStore& m_store;
    MemberStore& m_members;
    ServerAuthor& m_author;
    Clock& m_clock;
    RandomSource& m_random;
};

} // namespace lianxin::server
