// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/blob_seal.hpp"
#include "sync/seal/hash.hpp"
#include "sync/wire/blob_messages.hpp"

#include <map>
#include <string>

// The vectors of PROTOCOL.md 8.2.
namespace lianxin::test {

inline std::string raw64(std::string_view bytes)
{
    return toBase64Url({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

// By the words of the page alone: the store has its own.
inline core::BlobList vectorPicture()
{
    core::BlobList list{*PartitionId::parse("v:350128001201"), core::kBlobChunk + 3, {}};
    for (const auto& bytes : {std::string(core::kBlobChunk, 'a'), std::string("bbb")})
        list.chunks.push_back(
            seal::Blake2b().field("lianxin-chunk-1").field(list.partition.text()).field(bytes).finish());
    return list;
}

inline Hash vectorPictureId()
{
    const auto list = vectorPicture();
    seal::Blake2b hash;
    hash.field("lianxin-blob-1").field(list.partition.text()).number(list.bytes).number(list.chunks.size());
    for (const auto& chunk : list.chunks)
        hash.add(chunk.raw());
    return hash.finish();
}

inline void addBlobVectors(std::map<std::string, std::string>& out, const seal::SignKey& receipt, EpochId epoch,
                           RecordId record)
{
    const auto blob = vectorPictureId();
    out["blob.id"] = blob.text();
    out["blob.ask"] = wire::encodeBlobAsk({epoch, {{record, vectorPicture()}}});
    out["blob.put"] = raw64(wire::encodeBlobPut({epoch, {{blob, 1, 0, "bbb"}}}));
    core::BlobState state;
    state.stage = core::BlobStage::partly;
    state.chunks = 2;
    state.missing = {0};
    state.begun = {{0, 5}};
    out["blob.states"] = wire::encodeBlobStates({state});
    out["blob.held"] = seal::signBlobHeld(receipt, epoch, blob).text();
    const core::BlobWant want{record, blob, core::kBlobChunk};
    out["blob.get"] = wire::encodeBlobGet({epoch, core::BlobGet{}.budget, {want}});
    out["blob.parts"] = raw64(wire::encodeBlobParts({{want, true, std::nullopt, "bbb"}}));
}

// From the document's bytes alone.
inline bool readsBlobVectors(std::map<std::string, std::string>& v)
{
    const auto ask = wire::decodeBlobAsk(v["blob.ask"]);
    const auto put = wire::decodeBlobPut(*fromBase64Url(v["blob.put"]));
    const auto states = wire::decodeBlobStates(v["blob.states"], {{vectorPictureId(), 2}});
    const auto got = wire::decodeBlobGet(v["blob.get"]);
    const auto parts = got ? wire::decodeBlobParts(*fromBase64Url(v["blob.parts"]), *got)
                           : Result<std::vector<core::BlobPart>>(got.error());
    return ask && ask->offers.front().list == vectorPicture() && put && put->pieces.front().bytes == "bbb" && states &&
           states->front().missing == std::vector<std::uint32_t>{0} && parts && parts->front().bytes == "bbb" &&
           seal::verifyBlobHeld(*seal::PublicSignKey::parse(v["key.receipt"]), ask->epoch, put->pieces.front().blob,
                                *core::Signature::parse(v["blob.held"]));
}

} // namespace lianxin::test
