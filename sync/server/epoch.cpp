// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/epoch.hpp"

#include "sync/server/backup_mark.hpp"
#include "sync/server/server_meta.hpp"
#include "sync/server/system_sources.hpp"

#include <chrono>

namespace lianxin::server {

namespace {
// More changes of one person's grants than a province makes between two backups.
constexpr std::int64_t kGenerationGap = 1000;
// More families than a village gets between two backups; the hour of the year keeps two restores to one backup apart.
constexpr std::int64_t kNumberGap = 500;

std::int64_t gapAt(Millis at)
{
    using namespace std::chrono;
    const auto local = sys_time<milliseconds>(milliseconds(at)) + hours(8);
    const auto newYear = sys_days(year_month_day(floor<days>(local)).year() / January / 1);
    return kNumberGap + floor<hours>(local - newYear).count();
}
} // namespace

Result<EpochId> drawEpoch(SqlServerStore& store, std::string_view reason, Millis now, RandomSource& random)
{
    auto& database = store.database();
    EpochId epoch;
    random.fill(epoch.bytes);
    LIANXIN_TRY(auto user, database.statement("SELECT value FROM meta WHERE name = 'user'"));
    LIANXIN_TRY(const bool there, user.step());
    if (!there)
        return fail(Errc::damaged, "the database of this server was never finished");
    core::ReplicaRow self;
    self.replica = makeReplicaId(random);
    LIANXIN_TRY(self.user, user.idAt<UserId>(0));
    LIANXIN_CHECK(setMeta(database, "epoch", epoch.raw()));
    LIANXIN_CHECK(setMeta(database, "replica", self.replica.raw()));
    LIANXIN_CHECK(store.putReplica(self));
    LIANXIN_TRY(auto log, database.statement("INSERT INTO epoch_log(epoch, reason, at) VALUES(?1, ?2, ?3)"));
    LIANXIN_CHECK(log.bindId(1, epoch).bindText(2, reason).bindInt(3, now).run());
    LIANXIN_CHECK(forgetSnapshots(database));
    LIANXIN_TRY(auto members, database.statement("UPDATE member SET generation = generation + ?1"));
    LIANXIN_CHECK(members.bindInt(1, kGenerationGap).run());
    LIANXIN_TRY(auto numbers, database.statement("UPDATE household_number SET last = last + ?1 WHERE year = ?2"));
    LIANXIN_CHECK(numbers.bindInt(1, gapAt(now)).bindInt(2, civilYear(now) % 100).run());
    return epoch;
}

Result<EpochStory> epochStory(store::Database& database)
{
    EpochStory story;
    LIANXIN_TRY(auto rows, database.statement("SELECT number, reason, at FROM epoch_log ORDER BY number DESC LIMIT 1"));
    LIANXIN_TRY(const bool row, rows.step());
    if (row)
        story = {rows.intAt(0), std::string(rows.textAt(1)), rows.intAt(2)};
    return story;
}

Result<std::int64_t> householdNumberFloor(store::Database& database, Millis now)
{
    LIANXIN_TRY(const auto story, epochStory(database));
    return story.begun > 0 && civilYear(story.at) == civilYear(now) ? gapAt(story.at) : std::int64_t{0};
}

} // namespace lianxin::server
