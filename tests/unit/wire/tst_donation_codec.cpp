// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/donation_codec.hpp"
#include "sync/wire/limits.hpp"
#include "tests/unit/wire/samples.hpp"

#include <QtTest>

using namespace lianxin;
using lianxin::test::Samples;
using namespace lianxin::wire;

class DonationCodecTest : public QObject {
    Q_OBJECT

    static constexpr const char* kEpoch = "IyMjIyMjIyM";
    static Result<core::DonationRequest> read(const std::string& text) { return decodeDonationRequest(text, {}); }

private slots:
    void everyRequestComesBackTheSame()
    {
        Samples samples(7);
        for (int i = 0; i < 200; ++i) {
            core::DonationRequest request;
            request.epoch.bytes.fill(0x23);
            const auto frames = samples.random().below(3);
            for (std::size_t f = 0; f < frames; ++f) {
                core::Frame frame;
                frame.partition = *PartitionId::parse("v:350128001201");
                frame.vector.addRange(ReplicaId{}, 1, 1 + f);
                for (auto rows = samples.random().below(4); rows > 0; --rows) {
                    auto row = samples.row({});
                    row.partition = frame.partition;
                    for (auto& reg : row.registers) {
                        reg.note.reset();
                        reg.feed = 0;
                        reg.contextId = 0;
                    }
                    frame.rows.push_back(std::move(row));
                }
                request.frames.push_back(std::move(frame));
            }
            request.last = samples.random().below(2) == 1;
            if (samples.random().below(2) == 1)
                request.withdrawn.push_back({ReplicaId{}, 1 + samples.random().below(9)});
            if (samples.random().below(2) == 1) {
                request.shown.emplace();
                request.shown->epoch = request.epoch;
                request.shown->held = samples.random().below(9);
                request.shown->signature.bytes.fill(7);
            }
            const auto text = encodeDonationRequest(request);
            const auto again = read(text);
            QVERIFY2(again.has_value(), again ? "" : again.error().detail.c_str());
            QCOMPARE(encodeDonationRequest(*again), text);
            QCOMPARE(again->last, request.last);
            QCOMPARE(again->shown.has_value(), request.shown.has_value());
            QCOMPARE(again->frames.size(), request.frames.size());
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const QByteArray& inside) {
            QTest::newRow(name) << QByteArray("{\"e\":\"") + kEpoch + "\"" + inside + "}";
        };
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no epoch") << QByteArray("{}");
        row("a frame with a place in a feed", ",\"f\":[{\"a\":\"v:350128001201\",\"n\":5}]");
        row("a frame that reaches a head", ",\"f\":[{\"a\":\"v:350128001201\",\"n\":0,\"z\":true}]");
        row("an unknown partition", ",\"f\":[{\"a\":\"x:1\",\"n\":0}]");
        row("a dot of number 0", ",\"w\":[[\"ISEhISEhISE\",0]]");
        row("half a dot", ",\"w\":[[\"ISEhISEhISE\"]]");
        row("a receipt without its number", ",\"g\":\"" + QByteArray(86, 'A') + "\"");
        row("a number that is too large", ",\"w\":[[\"ISEhISEhISE\",9223372036854775807]]");
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        const auto said = read(text.toStdString());
        QVERIFY(!said.has_value());
        QVERIFY(said.error().code == Errc::invalidInput);
    }

    void aReplySpeaksOfWhoAsked()
    {
        core::DonationReply reply;
        reply.receipt.epoch.bytes.fill(0x23);
        reply.receipt.replica.bytes.fill(0x21);
        reply.receipt.held = 7;
        reply.receipt.head.bytes.fill(0x53);
        reply.receipt.signature.bytes.fill(9);
        reply.serverTime = 1'790'000'000'000;
        const auto again = decodeDonationReply(encodeDonationReply(reply), reply.receipt.epoch, reply.receipt.replica);
        QVERIFY(again.has_value());
        QCOMPARE(again->receipt == reply.receipt, true);
        QCOMPARE(again->serverTime, reply.serverTime);
        QVERIFY(!decodeDonationReply("{\"t\":1}", {}, {}).has_value());
    }
};

QTEST_APPLESS_MAIN(DonationCodecTest)
#include "tst_donation_codec.moc"
