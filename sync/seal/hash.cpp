// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/hash.hpp"

#include "sync/seal/sodium_ready.hpp"

#include <sodium.h>

#include <cassert>

namespace lianxin::seal {

namespace {

const std::uint8_t* bytesOf(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

crypto_generichash_state* stateOf(std::array<std::uint8_t, 384>& room)
{
    static_assert(sizeof(crypto_generichash_state) <= sizeof(room) && alignof(crypto_generichash_state) <= 64);
    return reinterpret_cast<crypto_generichash_state*>(room.data());
}

} // namespace

Hash blake2b(std::string_view data) { return blake2b({}, data); }

Hash blake2b(std::span<const std::uint8_t> key, std::string_view data)
{
    sodiumReady();
    Hash hash;
    crypto_generichash(hash.bytes.data(), hash.bytes.size(), bytesOf(data), data.size(), key.data(), key.size());
    return hash;
}

Blake2b::Blake2b(std::size_t outputBytes, std::span<const std::uint8_t> key)
{
    sodiumReady();
    [[maybe_unused]] const auto bad = crypto_generichash_init(stateOf(m_state), key.data(), key.size(), outputBytes);
    assert(bad == 0);
}

Blake2b::~Blake2b() { sodium_memzero(m_state.data(), m_state.size()); }

Blake2b& Blake2b::add(std::string_view bytes)
{
    crypto_generichash_update(stateOf(m_state), bytesOf(bytes), bytes.size());
    return *this;
}

Blake2b& Blake2b::number(std::uint64_t value)
{
    std::array<std::uint8_t, 8> bytes{};
    for (unsigned i = 0; i < 8; ++i)
        bytes[i] = static_cast<std::uint8_t>(value >> (56U - 8U * i));
    crypto_generichash_update(stateOf(m_state), bytes.data(), bytes.size());
    return *this;
}

Blake2b& Blake2b::field(std::string_view bytes) { return number(bytes.size()).add(bytes); }

Hash Blake2b::finish()
{
    Hash hash;
    finish(hash.bytes);
    return hash;
}

void Blake2b::finish(std::span<std::uint8_t> output)
{
    [[maybe_unused]] const auto bad = crypto_generichash_final(stateOf(m_state), output.data(), output.size());
    assert(bad == 0);
}

} // namespace lianxin::seal
