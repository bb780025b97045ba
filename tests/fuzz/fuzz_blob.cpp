// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/blob_messages.hpp"
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/fuzz/samples.hpp"

namespace {

using namespace lianxin;

constexpr std::uint32_t kChunks = 11;

core::BlobList list()
{
    core::BlobList made{fuzz::village(), 2 * core::kBlobChunk + 9, {}};
    for (std::uint8_t i = 0; i < 3; ++i)
        made.chunks.push_back(fuzz::filled<Hash>(static_cast<std::uint8_t>(30 + i)));
    return made;
}

core::BlobGet asked()
{
    return {fuzz::filled<EpochId>(4),
            9000,
            {{fuzz::filled<RecordId>(5), fuzz::filled<Hash>(1), std::nullopt},
             {fuzz::filled<RecordId>(6), fuzz::filled<Hash>(2), 77}}};
}

std::vector<wire::AskedBlob> offered() { return {{fuzz::filled<Hash>(1), kChunks}, {fuzz::filled<Hash>(2), 3}}; }

std::vector<core::BlobState> states()
{
    core::BlobState half;
    half.blob = fuzz::filled<Hash>(1);
    half.stage = core::BlobStage::partly;
    half.chunks = kChunks;
    half.missing = {0, 3, 10};
    half.begun = {{3, 4000}};
    half.wrong = {10};
    core::BlobState whole;
    whole.blob = fuzz::filled<Hash>(2);
    whole.stage = core::BlobStage::whole;
    whole.chunks = 3;
    whole.signature = fuzz::filled<core::Signature>(7);
    return {half, whole};
}

} // namespace

bool lianxin::fuzz::feed(std::string_view bytes)
{
    bool accepted = false;
    if (const auto put = wire::decodeBlobPut(bytes)) {
        accepted = true;
        promise(wire::encodeBlobPut(*put) == bytes, "pieces survive a round trip");
        for (const auto& piece : put->pieces)
            promise(!piece.bytes.empty() && piece.offset + piece.bytes.size() <= core::kBlobChunk,
                    "a piece lies inside a chunk");
    }
    if (const auto parts = wire::decodeBlobParts(bytes, asked())) {
        accepted = true;
        promise(wire::encodeBlobParts(*parts) == bytes, "parts survive a round trip");
    }
    if (const auto ask = wire::decodeBlobAsk(bytes)) {
        accepted = true;
        const auto again = wire::decodeBlobAsk(wire::encodeBlobAsk(*ask));
        promise(again && again->offers == ask->offers, "an ask survives a round trip");
    }
    if (const auto get = wire::decodeBlobGet(bytes)) {
        accepted = true;
        const auto again = wire::decodeBlobGet(wire::encodeBlobGet(*get));
        promise(again && again->wants == get->wants, "a get survives a round trip");
    }
    if (const auto told = wire::decodeBlobStates(bytes, offered())) {
        accepted = true;
        const auto again = wire::decodeBlobStates(wire::encodeBlobStates(*told), offered());
        promise(again && *again == *told, "states survive a round trip");
    }
    return accepted;
}

std::vector<std::string> lianxin::fuzz::seeds()
{
    const auto get = asked();
    return {wire::encodeBlobPut({fuzz::filled<EpochId>(4), {{fuzz::filled<Hash>(1), 2, 100, "abc"}}}),
            wire::encodeBlobParts({{get.wants[0], true, list(), "abc"}, {get.wants[1], true, std::nullopt, "de"}}),
            wire::encodeBlobParts({{get.wants[0], false, std::nullopt, {}}}),
            wire::encodeBlobAsk({fuzz::filled<EpochId>(4), {{fuzz::filled<RecordId>(5), list()}}}),
            wire::encodeBlobGet(get),
            wire::encodeBlobStates(states())};
}
