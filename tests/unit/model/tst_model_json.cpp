// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/json.hpp"
#include "sync/model/value.hpp"

#include <QTest>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <random>

using namespace lianxin;

namespace {
std::string bytes(const QByteArray& data) { return data.toStdString(); }

// A random value of the kinds that canonical JSON knows.
boost::json::value randomValue(std::mt19937& random, int depth)
{
    switch (random() % (depth > 4 ? 4U : 6U)) {
    case 0: return nullptr;
    case 1: return random() % 2 == 0;
    case 2: return static_cast<std::int64_t>(random()) * (random() % 2 == 0 ? 1 : -1) << random() % 30U;
    case 3: {
        std::string text;
        for (auto i = random() % 12U; i > 0; --i)
            text +=
                random() % 3U == 0 ? std::string("\xe6\x9e\x97") : std::string(1, static_cast<char>(random() % 127U));
        return boost::json::value(text.c_str());
    }
    case 4: {
        boost::json::array array;
        for (auto i = random() % 5U; i > 0; --i)
            array.push_back(randomValue(random, depth + 1));
        return array;
    }
    default: {
        boost::json::object object;
        for (auto i = random() % 25U; i > 0; --i)
            object[std::string("k").append(std::to_string(random() % 40U))] = randomValue(random, depth + 1);
        return object;
    }
    }
}
} // namespace

class TestModelJson : public QObject {
    Q_OBJECT

private slots:
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("detail");
        const auto row = [](const char* name, QByteArray text, QByteArray detail) {
            QTest::newRow(name) << std::move(text) << std::move(detail);
        };
        row("empty", "", "line 1 column 1: ");
        row("duplicate key", "{\"a\":1,\n\"a\":2}", "line 2 column 3: duplicate key");
        row("duplicate key deep", "[{\"a\":{\"b\":1,\"b\":1}}]", "duplicate key");
        row("duplicate key escaped", "{\"a\":1,\"\\u0061\":2}", "duplicate key");
        row("fraction", "1.0", "not an integer");
        row("fraction deep", "{\"x\":[1,2.5]}", "not an integer");
        row("exponent", "1e3", "not an integer");
        row("beyond int64", "9223372036854775808", "outside 64 signed bits");
        row("far beyond int64", "99999999999999999999999", "not an integer");
        row("below int64", "-9223372036854775809", "not an integer");
        row("leading zero", "01", "line 1 column 2");
        row("NaN", "NaN", "line 1");
        row("infinity", "Infinity", "line 1");
        row("trailing garbage", "{} x", "line 1 column 4");
        row("second document", "1 2", "line 1 column 3");
        row("trailing comma", "[1,]", "line 1");
        row("comment", "[1] // no", "line 1");
        row("bare line end in string", "\"a\nb\"", "line 1");
        row("unfinished", "{\"a\":", "line 1");
        row("lone surrogate", "\"\\ud800\"", "line 1");
        row("overlong", QByteArray("\"\xc0\xaf\"", 4), "line 1");
        row("cut UTF-8", QByteArray("\"\xe6\x9e\"", 4), "line 1");
        row("raw surrogate", QByteArray("\"\xed\xa0\x80\"", 5), "line 1");
        row("byte order mark", QByteArray("\xef\xbb\xbf{}", 5), "line 1");
        row("depth 33", QByteArray(33, '[') + QByteArray(33, ']'), "line 1 column 33");
        QByteArray many = "{";
        for (int i = 0; i < 40; ++i)
            many += "\"k" + QByteArray::number(i) + "\":0,";
        row("duplicate among many", many + "\"k3\":1}", "duplicate key");
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, detail);
        for (const bool asDocument : {false, true}) {
            std::optional<Error> error;
            if (asDocument) {
                if (const auto result = parseJsonDocument(bytes(text)); !result)
                    error = result.error();
            } else if (const auto result = parseJson(bytes(text)); !result) {
                error = result.error();
            }
            QVERIFY(error);
            QCOMPARE(error->code, Errc::invalidInput);
            QVERIFY2(error->detail.find(detail.toStdString()) != std::string::npos, error->detail.c_str());
        }
    }

    void limits()
    {
        QVERIFY(parseJson(std::string(32, '[') + std::string(32, ']')));
        QVERIFY(!parseJson("[1,2,3]", {6, 6, 32}));
        QVERIFY(parseJson("[1,2,3]", {7, 7, 32}));
        QVERIFY(!parseJson("[\"abcd\"]", {100, 3, 32}));
        QVERIFY(parseJson("[\"abcd\"]", {100, 4, 32}));
        QVERIFY(!parseJson("{\"abcd\":1}", {100, 3, 32}));
        QVERIFY(parseJson("-9223372036854775808"));
        QVERIFY(parseJson("9223372036854775807"));
    }

    void knowsLines()
    {
        const auto document = parseJsonDocument("{\n \"a\": [1,\n  {\"b\":\n 5}\n ],\n \"c\": 7\n}\n");
        QVERIFY(document);
        QCOMPARE(document->lineOf(""), 1U);
        QCOMPARE(document->lineOf("/a"), 2U);
        QCOMPARE(document->lineOf("/a/0"), 2U);
        QCOMPARE(document->lineOf("/a/1"), 3U);
        QCOMPARE(document->lineOf("/a/1/b"), 4U);
        QCOMPARE(document->lineOf("/a/1/missing"), 3U);
        QCOMPARE(document->lineOf("/c"), 6U);
    }

    void canonical_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("canonical");
        QTest::newRow("sorted bytewise") << QByteArray("{\"b\":1, \"a\":2, \"B\":3, \"林\":4, \"10\":5,\"9\":6}")
                                         << QByteArray("{\"10\":5,\"9\":6,\"B\":3,\"a\":2,\"b\":1,\"林\":4}");
        QTest::newRow("minimal escapes") << QByteArray("\"\\u6797\\/\\u0001\\u001F\\n\\t\\b\\f\\r\\\"\\\\\\u007f\"")
                                         << QByteArray("\"林/\\u0001\\u001f\\n\\t\\b\\f\\r\\\"\\\\\x7f\"");
        QTest::newRow("astral plane") << QByteArray("\"\\ud83d\\ude00\"") << QByteArray("\"\xf0\x9f\x98\x80\"");
        QTest::newRow("white space") << QByteArray(" [ 1 , true , null ] \n") << QByteArray("[1,true,null]");
        QTest::newRow("minus zero") << QByteArray("-0") << QByteArray("0");
    }
    void canonical()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, canonical);
        const auto value = parseJson(bytes(text));
        QVERIFY(value);
        QCOMPARE(QByteArray::fromStdString(canonicalJson(*value)), canonical);
        QVERIFY(!isCanonicalJson(bytes(text)));
        QVERIFY(isCanonicalJson(bytes(canonical)));
        QVERIFY(!Value::fromCanonical(bytes(text)));
    }

    void roundTripLaw()
    {
        std::mt19937 random(20261123);
        for (int i = 0; i < 3000; ++i) {
            const auto value = randomValue(random, 0);
            const auto text = canonicalJson(value);
            const auto again = parseJson(text);
            QVERIFY2(again, text.c_str());
            QVERIFY(*again == value);
            QVERIFY(isCanonicalJson(text));
            QCOMPARE(Value::fromJson(*again), Value::fromTrusted(text));
        }
    }

    // The reader may refuse anything, but must neither crash nor hand out what it cannot write again.
    void damagedTextLaw()
    {
        std::mt19937 random(7);
        for (int i = 0; i < 3000; ++i) {
            auto text = canonicalJson(randomValue(random, 0));
            for (auto n = 1 + random() % 3U; n > 0; --n)
                text[random() % text.size()] = static_cast<char>(random());
            if (const auto value = parseJson(text))
                QVERIFY(isCanonicalJson(canonicalJson(*value)));
        }
    }

    void values()
    {
        QVERIFY(Value::null().isNull());
        QVERIFY(Value().isNull());
        QCOMPARE(Value::fromText("a\"\n林").canonical(), std::string("\"a\\\"\\n林\""));
        QCOMPARE(*Value::fromText("a\"\n林").asText(), std::string("a\"\n林"));
        QCOMPARE(*Value::fromText("").asText(), std::string());
        QCOMPARE(*Value::fromInt(-5).asInt(), std::int64_t(-5));
        QCOMPARE(*Value::fromBool(true).asBool(), true);
        QVERIFY(!Value::fromInt(1).asText());
        QVERIFY(!Value::fromText("1").asInt());
        QVERIFY(!Value::fromText("true").asBool());
        QVERIFY(Value::fromInt(1) != Value::fromText("1"));
        QVERIFY(!Value::fromCanonical("\"" + std::string(Value::kMaxBytes, 'a') + "\""));
    }

    void registerKeys_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        for (const char* good : {"1", "52", "52/11", "10/AbC-_9", "9999/0", "4294967295"})
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const char* bad : {"", "0", "052", "x", "52/", "52//1", "52/1/2", "-1", "+1", "4294967296", "52/a b", " 1",
                                "1 ", "52/abcdefghijklmnopqrstuvwxyz0123456789"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << false;
    }
    void registerKeys()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const auto key = RegisterKey::parse(text.toStdString());
        QCOMPARE(key.has_value(), good);
        if (good)
            QCOMPARE(QString::fromStdString(key->text()), text);
    }
};

QTEST_APPLESS_MAIN(TestModelJson)
#include "tst_model_json.moc"
