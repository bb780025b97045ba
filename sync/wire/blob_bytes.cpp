// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The two bodies around attachments that are no JSON: pieces on their way up, parts on their way down.
#include "sync/seal/hash.hpp"
#include "sync/wire/blob_messages.hpp"

namespace lianxin::wire {

namespace {

constexpr std::string_view kPutMagic = "LXB\x01";
constexpr std::string_view kPartsMagic = "LXG\x01";
constexpr std::size_t kSuiteAt = 3;
constexpr std::size_t kWidth32 = 4;
constexpr std::size_t kWidth64 = 8;
using PartCheck = RawId<struct BlobPartCheckTag, 16>;

enum class There : std::uint8_t { no = 0, bytes = 1, listAndBytes = 2 };

void append(std::string& out, std::uint64_t number, std::size_t width)
{
    for (auto left = width; left > 0; --left)
        out.push_back(static_cast<char>(number >> 8U * (left - 1)));
}

// Takes from the front; after something was missing everything is empty, so that readers check once.
class Cut {
public:
    explicit Cut(std::string_view bytes) : m_rest(bytes) {}
    [[nodiscard]] bool isEmpty() const { return m_rest.empty(); }
    [[nodiscard]] bool isShort() const { return m_short; }
    std::string_view take(std::size_t count)
    {
        if (m_short || count > m_rest.size()) {
            m_short = true;
            return {};
        }
        const auto taken = m_rest.substr(0, count);
        m_rest.remove_prefix(count);
        return taken;
    }
    std::uint64_t number(std::size_t width)
    {
        std::uint64_t number = 0;
        for (const char byte : take(width))
            number = number << 8U | static_cast<std::uint8_t>(byte);
        return number;
    }
    template <typename Id> Id id()
    {
        const auto found = Id::fromRaw(take(sizeof(Id)));
        return found ? *found : Id{};
    }

private:
    std::string_view m_rest;
    bool m_short{false};
};

Result<void> checkMagic(Cut& in, std::string_view magic)
{
    const auto head = in.take(magic.size());
    if (head.substr(0, kSuiteAt) != magic.substr(0, kSuiteAt))
        return fail(Errc::invalidInput, "not bytes of attachments");
    return head == magic ? Result<void>() : fail(Errc::upgradeNeeded, "attachments of another suite");
}

std::string listBytes(const core::BlobList& list)
{
    std::string out;
    append(out, list.partition.text().size(), 1);
    out += list.partition.text();
    append(out, list.bytes, kWidth64);
    append(out, list.chunks.size(), kWidth32);
    for (const auto& chunk : list.chunks)
        out += chunk.raw();
    return out;
}

Result<core::BlobList> readList(Cut& in)
{
    core::BlobList list;
    auto partition = PartitionId::parse(in.take(static_cast<std::size_t>(in.number(1))));
    if (!partition)
        return fail(Errc::invalidInput, "a list without a partition");
    list.partition = std::move(*partition);
    list.bytes = in.number(kWidth64);
    const auto count = in.number(kWidth32);
    if (list.bytes == 0 || list.bytes > core::kMostBlobBytes || count != core::chunkCount(list.bytes))
        return fail(Errc::invalidInput, "a list that is no blob's");
    for (std::uint64_t i = 0; i < count && !in.isShort(); ++i)
        list.chunks.push_back(in.id<Hash>());
    return list;
}

PartCheck checkOf(const core::BlobPart& part)
{
    PartCheck check;
    seal::Blake2b hash(check.bytes.size());
    hash.field("lianxin-blob-part-1").field(part.from.blob.raw()).number(part.from.offset.value_or(0));
    hash.field(part.list ? listBytes(*part.list) : std::string()).field(part.bytes).finish(check.bytes);
    return check;
}

Result<core::BlobPart> readPart(Cut& in, const core::BlobWant& from)
{
    core::BlobPart part{from, true, std::nullopt, {}};
    const auto there = in.number(1);
    if (there == static_cast<std::uint64_t>(There::no)) {
        part.isThere = false;
        return part;
    }
    const bool withList = there == static_cast<std::uint64_t>(There::listAndBytes);
    if (there > static_cast<std::uint64_t>(There::listAndBytes) || withList == from.offset.has_value())
        return fail(Errc::invalidInput, "a part that was not asked for so");
    if (withList) {
        LIANXIN_TRY(part.list, readList(in));
    }
    const auto size = in.number(kWidth32);
    const auto check = in.id<PartCheck>();
    if (size == 0 || size > kMostBlobBudget)
        return fail(Errc::invalidInput, "an empty part, or a large one");
    part.bytes = in.take(static_cast<std::size_t>(size));
    if (in.isShort() || checkOf(part) != check)
        return fail(Errc::invalidInput, "a part that is cut, or not the one asked for");
    return part;
}

} // namespace

std::string encodeBlobPut(const core::BlobPut& put)
{
    std::string out(kPutMagic);
    out += put.epoch.raw();
    for (const auto& piece : put.pieces) {
        out += piece.blob.raw();
        append(out, piece.place, kWidth32);
        append(out, piece.offset, kWidth32);
        append(out, piece.bytes.size(), kWidth32);
        out += piece.bytes;
    }
    return out;
}

Result<core::BlobPut> decodeBlobPut(std::string_view bytes)
{
    if (bytes.size() > kMaxBlobBody)
        return fail(Errc::invalidInput, "more than a put may hold");
    Cut in(bytes);
    LIANXIN_CHECK(checkMagic(in, kPutMagic));
    core::BlobPut put;
    put.epoch = in.id<EpochId>();
    while (!in.isEmpty() && !in.isShort()) {
        core::BlobPiece piece;
        piece.blob = in.id<Hash>();
        piece.place = static_cast<std::uint32_t>(in.number(kWidth32));
        piece.offset = static_cast<std::uint32_t>(in.number(kWidth32));
        const auto size = in.number(kWidth32);
        if (size == 0 || piece.place >= core::kMostBlobChunks || piece.offset + size > core::kBlobChunk ||
            put.pieces.size() == kMaxBlobPieces)
            return fail(Errc::invalidInput, "a piece that no chunk has, or too many");
        piece.bytes = in.take(static_cast<std::size_t>(size));
        put.pieces.push_back(std::move(piece));
    }
    if (in.isShort() || put.pieces.empty())
        return fail(Errc::invalidInput, "pieces that are cut");
    return put;
}

std::string encodeBlobParts(const std::vector<core::BlobPart>& parts)
{
    std::string out(kPartsMagic);
    for (const auto& part : parts) {
        const auto there = !part.isThere ? There::no : part.list ? There::listAndBytes : There::bytes;
        append(out, static_cast<std::uint64_t>(there), 1);
        if (!part.isThere)
            continue;
        if (part.list)
            out += listBytes(*part.list);
        append(out, part.bytes.size(), kWidth32);
        out += checkOf(part).raw();
        out += part.bytes;
    }
    return out;
}

Result<std::vector<core::BlobPart>> decodeBlobParts(std::string_view bytes, const core::BlobGet& asked)
{
    if (bytes.size() > kMaxBlobBody)
        return fail(Errc::invalidInput, "more than an answer may hold");
    Cut in(bytes);
    LIANXIN_CHECK(checkMagic(in, kPartsMagic));
    std::vector<core::BlobPart> parts;
    while (!in.isEmpty()) {
        if (parts.size() == asked.wants.size())
            return fail(Errc::invalidInput, "more parts than were asked for");
        LIANXIN_TRY(auto part, readPart(in, asked.wants[parts.size()]));
        parts.push_back(std::move(part));
    }
    if (parts.empty())
        return fail(Errc::invalidInput, "no part of a blob");
    return parts;
}

} // namespace lianxin::wire
