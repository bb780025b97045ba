// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/admin_service.hpp"
#include "sync/server/server_api.hpp"
#include "sync/server/system_sources.hpp"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lianxin::server::test {

class ManualClock final : public Clock {
public:
    Millis time{1'790'000'000'000}; // September 2026
    [[nodiscard]] Millis now() const override { return time; }
};

// A tablet's side of the protocol, written with seal and wire only: what an honest client sends, and the means to lie.
struct Tablet {
    Tablet(RandomSource& random, std::string shortName);

    [[nodiscard]] wire::EnrolRequest enrolRequest(const std::string& code, seal::Realm realm = seal::Realm::demo) const;
    void enrolled(const wire::EnrolReply& reply);
    // The next changeset of this tablet; counts it.
    [[nodiscard]] std::string body(std::vector<core::RecordChange> changes);
    [[nodiscard]] core::Parcel parcel(std::vector<std::string> bodies); // continues the chain
    [[nodiscard]] core::PushRequest push(std::vector<core::Parcel> parcels) const;
    [[nodiscard]] HttpRequest request(std::string_view path, std::string body); // signed, next counter, packed
    [[nodiscard]] HttpRequest pushHttp(const core::PushRequest& request);
    [[nodiscard]] HttpRequest pullHttp(const core::PullRequest& request);
    [[nodiscard]] core::PullRequest pull(std::vector<core::PartitionCursor> cursors = {},
                                         std::uint32_t budget = 1 << 20) const;

    RandomSource& random;
    std::string name;
    seal::SignKey key;
    seal::SignKey personSign;
    seal::BoxKey personBox;
    ReplicaId replica;
    UserId user;
    EpochId epoch;
    seal::PublicSignKey receiptKey;
    std::uint64_t generation{0};
    std::uint64_t counter{0};
    std::uint64_t made{0}; // changesets
    Hash head;             // of the chain, at `made`
    std::uint64_t acknowledged{0};
    Hash acknowledgedHash;
};

// A new family of a partition, with a telephone.
[[nodiscard]] core::RecordChange householdChange(const Catalogue& catalogue, RecordId record,
                                                 const std::string& partition, const std::string& phone);

// The value, or the end of the test with what its error says.
template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", errcName(result.error().code), result.error().detail.c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

// A province in a temporary folder with everything but sockets: requests go through ServerApi, the store worker and the real database.
class TestProvince {
public:
    explicit TestProvince(seal::Realm realm = seal::Realm::demo, double requestsPerMinute = 1e6);
    ~TestProvince();

    void restart();                           // closes and opens the same folder
    [[nodiscard]] std::string backUp();       // where it lies
    void putBack(const std::string& backup);  // as `lianxin-server restore` does
    void copyBack(const std::string& backup); // as somebody does who knows of no such thing: the file alone
    [[nodiscard]] HttpReply call(HttpRequest request);
    [[nodiscard]] Result<boost::json::object> admin(boost::json::object command);
    [[nodiscard]] std::string addUser(const std::string& name, const std::string& role,
                                      const std::string& area); // the code
    [[nodiscard]] Tablet enrol(const std::string& name, const std::string& role, const std::string& area);
    void confirmAll();

    [[nodiscard]] Result<core::PushReply> push(Tablet& tablet, const core::PushRequest& request);
    [[nodiscard]] Result<core::PullReply> pull(Tablet& tablet, const core::PullRequest& request);
    [[nodiscard]] core::RecordChange counselCase(); // opened: its place, and nothing else
    [[nodiscard]] core::RecordChange household(const std::string& partition, const std::string& phone = "13800000000");
    [[nodiscard]] core::Write write(std::string_view type, std::string_view field, Value value) const;
    [[nodiscard]] const RecordType& type(std::string_view name) const { return *m_province->catalogue().type(name); }
    [[nodiscard]] Province& province() { return *m_province; }
    [[nodiscard]] const Authority& authority() const { return *m_authority; }
    [[nodiscard]] StoreWorker& worker() { return *m_worker; }
    // What a test does to the store itself, while the store's own thread rests.
    void alone(const std::function<void()>& work);
    // As it lies in the store, while that thread rests: it goes on after its answers.
    [[nodiscard]] std::optional<core::RecordState> recordOf(RecordId record);

    SystemRandom random;
    ManualClock clock;

private:
    void open();
    void start(); // what stands on the open province
    void close();
    int m_backups{0};
    QTemporaryDir m_folder;
    HomePaths m_paths;
    std::unique_ptr<Authority> m_authority;
    std::unique_ptr<Province> m_province;
    std::unique_ptr<StoreWorker> m_worker;
    std::unique_ptr<AccessLog> m_log;
    std::unique_ptr<ServerApi> m_api;
    std::unique_ptr<AdminService> m_admin;
    double m_requestsPerMinute;
};

[[nodiscard]] std::string unpacked(const HttpReply& reply);
[[nodiscard]] wire::ErrorReply refusalOf(const HttpReply& reply);

inline constexpr auto kVillage = "v:350128001201";
inline constexpr auto kTownship = "t:350128001";
inline constexpr auto kOtherVillage = "v:350128002201";

} // namespace lianxin::server::test
