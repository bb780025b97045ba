// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/database.hpp"

#include <span>
#include <string>
#include <string_view>

namespace lianxin::store {

void wipe(void* bytes, std::size_t size);

// x'<key><salt>' in hex: the form that keeps SQLCipher from deriving anything.
class KeyText {
public:
    explicit KeyText(const RawKey& key);
    ~KeyText() { wipe(m_text.data(), m_text.size()); }
    KeyText(const KeyText&) = delete;
    KeyText& operator=(const KeyText&) = delete;
    [[nodiscard]] const void* data() const { return m_text.data(); }
    [[nodiscard]] int size() const { return static_cast<int>(m_text.size()); }

private:
    void append(std::span<const std::uint8_t> bytes);
    std::string m_text;
};

// The file behind a path or a "file:" URI.
[[nodiscard]] std::string fileOf(std::string_view path);
// Pages of a file that may be one of ours; damaged when it cannot be: plain text, empty or cut inside a page.
[[nodiscard]] Result<std::uint64_t> wholePages(const std::string& file, std::uint64_t pageSize);

} // namespace lianxin::store
