// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/disk.hpp"

namespace lianxin::platform {

// A disk of a given free space; the reserve takes its bytes from there.
class FakeDisk final : public Disk {
public:
    explicit FakeDisk(std::uint64_t freeSpace) : m_free(freeSpace) {}
    [[nodiscard]] Result<std::uint64_t> freeBytes(const Path&) override { return m_free; }
    [[nodiscard]] Result<void> createReserve(const Path&, std::uint64_t bytes) override
    {
        if (m_reserve == bytes)
            return {};
        if (bytes > m_free)
            return fail(Errc::diskFull, "no room for the reserve");
        m_reserve = bytes;
        m_free -= bytes;
        return {};
    }
    [[nodiscard]] Result<bool> releaseReserve(const Path&) override
    {
        const bool had = m_reserve > 0;
        m_free += m_reserve;
        m_reserve = 0;
        return had;
    }
    void setFree(std::uint64_t bytes) { m_free = bytes; }

private:
    std::uint64_t m_free;
    std::uint64_t m_reserve{0};
};

} // namespace lianxin::platform
