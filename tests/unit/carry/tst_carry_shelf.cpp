// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/carry/carry_world.hpp"
#include "tests/unit/store/faulty_vfs.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

using namespace lianxin;
using namespace lianxin::store;
using namespace lianxin::test;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(lianxin::test::faulty::Fault)

class CarryShelfTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count{0};
    Organisation m_org;
    SeededRandom m_random{3};
    RawKey m_key = RawKey::random(m_random);

    std::string path() { return m_folder.filePath(QString("%1.db").arg(++m_count)).toStdString(); }
    std::unique_ptr<Database> open(const std::string& file)
    {
        auto database = must(Database::open(file, m_key));
        must(database->migrate({carryShelfTables()}));
        return database;
    }
    struct Sealed {
        std::string bytes;
        seal::CarriedEnvelope envelope;
    };
    Sealed sealed(ReplicaId replica, std::uint64_t first, std::uint64_t last, std::size_t size = 500)
    {
        const auto key = seal::SignKey::generate(m_random);
        const auto certificate = m_org.certify(seal::CertificateKind::replica, replica.text(), key.publicKey());
        Hash head;
        m_random.fill(head.bytes);
        auto bytes = must(seal::sealCarried(key, {replica, {}, first, last, head}, certificate, std::string(size, 'x'),
                                            m_org.box.publicKey(), m_random));
        auto envelope = must(seal::parseCarried(bytes));
        return {std::move(bytes), std::move(envelope)};
    }
    static std::vector<CarriedItem> due(CarryShelf& shelf, Millis now = 100)
    {
        return must(shelf.due(CarryShelf::To::province, now, 64, 1 << 20));
    }

private slots:
    void initTestCase() { faulty::install(); }

    void whatCameGoesOnByteForByteTheLongestFirst()
    {
        const auto database = open(path());
        CarryShelf shelf(*database, kRelayLimits);
        const auto one = makeReplicaId(m_random);
        const auto shorter = sealed(one, 1, 4);
        const auto longer = sealed(one, 1, 9);
        must(shelf.take(shorter.envelope, shorter.bytes, 1));
        must(shelf.take(longer.envelope, longer.bytes, 2));
        must(shelf.take(longer.envelope, longer.bytes, 3)); // twice is once
        auto items = due(shelf);
        QCOMPARE(items.size(), std::size_t{1}); // the other is inside
        QCOMPARE(items[0].bytes, longer.bytes);
        QCOMPARE(items[0].label, longer.envelope.label);
        must(shelf.postpone(items[0].id, 1000)); // and goes alone where that one may not
        QCOMPARE(due(shelf).front().bytes, shorter.bytes);
        // What the longest one's receipt covers need not go.
        must(shelf.received({{}, one, 9, longer.envelope.label.head, {}}, 4));
        QVERIFY(due(shelf).empty());
        QCOMPARE(must(shelf.receipts({one})).front().held, std::uint64_t{9});
        must(shelf.take(shorter.envelope, shorter.bytes, 5)); // the province has it: nothing to keep
        QVERIFY(due(shelf).empty());
        must(shelf.received({{}, one, 4, shorter.envelope.label.head, {}}, 6)); // a late word takes nothing back
        QCOMPARE(must(shelf.receipts({one})).front().held, std::uint64_t{9});
    }

    void refusedAndPostponedDoNotBlockOthers()
    {
        const auto database = open(path());
        CarryShelf shelf(*database, kRelayLimits);
        const auto a = sealed(makeReplicaId(m_random), 1, 4);
        const auto b = sealed(makeReplicaId(m_random), 5, 9);
        const auto c = sealed(makeReplicaId(m_random), 1, 1);
        for (const auto* one : {&a, &b, &c})
            must(shelf.take(one->envelope, one->bytes, 1));
        for (const auto& item : due(shelf)) {
            if (item.label == a.envelope.label)
                must(shelf.refused(item.id, "fork"));
            if (item.label == b.envelope.label)
                must(shelf.postpone(item.id, 500));
        }
        QCOMPARE(due(shelf).size(), std::size_t{1});
        QCOMPARE(due(shelf).front().label, c.envelope.label);
        QCOMPARE(due(shelf, 500).size(), std::size_t{2});
        const auto counts = must(shelf.counts());
        QCOMPARE(counts.refused, std::uint64_t{1});
        QCOMPARE(counts.waiting, std::uint64_t{2});
    }

    void quotaAndAgeHold()
    {
        const auto database = open(path());
        CarryShelf shelf(*database, {4000, 2500, 100, 1000});
        const auto one = makeReplicaId(m_random);
        const auto first = sealed(one, 1, 2);
        const auto second = sealed(one, 3, 4, 1500);
        must(shelf.take(first.envelope, first.bytes, 10));
        QCOMPARE(shelf.take(second.envelope, second.bytes, 20).error().code, Errc::busy);
        const auto other = sealed(makeReplicaId(m_random), 1, 2, 1500);
        must(shelf.take(other.envelope, other.bytes, 900));
        const auto third = sealed(makeReplicaId(m_random), 1, 2, 1500);
        QCOMPARE(shelf.take(third.envelope, third.bytes, 900).error().code, Errc::busy);
        QCOMPARE(must(shelf.expire(1500)), std::uint64_t{1}); // the first is older than a thousand
        must(shelf.take(third.envelope, third.bytes, 1500));
    }

    void diesAtEachWrite_data()
    {
        QTest::addColumn<faulty::Fault>("fault");
        QTest::newRow("killed") << faulty::Fault::crashKeepingWrites;
        QTest::newRow("power cut") << faulty::Fault::crashLosingUnsynced;
        QTest::newRow("power cut, writes reordered") << faulty::Fault::crashLosingSomeUnsynced;
        QTest::newRow("disk full") << faulty::Fault::full;
        QTest::newRow("refused") << faulty::Fault::io;
    }
    // Whatever was signed for is there afterwards.
    void diesAtEachWrite()
    {
        QFETCH(faulty::Fault, fault);
        const auto base = path();
        open(base);
        std::vector<Sealed> all;
        for (int i = 0; i < 4; ++i)
            all.push_back(sealed(makeReplicaId(m_random), 1, 5, 3000));
        int boundaries = 0;
        for (int at = 1;; ++at) {
            const auto file = m_folder.filePath("work.db").toStdString();
            for (const auto* suffix : {"", "-wal", "-journal"})
                fs::remove(file + suffix);
            fs::copy_file(base, file);
            std::array<int, 2> tell{};
            QCOMPARE(pipe(tell.data()), 0);
            const auto child = fork();
            if (child == 0) {
                int status = faulty::kCrashCode;
                try {
                    const auto database = must(Database::open(faulty::uri(file), m_key));
                    CarryShelf shelf(*database, kRelayLimits);
                    faulty::arm(fault, at);
                    for (const auto& one : all) {
                        must(shelf.take(one.envelope, one.bytes, 1));
                        std::ignore = ::write(tell[1], "x", 1); // signed for
                    }
                    status = 0;
                } catch (const std::exception&) { // the full disk said so
                }
                _exit(status);
            }
            ::close(tell[1]);
            int status = 0;
            waitpid(child, &status, 0);
            std::array<char, 8> said{};
            const auto signedFor = ::read(tell[0], said.data(), said.size());
            ::close(tell[0]);
            const auto database = open(file);
            must(database->verify());
            CarryShelf shelf(*database, kRelayLimits);
            const auto items = due(shelf);
            QVERIFY2(static_cast<ssize_t>(items.size()) >= signedFor, qPrintable(QString::number(at)));
            for (ssize_t i = 0; i < signedFor; ++i)
                QVERIFY(std::ranges::find(items, all[static_cast<std::size_t>(i)].bytes, &CarriedItem::bytes) !=
                        items.end());
            if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
                break;
            boundaries = at;
        }
        QVERIFY(boundaries > 4);
    }
};

QTEST_GUILESS_MAIN(CarryShelfTest)
#include "tst_carry_shelf.moc"
