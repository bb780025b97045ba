// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/twins/body.hpp"
#include "tests/simulation/twins/story.hpp"

#include <functional>
#include <memory>

namespace lianxin::sim::twins {

// It loses, doubles and delays; what was doubled may arrive when its sender is another one.
class Link {
public:
    Link(Story& story, std::function<void(Body&)> changed) : m(story), m_changed(std::move(changed)) {}
    void send(Body& body, std::string_view path, std::string text, const client::Authorise& authorise,
              client::AnswerDone done);

private:
    struct Call {
        Body& body;
        std::uint64_t life;
        Millis sent;
        server::HttpRequest http;
        client::AnswerDone done;
        bool answered{false};
    };
    using CallPtr = std::shared_ptr<Call>;
    [[nodiscard]] Millis latency() { return m.calm ? 50 : 20 + m.pick(1500); }
    void arrive(const CallPtr& call);
    void answer(const CallPtr& call, client::HttpAnswer reply);

    Story& m;
    std::function<void(Body&)> m_changed;
};

} // namespace lianxin::sim::twins
