// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/healing_status.hpp"

#include "sync/server/backup_mark.hpp"
#include "sync/server/epoch.hpp"
#include "sync/server/lost_history.hpp"

namespace lianxin::server {

namespace json = boost::json;

Result<json::object> backupNow(Province& province, const std::string& folder)
{
    if (folder.empty())
        return fail(Errc::invalidInput, "a backup needs a folder");
    LIANXIN_CHECK(province.backup(folder));
    LIANXIN_TRY(const auto changesets, province.store().database().queryInt("SELECT count(*) FROM archive"));
    return json::object{{"folder", folder}, {"changesets", changesets}};
}

Result<json::object> backupVerified(Province& province, const json::object& command)
{
    const auto* folder = command.if_contains("folder");
    const auto* held = command.if_contains("held");
    boost::system::error_code bad;
    const auto sum = held == nullptr ? 0 : held->to_number<std::uint64_t>(bad);
    if (folder == nullptr || !folder->is_string() || held == nullptr || bad)
        return fail(Errc::invalidInput, "which backup, and what it holds");
    LIANXIN_CHECK(announceSnapshot(province.store().database(), std::string(folder->get_string()), sum));
    return json::object{};
}

Result<json::array> healingStatus(Province& province)
{
    auto& database = province.store().database();
    LIANXIN_TRY(const auto story, epochStory(database));
    LIANXIN_TRY(const auto backup, madeAt(database));
    LIANXIN_TRY(const auto announced, markedAt(database));
    LIANXIN_TRY(const auto pictures, picturesAt(database));
    LIANXIN_TRY(const auto lost, lostCount(database));
    json::object whole{{"restores", story.begun},
                       {"last_backup", backup},
                       {"announced_backup", announced},
                       {"announced_pictures", pictures},
                       {"lost_changesets", static_cast<std::int64_t>(lost)}};
    json::array donors;
    if (story.begun > 0) {
        LIANXIN_TRY(const auto tablets, database.queryInt("SELECT count(*) FROM replica_key"));
        LIANXIN_TRY(
            auto rows,
            database.statement("SELECT replica, rows, changed, passed, done FROM donor WHERE epoch = ?1 ORDER BY at"));
        rows.bindId(1, province.epoch());
        std::int64_t finished = 0;
        for (;;) {
            LIANXIN_TRY(const bool row, rows.step());
            if (!row)
                break;
            LIANXIN_TRY(const auto replica, rows.idAt<ReplicaId>(0));
            finished += rows.intAt(4);
            donors.push_back(json::object{{"replica", replica.text()},
                                          {"rows", rows.intAt(1)},
                                          {"changed", rows.intAt(2)},
                                          {"passed_over", rows.intAt(3)},
                                          {"done", rows.intAt(4) != 0}});
        }
        whole["reason"] = story.reason;
        whole["since"] = story.at;
        whole["given_back"] = std::to_string(finished) + " of " + std::to_string(tablets) + " tablets";
    }
    json::array said{std::move(whole)};
    for (auto& donor : donors)
        said.push_back(std::move(donor));
    return said;
}

} // namespace lianxin::server
