// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/sealed_segment.hpp"

#include "sync/seal/hash.hpp"
#include "sync/seal/sodium_ready.hpp"

#include <sodium.h>

namespace lianxin::seal {

namespace {

using Key = std::array<std::uint8_t, crypto_aead_xchacha20poly1305_ietf_KEYBYTES>;
// A key seals one text only, that of its hash: a nonce of zeros is used once.
constexpr std::array<std::uint8_t, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES> kNonce{};

static_assert(kSealedSegmentOverhead == crypto_aead_xchacha20poly1305_ietf_ABYTES);

Key keyOf(const Hash& segment)
{
    Key key{};
    Blake2b(key.size(), segment.bytes).field("lianxin-shelf-key-1").finish(key);
    return key;
}

const std::uint8_t* bytesOf(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

} // namespace

Hash sealedSegmentName(const Hash& segment) { return Blake2b().field("lianxin-shelf-1").field(segment.raw()).finish(); }

std::string sealSegment(const Hash& segment, std::string_view bytes)
{
    sodiumReady();
    std::string sealed(bytes.size() + kSealedSegmentOverhead, '\0');
    const auto key = keyOf(segment);
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<std::uint8_t*>(sealed.data()), nullptr, bytesOf(bytes),
                                               bytes.size(), nullptr, 0, nullptr, kNonce.data(), key.data());
    return sealed;
}

Result<std::string> openSegment(const Hash& segment, std::string_view sealed)
{
    sodiumReady();
    if (sealed.size() < kSealedSegmentOverhead)
        return fail(Errc::damaged, "a sealed segment that is cut");
    std::string bytes(sealed.size() - kSealedSegmentOverhead, '\0');
    const auto key = keyOf(segment);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<std::uint8_t*>(bytes.data()), nullptr, nullptr,
                                                   bytesOf(sealed), sealed.size(), nullptr, 0, kNonce.data(),
                                                   key.data()) != 0)
        return fail(Errc::damaged, "a sealed segment that does not open");
    return bytes;
}

} // namespace lianxin::seal
