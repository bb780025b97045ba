// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/compression.hpp"

#include "sync/wire/dictionary.hpp"
#include "sync/wire/id_split.hpp"
#include "sync/wire/paths.hpp"

#include <zstd.h>

#include <algorithm>
#include <memory>

namespace lianxin::wire {

namespace {

// Measured on edits and frames: higher levels cost a tablet more than they save on the line.
constexpr int kLevel = 3;
// Columns of 32,000 records: 10 % smaller than at 3, in ten times the time, which is beside the reading of what comes next.
constexpr int kKeptLevel = 12;
constexpr int kHardLevel = 19;                  // 10 % smaller again, in fifteen times the time
constexpr std::size_t kFedAtOnce = 64U * 1024U; // some milliseconds of the hard way
constexpr std::size_t kBlockHead = 16;          // room for a block that a break begins
constexpr std::size_t kFirstOutput = 64U * 1024U;
// Small messages with the shared dictionary: a tenth of a millisecond buys a tenth of the bytes. Above this size the dictionary says nothing new.
constexpr int kSharedLevel = 12;
constexpr std::size_t kMostShared = 256U * 1024U;
// A frame may ask for a window of its own; more than this is refused before anything is allocated.
constexpr int kMaxWindowLog = 24;

struct FreeContext {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
    void operator()(ZSTD_CDict* dictionary) const { ZSTD_freeCDict(dictionary); }
    void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
};

// Made once, read by all threads.
const ZSTD_CDict* sharedForWriting()
{
    const auto bytes = sharedDictionary();
    static const std::unique_ptr<ZSTD_CDict, FreeContext> made(
        ZSTD_createCDict(bytes.data(), bytes.size(), kSharedLevel));
    return made.get();
}

const ZSTD_DDict* sharedForReading()
{
    const auto bytes = sharedDictionary();
    static const std::unique_ptr<ZSTD_DDict, FreeContext> made(ZSTD_createDDict(bytes.data(), bytes.size()));
    return made.get();
}

// Everybody knows the first bytes of a frame and which dictionary it is.
constexpr std::string_view kFrameMagic = "\x28\xb5\x2f\xfd";

Result<std::string> decompressWith(const ZSTD_DDict* dictionary, std::string_view bytes, std::size_t limit);

} // namespace

std::string compress(std::string_view bytes)
{
    static thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    const auto size = ZSTD_compressCCtx(context.get(), out.data(), out.size(), bytes.data(), bytes.size(), kLevel);
    out.resize(ZSTD_isError(size) != 0U ? 0 : size);
    return out;
}

std::string compressForKeeping(std::string_view bytes, std::span<const std::size_t> breaks, Keeping keeping,
                               const std::stop_token& stop)
{
    const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
    if (!context)
        return {};
    const int level = keeping == Keeping::hard ? kHardLevel : kKeptLevel;
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setPledgedSrcSize(context.get(), bytes.size());
    std::string out(ZSTD_compressBound(bytes.size()) + kBlockHead * (breaks.size() + 1), '\0');
    ZSTD_outBuffer to{out.data(), out.size(), 0};
    ZSTD_inBuffer from{bytes.data(), 0, 0};
    const auto feed = [&](std::size_t end, ZSTD_EndDirective how) {
        for (end = std::min(end, bytes.size()); from.size < end && !stop.stop_requested();) {
            from.size = std::min(from.size + kFedAtOnce, end);
            if (ZSTD_isError(ZSTD_compressStream2(context.get(), &to, &from, ZSTD_e_continue)) != 0U)
                return false;
        }
        return !stop.stop_requested() && ZSTD_compressStream2(context.get(), &to, &from, how) == 0;
    };
    for (const auto end : breaks)
        if (!feed(end, ZSTD_e_flush))
            return {};
    if (!feed(bytes.size(), ZSTD_e_end))
        return {};
    out.resize(to.pos);
    return out;
}

std::string compressShared(std::string_view text)
{
    const auto split = splitIds(text);
    if (!split)
        return {};
    static thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
    ZSTD_CCtx_refCDict(context.get(), sharedForWriting());
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_dictIDFlag, 0);
    const auto& skeleton = split->skeleton;
    std::string out(ZSTD_compressBound(skeleton.size()), '\0');
    const auto size = ZSTD_compress2(context.get(), out.data(), out.size(), skeleton.data(), skeleton.size());
    if (ZSTD_isError(size) != 0U || out.compare(0, kFrameMagic.size(), kFrameMagic) != 0)
        return {};
    out.resize(size);
    return out.substr(kFrameMagic.size()) + split->raw;
}

Result<std::string> decompress(std::string_view bytes, std::size_t limit)
{
    if (ZSTD_getDictID_fromFrame(bytes.data(), bytes.size()) != 0)
        return fail(Errc::upgradeNeeded, "compressed with a dictionary of a later version");
    return decompressWith(nullptr, bytes, limit);
}

Result<std::string> decompressShared(std::string_view bytes, std::size_t limit)
{
    std::string frame(kFrameMagic);
    frame += bytes;
    const auto size = ZSTD_findFrameCompressedSize(frame.data(), frame.size());
    if (ZSTD_isError(size) != 0U || ZSTD_getDictID_fromFrame(frame.data(), frame.size()) != 0)
        return fail(Errc::invalidInput, "not a frame of the shared dictionary");
    const std::string_view all(frame);
    LIANXIN_TRY(const auto skeleton, decompressWith(sharedForReading(), all.substr(0, size), limit));
    return joinIds(skeleton, all.substr(size), limit);
}

namespace {

Result<std::string> decompressWith(const ZSTD_DDict* dictionary, std::string_view bytes, std::size_t limit)
{
    static thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    const auto declared = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (declared == ZSTD_CONTENTSIZE_ERROR)
        return fail(Errc::invalidInput, "not a zstd frame");
    const bool isDeclared = declared != ZSTD_CONTENTSIZE_UNKNOWN;
    if (isDeclared && declared > limit)
        return fail(Errc::invalidInput, "compressed body is larger than allowed");

    ZSTD_DCtx_reset(context.get(), ZSTD_reset_session_and_parameters);
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kMaxWindowLog);
    ZSTD_DCtx_refDDict(context.get(), dictionary);
    // One byte of room above the limit tells "exactly the limit" from "more".
    std::string out(isDeclared ? static_cast<std::size_t>(declared) + 1 : std::min(kFirstOutput, limit + 1), '\0');
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    std::size_t made = 0;
    for (;;) {
        ZSTD_outBuffer part{out.data(), out.size(), made};
        const auto left = ZSTD_decompressStream(context.get(), &part, &in);
        made = part.pos;
        if (ZSTD_isError(left) != 0U)
            return fail(Errc::invalidInput, "compressed body is damaged");
        if (made > limit || (isDeclared && made > declared))
            return fail(Errc::invalidInput, "compressed body is larger than allowed");
        if (left == 0)
            break;
        if (part.pos < part.size)
            return fail(Errc::invalidInput, "compressed body is cut");
        out.resize(std::min(out.size() * 2, limit + 1));
    }
    if (in.pos != in.size)
        return fail(Errc::invalidInput, "bytes after the compressed body");
    out.resize(made);
    return out;
}

} // namespace

Packed pack(std::string bytes, PeerReads peer)
{
    if (peer == PeerReads::dictionary && bytes.size() <= kMostShared) {
        auto shared = compressShared(bytes);
        if (!shared.empty() && shared.size() < bytes.size())
            return {std::move(shared), kEncodingDictionary};
    }
    auto small = compress(bytes);
    if (!small.empty() && small.size() < bytes.size())
        return {std::move(small), kEncodingZstd};
    return {std::move(bytes), {}};
}

Result<std::string> unpack(std::string_view bytes, std::string_view encoding, std::size_t limit)
{
    if (encoding == kEncodingZstd)
        return decompress(bytes, limit);
    if (encoding == kEncodingDictionary)
        return decompressShared(bytes, limit);
    if (!encoding.empty() && encoding != "identity")
        return fail(Errc::invalidInput, "unknown content encoding");
    if (bytes.size() > limit)
        return fail(Errc::invalidInput, "body is larger than allowed");
    return std::string(bytes);
}

} // namespace lianxin::wire
