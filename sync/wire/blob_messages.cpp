// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/blob_messages.hpp"

#include "sync/wire/json_fields.hpp"
#include "sync/wire/limits.hpp"

#include <algorithm>

namespace lianxin::wire {

namespace {

constexpr std::size_t kBits = 8;

Result<boost::json::value> parsed(std::string_view bytes)
{
    return parseJson(bytes, {kMaxBodyBytes, kMaxString, kMaxDepth});
}

core::BlobOffer readOffer(const JsonIn& in)
{
    core::BlobOffer offer;
    offer.record = in.at("i").id<RecordId>();
    offer.list.partition = in.at("a").partition();
    offer.list.bytes = in.at("b").number(core::kMostBlobBytes);
    const auto chunks = in.at("c");
    const auto wanted = core::chunkCount(offer.list.bytes);
    if (offer.list.bytes == 0 || in.fault().isSet() || chunks.size(wanted, wanted) != wanted) {
        in.fault().set("a list that is no blob's");
        return offer;
    }
    for (std::size_t i = 0; i < wanted && !in.fault().isSet(); ++i)
        offer.list.chunks.push_back(chunks.at(i).id<Hash>());
    return offer;
}

// One bit for each chunk, the first in the least significant bit of the first byte; left-over bits are zero.
std::string bitmapOf(const core::BlobState& state)
{
    std::vector<std::uint8_t> bits((state.chunks + kBits - 1) / kBits);
    for (const auto place : state.missing)
        bits.at(place / kBits) = static_cast<std::uint8_t>(bits.at(place / kBits) | 1U << place % kBits);
    return toBase64Url(bits);
}

void readBitmap(const JsonIn& in, core::BlobState& state)
{
    const auto bits = fromBase64Url(in.text(2 * core::kMostBlobChunks));
    if (!bits || bits->size() != (state.chunks + kBits - 1) / kBits)
        return in.fault().set("a bitmap of another length");
    for (std::uint32_t place = 0; place < bits->size() * kBits; ++place) {
        const bool isSet = (static_cast<std::uint8_t>((*bits)[place / kBits]) >> place % kBits & 1U) != 0;
        if (isSet && place >= state.chunks)
            in.fault().set("a bitmap of more chunks");
        else if (isSet)
            state.missing.push_back(place);
    }
    if (state.missing.empty())
        in.fault().set("nothing missing and not whole");
}

void readBegun(const JsonIn& in, core::BlobState& state)
{
    for (std::size_t i = 0, n = in.listSize("o", state.chunks); i < n && !in.fault().isSet(); ++i) {
        const auto pair = in.at("o").at(i);
        if (pair.size(2, 2) == 0)
            return;
        const auto place = static_cast<std::uint32_t>(pair.at(std::size_t{0}).number(core::kMostBlobChunks));
        const auto held = static_cast<std::uint32_t>(pair.at(1).number(core::kBlobChunk));
        if (held == 0 || !std::ranges::binary_search(state.missing, place) ||
            (!state.begun.empty() && state.begun.back().first >= place))
            return in.fault().set("a begun chunk that is not missing");
        state.begun.emplace_back(place, held);
    }
}

void readWrong(const JsonIn& in, core::BlobState& state)
{
    for (std::size_t i = 0, n = in.listSize("x", state.chunks); i < n && !in.fault().isSet(); ++i) {
        const auto place = static_cast<std::uint32_t>(in.at("x").at(i).number(core::kMostBlobChunks));
        if (!std::ranges::binary_search(state.missing, place) || (!state.wrong.empty() && state.wrong.back() >= place))
            return in.fault().set("a wrong chunk that is not missing");
        state.wrong.push_back(place);
    }
}

} // namespace

std::string encodeBlobAsk(const core::BlobAsk& ask)
{
    JsonOut out;
    out.open('{').key("e").id(ask.epoch).key("w").open('[');
    for (const auto& offer : ask.offers) {
        out.open('{').key("a").text(offer.list.partition.text()).key("b").number(offer.list.bytes).key("c").open('[');
        for (const auto& chunk : offer.list.chunks)
            out.id(chunk);
        out.close(']').key("i").id(offer.record).close('}');
    }
    return out.close(']').close('}').take();
}

Result<core::BlobAsk> decodeBlobAsk(std::string_view bytes)
{
    LIANXIN_TRY(const auto json, parsed(bytes));
    Fault fault;
    const JsonIn in(json, fault);
    core::BlobAsk ask;
    ask.epoch = in.at("e").id<EpochId>();
    const auto offers = in.at("w");
    for (std::size_t i = 0, n = offers.size(1, kMaxBlobOffers); i < n && !fault.isSet(); ++i)
        ask.offers.push_back(readOffer(offers.at(i)));
    if (fault.isSet())
        return fault.error();
    return ask;
}

std::string encodeBlobStates(const std::vector<core::BlobState>& states)
{
    JsonOut out;
    out.open('{').key("w").open('[');
    for (const auto& state : states) {
        out.open('{');
        if (state.stage == core::BlobStage::whole)
            out.key("g").id(state.signature);
        if (state.stage == core::BlobStage::partly) {
            out.key("m").text(bitmapOf(state));
            if (!state.begun.empty()) {
                out.key("o").open('[');
                for (const auto& [place, held] : state.begun)
                    out.open('[').number(place).number(held).close(']');
                out.close(']');
            }
            if (!state.wrong.empty()) {
                out.key("x").open('[');
                for (const auto place : state.wrong)
                    out.number(place);
                out.close(']');
            }
        }
        out.close('}');
    }
    return out.close(']').close('}').take();
}

Result<std::vector<core::BlobState>> decodeBlobStates(std::string_view bytes, const std::vector<AskedBlob>& asked)
{
    LIANXIN_TRY(const auto json, parsed(bytes));
    Fault fault;
    const JsonIn in(json, fault);
    const auto list = in.at("w");
    std::vector<core::BlobState> states;
    for (std::size_t i = 0, n = list.size(asked.size(), asked.size()); i < n && !fault.isSet(); ++i) {
        const auto entry = list.at(i);
        core::BlobState state;
        state.blob = asked[i].blob;
        state.chunks = asked[i].chunks;
        if (entry.has("g")) {
            state.stage = core::BlobStage::whole;
            state.signature = entry.at("g").id<core::Signature>();
        } else if (entry.has("m")) {
            state.stage = core::BlobStage::partly;
            readBitmap(entry.at("m"), state);
            readBegun(entry, state);
            readWrong(entry, state);
        } else if (!entry.isObject()) {
            fault.set("no standing of a blob");
        }
        states.push_back(std::move(state));
    }
    if (fault.isSet())
        return fault.error();
    if (states.size() != asked.size())
        return fail(Errc::invalidInput, "another number of blobs");
    return states;
}

std::string encodeBlobGet(const core::BlobGet& get)
{
    JsonOut out;
    out.open('{');
    if (get.budget != core::BlobGet{}.budget)
        out.key("b").number(get.budget);
    out.key("e").id(get.epoch).key("w").open('[');
    for (const auto& want : get.wants) {
        out.open('[').id(want.record).id(want.blob);
        if (want.offset)
            out.number(*want.offset);
        out.close(']');
    }
    return out.close(']').close('}').take();
}

Result<core::BlobGet> decodeBlobGet(std::string_view bytes)
{
    LIANXIN_TRY(const auto json, parsed(bytes));
    Fault fault;
    const JsonIn in(json, fault);
    core::BlobGet get;
    if (in.has("b"))
        get.budget = in.at("b").number32();
    get.epoch = in.at("e").id<EpochId>();
    const auto wants = in.at("w");
    for (std::size_t i = 0, n = wants.size(1, kMaxBlobWants); i < n && !fault.isSet(); ++i) {
        const auto entry = wants.at(i);
        const auto size = entry.size(2, 3);
        core::BlobWant want{entry.at(std::size_t{0}).id<RecordId>(), entry.at(1).id<Hash>(), std::nullopt};
        if (size > 2)
            want.offset = entry.at(2).number(core::kMostBlobBytes);
        get.wants.push_back(want);
    }
    if (fault.isSet())
        return fault.error();
    return get;
}

} // namespace lianxin::wire
