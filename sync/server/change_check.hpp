// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/seal/certificate.hpp"
#include "sync/server/member_store.hpp"

#include <optional>
#include <set>

namespace lianxin::server {

// From a village to a village, from a county to a county: never to where others read than those whom the catalogue says, and never out of a case.
[[nodiscard]] bool mayMove(const PartitionId& from, const PartitionId& to);
[[nodiscard]] bool mayMove(const PartitionId& from, const Value& value); // the text of a partition, else false

// D7: size, type, known element, role under the scope generation that the changeset carries, readers of sealed registers. Never the
// validation of a form. What fails is quarantined by the core; nothing behind it waits.
class ChangeCheck {
public:
    ChangeCheck(const Catalogue& catalogue, SqlServerStore& store, MemberStore& members, ReplicaId self, UserId escrow,
                seal::Realm realm)
        : m_catalogue(catalogue), m_store(store), m_members(members), m_self(self), m_escrow(escrow), m_realm(realm)
    {}

    void setSelf(ReplicaId self) { m_self = self; } // of a new epoch
    void setBodySize(std::size_t bytes) { m_bodySize = bytes; }
    [[nodiscard]] core::QuarantineReason judge(const core::Changeset& changeset, const core::RecordChange& change,
                                               const PartitionId& filed);
    // Areas only: a case is nobody's to point at from elsewhere, and the directory is everybody's.
    [[nodiscard]] bool mayHaveSeen(UserId user, const PartitionId& partition);
    [[nodiscard]] bool isSetElement(std::uint32_t type, const RegisterKey& key) const;
    // A judgement that could not be made, because the store could not be read; the caller rolls back.
    [[nodiscard]] std::optional<Error> takeError() { return std::exchange(m_error, std::nullopt); }

    // Who is to read the case that this changeset opens or edits: author, counsellor and supervisor that it names, escrow. Empty when it touches none.
    [[nodiscard]] std::vector<CaseParty> partiesNamed(const core::Changeset& changeset,
                                                      const PartitionId& partition) const;

private:
    using Reason = core::QuarantineReason;
    [[nodiscard]] Result<Reason> decide(const core::Changeset& changeset, const core::RecordChange& change,
                                        const PartitionId& filed);
    [[nodiscard]] Reason checkElements(const RecordType& type, const core::RecordChange& change,
                                       const PartitionId& filed) const;
    [[nodiscard]] Result<Reason> checkPlace(const core::Changeset& changeset, const RecordType& type,
                                            const core::RecordChange& change, const PartitionId& filed);
    [[nodiscard]] Result<bool> movedItThemselves(const core::Changeset& changeset, const core::RecordChange& change);
    [[nodiscard]] Result<Reason> checkRole(const core::Changeset& changeset, const RecordType& type,
                                           const core::RecordChange& change, const PartitionId& filed);
    [[nodiscard]] Result<Reason> checkEnvelope(const core::Changeset& changeset, const RecordType& type,
                                               const core::RecordChange& change, const PartitionId& filed);
    [[nodiscard]] Result<bool> hasReaders(const core::Changeset& changeset, const RecordType& type,
                                          const RecordType* rootType, const PartitionId& filed,
                                          const std::set<UserId>& recipients);
    [[nodiscard]] Result<bool> isCounselStaff(UserId user);
    [[nodiscard]] Result<std::vector<CaseParty>> parties(const core::Changeset& changeset,
                                                         const PartitionId& partition);
    [[nodiscard]] Result<const RecordType*> rootTypeOf(const core::Changeset& changeset,
                                                       const core::RecordChange& change);
    [[nodiscard]] Result<bool> wroteFirst(UserId user, RecordId record);

    const Catalogue& m_catalogue;
    SqlServerStore& m_store;
    MemberStore& m_members;
    ReplicaId m_self;
    UserId m_escrow;
    seal::Realm m_realm;
    std::size_t m_bodySize{0};
    std::optional<Error> m_error;
};

} // namespace lianxin::server
