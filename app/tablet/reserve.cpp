// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tablet/reserve.hpp"

namespace lianxin::tablet {

void Reserve::take()
{
    if (!m_files.exists(m_file)) {
        const auto left = m_disk.freeBytes(m_file.parent_path());
        if (left && *left < 2 * platform::kReserveBytes) {
            m_given = true;
            return;
        }
    }
    const auto held = m_disk.createReserve(m_file, platform::kReserveBytes);
    m_given = !held && held.error().code == Errc::diskFull;
}

bool Reserve::give()
{
    m_given = true;
    const auto released = m_disk.releaseReserve(m_file);
    return released && *released;
}

} // namespace lianxin::tablet
