// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_search.hpp"

#include "bench_tablet.hpp"

#include "app/data/asset_files.hpp"
#include "app/data/data_loader.hpp"
#include "app/data/generator.hpp"
#include "sync/store/database.hpp"
#include "sync/store/search_groups.hpp"
#include "sync/store/terms.hpp"

#include <QFileInfo>
#include <QString>

#include <algorithm>
#include <functional>
#include <map>

namespace lianxin::bench {

namespace {

constexpr Millis kToday = 1'795'392'000'000; // 2026-11-23: the same seed gives the same corpus
constexpr std::size_t kRowsPerReply = 20'000;
constexpr std::size_t kHomes = 120;
constexpr std::size_t kVolunteers = 2'000;
constexpr std::size_t kMaterials = 300;
constexpr int kSaves = 300;

std::string firstCharacters(const std::string& text, std::size_t count)
{
    return QString::fromStdString(text).left(static_cast<qsizetype>(count)).toStdString();
}

// A store whose rows come as the server would send them. What is measured is the tablet's work: no link and no server stand here.
class SearchWorld {
public:
    SearchWorld(const Catalogue& catalogue, std::size_t records)
        : m_catalogue(catalogue), m_wanted(records), m_key(store::RawKey::random(m_random))
    {
        m_random.fill(m_user.bytes);
        m_random.fill(m_epoch.bytes);
        m_self = makeReplicaId(m_random);
        m_writer = makeReplicaId(m_random);
        m_store = need(store::ReplicaStore::open(file(), m_key, {&catalogue, m_folder.get(), &m_clock, &m_random}),
                       "open store");
        need(m_store->initialise(m_self, m_user, m_epoch), "initialise");
    }
    void fill();
    void fillOthers();
    [[nodiscard]] store::ReplicaStore& store() { return *m_store; }
    [[nodiscard]] std::size_t records() const { return m_records; }
    [[nodiscard]] std::string file() const { return m_place.filePath(QStringLiteral("vault.db")).toStdString(); }
    [[nodiscard]] const store::RawKey& key() const { return m_key; }
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }
    [[nodiscard]] const std::vector<std::string>& phones() const { return m_phones; }
    [[nodiscard]] const std::vector<std::string>& places() const { return m_places; }
    void close() { m_store.reset(); }

private:
    void add(const data::NamedChange& change);
    void addOne(const char* type, RecordId root, const PartitionId& partition, boost::json::object fields);
    void send(bool isLast);

    const Catalogue& m_catalogue;
    std::size_t m_wanted;
    platform::SystemClock m_clock;
    platform::SystemRandom m_random;
    QTemporaryDir m_place;
    std::unique_ptr<store::TextFolder> m_folder{store::makeTextFolder()};
    store::RawKey m_key;
    UserId m_user;
    EpochId m_epoch;
    ReplicaId m_self;
    ReplicaId m_writer;
    std::unique_ptr<store::ReplicaStore> m_store;
    std::map<PartitionId, std::map<RecordId, core::RecordState>> m_waiting;
    std::map<PartitionId, core::Frame> m_cursors; // what was sent last
    std::size_t m_waitingRows{0};
    std::size_t m_records{0};
    std::uint64_t m_dot{0};
    std::vector<std::string> m_names;
    std::vector<std::string> m_phones;
    std::vector<std::string> m_places;
};

void SearchWorld::add(const data::NamedChange& change)
{
    const auto edit = need(data::editOf(m_catalogue, change), "corpus");
    ++m_dot;
    for (const auto& record : edit.records) {
        auto& state = m_waiting[record.partition][record.record];
        if (state.record.isNil()) {
            state = {record.record, record.root, record.type, record.partition, {}};
            ++m_waitingRows;
            ++m_records;
        }
        for (const auto& write : record.writes)
            state.at(write.key).heads = {
                {Dot{m_writer, m_dot}, m_user, static_cast<core::Hlc>(change.at) << 16U, write.value}};
    }
    for (const auto& record : change.records)
        for (const auto& [field, into] : {std::pair("name", &m_names), std::pair("phone", &m_phones),
                                          std::pair("phone1", &m_phones), std::pair("address", &m_places)})
            if (const auto* text = record.fields.if_contains(field))
                into->emplace_back(text->as_string().c_str());
}

void SearchWorld::send(bool isLast)
{
    core::PullReply reply;
    reply.epoch = m_epoch;
    for (auto& [partition, rows] : m_waiting) {
        auto& last = m_cursors[partition];
        core::Frame frame;
        frame.partition = partition;
        frame.from = last.to;
        frame.to = last.to + rows.size();
        frame.atHead = isLast;
        frame.vector.addRange(m_writer, 1, m_dot);
        for (auto& [id, state] : rows)
            frame.rows.push_back(std::move(state));
        last.to = frame.to;
        reply.frames.push_back(std::move(frame));
    }
    for (const auto& [partition, frame] : m_cursors)
        reply.granted.push_back(partition);
    need(m_store->applyPull(reply), "apply");
    m_waiting.clear();
    m_waitingRows = 0;
}

void SearchWorld::fill()
{
    const std::string assets = LIANXIN_SOURCE_DIR "/assets";
    const auto generator = need(data::Generator::make(need(data::readAsset(assets, "demo/pools.json"), "pools"),
                                                      need(data::readAsset(assets, "demo/edge.json"), "edge"),
                                                      {1, kToday, m_user, m_user, true}),
                                "generator");
    const Stopwatch watch;
    for (std::size_t i = 0; m_records < m_wanted; ++i) {
        for (const auto& change : generator.household(i))
            add(change);
        if (m_waitingRows >= kRowsPerReply) {
            send(false);
            progress("search: " + std::to_string(m_records) + " records after " +
                     std::to_string(static_cast<int>(watch.seconds())) + " s");
        }
    }
    fillOthers();
    send(true);
}

void SearchWorld::addOne(const char* type, RecordId root, const PartitionId& partition, boost::json::object fields)
{
    const auto id = makeRecordId(kToday, m_random);
    add({kToday, {{type, id, root.isNil() ? id : root, partition, std::move(fields)}}});
}

// Names made of the same characters as the families', so that every keystroke has to look into every group.
void SearchWorld::fillOthers()
{
    const auto area = need(PartitionId::parse("c:350128"), "area");
    const auto name = [this](std::size_t i) { return m_names[i * 37 % m_names.size()]; };
    for (std::size_t i = 0; i < kHomes; ++i)
        addOne("warm_home", {}, area,
               {{"name", firstCharacters(name(i), 1) + "家暖心家园" + std::to_string(i)}, {"address", m_places[i]}});
    const auto team = makeRecordId(kToday, m_random);
    add({kToday, {{"vol_team", team, team, area, {{"name", "暖阳志愿队"}}}}});
    for (std::size_t i = 0; i < kVolunteers; ++i)
        addOne("volunteer", team, area, {{"name", name(i)}, {"phone", m_phones[i % m_phones.size()]}});
    for (std::size_t i = 0; i < kMaterials; ++i)
        addOne("material", {}, PartitionId::directory(), {{"title", name(i) + "讲心理健康自助手册"}});
}

struct Keystrokes {
    std::vector<std::string> all; // names, spellings, initials, telephone numbers, places; 1 to 3 characters and whole
    std::vector<std::string> plain; // of these, what a LIKE can find at all
};

Keystrokes keystrokes(const SearchWorld& world)
{
    Keystrokes keys;
    const auto folder = store::makeTextFolder();
    const auto beginnings = [&](const std::string& text, std::size_t most, bool isPlain) {
        for (std::size_t length = 1; length <= most; ++length) {
            keys.all.push_back(firstCharacters(text, length));
            if (isPlain)
                keys.plain.push_back(keys.all.back());
        }
    };
    const auto some = [](const std::vector<std::string>& all, std::size_t count, const auto& take) {
        for (std::size_t i = 0; i < count; ++i)
            take(all[i * 7919 % all.size()]);
    };
    some(world.names(), 150, [&](const std::string& name) {
        beginnings(name, 3, true);
        beginnings(folder->fold(folder->pinyin(name)), 6, false);
        beginnings(folder->initials(name), 3, false);
    });
    some(world.phones(), 80, [&](const std::string& phone) {
        beginnings(phone, 5, true);
        keys.all.push_back(phone.substr(phone.size() - std::min<std::size_t>(4, phone.size())));
        keys.plain.push_back(keys.all.back());
    });
    some(world.places(), 40, [&](const std::string& place) { beginnings(place, 4, true); });
    return keys;
}

std::vector<double> timed(const std::vector<std::string>& queries,
                          const std::function<std::size_t(const std::string&)>& one)
{
    std::vector<double> times;
    std::size_t hits = 0;
    for (const auto& query : queries) {
        const Stopwatch watch;
        hits += one(query);
        times.push_back(watch.ms());
    }
    if (hits == 0)
        throw BenchError("the search finds nobody");
    return times;
}

// What such a list costs without an index of our own: the searched texts in a plain encrypted table, LIKE over all of it until 50 are found.
void measurePeer(const SearchWorld& world, const Keystrokes& keys, Report& report)
{
    const QTemporaryDir folder;
    const auto database =
        need(store::Database::open(folder.filePath(QStringLiteral("plain.db")).toStdString(), world.key()), "peer");
    need(database->exec("CREATE TABLE plain(text TEXT NOT NULL)"), "peer table");
    {
        auto transaction = need(store::Transaction::begin(*database), "begin");
        auto insert = need(database->statement("INSERT INTO plain VALUES(?1)"), "insert");
        for (const auto* texts : {&world.names(), &world.phones(), &world.places()})
            for (const auto& text : *texts)
                need(insert.bindText(1, text).run(), "insert");
        need(transaction.commit(), "commit");
    }
    const auto times = timed(keys.plain, [&](const std::string& query) {
        auto rows = need(database->statement("SELECT rowid FROM plain WHERE text LIKE ?1 LIMIT 50"), "like");
        rows.bindText(1, "%" + query + "%");
        std::size_t found = 0;
        while (need(rows.step(), "like"))
            ++found;
        return found;
    });
    report.add("peer_like_1m_p99_ms", percentile(times, 0.99), "ms",
               "peer: LIKE '%…%' over " +
                   std::to_string(world.names().size() + world.phones().size() + world.places().size()) +
                   " plain texts in an encrypted table, first 50, unranked; " + std::to_string(times.size()) +
                   " of the keystrokes (no pinyin, no variants)");
    report.add("peer_like_1m_p50_ms", percentile(times, 0.5), "ms", "the same");
}

// The floor below any index: one seek and 50 rows of one range of the same table.
void measureFloor(const SearchWorld& world, const Keystrokes& keys, Report& report)
{
    const auto source = need(store::Database::open(world.file(), world.key()), "reopen");
    const auto folder = store::makeTextFolder();
    const auto times = timed(keys.all, [&](const std::string& query) {
        const auto from = store::SearchGroups::mark(0) + (store::kTermStart + folder->fold(query));
        auto rows = need(source->statement("SELECT record FROM term WHERE term >= ?1 AND term < ?2 LIMIT 50"), "terms");
        rows.bindText(1, from).bindText(2, from + '\xff');
        std::size_t found = 0;
        while (need(rows.step(), "terms"))
            ++found;
        return found;
    });
    report.add("floor_search_1m_p99_ms", percentile(times, 0.99), "ms",
               "floor: 50 rows of one range of the same term table, the same keystrokes");
    const auto count = need(source->queryInt("SELECT count(*) FROM term"), "count");
    const auto bytes = need(source->queryInt("SELECT sum(length(CAST(term AS BLOB)) + 18) FROM term"), "bytes");
    const auto pages = QFileInfo(QString::fromStdString(world.file())).size();
    report.add("search_1m_term_mb", static_cast<double>(bytes) / 1e6, "MB",
               std::to_string(count) + " terms, text and id; the whole file has " + std::to_string(pages / 1'000'000) +
                   " MB");
}

// A save that changes a telephone number and a name (terms go and come) beside one that changes a word nobody searches.
void measureSaves(const Catalogue& catalogue, SearchWorld& world, Report& report)
{
    const auto* type = catalogue.type(std::string_view("household"));
    const auto families = need(world.store().ofType(type->number, kSaves), "households");
    const auto save = [&](const char* field, const std::function<std::string(int)>& text) {
        std::vector<double> times;
        for (int i = 0; i < kSaves; ++i) {
            const auto id = families[static_cast<std::size_t>(i) % families.size()].record;
            const Stopwatch watch;
            const auto opened = need(world.store().openForEdit(id), "open");
            store::RecordEdit edit{id, id, type->number, opened.view.partition, {}, opened.past};
            edit.writes.push_back(
                {RegisterKey{type->field(std::string_view(field))->registerNumber(), {}}, Value::fromText(text(i))});
            (void)need(world.store().save({{}, {edit}, std::nullopt, "bench"}), "save");
            times.push_back(watch.ms());
        }
        return times;
    };
    const auto unsearched = save("best_time_note", [](int i) { return "第" + std::to_string(i) + "次"; });
    const auto searched = save("call_name", [](int i) { return "林阿姨" + std::to_string(i); });
    report.add("save_1m_searched_p50_ms", percentile(searched, 0.5), "ms",
               "open and save a name, its terms with it, at " + std::to_string(world.records()) + " records");
    report.add("save_1m_searched_p99_ms", percentile(searched, 0.99), "ms", "the same 300 saves");
    report.add("save_1m_unsearched_p50_ms", percentile(unsearched, 0.5), "ms",
               "beside it: a field that nobody searches, no terms");
}

} // namespace

void measureSearch(const Catalogue& catalogue, std::size_t records, Report& report)
{
    progress("search: filling");
    SearchWorld world(catalogue, records);
    const Stopwatch filling;
    world.fill();
    report.add("search_1m_fill_s", filling.seconds(), "s",
               std::to_string(world.records()) + " records made up and stored with their terms, " +
                   std::to_string(kRowsPerReply) + " a transaction; no link");
    const auto keys = keystrokes(world);
    const auto search = [&](const std::string& query) { return need(world.store().search(query), "search").size(); };
    const auto cold = timed(keys.all, search);
    const auto times = timed(keys.all, search);
    std::map<qsizetype, std::vector<double>> byLength;
    for (std::size_t i = 0; i < keys.all.size(); ++i)
        byLength[QString::fromStdString(keys.all[i]).size()].push_back(times[i]);
    std::string lengths;
    for (const auto& [length, some] : byLength)
        lengths += ", " + std::to_string(length) + ": " + QString::number(percentile(some, 0.99), 'f', 2).toStdString();
    report.add("search_1m_p99_ms", percentile(times, 0.99), "ms",
               std::to_string(times.size()) +
                   " keystrokes (names, pinyin, initials, phones, places) over families, homes, "
                   "volunteers, library at " +
                   std::to_string(world.records()) + " records; p99 by characters" + lengths);
    report.add("search_1m_p50_ms", percentile(times, 0.5), "ms", "the same keystrokes");
    report.add("search_1m_first_p99_ms", percentile(cold, 0.99), "ms",
               "the same keystrokes for the first time after filling, pages not yet in the cache");
    measureSaves(catalogue, world, report);
    world.close();
    measureFloor(world, keys, report);
    measurePeer(world, keys, report);
}

} // namespace lianxin::bench
