// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/segment_shelf.hpp"

#include "sync/wire/segment_messages.hpp"

#include <algorithm>
#include <filesystem>

namespace lianxin::server {

namespace {

constexpr std::string_view kVersion1 = R"sql(
CREATE TABLE bundle(id INTEGER PRIMARY KEY AUTOINCREMENT, manifest BLOB NOT NULL, retired INTEGER NOT NULL);
CREATE TABLE bundle_segment(bundle INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY(bundle, hash)) WITHOUT ROWID;
CREATE INDEX bundle_of_segment ON bundle_segment(hash);
CREATE TABLE segment(hash BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL);
)sql";

constexpr std::string_view kVersion2 = "ALTER TABLE bundle ADD COLUMN pressed INTEGER NOT NULL DEFAULT 0;";

// A province has 1,100 townships and 80 counties; each reader of a whole one finds its bundle here.
constexpr std::size_t kMostBundles = 6000; // of two moments, each as it was made and pressed
constexpr int kCacheKiB = 8 * 1024;

bool isSameGround(const core::SegmentManifest& a, const core::SegmentManifest& b)
{
    return std::ranges::equal(a.partitions, b.partitions, {}, &core::SegmentPartition::partition,
                              &core::SegmentPartition::partition);
}

bool isSameMoment(const core::SegmentManifest& a, const core::SegmentManifest& b)
{
    return a.epoch == b.epoch && a.partitions == b.partitions;
}

} // namespace

Result<std::unique_ptr<SegmentShelf>> SegmentShelf::open(const std::string& path, const store::RawKey& key)
{
    store::DatabaseOptions options;
    options.cacheKiB = kCacheKiB;
    const auto attempt = [&]() -> Result<std::unique_ptr<SegmentShelf>> {
        LIANXIN_TRY(auto database, store::Database::open(path, key, options));
        LIANXIN_CHECK(database->migrate({kVersion1, kVersion2}));
        std::unique_ptr<SegmentShelf> shelf(new SegmentShelf(std::move(database)));
        LIANXIN_CHECK(shelf->load());
        return shelf;
    };
    auto shelf = attempt();
    const auto code = shelf ? Errc::internal : shelf.error().code;
    if (code != Errc::damaged && code != Errc::wrongSecret && code != Errc::upgradeNeeded)
        return shelf;
    std::error_code ignored;
    for (const auto* suffix : {"", "-wal", "-journal"})
        std::filesystem::remove(path + suffix, ignored);
    return attempt();
}

Result<void> SegmentShelf::load()
{
    LIANXIN_TRY(auto rows, m_database->statement("SELECT id, manifest, retired, pressed FROM bundle ORDER BY id"));
    for (;;) {
        LIANXIN_TRY(const auto there, rows.step());
        if (!there)
            return {};
        auto manifest = wire::decodeManifest(rows.blobAt(1));
        if (!manifest)
            return fail(Errc::damaged, "a manifest on the shelf does not read");
        Bundle bundle{rows.intAt(0), std::move(*manifest), 0, rows.intAt(2) != 0, rows.intAt(3) != 0};
        for (const auto& segment : bundle.manifest.segments)
            bundle.rows += segment.rows;
        m_bundles.push_back(std::move(bundle));
    }
}

Result<void> SegmentShelf::forget(std::int64_t id)
{
    for (const auto* sql : {"DELETE FROM bundle_segment WHERE bundle = ?1", "DELETE FROM bundle WHERE id = ?1"}) {
        LIANXIN_TRY(auto drop, m_database->statement(sql));
        LIANXIN_CHECK(drop.bindInt(1, id).run());
    }
    return m_database->exec("DELETE FROM segment WHERE hash NOT IN (SELECT hash FROM bundle_segment)");
}

// Somebody far away may be fetching the one that is live, however often it was packed: it and its like of the same moment stay until the one after.
Result<void> SegmentShelf::put(const core::SegmentManifest& manifest, const std::vector<std::string>& segments,
                               bool pressed)
{
    std::set<std::int64_t> gone;
    std::set<std::int64_t> retired;
    const core::SegmentManifest* live = nullptr;
    for (const auto& bundle : m_bundles)
        if (!bundle.retired && isSameGround(bundle.manifest, manifest)) {
            retired.insert(bundle.id);
            live = &bundle.manifest;
        }
    const bool isLater = live == nullptr || !isSameMoment(*live, manifest);
    for (const auto& bundle : m_bundles)
        if (isLater && bundle.retired && isSameGround(bundle.manifest, manifest) &&
            (live == nullptr || !isSameMoment(bundle.manifest, *live)))
            gone.insert(bundle.id);
    if (m_bundles.size() >=
        kMostBundles + gone.size()) { // the oldest, of those that nobody is offered any more if there are
        const auto old = std::ranges::find_if(m_bundles, &Bundle::retired);
        gone.insert(old == m_bundles.end() ? m_bundles.front().id : old->id);
    }
    LIANXIN_TRY(auto transaction, store::Transaction::begin(*m_database));
    for (const auto id : gone)
        LIANXIN_CHECK(forget(id));
    for (const auto id : retired) {
        LIANXIN_TRY(auto retire, m_database->statement("UPDATE bundle SET retired = 1 WHERE id = ?1"));
        LIANXIN_CHECK(retire.bindInt(1, id).run());
    }
    LIANXIN_TRY(auto put, m_database->statement("INSERT INTO bundle(manifest, retired, pressed) VALUES(?1, 0, ?2)"));
    LIANXIN_CHECK(put.bindBlob(1, wire::encodeManifest(manifest)).bindInt(2, pressed ? 1 : 0).run());
    Bundle made{m_database->lastInsertId(), manifest, 0, false, pressed};
    LIANXIN_TRY(auto name, m_database->statement("INSERT OR IGNORE INTO bundle_segment(bundle, hash) VALUES(?1, ?2)"));
    LIANXIN_TRY(auto store, m_database->statement("INSERT OR IGNORE INTO segment(hash, bytes) VALUES(?1, ?2)"));
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const auto& ref = manifest.segments.at(i);
        made.rows += ref.rows;
        LIANXIN_CHECK(name.bindInt(1, made.id).bindId(2, ref.hash).run());
        LIANXIN_CHECK(store.bindId(1, ref.hash).bindBlob(2, segments[i]).run());
    }
    LIANXIN_CHECK(transaction.commit());
    std::erase_if(m_bundles, [&](const Bundle& bundle) { return gone.contains(bundle.id); });
    for (auto& bundle : m_bundles)
        bundle.retired = bundle.retired || retired.contains(bundle.id);
    m_bundles.push_back(std::move(made));
    return {};
}

Result<void> SegmentShelf::drop(const std::set<std::int64_t>& ids)
{
    LIANXIN_TRY(auto transaction, store::Transaction::begin(*m_database));
    for (const auto id : ids)
        LIANXIN_CHECK(forget(id));
    LIANXIN_CHECK(transaction.commit());
    std::erase_if(m_bundles, [&](const Bundle& bundle) { return ids.contains(bundle.id); });
    return {};
}

bool SegmentShelf::isWithin(const Hash& segment, const std::set<PartitionId>& partitions) const
{
    return std::ranges::any_of(m_bundles, [&](const Bundle& bundle) {
        return std::ranges::find(bundle.manifest.segments, segment, &core::SegmentRef::hash) !=
                   bundle.manifest.segments.end() &&
               std::ranges::all_of(bundle.manifest.partitions,
                                   [&](const auto& part) { return partitions.contains(part.partition); });
    });
}

Result<std::string> SegmentShelf::bytes(const Hash& segment, std::uint64_t offset, std::size_t most)
{
    LIANXIN_TRY(auto query, m_database->statement("SELECT substr(bytes, ?2, ?3) FROM segment WHERE hash = ?1"));
    query.bindId(1, segment).bindNumber(2, offset + 1).bindInt(3, static_cast<std::int64_t>(most));
    LIANXIN_TRY(const auto there, query.step());
    return there ? std::string(query.blobAt(0)) : std::string();
}

} // namespace lianxin::server
