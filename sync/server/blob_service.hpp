// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/blob_shelf.hpp"
#include "sync/server/push_service.hpp"

#include <functional>

namespace lianxin::server {

// Attachments: who may bring and who may have which bytes. A blob has no rights of its own: whoever may write (read) an attachment that names it
// may bring (have) it. On the store worker's thread.
class BlobService {
public:
    struct Parts {
        SqlServerStore& store;
        MemberStore& members;
        RequestLedger& ledger;
        const Catalogue& catalogue;
        EpochId epoch;
    };
    explicit BlobService(const Parts& parts) : m(parts) {}
    // Made when it is first needed: many provinces' tests, and a province without pictures, have none.
    using Make = std::function<Result<std::unique_ptr<BlobShelf>>()>;
    void use(Make make) { m_make = std::move(make); }
    [[nodiscard]] Result<void> prepare();                      // now
    [[nodiscard]] BlobShelf* shelf() { return m_shelf.get(); } // null: not needed yet

    using States = std::vector<core::BlobState>; // of whole ones the signature is still to come
    [[nodiscard]] Result<Answer<States>> ask(const Signed<core::BlobAsk>& job);
    [[nodiscard]] Result<Answer<States>> put(const Signed<core::BlobPut>& job);
    [[nodiscard]] Result<Answer<std::vector<core::BlobPart>>> get(const Signed<core::BlobGet>& job);

private:
    enum class Access { bring, have };
    // Whether the record is an attachment that names this blob and that the person may write (read) now.
    [[nodiscard]] Result<bool> allows(UserId user, RecordId record, const Hash& blob, Access access);
    [[nodiscard]] Result<bool> mayBring(UserId user, const Hash& blob);
    [[nodiscard]] Result<bool> isNamedHere(RecordId record, const Hash& blob, const PartitionId& madeIn);
    [[nodiscard]] Result<core::BlobPart> partOf(UserId user, const core::BlobWant& want, std::size_t most);

    Parts m;
    Make m_make;
    std::unique_ptr<BlobShelf> m_shelf;
};

} // namespace lianxin::server
