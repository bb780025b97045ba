// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/donation.hpp"
#include "sync/server/donor_judge.hpp"
#include "sync/server/epoch.hpp"
#include "sync/server/push_service.hpp"
#include "sync/server/waiting_rows.hpp"

#include <functional>

namespace lianxin::server {

// After a restore: takes back the register states that tablets hold (PROTOCOL.md 9). Inside the store worker's transaction.
class DonationService {
public:
    struct Parts {
        SqlServerStore& store;
        core::ServerCore& core;
        ChangeCheck& check;
        MemberStore& members;
        RequestLedger& ledger;
        ServerAuthor& author;
        BodyReader& bodies;
        const Catalogue& catalogue;
        Clock& clock;
        seal::PublicSignKey receiptKey;
        std::function<Result<EpochId>(std::string_view reason)> drawEpoch;
    };
    explicit DonationService(Parts parts)
        : m(std::move(parts)), m_judge({m.store, m.core, m.members, m.author, m.catalogue}),
          m_waiting(m.store.database())
    {}

    // The receipt has no signature yet: it is signed when the commit is durable.
    [[nodiscard]] Result<Answer<core::DonationReply>> donate(const Signed<core::DonationRequest>& job, EpochId epoch);

    // What waits, before a commit that may have moved its root.
    [[nodiscard]] Result<void> settle();
    // By an administrator's word all that one tablet gave of a root, whatever speaks against it; none is named where only one gave any.
    [[nodiscard]] Result<void> decide(RecordId root, std::optional<ReplicaId> donor, bool takes);
    // Whom these words about a case would make a party of it, by an administrator's word.
    [[nodiscard]] Result<std::vector<UserId>> wouldLetIn(const WaitingRows::Family& family);
    [[nodiscard]] const WaitingRows& waiting() const { return m_waiting; }

private:
    struct Donor {
        ReplicaId replica;
        UserId user;
        std::int64_t rows{0};
        std::int64_t changed{0};
        std::int64_t passed{0}; // rows and registers that were passed over
        bool done{false};
        bool shutOut{false}; // a body that was lost or handed in: nothing of it counts before somebody has looked
    };
    // A receipt of this epoch for more than is held: what it speaks of is gone.
    [[nodiscard]] Result<std::optional<wire::ErrorReply>> judgeReceipt(const core::Receipt& shown,
                                                                       const core::ReplicaRow& row, EpochId epoch);
    [[nodiscard]] Result<Donor> donorOf(const core::ReplicaRow& row, EpochId epoch);
    [[nodiscard]] Result<void> putDonor(const Donor& donor, EpochId epoch);
    [[nodiscard]] Result<void> take(const core::Frame& frame, Donor& donor);
    [[nodiscard]] Result<void> believe(const core::RecordState& row, Donor& donor);
    [[nodiscard]] Result<bool> settleOf(const core::ReplicaRow& author); // true: something waits no more
    [[nodiscard]] Result<void> openCase(const PartitionId& partition, const std::vector<core::Frame>& frames,
                                        const Donor& donor);
    [[nodiscard]] Result<std::vector<CaseParty>> partiesIn(const PartitionId& partition,
                                                           const std::vector<core::RecordState>& rows);
    [[nodiscard]] Result<void> addParties(const PartitionId& partition, const std::vector<CaseParty>& parties);
    [[nodiscard]] Result<void> letIn(const core::RecordState& row);
    [[nodiscard]] Result<void> settleNumber(RecordId record, const RecordType& type);

    Parts m;
    DonorJudge m_judge;
    WaitingRows m_waiting;
};

} // namespace lianxin::server
