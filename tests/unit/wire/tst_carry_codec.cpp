// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/carry_messages.hpp"
#include "sync/wire/shelf_messages.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::wire;

namespace {

template <typename Id> Id filled(std::uint8_t byte)
{
    Id id;
    id.bytes.fill(byte);
    return id;
}

core::Receipt receipt()
{
    return {filled<EpochId>(1), filled<ReplicaId>(2), 7, filled<Hash>(3), filled<core::Signature>(4)};
}

seal::CarriedReceipt carried() { return {filled<Hash>(5), filled<ReplicaId>(2), 1, 7, filled<core::Signature>(6)}; }

} // namespace

class TestCarryCodec : public QObject {
    Q_OBJECT

private slots:
    void messagesSurviveTheRoundTrip()
    {
        const CarryRequest request{"{certificate}", {std::string("\0\1\2", 3), "second"}, {filled<ReplicaId>(9)}};
        QVERIFY(decodeCarryRequest(encodeCarryRequest(request)).value() == request);
        QVERIFY(decodeCarryRequest("{}").value() == CarryRequest{});
        CarryReply reply;
        reply.certificate = "{relay}";
        reply.answers.resize(4);
        reply.answers[0].carried = carried();
        reply.answers[1].received = receipt();
        reply.answers[2].need = 5;
        reply.answers[3].refused = "fork";
        reply.receipts = {receipt()};
        reply.onward = {{"{other}", carried(), filled<Hash>(8)}};
        QVERIFY(decodeCarryReply(encodeCarryReply(reply)).value() == reply);
        const std::vector<ShelfEntry> shelf{{filled<Hash>(1), 20}, {filled<Hash>(2), 1024 * 1024}};
        QVERIFY(decodeShelf(encodeShelf(shelf)).value() == shelf);
        for (const auto& ask : {ShelfAsk{"{c}", filled<Hash>(1), 7}, ShelfAsk{{}, filled<Hash>(2), 0}})
            QVERIFY(decodeShelfAsk(encodeShelfAsk(ask)).value() == ask);
        QVERIFY(!decodeShelf(R"({"s":[["AAAA",1]]})") && !decodeShelf(R"({"s":[[1]]})") && !decodeShelfAsk("{}"));
        QVERIFY(!decodeShelf(encodeShelf({{filled<Hash>(1), 9'000'000}})));
        const std::vector<std::string> relays{"{a}", "{b}"};
        QVERIFY(decodeRelays(encodeRelays(relays)).value() == relays);
    }

    void badInputIsRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isRequest");
        QTest::newRow("empty") << QByteArray() << true;
        QTest::newRow("no object") << QByteArray("[]") << true;
        QTest::newRow("envelopes no list") << QByteArray(R"({"e":"AAAA"})") << true;
        QTest::newRow("envelope no text") << QByteArray(R"({"e":[1]})") << true;
        QTest::newRow("envelope with padding") << QByteArray(R"({"e":["AA=="]})") << true;
        QTest::newRow("twice the same key") << QByteArray(R"({"e":[],"e":[]})") << true;
        QTest::newRow("asked for no replica") << QByteArray(R"({"q":["AAAA"]})") << true;
        QTest::newRow("nested deeply") << QByteArray("{\"e\":") + QByteArray(64, '[') + QByteArray(64, ']') + "}"
                                       << true;
        QTest::newRow("too many envelopes")
            << QByteArray("{\"e\":[") + QByteArray("\"AA\",").repeated(64) + "\"AA\"]}" << true;
        QTest::newRow("too large") << QByteArray("{\"c\":\"") + QByteArray(static_cast<int>(kMaxCarryBytes), 'A') +
                                          "\"}"
                                   << true;
        QTest::newRow("certificate too long") << QByteArray("{\"c\":\"") + QByteArray(2000, 'A') + "\"}" << true;
        QTest::newRow("reply without answers") << QByteArray("{}") << false;
        QTest::newRow("answer that says nothing") << QByteArray(R"({"a":[{}]})") << false;
        QTest::newRow("answer that says two things") << QByteArray(R"({"a":[{"w":1,"x":"fork"}]})") << false;
        QTest::newRow("negative number") << QByteArray(R"({"a":[{"w":-1}]})") << false;
        QTest::newRow("fraction") << QByteArray(R"({"a":[{"w":1.5}]})") << false;
    }
    void badInputIsRefusedByName()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isRequest);
        const auto bytes = text.toStdString();
        if (isRequest)
            QCOMPARE(decodeCarryRequest(bytes).error().code, Errc::invalidInput);
        else
            QCOMPARE(decodeCarryReply(bytes).error().code, Errc::invalidInput);
    }

    void carriedTextIsBounded()
    {
        core::PushRequest push;
        push.epoch = filled<EpochId>(1);
        QVERIFY(readCarriedText(carriedText(push)).has_value());
        QVERIFY(!readCarriedText("no zstd frame"));
    }
};

QTEST_GUILESS_MAIN(TestCarryCodec)
#include "tst_carry_codec.moc"
