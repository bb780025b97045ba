// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/validate.hpp"

#include <QFile>
#include <QTest>

using namespace lianxin;

namespace {
Day today() { return *parseDay("2026-11-23"); }
} // namespace

class TestModelIdentity : public QObject {
    Q_OBJECT

private slots:
    void idNumbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("birth");
        QTest::addColumn<int>("sex");
        const auto row = [](const char* text, const char* problem, const char* birth = "", int sex = 0) {
            QTest::newRow(text) << QString::fromUtf8(text) << problem << birth << sex;
        };
        row("11010519491231002X", "", "1949-12-31", 2);
        row("440524188001010014", "id_age");
        row("359901195809300013", "", "1958-09-30", 1);
        row("359901195809300021", "", "1958-09-30", 2);
        row("359902195512311017", "", "1955-12-31", 1);
        row("359903196304158880", "", "1963-04-15", 2);
        row("35990119600101000X", "", "1960-01-01", 2);
        row("35990119600101000x", "", "1960-01-01", 2);
        row(" 3599 0119 6001 0100 0X ", "", "1960-01-01", 2);
        row("３５９９０１１９６００１０１０００Ｘ", "", "1960-01-01", 2);
        row("359901195809300014", "id_check");
        row("35990119580930001", "id_length");
        row("", "id_length");
        row("35990119600101000Х", "id_character"); // a Cyrillic letter
        row("3599011960010100０Х", "id_character");
        row("35990119580930001A", "id_character");
        row("35990119580930A013", "id_character");
        row("359901580930001", "", "1958-09-30", 1);
        row("359901581330001", "id_birth");
        row("35990158093000X", "id_character");
    }
    void idNumbers()
    {
        QFETCH(QString, text);
        QFETCH(QString, problem);
        QFETCH(QString, birth);
        QFETCH(int, sex);
        const auto check = checkIdNumber(text.toStdString(), today());
        QCOMPARE(QString::fromStdString(check.problem), problem);
        QCOMPARE(QString::fromStdString(check.id.birth), birth);
        QCOMPARE(check.id.sex, sex);
    }

    // The standard's own example of 1880 is right but for its age.
    void oldExampleOfTheStandard()
    {
        QCOMPARE(checkIdNumber("440524188001010014", *parseDay("1990-01-01")).problem, std::string());
    }

    void everyFlippedDigitIsSeen()
    {
        for (const std::string_view known : {"359901195809300013", "359903196304158880", "35990119600101000X"}) {
            const std::string good(known);
            for (std::size_t i = 0; i < 17; ++i)
                for (char digit = '0'; digit <= '9'; ++digit)
                    if (auto flipped = good; digit != good[i]) {
                        flipped[i] = digit;
                        QVERIFY(!checkIdNumber(flipped, today()).problem.empty());
                    }
        }
    }

    void bornTomorrow()
    {
        QCOMPARE(checkIdNumber("359901195809300013", *parseDay("1958-09-29")).problem, std::string("id_birth"));
    }

    void oldNumbersAreMarked()
    {
        const auto check = checkIdNumber("359901580930001", today());
        QVERIFY(check.id.converted);
        QCOMPARE(check.id.number, std::string("359901195809300013"));
        QCOMPARE(check.id.prefix, std::string("359901"));
    }

    // Cards of the 1980s carry codes that no map has any more: every prefix of the table is a place and leads to today's (domain 9.2).
    void historicPrefixesAreOrdinary()
    {
        QFile file(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/divisions/divisions.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto divisions = Divisions::parse(file.readAll().toStdString());
        QVERIFY(divisions.has_value());
        int historic = 0;
        for (const auto& division : divisions->list()) {
            QVERIFY(divisions->find(division.code) != nullptr);
            if (division.status != DivisionStatus::historic)
                continue;
            ++historic;
            QVERIFY2(!division.currentCodes.empty(), division.code.c_str());
            for (const auto& today : division.currentCodes)
                QVERIFY2(divisions->isCurrent(today), (division.code + " -> " + today).c_str());
        }
        QCOMPARE(historic, 73);
        const auto leadsTo = [&](const char* code) { // a code may have been given again: the old name is asked for
            for (const auto* one : divisions->all(code))
                if (one->status == DivisionStatus::historic)
                    return one->currentCodes;
            return std::vector<std::string>{};
        };
        QCOMPARE(leadsTo("352128"), std::vector<std::string>{"350724"});
        QCOMPARE(leadsTo("359001"), std::vector<std::string>{"350481"});
        QCOMPARE(leadsTo("350402"), std::vector<std::string>{"350404"});
        QCOMPARE(leadsTo("350321"), (std::vector<std::string>{"350303", "350304", "350305"}));
        QVERIFY(divisions->find("359901") == nullptr); // made-up people only
    }

    void masks()
    {
        QCOMPARE(maskedIdNumber("359901195809300013"), std::string("3599**********0013"));
        QCOMPARE(maskedIdNumber("12345678"), std::string("********"));
    }

    void phones_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("normal");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* text, const char* normal, PhoneKind kind) {
            QTest::newRow(text) << QString::fromUtf8(text) << normal << static_cast<int>(kind);
        };
        row("13800138000", "13800138000", PhoneKind::mobile);
        row("+86 138 0013 8000", "13800138000", PhoneKind::mobile);
        row("0086-13800138000", "13800138000", PhoneKind::mobile);
        row("１３８００１３８０００", "13800138000", PhoneKind::mobile);
        row("12800138000", "12800138000", PhoneKind::unknown);
        row("1380013800", "1380013800", PhoneKind::unknown);
        row("138001380000", "138001380000", PhoneKind::unknown);
        row("0591-87844606", "059187844606", PhoneKind::landline);
        row("0595-22355869", "059522355869", PhoneKind::landline);
        row("0593-7856234", "05937856234", PhoneKind::landline);
        row("0598-3859356", "05983859356", PhoneKind::landline);
        row("0591-8784460", "05918784460", PhoneKind::unknown);
        row("0593-78562345", "059378562345", PhoneKind::unknown);
        row("0590-7856234", "05907856234", PhoneKind::unknown);
        row("12356", "12356", PhoneKind::service);
        row("110", "110", PhoneKind::service);
        row("6688", "6688", PhoneKind::villageShort);
        row("66", "66", PhoneKind::unknown);
        row("阿明家", "阿明家", PhoneKind::unknown);
        row("", "", PhoneKind::unknown);
    }
    void phones()
    {
        QFETCH(QString, text);
        QFETCH(QString, normal);
        QFETCH(int, kind);
        const auto number = normalPhone(text.toStdString());
        QCOMPARE(QString::fromStdString(number), normal);
        QCOMPARE(static_cast<int>(phoneKind(number)), kind);
        QCOMPARE(normalPhone(number), number);
    }

    void disabilityCards()
    {
        QVERIFY(isDisabilityCard("35990119580930001343", today()));
        QVERIFY(isDisabilityCard("35990119580930001343B1", today()));
        QVERIFY(!isDisabilityCard("35990119580930001383", today())); // type 8
        QVERIFY(!isDisabilityCard("35990119580930001345", today())); // level 5
        QVERIFY(!isDisabilityCard("35990119580930001443", today())); // identity number
        QVERIFY(!isDisabilityCard("359901195809300013", today()));
    }

    void creditCodes()
    {
        QVERIFY(isCreditCode("91350100M000100Y43"));
        QVERIFY(!isCreditCode("91350100M000100Y44"));
        QVERIFY(!isCreditCode("91350100M000100I43")); // I is not in the alphabet
        QVERIFY(!isCreditCode("9135"));
    }

    // ISO 7064: the standard's worked example, and every single wrong digit.
    void householdNumbers()
    {
        QCOMPARE(mod11_10Digit("0794"), '5');
        const std::string body = "350128001201"
                                 "26"
                                 "0007";
        const auto number = body + mod11_10Digit(body);
        QVERIFY(isHouseholdNumber(number));
        for (std::size_t i = 0; i < number.size(); ++i)
            for (char digit = '0'; digit <= '9'; ++digit)
                if (auto flipped = number; digit != number[i]) {
                    flipped[i] = digit;
                    QVERIFY(!isHouseholdNumber(flipped));
                }
        QVERIFY(!isHouseholdNumber(body));
    }
};

QTEST_APPLESS_MAIN(TestModelIdentity)
#include "tst_model_identity.moc"
