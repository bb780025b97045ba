// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vault_header.hpp"

namespace lianxin::vault {

namespace {

constexpr std::string_view kMagic = "LXVAULT1";
constexpr std::size_t kChecksum = 32;
constexpr std::size_t kLongestBootId = 64;
constexpr std::size_t kMostKeys = 8;

std::string_view viewOf(const std::array<std::uint8_t, 32>& hash)
{
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

void writeDataKey(ByteWriter& out, const WrappedDataKey& key)
{
    out.number(key.generation, 4);
    writeSealed(out, key.sealed);
}

Result<WrappedDataKey> readDataKey(ByteReader& in)
{
    WrappedDataKey key;
    LIANXIN_TRY(const auto generation, in.number(4));
    key.generation = static_cast<std::uint32_t>(generation);
    LIANXIN_TRY(key.sealed, readSealed(in));
    return key;
}

Result<bool> readFlag(ByteReader& in)
{
    LIANXIN_TRY(const auto flag, in.number(1));
    if (flag > 1)
        return fail(Errc::damaged, "a flag is neither 0 nor 1");
    return flag == 1;
}

Result<void> readKeys(ByteReader& in, VaultHeader& header)
{
    LIANXIN_TRY(const auto count, in.number(1));
    if (count > kMostKeys)
        return fail(Errc::damaged, "too many keys");
    for (std::uint64_t i = 0; i < count; ++i) {
        WrappedKey key;
        LIANXIN_TRY(const auto purpose, in.number(1));
        key.purpose = static_cast<KeyPurpose>(purpose);
        LIANXIN_CHECK(in.raw(key.publicKey));
        LIANXIN_TRY(key.sealed, readSealed(in));
        header.keys.push_back(std::move(key));
    }
    return {};
}

Result<void> readProtected(ByteReader& in, VaultHeader& header)
{
    LIANXIN_CHECK(in.raw(header.place.user.bytes));
    LIANXIN_CHECK(in.raw(header.place.vault.bytes));
    LIANXIN_CHECK(in.raw(header.replica.bytes));
    LIANXIN_TRY(header.passphrase, PassphraseSlot::read(in));
    LIANXIN_TRY(header.stepUp, PassphraseSlot::read(in));
    LIANXIN_TRY(header.stepUpFollows, readFlag(in));
    LIANXIN_TRY(header.recovery, RecoverySlot::read(in));
    LIANXIN_TRY(const bool escrow, readFlag(in));
    if (escrow) {
        LIANXIN_TRY(header.escrow, EscrowSlot::read(in));
    }
    LIANXIN_TRY(header.dataKey, readDataKey(in));
    LIANXIN_TRY(const bool rekeying, readFlag(in));
    if (rekeying) {
        LIANXIN_TRY(header.nextDataKey, readDataKey(in));
    }
    LIANXIN_CHECK(readKeys(in, header));
    return in.raw(header.dataDigest.bytes);
}

Result<void> readLockout(ByteReader& in, Lockout& lockout)
{
    LIANXIN_TRY(const auto failures, in.number(1));
    lockout.failures = static_cast<std::uint8_t>(failures);
    LIANXIN_TRY(lockout.bootId, in.block(kLongestBootId));
    LIANXIN_TRY(const auto since, in.number(8));
    if (since > static_cast<std::uint64_t>(INT64_MAX))
        return fail(Errc::damaged, "a time out of range");
    lockout.since = std::chrono::milliseconds(static_cast<std::int64_t>(since));
    return {};
}

struct Frame {
    std::uint64_t suite{0};
    std::uint64_t generation{0};
    std::string_view body;
};

Result<Frame> openFrame(std::string_view bytes)
{
    if (bytes.size() != kFrameBytes)
        return fail(Errc::damaged, "the header has " + std::to_string(bytes.size()) + " bytes");
    const auto content = bytes.substr(0, kFrameBytes - kChecksum);
    if (!content.starts_with(kMagic))
        return fail(Errc::damaged, "the header does not begin as one");
    const auto checksum = plainHash(content);
    if (!sameBytes(viewOf(checksum), bytes.substr(content.size())))
        return fail(Errc::damaged, "the header's checksum does not fit");
    ByteReader in(content.substr(kMagic.size()));
    Frame frame;
    LIANXIN_TRY(frame.suite, in.number(2));
    LIANXIN_TRY(frame.generation, in.number(8));
    LIANXIN_TRY(const auto length, in.number(4));
    LIANXIN_TRY(frame.body, in.raw(static_cast<std::size_t>(length)));
    return frame;
}

} // namespace

std::string VaultHeader::protectedBytes() const
{
    ByteWriter out;
    out.raw(place.user.bytes);
    out.raw(place.vault.bytes);
    out.raw(replica.bytes);
    passphrase.write(out);
    stepUp.write(out);
    out.number(stepUpFollows ? 1 : 0, 1);
    recovery.write(out);
    out.number(escrow ? 1 : 0, 1);
    if (escrow)
        escrow->write(out);
    writeDataKey(out, dataKey);
    out.number(nextDataKey ? 1 : 0, 1);
    if (nextDataKey)
        writeDataKey(out, *nextDataKey);
    out.number(keys.size(), 1);
    for (const auto& key : keys) {
        out.number(static_cast<std::uint8_t>(key.purpose), 1);
        out.raw(key.publicKey);
        writeSealed(out, key.sealed);
    }
    out.raw(dataDigest.bytes);
    return out.bytes();
}

Result<std::string> encodeHeader(const VaultHeader& header)
{
    ByteWriter body;
    body.raw(header.protectedBytes());
    body.raw(header.mac);
    body.number(header.lockout.failures, 1);
    body.block(header.lockout.bootId.substr(0, kLongestBootId));
    body.number(static_cast<std::uint64_t>(header.lockout.since.count()), 8);

    ByteWriter frame;
    frame.raw(kMagic);
    frame.number(kHeaderSuite, 2);
    frame.number(header.generation, 8);
    frame.number(body.bytes().size(), 4);
    frame.raw(body.bytes());
    std::string bytes = frame.bytes();
    if (bytes.size() > kFrameBytes - kChecksum)
        return fail(Errc::internal, "the vault header outgrew its frame");
    bytes.resize(kFrameBytes - kChecksum, '\0');
    bytes += viewOf(plainHash(bytes));
    return bytes;
}

Result<VaultHeader> decodeHeader(std::string_view bytes)
{
    LIANXIN_TRY(const auto frame, openFrame(bytes));
    if (frame.suite != kHeaderSuite)
        return fail(Errc::upgradeNeeded, "vault header of suite " + std::to_string(frame.suite));
    VaultHeader header;
    header.generation = frame.generation;
    ByteReader in(frame.body);
    LIANXIN_CHECK(readProtected(in, header));
    LIANXIN_CHECK(in.raw(header.mac));
    LIANXIN_CHECK(readLockout(in, header.lockout));
    if (!in.atEnd())
        return fail(Errc::damaged, "bytes after the header's end");
    return header;
}

Result<std::uint64_t> frameGeneration(std::string_view bytes)
{
    LIANXIN_TRY(const auto frame, openFrame(bytes));
    return frame.generation;
}

} // namespace lianxin::vault
