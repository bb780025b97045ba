// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/chain.hpp"
#include "sync/wire/donation_codec.hpp"
#include "sync/wire/paths.hpp"
#include "tests/unit/server/donating.hpp"

#include <QtTest>

#include <filesystem>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;

// A server that was put back to a backup: how it is found out, what it takes back, from whom, and what it does not believe.
class TestDonation : public QObject {
    Q_OBJECT

    static std::string phone(TestProvince& province, Tablet& tablet, RecordId id)
    {
        const auto row = record(province, tablet, id);
        const auto field = province.type("household").field(std::string_view("phone1"))->registerNumber();
        const auto* reg = row ? row->find({field, {}}) : nullptr;
        if (!reg || reg->heads.size() != 1)
            return reg ? "conflict" : "";
        return reg->heads.front().value.asText().value_or("");
    }

private slots:
    void aServerThatLostNothingTakesNothing()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        pushOne(province, tablet, province.household(kVillage));
        const auto rows = rowsOf(province, tablet);
        QCOMPARE(give(province, tablet, {tablet.epoch, rows, {}, true, std::nullopt}).code, std::string("not-allowed"));
        QCOMPARE(give(province, tablet, {tablet.epoch, {}, {}, false, std::nullopt}).code, std::string());
    }

    // A colleague gives back what the author pushed after the backup; the author's own push then finds it there.
    void whatAColleagueHoldsComesBack()
    {
        TestProvince province;
        auto author = province.enrol("Lin", "VW", kVillage);
        auto colleague = province.enrol("Chen", "TO", kTownship);
        const auto backup = province.backUp();
        const auto change = province.household(kVillage, "13800000001");
        pushOne(province, author, change);
        const auto rows = rowsOf(province, colleague);
        province.putBack(backup);
        meet(province, colleague);
        QCOMPARE(phone(province, colleague, change.record), std::string());
        QCOMPARE(give(province, colleague, {colleague.epoch, rows, {}, true, std::nullopt}).code, std::string());
        QCOMPARE(phone(province, colleague, change.record), std::string("13800000001"));
        // Sent again after everything: nothing changes (the answer may have been lost).
        QCOMPARE(give(province, colleague, {colleague.epoch, rows, {}, true, std::nullopt}).code, std::string());
        meet(province, author);
        QCOMPARE(author.acknowledged, std::uint64_t{0});
        author.made = 0;
        author.head = {};
        const auto before = *record(province, author, change.record);
        pushOne(province, author, change);
        const auto after = *record(province, author, change.record);
        QCOMPARE(after.registers.size(), before.registers.size());
        for (std::size_t i = 0; i < after.registers.size(); ++i)
            QCOMPARE(after.registers[i].heads == before.registers[i].heads, true);
        const auto status = province.admin({{"do", "status"}});
        const auto healing = status->at("healing").as_array();
        QCOMPARE(std::string(healing.front().at("given_back").as_string()), std::string("1 of 2 tablets"));
        QCOMPARE(healing.at(1).at("passed_over").as_int64(), 0);
    }

    // I14: nothing that the server gave out in the lost epoch is given out again.
    void theServerDoesNotRepeatItself()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        const auto backup = province.backUp();
        const auto self = province.province().self();
        const auto first = province.household(kVillage);
        pushOne(province, tablet, first);
        const auto number = [&](RecordId id) {
            const auto row = record(province, tablet, id);
            const auto* reg = row->find({province.type("household").field(std::string_view("hh_no"))->number, {}});
            return reg->heads.front();
        };
        const auto before = number(first.record);
        province.putBack(backup);
        QVERIFY(province.province().self() != self);
        meet(province, tablet);
        tablet.made = 0;
        tablet.head = {};
        const auto other = province.household(kVillage);
        pushOne(province, tablet, other);
        QVERIFY(number(other.record).value != before.value);
        QVERIFY(number(other.record).dot.replica != before.dot.replica);
        province.restart();
        QVERIFY(province.province().self() != self);
    }

    void onlyWhatTheDonorMayHold()
    {
        TestProvince province;
        auto near = province.enrol("Lin", "VW", kVillage);
        auto far = province.enrol("Chen", "VW", kOtherVillage);
        const auto backup = province.backUp();
        const auto change = province.household(kOtherVillage);
        pushOne(province, far, change);
        auto rows = rowsOf(province, far);
        province.putBack(backup);
        meet(province, near);
        QCOMPARE(give(province, near, {near.epoch, rows, {}, true, std::nullopt}).code, std::string());
        meet(province, far);
        QVERIFY(!record(province, far, change.record));
        const auto healing = province.admin({{"do", "status"}})->at("healing").as_array();
        QCOMPARE(healing.at(1).at("passed_over").as_int64(), 1);
    }

    void whatCannotBeIsPassedOver_data()
    {
        QTest::addColumn<int>("lie");
        QTest::newRow("another value than the archive holds") << 0;
        QTest::newRow("a type that nobody knows") << 1;
        QTest::newRow("a register that nobody knows") << 2;
        QTest::newRow("another root") << 3;
        QTest::newRow("the server's own next word") << 4;
        QTest::newRow("another author's word") << 5;
        QTest::newRow("the directory") << 6;
    }
    void whatCannotBeIsPassedOver()
    {
        QFETCH(int, lie);
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        const auto change = province.household(kVillage, "13800000001");
        pushOne(province, tablet, change);
        const auto backup = province.backUp();
        auto rows = rowsOf(province, tablet);
        province.putBack(backup);
        meet(province, tablet);
        const auto truth = *record(province, tablet, change.record);
        const auto field = province.type("household").field(std::string_view("phone1"))->registerNumber();
        for (auto& frame : rows)
            for (auto& row : frame.rows) {
                std::erase_if(row.registers, [&](const auto& reg) { return reg.key.number != field; });
                if (row.registers.empty())
                    continue;
                auto& reg = row.registers.front();
                auto& head = reg.heads.front();
                reg.exceptions.addRange(tablet.replica, 1, 99);
                head.value = Value::fromText("13900000000");
                if (lie == 1)
                    row.type = 9999;
                if (lie == 2)
                    reg.key.number = 9998;
                if (lie == 3)
                    row.root = makeRecordId(1, province.random);
                if (lie == 4)
                    head.dot = {province.province().self(), 50};
                if (lie == 5)
                    head.user = userOf(makeRecordId(2, province.random));
                if (lie == 6)
                    frame.partition = PartitionId::directory();
            }
        QCOMPARE(give(province, tablet, {tablet.epoch, rows, {}, true, std::nullopt}).code, std::string());
        QCOMPARE(record(province, tablet, change.record)->registers == truth.registers, true);
        const auto healing = province.admin({{"do", "status"}})->at("healing").as_array();
        QVERIFY(healing.at(1).at("passed_over").as_int64() > 0);
    }

    // A database file that was copied over without a word: the first tablet with a receipt exposes it, and nobody else can.
    void aReceiptExposesAnOldCopy()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        auto liar = province.enrol("Chen", "VW", kVillage);
        pushOne(province, tablet, province.household(kVillage));
        const auto early = province.push(tablet, tablet.push({}));
        const auto backup = province.backUp();
        pushOne(province, tablet, province.household(kVillage));
        const auto late = province.push(tablet, tablet.push({}));
        const auto epoch = tablet.epoch;
        QCOMPARE(give(province, tablet, {epoch, {}, {}, false, late->receipt}).code, std::string());
        province.copyBack(backup);
        QCOMPARE(province.province().epoch(), epoch);
        QCOMPARE(refusalOf(province.call(tablet.pushHttp(tablet.push({})))).code, std::string("show-receipt"));

        auto forged = late->receipt;
        forged.held = 9;
        QCOMPARE(give(province, tablet, {epoch, {}, {}, false, forged}).code, std::string("not-allowed"));
        QCOMPARE(give(province, liar, {epoch, {}, {}, false, late->receipt}).code, std::string("not-allowed"));
        QCOMPARE(give(province, tablet, {epoch, {}, {}, false, early->receipt}).code, std::string());
        QCOMPARE(province.province().epoch(), epoch);

        const auto said = give(province, tablet, {epoch, {}, {}, false, late->receipt});
        QCOMPARE(said.code, std::string("epoch-changed"));
        QVERIFY(said.epoch && *said.epoch != epoch);
        QCOMPARE(refusalOf(province.call(liar.pullHttp(liar.pull()))).code, std::string("epoch-changed"));
        meet(province, tablet);
        QCOMPARE(tablet.acknowledged, std::uint64_t{1});
        province.restart();
        QCOMPARE(province.province().epoch(), *said.epoch);
        QVERIFY(province.pull(tablet, tablet.pull()).has_value());
    }

    void aBackupIsWholeOrNotThere()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        pushOne(province, tablet, province.household(kVillage));
        const auto folder = province.backUp();
        QVERIFY(std::filesystem::exists(folder + "/province.db"));
        QVERIFY(!std::filesystem::exists(folder + ".making"));
        QVERIFY(!province.admin({{"do", "backup"}, {"folder", folder}}).has_value()); // never over another one
        QVERIFY(province.admin({{"do", "status"}})->at("healing").as_array().front().at("last_backup").as_int64() > 0);
    }
};

QTEST_GUILESS_MAIN(TestDonation)
#include "tst_donation.moc"
