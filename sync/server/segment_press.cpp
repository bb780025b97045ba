// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/segment_press.hpp"

#include "sync/seal/segment_seal.hpp"
#include "sync/wire/segment_codec.hpp"

#include <new>
#include <system_error>
#include <utility>

#include <sys/resource.h>
#include <unistd.h>

namespace lianxin::server {

namespace {
constexpr int kBehindEverything = 15; // of the thread: whoever waits for an answer goes first
}

bool SegmentPress::begin(Bundle bundle)
{
    m_bundle = std::move(bundle);
    m_isDone = false;
    try {
        m_thread = std::jthread([this](const std::stop_token& stop) {
            setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kBehindEverything);
            try {
                work(stop);
            } catch (const std::bad_alloc&) { // what is done is done, the rest stays as it was
            }
            m_isDone = true;
        });
    } catch (const std::system_error&) {
        return false;
    }
    return true;
}

void SegmentPress::work(const std::stop_token& stop)
{
    for (std::size_t i = 0; i < m_bundle.segments.size(); ++i) {
        auto& bytes = m_bundle.segments[i];
        auto pressed = wire::pressSegment(bytes, stop);
        if (stop.stop_requested())
            return;
        if (pressed.empty() || pressed.size() >= bytes.size())
            continue;
        bytes = std::move(pressed);
        auto& name = m_bundle.manifest.segments.at(i);
        name.hash = seal::segmentHash(bytes);
        name.size = static_cast<std::uint32_t>(bytes.size());
    }
}

std::optional<SegmentPress::Bundle> SegmentPress::take()
{
    if (!m_thread.joinable() || !m_isDone)
        return std::nullopt;
    m_thread.join();
    return std::exchange(m_bundle, {});
}

} // namespace lianxin::server
