// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/secret_bytes.hpp"

#include <sodium.h>

#include <cstdlib>
#include <cstring>
#include <utility>

namespace lianxin::platform {

SecretBytes::SecretBytes(std::size_t size)
{
    if (size == 0)
        return;
    // There is no way on without memory for a key; going on with unlocked memory would be silent.
    if (sodium_init() < 0)
        std::abort();
    m_data = static_cast<std::uint8_t*>(sodium_malloc(size));
    if (!m_data)
        std::abort();
    m_size = size;
    std::memset(m_data, 0, size);
}

SecretBytes::~SecretBytes() { wipe(); }

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes SecretBytes::copyOf(std::span<const std::uint8_t> bytes)
{
    SecretBytes made(bytes.size());
    if (!bytes.empty())
        std::memcpy(made.m_data, bytes.data(), bytes.size());
    return made;
}

SecretBytes SecretBytes::copyOf(std::string_view text)
{
    return copyOf(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
}

SecretBytes SecretBytes::random(std::size_t size, RandomSource& source)
{
    SecretBytes made(size);
    source.fill(made.span());
    return made;
}

SecretBytes SecretBytes::part(std::size_t offset, std::size_t count) const
{
    return copyOf(span().subspan(offset, count));
}

bool SecretBytes::equals(const SecretBytes& other) const
{
    return m_size == other.m_size && (m_size == 0 || sodium_memcmp(m_data, other.m_data, m_size) == 0);
}

void SecretBytes::wipe()
{
    if (m_data)
        sodium_free(m_data); // overwrites before it gives the pages back
    m_data = nullptr;
    m_size = 0;
}

void wipeMemory(void* data, std::size_t size)
{
    if (size > 0)
        sodium_memzero(data, size);
}

} // namespace lianxin::platform
