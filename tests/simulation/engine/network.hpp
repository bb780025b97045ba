// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/donation.hpp"
#include "tests/simulation/engine/history.hpp"

#include <functional>
#include <memory>

namespace lianxin::sim::engine {

// The link between tablets and server: it loses, doubles, delays, cuts and garbles requests and replies, and both ends may die under them.
// What really happened goes into the oracle here: by what the server committed and by what a tablet took.
class Network {
public:
    // Called after whatever may have changed a side.
    struct Watch {
        std::function<void()> serverChanged;
        std::function<void(SimTablet&)> tabletChanged;
    };
    Network(History& history, Watch watch) : m(history), m_watch(std::move(watch)) {}

    void send(SimTablet& tablet, std::string_view path, std::string body, const client::Authorise& authorise,
              client::AnswerDone done);
    // Segments become rows when all of them are here, at a moment that only the tablet knows: its cursors tell.
    void noteLoads(SimTablet& tablet);
    // Hands an old reply to the store once more: it must be refused, or be without effect (R13, I10).
    void presentStale(SimTablet& tablet);
    // The store took another epoch: what it had been told by the one before counts no longer.
    void noteEpoch(SimTablet& tablet);
    // What the server kept aside of a donation may count since its last change.
    void learnWaiting();
    // Hands it a receipt that nobody signed, or that speaks of another history: neither may ever be believed.
    void presentForged(SimTablet& tablet);

private:
    struct Reply {
        server::HttpReply http;
        std::shared_ptr<const OracleState> truth;
        std::set<std::uint64_t> heldBack;
        std::pair<int, std::uint64_t> pull;
        std::set<Dot> withdrawn;
    };
    struct Call {
        SimTablet& tablet;
        std::uint64_t life;
        Millis sent;
        server::HttpRequest http;
        core::PushRequest push;
        core::PullRequest pull; // with its cursors, also where only their digest travels
        client::AnswerDone done;
        bool isPush{false};
        bool isShort{false};
        bool isSegment{false};
        bool isPicture{false};
        bool isDonation{false};
        core::DonationRequest donation{};
        EpochId epoch{}; // that it was sent in
        [[nodiscard]] bool isPull() const { return !isPush && !isSegment && !isDonation && !isPicture; }
        // A carrier may have brought more than this request, of which the next pull tells.
        [[nodiscard]] std::uint64_t lastPushed() const { return push.parcels.empty() ? 0 : push.parcels.back().last(); }
        [[nodiscard]] const char* name() const
        {
            return isPush       ? " push"
                   : isSegment  ? " segments"
                   : isPicture  ? " pictures"
                   : isDonation ? " donation"
                                : " pull";
        }
        bool served{false};   // by the server, at least once
        bool answered{false}; // at the tablet
    };
    using CallPtr = std::shared_ptr<Call>;
    struct Kept { // a reply that a tablet took, for later
        core::PushReply push;
        core::PullReply pull;
        bool isPush;
    };

    [[nodiscard]] Millis latency();
    void arrive(const CallPtr& call);
    void learn(const Call& call, const std::optional<server::HttpReply>& reply);
    void learnPushed(const Call& call, std::uint64_t heldNow);
    struct Given { // what the server has noted of a donor
        std::int64_t rows{0};
        std::int64_t passed{0};
        bool done{false};
        bool operator==(const Given&) const = default;
    };
    [[nodiscard]] Given givenBy(const SimTablet& tablet) const;
    void learnDonation(const Call& call, const Given& before);
    void learnRequest(Call& call, const std::string& body);
    void noteDemand(const Call& call, const std::string& body);
    void learnRow(const SimTablet& tablet, const core::RecordState& row, std::set<OracleKey>& gave,
                  std::vector<OracleDot>& shown);
    [[nodiscard]] OracleRegister knownOf(const SimTablet& tablet, OracleKey key,
                                         const core::RegisterState& given) const;
    void traceTaken(const Dot& dot) const;
    void traceDonation(const Call& call) const;
    void learnProof(OracleDot dot);
    void learnWithdrawn(const Dot& named);
    void checkRefusal(const Call& call, const server::HttpReply& reply);
    void back(const CallPtr& call, server::HttpReply http);
    void fails(const CallPtr& call, Millis after, const client::HttpAnswer& begun = {});
    void deliver(const CallPtr& call, const Reply& reply, bool whole);
    void answer(const CallPtr& call, const client::HttpAnswer& answer, int atWrite, bool& died);
    void took(SimTablet& tablet, const Call& call, const Reply& reply, const std::string& body);
    void tookPush(SimTablet& tablet, const Call& call, const core::PushReply& said, const Reply& reply);
    void tookPull(SimTablet& tablet, const core::PullReply& said, const Reply& reply);
    void tookGrants(SimTablet& tablet, const core::PullReply& said);
    void closeForms(SimTablet& tablet);
    void tookGone(SimTablet& tablet, const core::Frame& frame, const OracleState& truth);
    void noteStub(SimTablet& tablet, RecordId root, const OracleState& truth);
    void dropStubs(SimTablet& tablet);
    void tookFrame(SimTablet& tablet, const core::Frame& frame, const Reply& reply);
    void expect(SimTablet& tablet, const PartitionId& partition, const OracleState& truth,
                const std::function<bool(const RecordId&, const RegisterKey&)>& isDelivered);

    History& m;
    Watch m_watch;
    std::map<int, std::vector<Kept>> m_kept;
    std::map<std::pair<int, EpochId>, std::set<OracleKey>> m_gave; // what a donor gave back in an epoch
};

} // namespace lianxin::sim::engine
