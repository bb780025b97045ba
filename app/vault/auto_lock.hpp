// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace lianxin::vault {

// When to lock by itself: two minutes after the last touch, one on a page that shows counselling, ten where a person waits for another, at once in the
// background. Times are uptimes of the boot clock, which runs on in sleep. The caller saves drafts first.
class AutoLock {
public:
    using Time = std::chrono::milliseconds;
    enum class Page {
        ordinary,
        counselling,
        waiting
    }; // waiting: for another person, with nothing of anybody on the screen
    static constexpr std::chrono::minutes kOrdinary{2};
    static constexpr std::chrono::minutes kCounselling{1};
    static constexpr std::chrono::minutes kWaiting{10};

    explicit AutoLock(Time now) : m_lastTouch(now) {}
    void touched(Time now);
    void pageShown(Page page) { m_page = page; } // no touch by itself: a page may come up unasked
    void wentToBackground() { m_background = true; }
    void cameBack(Time now);

    [[nodiscard]] bool due(Time now) const { return left(now) <= Time(0); }
    [[nodiscard]] Time left(Time now) const; // for a timer; 0 or less: now

private:
    Time m_lastTouch;
    Page m_page{Page::ordinary};
    bool m_background{false};
};

} // namespace lianxin::vault
