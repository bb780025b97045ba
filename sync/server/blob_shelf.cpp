// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/blob_shelf.hpp"

namespace lianxin::server {

Result<std::unique_ptr<SqlBlobShelf>> SqlBlobShelf::open(const std::string& path, const store::RawKey& key,
                                                         const Clock& clock)
{
    LIANXIN_TRY(auto blobs, store::BlobStore::open(path, key, {&clock, nullptr}));
    return std::unique_ptr<SqlBlobShelf>(new SqlBlobShelf(std::move(blobs)));
}

Result<void> SqlBlobShelf::expect(const core::BlobList& list, RecordId record)
{
    LIANXIN_CHECK(m_blobs->expect(list.partition, store::BlobRank::original, list.bytes, list.chunks));
    return m_blobs->name(store::blobId(list.partition, list.bytes, list.chunks), record);
}

Result<std::vector<RecordId>> SqlBlobShelf::names(const Hash& blob) { return m_blobs->names(blob); }

Result<core::BlobState> SqlBlobShelf::state(const Hash& blob)
{
    core::BlobState state;
    state.blob = blob;
    const auto facts = m_blobs->facts(blob);
    if (!facts && facts.error().code == Errc::notFound)
        return state;
    if (!facts)
        return facts.error();
    state.chunks = facts->chunks;
    state.stage = facts->missing == 0 ? core::BlobStage::whole : core::BlobStage::partly;
    if (state.stage == core::BlobStage::partly) {
        LIANXIN_TRY(auto progress, m_blobs->progress(blob));
        state.missing = std::move(progress.missing);
        state.begun = std::move(progress.begun);
    }
    return state;
}

Result<std::vector<store::PieceOutcome>> SqlBlobShelf::put(const std::vector<core::BlobPiece>& pieces)
{
    return m_blobs->putPieces(pieces);
}

Result<std::optional<core::BlobList>> SqlBlobShelf::list(const Hash& blob)
{
    const auto facts = m_blobs->facts(blob);
    if (!facts && facts.error().code != Errc::notFound)
        return facts.error();
    if (!facts || facts->missing > 0)
        return std::optional<core::BlobList>{};
    LIANXIN_TRY(auto chunks, m_blobs->chunkList(blob));
    return std::optional(core::BlobList{facts->partition, facts->bytes, std::move(chunks)});
}

Result<std::string> SqlBlobShelf::bytes(const Hash& blob, std::uint64_t offset, std::size_t most)
{
    return m_blobs->range(blob, offset, most);
}

Result<std::vector<Hash>> SqlBlobShelf::wholeAfter(const Hash& after, std::size_t most)
{
    return m_blobs->wholeAfter(after, most);
}

} // namespace lianxin::server
