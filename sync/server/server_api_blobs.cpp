// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ServerApi that speaks of attachments.
#include "sync/seal/blob_seal.hpp"
#include "sync/server/server_api_post.hpp"
#include "sync/wire/blob_messages.hpp"

namespace lianxin::server {

void ServerApi::blobStates(std::function<Result<Answer<BlobService::States>>()> work, const Done& done)
{
    // A read for the province's database, which only counts the request; the attachments' own file commits by itself, before the answer.
    post<std::vector<core::BlobState>>(
        false, std::move(work),
        [this](Answer<BlobService::States>& answer) {
            for (auto& state : answer.reply)
                if (state.stage == core::BlobStage::whole)
                    state.signature =
                        seal::signBlobHeld(m_province.identity().receiptKey, m_province.epoch(), state.blob);
            return packed(wire::encodeBlobStates(answer.reply));
        },
        done);
}

void ServerApi::blob(const HttpRequest& request, const Caller& caller, const Done& done)
{
    const auto bytes = wire::unpack(request.body, request.encoding, wire::kMaxBlobBody);
    if (!bytes)
        return done(replyOf(bytes.error()));
    if (request.path == wire::kPathBlobAsk) {
        auto ask = wire::decodeBlobAsk(*bytes);
        if (!ask)
            return done(replyOf(ask.error()));
        const auto job = jobOf(caller.auth, caller.hash, std::move(*ask));
        return blobStates([this, job] { return m_province.blobs().ask(*job); }, done);
    }
    if (request.path == wire::kPathBlobPut) {
        auto put = wire::decodeBlobPut(*bytes);
        if (!put)
            return done(replyOf(put.error()));
        const auto job = jobOf(caller.auth, caller.hash, std::move(*put));
        return blobStates([this, job] { return m_province.blobs().put(*job); }, done);
    }
    auto get = wire::decodeBlobGet(*bytes);
    if (!get)
        return done(replyOf(get.error()));
    const auto job = jobOf(caller.auth, caller.hash, std::move(*get));
    post<std::vector<core::BlobPart>>(
        false, [this, job] { return m_province.blobs().get(*job); },
        [](Answer<std::vector<core::BlobPart>>& answer) { // pictures and sound: no smaller by packing
            HttpReply reply;
            reply.body = wire::encodeBlobParts(answer.reply);
            return reply;
        },
        done);
}

} // namespace lianxin::server
