// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

namespace lianxin::server {

// The forms that are served now. The store worker changes them when the administrator publishes; the host's threads read them, each answer from
// one whole state.
class PublishedForms {
public:
    struct State {
        std::uint32_t catalogue{0}; // version of the catalogue that the server works with
        std::uint32_t forms{0};     // version of the signed document, 0: none was published
        std::string text;           // the signed document
    };

    [[nodiscard]] std::shared_ptr<const State> now() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_state;
    }
    void set(State state)
    {
        auto next = std::make_shared<const State>(std::move(state));
        const std::scoped_lock lock(m_mutex);
        m_state = std::move(next);
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const State> m_state{std::make_shared<const State>()};
};

} // namespace lianxin::server
