// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"
#include "sync/core/tuning.hpp"

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

// The tablet's sync engine: step(state, event) -> effects. No clock, no socket, no thread, no store. The driver runs the effects in order and
// feeds their results back as events; each effect that stores something is durable before the next event.
namespace lianxin::core {

enum class Phase : std::uint8_t {
    offline,    // no link
    idle,       // nothing to do until something is saved, a timer fires or a person asks
    pushing,    // one push request is on its way
    pulling,    // one pull request is on its way
    waiting,    // backing off after a failed request
    recovering, // the server was restored (new epoch): what is here is given back to it first, work goes on (R14)
    forked,     // this replica id lives in another body too: needs a new enrolment
    refused,  // the server does not know or trust this replica: a person must act; asked again in tuning::kRefusedPause
    carrying, // nothing of the records waits: a piece of an attachment is on its way
};

struct EngineState {
    Phase phase{Phase::offline};
    std::uint64_t saved{0};        // greatest own changeset number in the store
    std::uint64_t acknowledged{0}; // covered by a stored receipt
    std::uint32_t attempt{0};      // failed requests in a row
    std::uint32_t budget{0};       // bytes asked for with the next pull
    std::uint32_t pushBudget{0};   // bytes of bodies sent with the next push
    std::uint32_t calm{
        0}; // whole answers that must come before a budget may grow: a link that breaks is not tried soon
    std::uint32_t whole{0}; // whole answers since a budget changed
    bool restamps{false};   // an id that lives in two bodies can be changed for another one here
    bool donating{false};   // the server lost something: nothing is pushed or pulled before all rows are given back
    bool online{false};
    bool pullWanted{true};                  // somebody asked, a push brought news, or the server said there is more
    bool carries{false};                    // there are attachments on this tablet, and somebody who carries them
    bool carryWanted{false};                // some may be waiting
    std::chrono::milliseconds sincePull{0}; // that attachments took since the last pull
};

namespace event {
struct Online {
    bool online;
};
struct Saved {
    std::uint64_t number;
};
struct SyncWanted {}; // a person pressed 现在连一下, or the regular timer fired
struct Pushed {
    std::uint64_t held;
    std::optional<std::uint64_t> need;
    std::chrono::milliseconds took{tuning::kNeitherFastNorSlow};
}; // receipt stored
struct Pulled {
    bool more;
    std::chrono::milliseconds took;
    std::uint64_t held;
}; // frames stored
struct Donated {
    bool more;
    std::chrono::milliseconds took;
    std::uint64_t held; // of the new epoch: receipts of the old one count no longer
};                      // acknowledged, and the progress stored
struct RequestFailed {
    Errc code;
    std::chrono::milliseconds retryAfter{0};
    std::size_t received{0}; // bytes of an answer that was cut
    bool kept{false};        // and some of it was of use
};
struct TimerFired {};
struct CarryWanted {}; // attachments wait: made, asked for, or allowed again
struct Carried {
    bool more; // false: nothing was sent, nothing waits
    std::chrono::milliseconds took;
};
} // namespace event
using Event = std::variant<event::Online, event::Saved, event::SyncWanted, event::Pushed, event::Pulled, event::Donated,
                           event::RequestFailed, event::TimerFired, event::CarryWanted, event::Carried>;

namespace effect {
struct SendPush {
    std::uint64_t from; // first unacknowledged number
    std::uint32_t budget;
};
struct SendPull {
    std::uint32_t budget;
};
struct SendDonation {
    std::uint32_t budget;
}; // asks for the new epoch's state first, then the next rows
struct StartTimer {
    std::chrono::milliseconds delay;
}; // replaces the running one
struct StopTimer {};
struct Carry {};   // one request for attachments
struct Changed {}; // the phase or what waits changed: refresh what people see
} // namespace effect
using Effect = std::variant<effect::SendPush, effect::SendPull, effect::SendDonation, effect::StartTimer,
                            effect::StopTimer, effect::Carry, effect::Changed>;

// `jitter` in 0..999 spreads the tablets of an evening over the backoff (from the driver's random source).
[[nodiscard]] std::vector<Effect> step(EngineState& state, const Event& event, std::uint32_t jitter);

} // namespace lianxin::core
