// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/engine.hpp"

#include "sync/core/tuning.hpp"

#include <algorithm>

namespace lianxin::core {

namespace {

using namespace std::chrono_literals;
using Effects = std::vector<Effect>;

// One request at a time. Own changes go first: an edit is safe in the province before anything else is asked for.
void next(EngineState& state, Effects& out)
{
    if (state.donating) {
        state.phase = Phase::recovering;
        state.budget = std::clamp(state.budget, tuning::kPullBudgetMin, tuning::kDonationBudgetMax);
        out.emplace_back(effect::SendDonation{state.budget});
    } else if (state.saved > state.acknowledged) {
        state.phase = Phase::pushing;
        if (state.pushBudget == 0)
            state.pushBudget = tuning::kPushBudgetFirst;
        out.emplace_back(effect::SendPush{state.acknowledged + 1, state.pushBudget});
    } else if (state.pullWanted) {
        state.phase = Phase::pulling;
        state.pullWanted = false;
        state.budget = std::clamp(state.budget, tuning::kPullBudgetMin, tuning::kPullBudgetMax);
        out.emplace_back(effect::SendPull{state.budget});
    } else if (state.carries && state.carryWanted) {
        state.phase = Phase::carrying;
        state.carryWanted = false;
        out.emplace_back(effect::Carry{});
    } else {
        state.phase = Phase::idle;
        out.emplace_back(effect::StartTimer{tuning::kPollInterval});
    }
    out.emplace_back(effect::Changed{});
}

// Exponential with jitter, so that the tablets of an evening do not come back all at once.
std::chrono::milliseconds backoff(std::uint32_t attempt, std::uint32_t jitter)
{
    const auto doubled = tuning::kBackoffFirst * (1U << std::min(attempt, 20U));
    const auto base = std::min<std::chrono::milliseconds>(doubled, tuning::kBackoffMost);
    return base / 2 + base * (jitter % 1000) / 2000;
}

// A budget is what we are ready to lose when the link breaks: about a second of it.
void adapt(EngineState& state, std::uint32_t& budget, std::uint32_t least, std::uint32_t most,
           std::chrono::milliseconds took)
{
    ++state.whole;
    if (took > tuning::kPullSlow) {
        budget = std::max(budget / 2, least);
        state.whole = 0;
    } else if (took < tuning::kPullFast && state.whole > state.calm) {
        budget = std::min(budget * 2, most);
        state.whole = 0;
        state.calm /= 2;
    }
}

// Below what was cut: the next one shall get through, or cost less.
void shrink(EngineState& state, const event::RequestFailed& failure)
{
    const bool wasPush = state.phase == Phase::pushing;
    auto& budget = wasPush ? state.pushBudget : state.budget;
    const auto least = wasPush ? tuning::kPushBudgetMin : tuning::kPullBudgetMin;
    auto next = budget / 2;
    if (failure.received > 0) {
        next = std::min<std::uint32_t>(
            budget / 4, static_cast<std::uint32_t>(std::min<std::size_t>(failure.received, tuning::kPullBudgetMax)));
        state.calm = std::clamp(state.calm * 2, tuning::kCalmFirst, tuning::kCalmMost);
    }
    state.whole = 0;
    budget = std::max(next, least);
}

bool stands(Phase phase) { return phase == Phase::forked; }
bool asks(Phase phase)
{
    return phase == Phase::pushing || phase == Phase::pulling || phase == Phase::carrying || phase == Phase::recovering;
}
bool isFree(Phase phase) { return phase == Phase::idle || phase == Phase::waiting; }

struct Stepper {
    EngineState& state;
    std::uint32_t jitter;
    Effects out{};

    void operator()(const event::Online& e)
    {
        if (state.online == e.online)
            return;
        state.online = e.online;
        if (stands(state.phase))
            return;
        if (state.phase == Phase::refused)
            return refusedAndLink();
        if (!e.online) {
            // A request on its way answers or fails by itself; whatever it brings is still welcome.
            if (isFree(state.phase)) {
                state.phase = Phase::offline;
                out.emplace_back(effect::StopTimer{});
            }
            out.emplace_back(effect::Changed{});
            return;
        }
        state.attempt = 0;
        state.pullWanted = true;
        state.carryWanted = true;
        if (state.phase == Phase::offline)
            next(state, out);
    }

    void operator()(const event::Saved& e)
    {
        state.saved = std::max(state.saved, e.number);
        if (state.phase == Phase::idle && state.online) {
            out.emplace_back(effect::StopTimer{});
            next(state, out);
        } else {
            out.emplace_back(effect::Changed{});
        }
    }

    void operator()(const event::SyncWanted&)
    {
        state.pullWanted = true;
        // A person asks again, perhaps after an administrator helped. Without a link it must wait for one: idle would wait for a timer that
        // nobody started.
        if (state.phase == Phase::refused)
            state.phase = state.online ? Phase::idle : Phase::offline;
        if (!isFree(state.phase) || !state.online)
            return;
        out.emplace_back(effect::StopTimer{});
        next(state, out);
    }

    void operator()(const event::TimerFired&)
    {
        if (!(isFree(state.phase) || state.phase == Phase::refused) || !state.online)
            return;
        if (state.phase == Phase::idle)
            state.pullWanted = true;
        next(state, out);
    }

    void operator()(const event::Pushed& e)
    {
        if (state.phase != Phase::pushing)
            return;
        state.attempt = 0;
        adapt(state, state.pushBudget, tuning::kPushBudgetMin, tuning::kPushBytes, e.took);
        // `held` below what we were told before is a restored server: the store refused that receipt already.
        state.acknowledged = std::max(state.acknowledged, e.held);
        state.saved = std::max(state.saved, state.acknowledged);
        state.pullWanted = true;
        state.carryWanted = true; // what was refused for want of its record may go now
        proceed();
    }

    void operator()(const event::Pulled& e)
    {
        if (state.phase != Phase::pulling)
            return;
        state.attempt = 0;
        adapt(state, state.budget, tuning::kPullBudgetMin, tuning::kPullBudgetMax, e.took);
        state.pullWanted = state.pullWanted || e.more;
        state.carryWanted = true;
        state.sincePull = 0ms;
        proceed();
    }

    void operator()(const event::CarryWanted&)
    {
        state.carryWanted = true;
        if (!state.carries || state.phase != Phase::idle || !state.online)
            return;
        out.emplace_back(effect::StopTimer{});
        next(state, out);
    }

    void operator()(const event::Carried& e)
    {
        if (state.phase != Phase::carrying)
            return;
        state.attempt = 0;
        state.carryWanted = state.carryWanted || e.more;
        // A long recording must not keep others' news from this tablet.
        state.sincePull += e.took;
        state.pullWanted = state.pullWanted || state.sincePull >= tuning::kPollInterval;
        proceed();
    }

    void operator()(const event::Donated& e)
    {
        if (state.phase != Phase::recovering)
            return;
        state.attempt = 0;
        adapt(state, state.budget, tuning::kPullBudgetMin, tuning::kPullBudgetMax, e.took);
        state.acknowledged = e.held;
        state.saved = std::max(state.saved, state.acknowledged);
        state.donating = e.more;
        state.pullWanted = true;
        proceed();
    }

    void operator()(const event::RequestFailed& e)
    {
        if (!asks(state.phase))
            return;
        state.pullWanted = true;
        state.carryWanted = true;
        // Something of it came: the link is there, and breaks.
        state.attempt = e.kept ? 1 : state.attempt + 1;
        switch (e.code) {
        case Errc::epochChanged: return recover();
        case Errc::fork: return state.restamps ? recover() : stand(Phase::forked);
        case Errc::notAllowed:
        case Errc::upgradeNeeded:
        case Errc::protocol: return refuse();
        default: break;
        }
        shrink(state, e);
        later(e.retryAfter);
    }

    void later(std::chrono::milliseconds atLeast)
    {
        if (!state.online) {
            state.phase = Phase::offline;
        } else {
            state.phase = Phase::waiting;
            out.emplace_back(effect::StartTimer{std::max(atLeast, backoff(state.attempt - 1, jitter))});
        }
        out.emplace_back(effect::Changed{});
    }

    // R14, from its first step. Told so again and again, the tablet does not ask without a pause.
    void recover()
    {
        state.donating = true;
        if (state.attempt <= tuning::kRecoverAtOnce)
            proceed();
        else
            later({});
    }

    // What people see stays; another link is a reason to ask again at once, perhaps it leads to the real server.
    void refusedAndLink()
    {
        if (!state.online) {
            out.emplace_back(effect::StopTimer{});
            out.emplace_back(effect::Changed{});
            return;
        }
        state.attempt = 0;
        next(state, out);
    }

    void refuse()
    {
        state.phase = Phase::refused;
        if (state.online)
            out.emplace_back(
                effect::StartTimer{tuning::kRefusedPause + tuning::kRefusedPause * (jitter % 1000) / 4000});
        else
            out.emplace_back(effect::StopTimer{});
        out.emplace_back(effect::Changed{});
    }

    void stand(Phase phase)
    {
        state.phase = phase;
        out.emplace_back(effect::StopTimer{});
        out.emplace_back(effect::Changed{});
    }

    void proceed()
    {
        if (state.online) {
            next(state, out);
            return;
        }
        state.phase = Phase::offline;
        out.emplace_back(effect::Changed{});
    }
};

} // namespace

std::vector<Effect> step(EngineState& state, const Event& event, std::uint32_t jitter)
{
    Stepper stepper{state, jitter};
    std::visit(stepper, event);
    return std::move(stepper.out);
}

} // namespace lianxin::core
