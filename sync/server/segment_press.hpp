// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace lianxin::server {

// Packs segments that are fetched already once more, for much longer and a tenth smaller: the same content under another name. On a thread of its
// own, which touches nothing but the bytes that it was given. Begun and asked by one thread.
class SegmentPress {
public:
    struct Bundle {
        std::int64_t id{0};
        core::SegmentManifest manifest;
        std::vector<std::string> segments; // as the manifest names them
    };
    SegmentPress() = default;
    ~SegmentPress() = default; // gives up what it is at within some milliseconds
    SegmentPress(const SegmentPress&) = delete;
    SegmentPress& operator=(const SegmentPress&) = delete;

    [[nodiscard]] bool isBusy() const { return m_thread.joinable(); }
    [[nodiscard]] bool begin(Bundle bundle); // not while it is busy; false: the machine gives no thread
    // Done: what did not become smaller is as it was. The manifest names the new ones, and is not signed.
    [[nodiscard]] std::optional<Bundle> take();

private:
    void work(const std::stop_token& stop);

    Bundle m_bundle;
    std::atomic<bool> m_isDone{false};
    std::jthread m_thread; // last: it ends before what it works on
};

} // namespace lianxin::server
