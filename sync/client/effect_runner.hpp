// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/after_text.hpp"
#include "sync/client/another_id.hpp"
#include "sync/client/http_answer.hpp"
#include "sync/core/engine.hpp"
#include "sync/seal/keys.hpp"
#include "sync/store/replica_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lianxin::client {

// Who syncs with whom. Lives longer than who uses it.
struct SyncIdentity {
    ReplicaId replica;
    const seal::SignKey* key{nullptr};
    seal::PublicSignKey server; // receipt key, certified by the issuer
};

// Runs the engine's effects: asks the store, sends, stores, and feeds back what happened. It knows neither Qt nor sockets nor time: SyncDriver
// gives it the real ones, the simulator virtual ones. All calls come from the thread that owns the store.
class EffectRunner {
public:
    struct Ports {
        // The answer comes exactly once, later, never from inside the call.
        std::function<void(std::string_view path, std::string body, const Authorise&, AnswerDone)> post;
        std::function<void(std::chrono::milliseconds)>
            startTimer; // replaces the running one; timerFired() when it ends
        std::function<void()> stopTimer;
        std::function<void()> changed;                                     // phase, trouble or what waits
        std::function<void(const std::vector<RecordId>&)> recordsReceived; // after the transaction that stored them
        // The province's forms. Without these two nothing is asked.
        std::function<void(std::string_view path, const Authorise&, AnswerDone)> get{};
        std::function<void(const std::string& text)> formsReceived{}; // nobody looked at it yet
        // Between a pull that left nothing to be had and what comes next: what this tablet does for others. It calls `then` once, later or at once.
        std::function<void(std::function<void()> then)> errand{};
    };
    EffectRunner(store::ReplicaStore& store, SyncIdentity identity, RandomSource& random, const Clock& clock,
                 Ports ports);

    // Reads where the store stands; nothing is sent before setOnline(true).
    [[nodiscard]] Result<void> start();
    void setOnline(bool online) { dispatch(core::event::Online{online}); }
    void noteSaved(std::uint64_t number) { dispatch(core::event::Saved{number}); }
    void syncNow() { dispatch(core::event::SyncWanted{}); }
    void haveForms(std::uint32_t version) { m_forms = version; } // of the document that is here; 0: none
    void timerFired() { dispatch(core::event::TimerFired{}); }
    // Before setOnline(true); lives longer. Nothing of the kind without.
    void carry(AfterText& after)
    {
        m_afterText = &after;
        m_state.carries = true;
    }
    // Before setOnline(true); lives longer. Without, a fork needs a person.
    void anotherId(AnotherId& owner);
    // How own changes that lie at the province twice are let go of. Before setOnline(true); without, all are kept for ever.
    struct Trimming {
        std::uint64_t keep{core::tuning::kKeptChangesets};
        std::chrono::milliseconds pause{core::tuning::kMarkPause};
    };
    void trim(const std::optional<Trimming>& how) { m_trimming = how; }
    void carryWanted() { dispatch(core::event::CarryWanted{}); }

    [[nodiscard]] const core::EngineState& state() const { return m_state; }
    [[nodiscard]] const std::optional<Error>& trouble() const { return m_trouble; }
    [[nodiscard]] const Circumstance& circumstance() const { return m_circumstance; } // of that trouble
    [[nodiscard]] Cause healed() const { return m_healed; } // went wrong and was got round since the unlock
    [[nodiscard]] std::optional<std::chrono::milliseconds> clockOffset() const { return m_clockOffset; }
    [[nodiscard]] std::size_t bytesSent() const { return m_bytesSent; }
    [[nodiscard]] std::size_t bytesReceived() const { return m_bytesReceived; }

private:
    void dispatch(const core::Event& event);
    void run(const core::Effect& effect);
    void sendPush(std::uint32_t budget); // effect_runner_pushing.cpp
    void postWhole(core::PushRequest request);
    void shortAnswered(const core::PushRequest& asked, const HttpAnswer& answer);
    // Healing (effect_runner_healing.cpp): what the server holds in the new epoch, then the rows, then on as usual.
    void sendDonation(std::uint32_t budget);
    void greet(EpochId epoch, bool showsReceipt);
    void donateNext(std::uint32_t budget);
    void greeted(const core::DonationRequest& asked, const HttpAnswer& answer);
    void donationAnswered(const store::Donation& donation, const HttpAnswer& answer);
    // Another id (effect_runner_restamp.cpp): asked for, then what was not taken under the old one goes up.
    void askAnotherId();
    void anotherIdAnswered(const wire::RestampAsk& asked, const HttpAnswer& answer);
    void sendRestamped();
    void restampedAnswered(const core::PushRequest& asked, const HttpAnswer& answer);
    void restamped(std::chrono::milliseconds took);
    void sendPull(std::uint32_t budget);
    void askForChanges(std::uint32_t budget);
    // First sync by segments. What goes wrong with them is written to the audit; the same rows then come by frames.
    void askForSegments(const core::SegmentRequest& request);
    void segmentsAnswered(const core::SegmentRequest& asked, const HttpAnswer& answer);
    [[nodiscard]] Result<void> loadSegments(); // an error: to be tried again
    void giveUpSegments(const std::string& why);
    [[nodiscard]] bool areSigned(const std::vector<core::SegmentManifest>& manifests) const;
    // Asks no more than the pull that goes anyway; one piece after each answer, so that a save waits for a few milliseconds at most.
    void askForMark(core::PullRequest& request);
    void noteMark(const core::PullRequest& asked, core::PullReply& reply);
    void purge(); // nothing waits for it: what it cannot do now it does after the next answer, or the next start
    void fetchForms(std::uint32_t version, std::function<void()> then);
    void pushAnswered(const core::PushRequest& asked, const HttpAnswer& answer);
    void pullAnswered(const core::PullRequest& asked, const HttpAnswer& answer);
    void keepBegun(const core::SegmentRequest& asked, const HttpAnswer& answer);
    void carryOne();
    void carried(const HttpAnswer& answer);
    void failed(Error error, std::chrono::milliseconds retryAfter = {}, Circumstance circumstance = {},
                std::size_t received = 0);
    void unreadable(const char* what, const Error& error, const HttpAnswer& answer);
    // False when the answer is no 200: the failure has been dispatched.
    [[nodiscard]] bool isGood(const HttpAnswer& answer);
    void noteServerTime(Millis serverTime);
    [[nodiscard]] Authorise authorise();

    store::ReplicaStore& m_store;
    SyncIdentity m_identity;
    RandomSource& m_random;
    const Clock& m_clock;
    Ports m_ports;
    AfterText* m_afterText{nullptr};
    core::EngineState m_state;
    std::optional<Error> m_trouble;
    Circumstance m_circumstance;
    Cause m_healed{Cause::none};
    std::optional<std::chrono::milliseconds> m_clockOffset;
    std::uint32_t m_forms{0};
    std::optional<Trimming> m_trimming{Trimming{}};
    std::optional<EpochId> m_announced; // by a refusal: proves nothing before a receipt of it
    AnotherId* m_owner{nullptr};
    bool m_forked{false};        // the present id lives in another body too
    bool m_skipped{false};       // counters of it were given before: once is an image, twice is a twin at work
    bool m_wholeChain{false};    // the server did not know it from the last receipt on
    bool m_wholePushes{false};   // the server does not read short ones
    bool m_listCursors{false};   // the server asked for the whole list once
    bool m_kept{false};          // of the answer that was cut just now, something is stored
    bool m_framesOnly{false};    // segments failed in this session
    std::uint32_t m_notThere{0}; // times in a row that the server had not what it had offered
    std::size_t m_bytesSent{0};
    std::size_t m_bytesReceived{0};
};

} // namespace lianxin::client
