// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/restamp_messages.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::wire;

class RestampCodecTest : public QObject {
    Q_OBJECT

    template <typename Id> static Id filled(std::uint8_t byte)
    {
        Id id;
        id.bytes.fill(byte);
        return id;
    }
    static core::PushRequest pushOf(std::size_t parcels)
    {
        core::PushRequest push;
        push.parcels.resize(parcels);
        return push;
    }

private slots:
    void asksComeBackTheSame()
    {
        RestampAsk ask;
        ask.key = filled<seal::PublicSignKey>(1);
        ask.proof = filled<core::Signature>(2);
        ask.from = 7;
        ask.chain = {Hash{}, filled<Hash>(3)};
        const auto text = encodeRestampAsk(ask);
        const auto again = decodeRestampAsk(text);
        QVERIFY(again.has_value());
        QCOMPARE(again->last(), std::uint64_t{8});
        QVERIFY(again->key == ask.key && again->proof == ask.proof && again->chain == ask.chain);
        QCOMPARE(encodeRestampAsk(*again), text);
    }

    void answersComeBackTheSame()
    {
        RestampReply reply;
        reply.replica = filled<ReplicaId>(4);
        reply.shared = 5;
        reply.signature = filled<core::Signature>(6);
        reply.serverTime = 1'790'000'000'000;
        const auto again = decodeRestampReply(encodeRestampReply(reply));
        QVERIFY(again.has_value());
        QVERIFY(again->replica == reply.replica && again->signature == reply.signature);
        QCOMPARE(again->shared, reply.shared);
        QCOMPARE(again->serverTime, reply.serverTime);
    }

    void outcomesStandByTheirParcels()
    {
        RestampedReply reply;
        reply.answers = {
            {filled<core::Signature>(1), {1, core::Outcome::applied, {}}},
            {filled<core::Signature>(2), {1, core::Outcome::quarantined, core::QuarantineReason::notAllowed}},
            {filled<core::Signature>(3), {1, core::Outcome::conflicted, {}}}};
        const auto again = decodeRestampedReply(encodeRestampedReply(reply), pushOf(3));
        QVERIFY(again.has_value());
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY(again->answers[i].signature == reply.answers[i].signature);
            QVERIFY(again->answers[i].outcome == reply.answers[i].outcome);
        }
        QVERIFY(!decodeRestampedReply(encodeRestampedReply(reply), pushOf(2)).has_value()); // more than was asked
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray key(43, 'A');
        const QByteArray signature(86, 'A');
        const auto row = [&](const char* name, const QByteArray& chain, const QByteArray& from) {
            QTest::newRow(name) << QByteArray("{\"c\":[" + chain + "],\"f\":" + from + ",\"g\":\"" + signature +
                                              "\",\"k\":\"" + key + "\"}");
        };
        QTest::newRow("nothing") << QByteArray();
        row("no chain", "", "0");
        row("half a hash", "\"AAAA\"", "0");
        row("a number that is too large", "\"" + key + "\"", "9223372036854775807");
        row("a number below zero", "\"" + key + "\"", "-1");
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!decodeRestampAsk(text.toStdString()).has_value());
        QVERIFY(!decodeRestampReply(text.toStdString()).has_value());
        QVERIFY(!decodeRestampedReply(text.toStdString(), pushOf(1)).has_value());
    }
    void anIdOfNothingIsRefused()
    {
        RestampReply reply;
        reply.shared = 1;
        QVERIFY(!decodeRestampReply(encodeRestampReply(reply)).has_value());
    }
};

QTEST_APPLESS_MAIN(RestampCodecTest)
#include "tst_restamp_codec.moc"
