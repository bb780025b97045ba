// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/after_text.hpp"
#include "sync/seal/keys.hpp"
#include "sync/store/blob_store.hpp"
#include "sync/wire/blob_messages.hpp"

#include <deque>
#include <functional>
#include <limits>
#include <unordered_map>
#include <variant>

namespace lianxin::client {

// Pictures, voices, papers on their way: what is on the screen is fetched first, then what was made here goes up, thumbnails before originals and
// new before old; never more in a day than the person allowed. It decides and stores, and knows neither sockets nor timers.
class BlobTransfer final : public AfterText {
public:
    struct Ports {
        store::BlobStore& blobs;    // lives longer
        const Clock& clock;         // lives longer
        seal::PublicSignKey server; // its receipt key
        std::function<void()> wake; // something may go
    };
    explicit BlobTransfer(Ports ports) : m(std::move(ports)) {}
    using Arrived = std::function<void(const Hash&, RecordId)>; // all of it is here now, and may be shown
    void listen(Arrived arrived) { m_arrived = std::move(arrived); }

    static constexpr std::uint64_t kDefaultLimit = 20ULL * 1024 * 1024; // a day
    static constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max();
    void setDailyLimit(std::uint64_t bytes);
    [[nodiscard]] std::uint64_t dailyLimit() const { return m_limit; }
    // Somebody sits at the office's network: everything that waits now goes, whatever the day has cost.
    void sendAllNow();
    [[nodiscard]] bool isUnlimited() const { return m_unlimited; }

    struct Wanted {
        RecordId record; // the attachment that names it
        Hash blob;
        store::BlobRank rank{store::BlobRank::thumbnail};
        bool byPerson{false}; // touched by somebody: comes whatever the day has cost
    };
    // Here already or asked for already: no effect. The last one asked for comes first.
    void want(const Wanted& wanted);
    enum class Way { notAsked, onItsWay, notThere }; // notThere: the province does not have it either, yet
    [[nodiscard]] Way wayOf(const Hash& blob) const;

    struct Standing {
        store::BlobsWaiting waiting; // to be sent
        store::BlobTraffic today;
        bool restsUntilTomorrow{false}; // something waits, and the day's share is used up
    };
    [[nodiscard]] Standing standing() const;
    void noteMade() { m.wake(); } // after a record that names something was kept, or a yes given

    [[nodiscard]] std::optional<Request> next(EpochId epoch) override;
    void answered(const HttpAnswer& answer) override;

private:
    struct Asked {
        std::vector<wire::AskedBlob> blobs;
        bool isPut{false};
    };
    using Current = std::variant<std::monostate, Asked, core::BlobGet>;
    static constexpr Millis kMinute = 60'000;
    static constexpr Millis kHour = 60 * kMinute;
    static constexpr Millis kDay = 24 * kHour;

    [[nodiscard]] std::int64_t today() const;
    [[nodiscard]] std::uint64_t left() const; // of today's share
    [[nodiscard]] bool isStillBefore(Millis until) const;
    [[nodiscard]] bool isRefused(const Hash& blob) const;
    void refuse(const Hash& blob, Millis pause);

    // --- up (blob_sending.cpp)
    [[nodiscard]] std::optional<Request> nextToSend();
    [[nodiscard]] std::optional<Request> askAbout(const std::vector<store::BlobFacts>& list);
    [[nodiscard]] std::optional<Request> piecesOf(const std::vector<store::BlobFacts>& list);
    [[nodiscard]] bool addPieces(const store::BlobFacts& facts, core::BlobPut& put, std::size_t& room);
    void statesCame(const Asked& asked, const std::string& body);
    void stateCame(const core::BlobState& state, bool isPut);

    // --- down
    [[nodiscard]] std::optional<Request> nextToFetch();
    void partsCame(const core::BlobGet& asked, const std::string& body);
    void partCame(const core::BlobPart& part);
    void storePart(const core::BlobPart& part, store::BlobRank rank);
    void forgetWanted(const Hash& blob);

    Ports m;
    Arrived m_arrived{[](const Hash&, RecordId) {}};
    std::uint64_t m_limit{kDefaultLimit};
    bool m_unlimited{false};
    std::uint32_t m_piece{32 * 1024}; // bytes that a broken link may cost
    int m_calm{8};                    // answers since it broke
    EpochId m_epoch;
    Millis m_restUntil{0};
    Current m_current;
    std::deque<Wanted> m_wanted;
    std::unordered_map<Hash, core::BlobState> m_states; // at the server, of those it was asked about
    std::unordered_map<Hash, Millis> m_refused;         // not before then
    std::unordered_map<Hash, Millis> m_notThere;
    std::unordered_map<Hash, std::size_t> m_unnamed; // records that the server would not take it for
    std::unordered_map<Hash, int> m_stuck;           // answers in a row that brought it no further
};

} // namespace lianxin::client
