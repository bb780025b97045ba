// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/auto_lock.hpp"

namespace lianxin::vault {

void AutoLock::touched(Time now)
{
    // A touch after the time is over comes too late: the lock is due, whoever touches now may be somebody else.
    if (!due(now))
        m_lastTouch = now;
}

void AutoLock::cameBack(Time now)
{
    m_background = false;
    m_lastTouch = now;
}

AutoLock::Time AutoLock::left(Time now) const
{
    if (m_background)
        return Time(0);
    const Time limit = m_page == Page::counselling ? Time(kCounselling)
                       : m_page == Page::waiting   ? Time(kWaiting)
                                                   : Time(kOrdinary);
    return limit - (now - m_lastTouch);
}

} // namespace lianxin::vault
