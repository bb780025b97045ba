// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faulty_proxy.hpp"
#include "server_process.hpp"

#include "app/data/asset_files.hpp"
#include "platform/system_clock.hpp"
#include "platform/system_random.hpp"
#include "sync/client/enrol.hpp"
#include "sync/client/sync_driver.hpp"
#include "sync/store/replica_store.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::e2e;

namespace {

constexpr int kPatience = 60'000;
const PartitionId kVillage = *PartitionId::parse("v:350128900200");

// One replica: the real encrypted store, the real driver, real TLS through the proxy.
class Tablet {
public:
    Tablet(const Catalogue& catalogue, const FaultyProxy& proxy, const QByteArray& ca)
        : m_catalogue(catalogue), m_url(QStringLiteral("https://127.0.0.1:%1").arg(proxy.port())), m_ca(ca), m_key(seal::SignKey::generate(m_random))
    {
        m_random.fill(m_dbKey.key);
        m_random.fill(m_dbKey.salt);
    }

    bool enrol(const QJsonObject& invitation)
    {
        client::HttpTransport transport(m_url, m_ca);
        client::EnrolAsk ask;
        ask.code = invitation.value(QStringLiteral("code")).toString().toStdString();
        ask.replicaKey = &m_key;
        ask.label = "story";
        ask.expected = seal::Realm::demo;
        ask.pinnedRoot = Hash::parse(invitation.value(QStringLiteral("root")).toString().toStdString()).value();
        bool done = false;
        client::enrol(transport, ask, [&](const Result<wire::EnrolReply>& reply) {
            done = true;
            if (reply)
                m_reply = *reply;
            else
                qWarning("enrolment: %s %s", errcName(reply.error().code), reply.error().detail.c_str());
        });
        return QTest::qWaitFor([&] { return done; }, kPatience) && m_reply && open() && store().initialise(m_reply->replica, m_reply->user, m_reply->epoch, m_reply->scopeGeneration).has_value();
    }
    bool open()
    {
        auto opened = store::ReplicaStore::open(m_folder.filePath(QStringLiteral("vault.db")).toStdString(), m_dbKey, {&m_catalogue, m_text.get(), &m_clock, &m_random});
        if (!opened)
            return false;
        m_store = std::move(*opened);
        return true;
    }
    // As after kill -9: nothing is closed in order, everything that was said to be kept must be there.
    bool reopen()
    {
        m_driver.reset();
        m_transport.reset();
        m_store.reset();
        return open();
    }
    void goOnline()
    {
        m_transport = std::make_unique<client::HttpTransport>(m_url, m_ca);
        m_driver = std::make_unique<client::SyncDriver>(*m_store, *m_transport, client::SyncIdentity{m_reply->replica, &m_key, m_reply->receiptKey()}, m_random);
        QVERIFY(m_driver->start().has_value());
        m_driver->setOnline(true);
    }
    void goOffline()
    {
        m_driver.reset();
        m_transport.reset();
    }
    [[nodiscard]] bool isQuiet() const
    {
        return m_driver->state().phase == core::Phase::idle && m_driver->state().saved == m_driver->state().acknowledged;
    }
    bool syncs()
    {
        goOnline();
        const bool quiet = QTest::qWaitFor([this] { return isQuiet(); }, kPatience);
        if (!quiet && m_driver->trouble())
            qWarning("sync: %s %s", errcName(m_driver->trouble()->code), m_driver->trouble()->detail.c_str());
        goOffline();
        return quiet;
    }
    [[nodiscard]] store::ReplicaStore& store() { return *m_store; }
    [[nodiscard]] RecordId newId() { return makeRecordId(m_clock.now(), m_random); }
    [[nodiscard]] UserId user() const { return m_reply->user; }

    [[nodiscard]] const Field& field(const char* type, const char* name) const { return *m_catalogue.type(std::string_view(type))->field(std::string_view(name)); }

    bool save(const char* type, RecordId record, RecordId root, const std::vector<std::pair<const char*, Value>>& values, std::string why = {})
    {
        store::RecordEdit edit{record, root, m_catalogue.type(std::string_view(type))->number, kVillage, {}, {}};
        if (const auto opened = m_store->openForEdit(record))
            edit.past = opened->past;
        else if (record == root)
            edit.writes.push_back({RegisterKey{kLocationRegister, {}}, Value::fromText(kVillage.text())});
        for (const auto& [name, value] : values) {
            const auto& f = field(type, name);
            edit.writes.push_back({RegisterKey{f.registerNumber(), f.isSet() ? value.canonical() : std::string()}, f.isSet() ? Value::fromBool(true) : value});
        }
        return m_store->save({std::move(why), {edit}, std::nullopt, "save"}).has_value();
    }
    [[nodiscard]] std::string shown(RecordId record, const char* type, const char* name)
    {
        const auto view = m_store->view(record);
        const auto* reg = view ? view->find({field(type, name).registerNumber(), {}}) : nullptr;
        return reg ? reg->value.asText().value_or(reg->value.canonical()) : std::string();
    }
    [[nodiscard]] QString stateHash() { return QString::fromStdString(m_store->stateHash(kVillage).value().text()); }
    [[nodiscard]] std::size_t countOf(const char* type) { return m_store->countOfType(m_catalogue.type(std::string_view(type))->number).value(); }

private:
    const Catalogue& m_catalogue;
    QUrl m_url;
    QByteArray m_ca;
    platform::SystemClock m_clock;
    platform::SystemRandom m_random;
    seal::SignKey m_key;
    store::RawKey m_dbKey;
    QTemporaryDir m_folder;
    std::unique_ptr<store::TextFolder> m_text{store::makeTextFolder()};
    std::optional<wire::EnrolReply> m_reply;
    std::unique_ptr<store::ReplicaStore> m_store;
    std::unique_ptr<client::HttpTransport> m_transport;
    std::unique_ptr<client::SyncDriver> m_driver;
};

} // namespace

// Two people, one family, one province: the whole way of a change over a link that breaks, against the real server process.
class TstSyncStory : public QObject {
    Q_OBJECT

private slots:
    void theWholeWay();
};

void TstSyncStory::theWholeWay()
{
    const auto catalogue = data::loadAssetCatalogue(LIANXIN_SOURCE_DIR "/assets");
    QVERIFY2(catalogue.has_value(), catalogue ? "" : catalogue.error().detail.c_str());
    ServerProcess server(QStringLiteral(LIANXIN_SERVER));
    QVERIFY(server.init());
    QVERIFY(server.start());
    FaultyProxy proxy(server.port());
    Tablet officer(*catalogue, proxy, server.ca());
    Tablet worker(*catalogue, proxy, server.ca());
    QVERIFY(officer.enrol(server.enrolUser(QStringLiteral("Officer"), QStringLiteral("TO"), {QStringLiteral("t:350128900")})));
    QVERIFY(worker.enrol(server.enrolUser(QStringLiteral("Worker"), QStringLiteral("VW"), {QStringLiteral("v:350128900200")})));

    // A family that both know.
    const auto family = officer.newId();
    QVERIFY(officer.save("household", family, family, {{"phone1", Value::fromText("19900000008")}}));
    QVERIFY(officer.syncs());
    QVERIFY(worker.syncs());
    QCOMPARE(worker.shown(family, "household", "phone1"), std::string("19900000008"));

    // Offline, both change the telephone and each something else; the worker records a visit.
    const auto visit = worker.newId();
    QVERIFY(worker.save("visit", visit, family, {{"mode", Value::fromInt(1)}, {"outcome", Value::fromInt(1)}, {"mood", Value::fromInt(2)}}));
    QVERIFY(worker.save("household", family, family, {{"phone1", Value::fromText("19900000012")}}, "told at the door"));
    QVERIFY(worker.save("household", family, family, {{"taboo_note", Value::fromText("quiet voice")}}));
    QVERIFY(officer.save("household", family, family, {{"phone1", Value::fromText("19900000021")}}));
    QVERIFY(officer.save("household", family, family, {{"directions", Value::fromText("third house")}}));

    // The worker's link is cut in the middle of the server's answers: what was stored there must not be stored twice.
    proxy.cutReplyAfter(1200, 2);
    QVERIFY(worker.syncs());
    QVERIFY(proxy.cuts() > 0);
    // The power goes in the province and on the officer's tablet.
    server.killHard();
    QVERIFY(officer.reopen());
    QVERIFY(server.start());
    proxy.setTarget(server.port());
    QVERIFY(officer.syncs());
    QVERIFY(worker.syncs());

    // Different fields merged by themselves; the telephone is one thing to look at, on both, and nobody's word is lost.
    for (auto* tablet : {&officer, &worker}) {
        QCOMPARE(tablet->shown(family, "household", "directions"), std::string("third house"));
        QCOMPARE(tablet->shown(family, "household", "taboo_note"), std::string("quiet voice"));
        QCOMPARE(tablet->countOf("visit"), std::size_t{1});
        const auto conflicts = tablet->store().conflicts();
        QVERIFY(conflicts.has_value());
        QCOMPARE(conflicts->size(), std::size_t{1});
        QCOMPARE(conflicts->front().registers.size(), std::size_t{1});
        const auto view = tablet->store().view(family);
        const auto* phone = view->find(conflicts->front().registers.front());
        QCOMPARE(phone->heads.size(), std::size_t{2});
        QVERIFY(phone->note && phone->note->before);
        QCOMPARE(phone->note->before->value.asText().value_or(""), std::string("19900000008"));
        QCOMPARE(phone->note->whys.size(), std::size_t{1});
    }
    QCOMPARE(officer.shown(family, "household", "phone1"), worker.shown(family, "household", "phone1"));
    QCOMPARE(officer.stateHash(), server.stateHash(QStringLiteral("v:350128900200")));
    QCOMPARE(worker.stateHash(), officer.stateHash());

    // The officer settles it; it clears everywhere.
    QVERIFY(officer.save("household", family, family, {{"phone1", Value::fromText("19900000012")}}));
    QVERIFY(officer.syncs());
    QVERIFY(worker.syncs());
    for (auto* tablet : {&officer, &worker}) {
        QCOMPARE(tablet->store().conflicts()->size(), std::size_t{0});
        QCOMPARE(tablet->shown(family, "household", "phone1"), std::string("19900000012"));
        QCOMPARE(tablet->store().counts()->waiting, std::uint64_t{0});
    }
    QCOMPARE(worker.stateHash(), server.stateHash(QStringLiteral("v:350128900200")));
    QCOMPARE(officer.stateHash(), worker.stateHash());
    // The family got its number from the province.
    QVERIFY(!worker.shown(family, "household", "hh_no").empty());
    const auto log = server.log();
    QVERIFY2(!log.contains("1990000") && !log.contains("quiet voice"), "personal data in the server's log");
    QVERIFY(server.stop());
}

QTEST_GUILESS_MAIN(TstSyncStory)
#include "tst_sync_story.moc"
