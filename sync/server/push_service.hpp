// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/answer.hpp"
#include "sync/server/change_check.hpp"
#include "sync/server/household_numbers.hpp"
#include "sync/server/request_ledger.hpp"
#include "sync/server/sent_vectors.hpp"
#include "sync/server/server_author.hpp"
#include "sync/wire/short_push.hpp"

#include <atomic>
#include <vector>

namespace lianxin::server {

// A request whose signature was checked on the host's threads.
template <typename Request> struct Signed {
    ReplicaId replica;
    std::uint64_t counter{0};
    Hash hash; // of the request's bytes
    Request request;
};

// The bodies of a push, decoded on a thread of the host while the store's thread applies those before them. Decoding asks nobody anything;
// whoever comes to a body first decodes it.
class ReadAhead {
public:
    explicit ReadAhead(const core::PushRequest& request); // outlives this
    // Of a push that was read on the store's thread: nothing is left to decode.
    ReadAhead(const core::PushRequest& request, std::vector<std::vector<core::Changeset>> changesets);
    void run(); // the host's thread: every body that nobody has begun
    [[nodiscard]] Result<core::Changeset> take(std::size_t parcel, std::size_t body); // the store's thread

private:
    struct Item {
        std::atomic<bool> begun{false};
        std::atomic<bool> ready{false};
        bool taken{false}; // of a push that is tried once more, what was taken is decoded again
        std::optional<Result<core::Changeset>> changeset;
    };
    const core::PushRequest& m_request;
    std::vector<std::vector<Item>> m_items; // by parcel; never resized
};

// The first body that the core decodes since takeFirst(): the changeset itself; later ones are what a conflict note looks up in the archive.
class BodyReader {
public:
    [[nodiscard]] Result<core::Changeset> read(std::string_view body);
    // A body that was decoded already; it outlives the next takeFirst(). The core may judge it without asking (a tablet that was shut out), so
    // it is taken for these bytes only and forgotten afterwards.
    void expect(std::string_view body, Result<core::Changeset> decoded)
    {
        m_expected.emplace(body, std::move(decoded));
    }
    [[nodiscard]] std::optional<core::Changeset> takeFirst()
    {
        m_expected.reset();
        return std::exchange(m_first, std::nullopt);
    }

private:
    std::optional<std::pair<std::string_view, Result<core::Changeset>>> m_expected;
    std::optional<core::Changeset> m_first;
};

// R11, R25, R26 and what follows from an accepted changeset. Everything here runs inside the store worker's transaction.
class PushService {
public:
    struct Parts {
        SqlServerStore& store;
        core::ServerCore& core;
        ChangeCheck& check;
        MemberStore& members;
        RequestLedger& ledger;
        ServerAuthor& author;
        BodyReader& bodies;
        SentVectors& vectors;
        const Catalogue& catalogue;
        Clock& clock;
    };
    explicit PushService(const Parts& parts) : m(parts), m_numbers(parts.store.database()) {}

    // The receipt has no signature yet: it is signed when the commit is durable.
    [[nodiscard]] Result<Answer<core::PushReply>> push(const Signed<core::PushRequest>& job,
                                                       const std::vector<std::vector<Hash>>& chains, EpochId epoch,
                                                       ReadAhead& bodies);
    // A push without what is known here. `text-needed` when it cannot be completed, or when what comes out is not what its author signed;
    // nothing is done then. `whole` is the push that it stands for.
    [[nodiscard]] Result<Answer<core::PushReply>> pushShort(const Signed<wire::ShortPush>& job,
                                                            const seal::PublicSignKey& key, EpochId epoch,
                                                            core::PushRequest& whole);
    // The same for a push that a carrier brought: whoever carries it has been admitted, the author's signatures were checked.
    [[nodiscard]] Result<Answer<core::PushReply>> pushCarried(ReplicaId author, const core::PushRequest& request,
                                                              const std::vector<std::vector<Hash>>& chains,
                                                              EpochId epoch, ReadAhead& bodies);
    // Of what is held; nothing above that, and where a hole is.
    [[nodiscard]] Result<std::optional<Hash>> chainAt(const core::ReplicaRow& row, std::uint64_t number);
    // After a release of a changeset from quarantine, too.
    [[nodiscard]] Result<void> follow(const core::Changeset& accepted);

private:
    [[nodiscard]] Result<std::optional<wire::ErrorReply>> knowsHistory(core::ReplicaRow& row,
                                                                       const core::PushRequest& request);
    [[nodiscard]] Result<bool> continues(const core::ReplicaRow& row, const core::Parcel& parcel,
                                         const std::vector<Hash>& chain);
    [[nodiscard]] Result<wire::ErrorReply> freeze(core::ReplicaRow& row, std::string why);
    struct Applying { // one parcel of a push
        const core::Parcel& parcel;
        const std::vector<Hash>& chain;
        ReadAhead& bodies;
        std::size_t index;
    };
    [[nodiscard]] Result<bool> isLostBefore(const core::ReplicaRow& row, const core::PushRequest& request,
                                            std::size_t parcel);
    [[nodiscard]] Result<void> applyParcel(core::ReplicaRow& row, const Applying& what, core::PushReply& reply);
    [[nodiscard]] Result<void> giveNumber(const core::RecordChange& change);
    [[nodiscard]] Result<void> openCases(const core::Changeset& accepted);

    Parts m;
    HouseholdNumbers m_numbers;
};

} // namespace lianxin::server
