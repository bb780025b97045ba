// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hands/sharing.hpp"
#include "sync/store/blob_store.hpp"
#include "sync/store/replica_store.hpp"

#include <map>
#include <vector>

namespace lianxin::hands {

// Between the store of records and the store of bytes: which bytes belong to a record, and which of them may leave this tablet.
class Keeping {
public:
    Keeping(const Catalogue& catalogue, const store::ReplicaStore& records, store::BlobStore& blobs);

    // The consents of a family that hold now: kept, not withdrawn.
    [[nodiscard]] std::vector<GivenConsent> consentsOf(RecordId root) const;
    // nullopt: may be done. What has no family to say yes stays here.
    [[nodiscard]] std::optional<ConsentScope> asks(const store::RecordView& attachment, Use use) const;

    [[nodiscard]] Result<void> settle(RecordId root); // after a change of one of its attachments or consents
    [[nodiscard]] Result<void> settleAll();
    // Bytes that no record and no draft names, made longer ago than a draft is likely to wait: somebody went back before keeping them.
    [[nodiscard]] Result<std::size_t> sweep(Millis now);

private:
    struct Wish {
        bool shared{false}; // may leave
        RecordId record;    // that names it
    };
    using Wanted = std::map<Hash, Wish>; // by digest
    void note(const store::RecordView& view, const std::vector<GivenConsent>& given, Wanted& wanted) const;
    [[nodiscard]] bool goesElsewhere(const Hash& id, RecordId root) const;

    const RecordType* m_attachment;
    const RecordType* m_consent;
    const store::ReplicaStore& m_records;
    store::BlobStore& m_blobs;
};

} // namespace lianxin::hands
