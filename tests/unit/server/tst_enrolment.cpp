// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/household_numbers.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/paths.hpp"
#include "tests/unit/server/province_fixture.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;

class TestEnrolment : public QObject {
    Q_OBJECT

private:
    static HttpReply ask(TestProvince& province, const wire::EnrolRequest& request)
    {
        HttpRequest http;
        http.method = "POST";
        http.path = wire::kPathEnrol;
        http.body = wire::encodeEnrolRequest(request);
        http.peer = "192.0.2.7";
        return province.call(http);
    }
    // A code for the same user whose secret is wrong in one place.
    static std::string spoilt(std::string code)
    {
        code.back() = code.back() == 'A' ? 'B' : 'A';
        return code;
    }

private slots:
    void codesReadAsPeopleTypeThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("same");
        QTest::newRow("as printed") << "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ" << true;
        QTest::newRow("small, no dashes") << "0123456789abcdefghjkmnpqrstvwxyz" << true;
        QTest::newRow("uneven groups, O") << "O1234567-89AB CDEF-GHJK-MNPQ-RSTV-WXYZ" << true;
        QTest::newRow("O for 0, l for 1") << "Ol23-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ" << true;
        QTest::newRow("short") << "0123-4567" << false;
        QTest::newRow("other letters") << "U123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ" << false;
    }
    void codesReadAsPeopleTypeThem()
    {
        QFETCH(QString, typed);
        QFETCH(bool, same);
        QCOMPARE(plainEnrolCode(typed.toStdString()) == "0123456789ABCDEFGHJKMNPQRSTVWXYZ", same);
    }

    void aCodeWorksOnceAndItsAnswerCanBeAskedAgain()
    {
        TestProvince province;
        const auto code = province.addUser("Lin", "VW", kVillage);
        Tablet tablet(province.random, "tablet");
        const auto asked = tablet.enrolRequest(code);
        const auto first = ask(province, asked);
        QCOMPARE(first.status, 200);
        const auto reply = wire::decodeEnrolReply(unpacked(first));
        QVERIFY(reply.has_value());
        QVERIFY(wire::checkEnrolReply(*reply, asked, province.authority().rootFingerprint()).has_value());
        QCOMPARE(reply->role, std::string("VW"));
        QCOMPARE(reply->displayName, std::string("Lin"));
        QCOMPARE(reply->granted.size(), std::size_t{2}); // the directory and the village
        // The reply was lost: the same tablet gets the same replica again.
        const auto again = wire::decodeEnrolReply(unpacked(ask(province, asked)));
        QVERIFY(again.has_value());
        QCOMPARE(again->replica, reply->replica);
        // Another tablet gets nothing.
        Tablet thief(province.random, "thief");
        const auto stolen = ask(province, thief.enrolRequest(code));
        QCOMPARE(refusalOf(stolen).code, std::string("wrong-secret"));
    }

    void wrongAndExpiredCodes()
    {
        TestProvince province;
        const auto code = province.addUser("Lin", "VW", kVillage);
        const Tablet tablet(province.random, "tablet");
        QCOMPARE(refusalOf(ask(province, tablet.enrolRequest("nonsense"))).code, std::string("wrong-secret"));
        QCOMPARE(refusalOf(ask(province, tablet.enrolRequest(spoilt(code)))).code, std::string("wrong-secret"));
        province.clock.time += kEnrolCodeLife + 1;
        QCOMPARE(refusalOf(ask(province, tablet.enrolRequest(code))).code, std::string("wrong-secret"));
    }

    void fiveTriesCloseACode()
    {
        TestProvince province;
        const auto code = province.addUser("Lin", "VW", kVillage);
        const Tablet tablet(province.random, "tablet");
        for (int i = 0; i < kEnrolTries; ++i)
            QCOMPARE(refusalOf(ask(province, tablet.enrolRequest(spoilt(code)))).code, std::string("wrong-secret"));
        province.restart(); // the count is durable
        QCOMPARE(refusalOf(ask(province, tablet.enrolRequest(code))).code, std::string("locked-out"));
    }

    void aProofByAnotherKeyIsRefused()
    {
        TestProvince province;
        Tablet tablet(province.random, "tablet");
        const Tablet other(province.random, "other");
        auto asked = tablet.enrolRequest(province.addUser("Lin", "VW", kVillage));
        asked.replicaKey = other.key.publicKey();
        QCOMPARE(refusalOf(ask(province, asked)).code, std::string("wrong-secret"));
    }

    void aKeyEnrolsOnce()
    {
        TestProvince province;
        Tablet tablet = province.enrol("Lin", "VW", kVillage);
        const auto code = province.addUser("Wang", "TO", kTownship);
        QCOMPARE(refusalOf(ask(province, tablet.enrolRequest(code))).code, std::string("not-allowed"));
    }

    void demoAndProductionDoNotMix_data()
    {
        QTest::addColumn<int>("server");
        QTest::addColumn<int>("tablet");
        QTest::newRow("demo server") << 1 << 2;
        QTest::newRow("production server") << 2 << 1;
    }
    void demoAndProductionDoNotMix()
    {
        QFETCH(int, server);
        QFETCH(int, tablet);
        TestProvince province(static_cast<seal::Realm>(server));
        const auto code = province.addUser("Lin", "VW", kVillage);
        const Tablet stranger(province.random, "tablet");
        QCOMPARE(refusalOf(ask(province, stranger.enrolRequest(code, static_cast<seal::Realm>(tablet)))).code,
                 std::string("not-allowed"));
        QCOMPARE(ask(province, stranger.enrolRequest(code, static_cast<seal::Realm>(server))).status, 200);
    }

    void certificatesWaitForTheIssuer()
    {
        TestProvince province;
        auto tablet = province.enrol("Lin", "VW", kVillage);
        const auto waiting = province.admin({{"do", "waiting"}});
        QCOMPARE(waiting->at("waiting").as_array().size(), std::size_t{2}); // tablet and person
        // A certificate that the issuer did not sign does not get in.
        const auto rogue = seal::SignKey::generate(province.random);
        seal::Certificate forged;
        forged.kind = seal::CertificateKind::replica;
        forged.subject = tablet.replica.text();
        forged.user = tablet.user;
        forged.signKey = tablet.key.publicKey();
        const auto id = waiting->at("waiting").as_array().front().as_object().at("id");
        const auto refused = province.admin(
            {{"do", "publish"}, {"id", id}, {"certificate", seal::certificateText(seal::issue(rogue, forged))}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::notAllowed);
        province.confirmAll();
        QCOMPARE(province.admin({{"do", "waiting"}})->at("waiting").as_array().size(), std::size_t{0});
        // The directory has escrow, user, grant and both certificates, and the tablet may read it.
        const auto pulled = province.pull(tablet, tablet.pull());
        QVERIFY(pulled.has_value());
        QCOMPARE(pulled->frames.size(), std::size_t{1});
        QCOMPARE(pulled->frames.front().rows.size(), std::size_t{5});
    }

    void householdNumbersHaveACheckDigit()
    {
        // ISO 7064 MOD 11,10: the published example of 79462 has check digit 3.
        QCOMPARE(checkDigit("79462"), '3');
        const std::string number = "350128001201260001";
        QVERIFY(isHouseholdNumber(number + checkDigit(number)));
        for (char wrong = '0'; wrong <= '9'; ++wrong)
            QCOMPARE(isHouseholdNumber(number + wrong), wrong == checkDigit(number));
    }
};

QTEST_GUILESS_MAIN(TestEnrolment)
#include "tst_enrolment.moc"
