// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/blob_store.hpp"

#include <memory>
#include <optional>

namespace lianxin::server {

// Where a province keeps attachments. A small one keeps them in an encrypted file beside its database; one with half a million pictures may put
// chunks into an object store behind the same seven questions. Only the store worker's thread comes here; what a call answered is durable.
class BlobShelf {
public:
    virtual ~BlobShelf() = default;
    // The blob may come; the record is one that names it. Twice is no harm.
    [[nodiscard]] virtual Result<void> expect(const core::BlobList& list, RecordId record) = 0;
    [[nodiscard]] virtual Result<std::vector<RecordId>> names(const Hash& blob) = 0; // empty: never asked about
    // Of an expected blob; `unnamed` of another one.
    [[nodiscard]] virtual Result<core::BlobState> state(const Hash& blob) = 0;
    // All of them or none. invalidInput: bytes that the blob does not have.
    [[nodiscard]] virtual Result<std::vector<store::PieceOutcome>> put(const std::vector<core::BlobPiece>& pieces) = 0;
    // Of a whole one; none otherwise.
    [[nodiscard]] virtual Result<std::optional<core::BlobList>> list(const Hash& blob) = 0;
    [[nodiscard]] virtual Result<std::string> bytes(const Hash& blob, std::uint64_t offset, std::size_t most) = 0;
    // Ids of whole ones above `after`, ascending. Nil: from the first.
    [[nodiscard]] virtual Result<std::vector<Hash>> wholeAfter(const Hash& after, std::size_t most) = 0;
};

class SqlBlobShelf final : public BlobShelf {
public:
    [[nodiscard]] static Result<std::unique_ptr<SqlBlobShelf>> open(const std::string& path, const store::RawKey& key,
                                                                    const Clock& clock);
    Result<void> expect(const core::BlobList& list, RecordId record) override;
    Result<std::vector<RecordId>> names(const Hash& blob) override;
    Result<core::BlobState> state(const Hash& blob) override;
    Result<std::vector<store::PieceOutcome>> put(const std::vector<core::BlobPiece>& pieces) override;
    Result<std::optional<core::BlobList>> list(const Hash& blob) override;
    Result<std::string> bytes(const Hash& blob, std::uint64_t offset, std::size_t most) override;
    Result<std::vector<Hash>> wholeAfter(const Hash& after, std::size_t most) override;

private:
    explicit SqlBlobShelf(std::unique_ptr<store::BlobStore> blobs) : m_blobs(std::move(blobs)) {}
    std::unique_ptr<store::BlobStore> m_blobs;
};

} // namespace lianxin::server
