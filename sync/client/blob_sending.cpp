// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of BlobTransfer that sends. Each time it asks the store anew what may go: a yes that was taken back stops the very next piece.
#include "sync/client/blob_transfer.hpp"
#include "sync/core/tuning.hpp"
#include "sync/seal/blob_seal.hpp"

#include <algorithm>

namespace lianxin::client {

namespace {

namespace tuning = core::tuning;
constexpr std::size_t kLookAhead = 64;
constexpr std::size_t kMostOffers = 32;
constexpr std::size_t kMostListed = 2000; // chunks in one question
constexpr int kMostStuck = 3;

} // namespace

std::optional<AfterText::Request> BlobTransfer::nextToSend()
{
    auto list = m.blobs.toSend(kLookAhead);
    if (!list || left() < tuning::kBlobPieceMin)
        return std::nullopt;
    std::erase_if(*list, [this](const store::BlobFacts& facts) { return isRefused(facts.id); });
    if (list->empty())
        return std::nullopt;
    return m_states.contains(list->front().id) ? piecesOf(*list) : askAbout(*list);
}

std::optional<AfterText::Request> BlobTransfer::askAbout(const std::vector<store::BlobFacts>& list)
{
    core::BlobAsk ask{m_epoch, {}};
    Asked asked;
    std::size_t listed = 0;
    for (const auto& facts : list) {
        if (m_states.contains(facts.id))
            continue;
        listed += facts.chunks;
        if (ask.offers.size() == kMostOffers || (listed > kMostListed && !ask.offers.empty()))
            break;
        const auto records = m.blobs.names(facts.id);
        auto chunks = m.blobs.chunkList(facts.id);
        if (!records || records->empty() || !chunks) {
            refuse(facts.id, kDay);
            continue;
        }
        // One of them is enough: the one made last first, and another one when the server knows no such name there.
        const auto turn = m_unnamed[facts.id] % records->size();
        ask.offers.push_back({*(records->rbegin() + static_cast<std::ptrdiff_t>(turn)),
                              {facts.partition, facts.bytes, std::move(*chunks)}});
        asked.blobs.push_back({facts.id, facts.chunks});
    }
    if (ask.offers.empty())
        return std::nullopt;
    m_current = std::move(asked);
    return Request{wire::kPathBlobAsk, wire::encodeBlobAsk(ask)};
}

std::optional<AfterText::Request> BlobTransfer::piecesOf(const std::vector<store::BlobFacts>& list)
{
    core::BlobPut put{m_epoch, {}};
    Asked asked{{}, true};
    auto room = static_cast<std::size_t>(std::min<std::uint64_t>(m_piece, left()));
    for (const auto& facts : list) {
        if (!m_states.contains(facts.id) || room == 0 || put.pieces.size() == wire::kMaxBlobPieces)
            break;
        if (addPieces(facts, put, room))
            asked.blobs.push_back({facts.id, facts.chunks});
    }
    if (put.pieces.empty())
        return std::nullopt;
    m_current = std::move(asked);
    return Request{wire::kPathBlobPut, wire::encodeBlobPut(put)};
}

bool BlobTransfer::addPieces(const store::BlobFacts& facts, core::BlobPut& put, std::size_t& room)
{
    const auto& state = m_states.at(facts.id);
    bool added = false;
    for (const auto place : state.missing) {
        if (room == 0 || put.pieces.size() == wire::kMaxBlobPieces)
            break;
        const auto begun = std::ranges::find(state.begun, place, &std::pair<std::uint32_t, std::uint32_t>::first);
        const auto offset = begun == state.begun.end() ? 0 : begun->second;
        const auto chunk = m.blobs.chunk(facts.id, place); // compared with its id
        if (!chunk || offset >= chunk->size()) {
            refuse(facts.id,
                   kDay); // damaged here: what is at the server already stays there, the rest stays what it is
            return added;
        }
        core::BlobPiece piece{facts.id, place, offset, chunk->substr(offset, room)};
        room -= piece.bytes.size();
        put.pieces.push_back(std::move(piece));
        added = true;
    }
    return added;
}

void BlobTransfer::statesCame(const Asked& asked, const std::string& body)
{
    const auto states = wire::decodeBlobStates(body, asked.blobs);
    if (!states) { // something in between spoke
        m_restUntil = m.clock.now() + kMinute;
        return;
    }
    for (const auto& state : *states)
        stateCame(state, asked.isPut);
}

void BlobTransfer::stateCame(const core::BlobState& state, bool isPut)
{
    switch (state.stage) {
    case core::BlobStage::unnamed:
        // Its record is held back, put away, or somebody else's now: asked again by another name, or later.
        if (const auto records = m.blobs.names(state.blob); records && ++m_unnamed[state.blob] < records->size())
            return;
        m_unnamed.erase(state.blob);
        return refuse(state.blob, kHour);
    case core::BlobStage::whole:
        if (!seal::verifyBlobHeld(m.server, m_epoch, state.blob, state.signature))
            return refuse(state.blob, kHour);
        if (!m.blobs.markReceived(state.blob))
            return refuse(state.blob, kHour);
        m_states.erase(state.blob);
        m_stuck.erase(state.blob);
        return;
    case core::BlobStage::partly: break;
    }
    const auto before = m_states.find(state.blob);
    const bool isStill = isPut && before != m_states.end() && before->second.missing == state.missing &&
                         before->second.begun == state.begun;
    auto& stuck = m_stuck[state.blob];
    stuck = isStill || !state.wrong.empty() ? stuck + 1 : 0;
    m_states[state.blob] = state;
    if (stuck >= kMostStuck)
        refuse(state.blob, kDay);
}

} // namespace lianxin::client
