// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/changeset_codec.hpp"
#include "sync/wire/limits.hpp"
#include "tests/unit/wire/samples.hpp"

#include <QtTest>

using namespace lianxin;
using lianxin::test::flipped;
using lianxin::test::Samples;
using wire::decodeChangeset;
using wire::encodeChangeset;

namespace {

// One of each thing, with short ids that can be replaced by hand.
const QByteArray kGood =
    R"({"c":3,"g":2,"h":117309440000000000,"n":13,"o":-120,"p":[{"AQEBAQEBAQE":12,"AgICAgICAgI":[[2,3],[5,9]]},{}],)"
    R"("r":"AQEBAQEBAQE","t":1790000000000,"u":"AAAAAAAAAAAAAAAAAAAAAQ","v":1,"x":[)"
    R"({"a":"v:350128001201","i":"AAAAAAAAAAAAAAAAAAAAAg","k":3,"w":[[52,"13800000000",0],["60/4",true,1]]},)"
    R"({"a":"v:350128001201","i":"AAAAAAAAAAAAAAAAAAAAAw","k":4,"o":"AAAAAAAAAAAAAAAAAAAAAg","w":[[10,null,1]]}],"y":"why"})";

QByteArray with(const char* from, const QByteArray& to)
{
    const auto at = kGood.indexOf(from);
    Q_ASSERT(at >= 0);
    return QByteArray(kGood).replace(at, static_cast<qsizetype>(qstrlen(from)), to);
}

} // namespace

class ChangesetCodecTest : public QObject {
    Q_OBJECT

private slots:
    void theGoodOneIsRead()
    {
        const auto c = decodeChangeset(kGood.toStdString());
        QVERIFY2(c, c ? "" : c.error().detail.c_str());
        QCOMPARE(c->dot.number, std::uint64_t{13});
        QCOMPARE(c->clockOffset, Millis{-120});
        QCOMPARE(c->pasts.size(), std::size_t{2});
        QVERIFY(c->pasts[0].contains({c->dot.replica, 12}));
        QVERIFY(!c->pasts[0].contains({c->dot.replica, 13}));
        QVERIFY(c->changes[0].root == c->changes[0].record);
        QVERIFY(c->changes[1].root == c->changes[0].record);
        QCOMPARE(QString::fromStdString(c->changes[0].writes[1].key.element), QString("4"));
        QVERIFY(c->changes[1].writes[0].value.isNull());
        QVERIFY(encodeChangeset(*c) == kGood.toStdString());
    }

    void everyChangesetRoundTrips()
    {
        for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
            const auto c = Samples(seed).changeset(seed);
            const auto body = encodeChangeset(c);
            QVERIFY2(isCanonicalJson(body), qPrintable(QString("seed %1").arg(seed)));
            const auto back = decodeChangeset(body);
            QVERIFY2(back, qPrintable(QString("seed %1: %2").arg(seed).arg(back ? "" : back.error().detail.c_str())));
            QVERIFY2(*back == c, qPrintable(QString("seed %1").arg(seed)));
        }
    }

    // The law: what is accepted is exactly what would be written.
    void acceptedMeansCanonical()
    {
        std::size_t accepted = 0;
        for (std::uint64_t seed = 1; seed <= 300; ++seed) {
            Samples samples(seed);
            const auto body = encodeChangeset(samples.changeset());
            for (int i = 0; i < 200; ++i) {
                auto changed = flipped(body, samples.random().below(body.size() * 8));
                if (i % 3 == 1)
                    changed.erase(samples.random().below(changed.size()), 1);
                if (i % 3 == 2)
                    changed.insert(samples.random().below(changed.size()), 1,
                                   "{}[]\",:0 a"[samples.random().below(10)]);
                const auto c = decodeChangeset(changed);
                accepted += c ? 1U : 0U;
                QVERIFY2(!c || encodeChangeset(*c) == changed, qPrintable(QString("seed %1").arg(seed)));
            }
        }
        QVERIFY(accepted > 0); // a changed phone number is still a changeset: the law was put to work
    }

    void everyCutIsRefused()
    {
        for (qsizetype size = 0; size < kGood.size(); ++size)
            QVERIFY(!decodeChangeset(kGood.left(size).toStdString()));
    }

    void badOnesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char* name, const QByteArray& body) { QTest::newRow(name) << body; };
        row("empty", "");
        row("list", "[]");
        row("null", "null");
        row("no members", "{}");
        row("only a version", R"({"v":1})");
        row("version 0", with(R"("v":1)", R"("v":0)"));
        row("version -1", with(R"("v":1)", R"("v":-1)"));
        row("version text", with(R"("v":1)", R"("v":"1")"));
        row("unknown member", with(R"("v":1)", R"("v":1,"w":1)"));
        row("unknown member of a change", with(R"("k":3)", R"("j":1,"k":3)"));
        row("duplicate member", with(R"("g":2)", R"("g":2,"g":2)"));
        row("members out of order", with(R"("c":3,"g":2)", R"("g":2,"c":3)"));
        row("white space", with(R"("g":2)", R"("g": 2)"));
        row("trailing byte", kGood + " ");
        row("another escape", with("why", "wh\\u0079"));
        row("escaped slash", with("why", "w\\/y"));
        row("number 0", with(R"("n":13)", R"("n":0)"));
        row("number negative", with(R"("n":13)", R"("n":-13)"));
        row("number too large", with(R"("n":13)", R"("n":9223372036854775807)"));
        row("number beyond 64 bits", with(R"("n":13)", R"("n":99999999999999999999)"));
        row("number with fraction", with(R"("n":13)", R"("n":13.0)"));
        row("number with exponent", with(R"("n":13)", R"("n":1e3)"));
        row("catalogue beyond 32 bits", with(R"("c":3)", R"("c":4294967296)"));
        row("no clock offset", with(R"("o":-120,)", ""));
        row("empty why", with(R"("y":"why")", R"("y":"")"));
        row("long why", with("why", QByteArray(201, 'y')));
        row("why of bad UTF-8", with("why", "\xc3\x28"));
        row("nil replica", with(R"("r":"AQEBAQEBAQE")", R"("r":"AAAAAAAAAAA")"));
        row("short replica", with(R"("r":"AQEBAQEBAQE")", R"("r":"AQEBAQEBAQ")"));
        row("replica with padding", with(R"("r":"AQEBAQEBAQE")", R"("r":"AQEBAQEBAQE=")"));
        row("replica with stray bits", with(R"("r":"AQEBAQEBAQE")", R"("r":"AQEBAQEBAQF")"));
        row("replica in another alphabet", with(R"("r":"AQEBAQEBAQE")", R"("r":"AQEB+QEBAQE")"));
        row("user of 8 bytes", with("AAAAAAAAAAAAAAAAAAAAAQ", "AQEBAQEBAQE"));
        row("no pasts", with(R"("p":[{"AQEBAQEBAQE":12,"AgICAgICAgI":[[2,3],[5,9]]},{}])", R"("p":[])"));
        row("past is a list", with("{}]", "[]]"));
        row("past beyond the list", with(R"("60/4",true,1)", R"("60/4",true,2)"));
        row("past negative", with(R"("60/4",true,1)", R"("60/4",true,-1)"));
        row("interval 0", with(R"("AQEBAQEBAQE":12)", R"("AQEBAQEBAQE":0)"));
        row("interval long form of 1..n", with(R"("AQEBAQEBAQE":12)", R"("AQEBAQEBAQE":[[1,12]])"));
        row("interval empty", with("[[2,3],[5,9]]", "[]"));
        row("interval touching", with("[[2,3],[5,9]]", "[[2,3],[4,9]]"));
        row("interval overlapping", with("[[2,3],[5,9]]", "[[2,5],[5,9]]"));
        row("interval backwards", with("[[2,3],[5,9]]", "[[3,2],[5,9]]"));
        row("intervals out of order", with("[[2,3],[5,9]]", "[[5,9],[2,3]]"));
        row("interval of three", with("[2,3]", "[2,3,4]"));
        row("interval from 0", with("[2,3]", "[0,3]"));
        row("replica twice in a past", with(R"("AgICAgICAgI":[[2,3],[5,9]])", R"("AQEBAQEBAQE":3)"));
        row("partition", with("v:350128001201", "v:35012800120"));
        row("partition kind", with("v:350128001201", "x:350128001201"));
        row("nil record", with(R"("i":"AAAAAAAAAAAAAAAAAAAAAg")", R"("i":"AAAAAAAAAAAAAAAAAAAAAA")"));
        row("records out of order", with(R"("i":"AAAAAAAAAAAAAAAAAAAAAg")", R"("i":"AAAAAAAAAAAAAAAAAAAABA")"));
        row("record twice", with(R"("i":"AAAAAAAAAAAAAAAAAAAAAg")", R"("i":"AAAAAAAAAAAAAAAAAAAAAw")"));
        row("root that is the record", with(R"("k":3)", R"("k":3,"o":"AAAAAAAAAAAAAAAAAAAAAg")"));
        row("type 0", with(R"("k":3)", R"("k":0)"));
        row("no changes",
            R"({"c":3,"g":2,"h":1,"n":13,"o":0,"p":[{}],"r":"AQEBAQEBAQE","t":1,"u":"AAAAAAAAAAAAAAAAAAAAAQ","v":1,"x":[]})");
        row("no writes", with(R"([[10,null,1]])", "[]"));
        row("register 0", with("[[52,", "[[0,"));
        row("register negative", with("[[52,", "[[-52,"));
        row("register as text", with("[[52,", "[[\"52\","));
        row("register twice", with("[\"60/4\",", "[52,"));
        row("registers out of order", with("[[52,", "[[61,"));
        row("element without text", with("60/4", "60/"));
        row("element with a leading zero", with("60/4", "060/4"));
        row("element of odd characters", with("60/4", "60/4 "));
        row("write of two", with(R"(["60/4",true,1])", R"(["60/4",true])"));
        row("write of four", with(R"(["60/4",true,1])", R"(["60/4",true,1,1])"));
        row("value with a fraction", with("13800000000\"", "x\"").replace("\"x\"", "1.5"));
        row("value not canonical", with("\"13800000000\"", R"({"b":1,"a":2})"));
        row("value with a duplicate key", with("\"13800000000\"", R"({"a":1,"a":2})"));
        row("value minus zero", with("\"13800000000\"", "-0"));
        row("value nested deeply", with("\"13800000000\"", QByteArray(20, '[') + QByteArray(20, ']')));
        row("value text too long", with("13800000000", QByteArray(static_cast<qsizetype>(wire::kMaxString) + 1, ' ')));
        row("value inner text too long",
            with("\"13800000000\"", "[\"" + QByteArray(static_cast<qsizetype>(wire::kMaxString) + 1, 'A') + "\"]"));
        row("value envelope too long",
            with("13800000000", QByteArray(static_cast<qsizetype>(wire::kMaxEnvelopeString) + 1, 'A')));
        row("body too large", with("why", "why" + QByteArray(1024 * 1024, 'A')));
    }
    void badOnesAreRefused()
    {
        QFETCH(QByteArray, body);
        const auto c = decodeChangeset(body.toStdString());
        QVERIFY(!c);
        QCOMPARE(errcName(c.error().code), errcName(Errc::invalidInput));
    }

    void edgesAreAccepted_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char* name, const QByteArray& body) { QTest::newRow(name) << body; };
        row("no why", with(R"(,"y":"why")", ""));
        row("why of 200 characters", with("why", QByteArray("\xe5\xae\xb6").repeated(200)));
        row("text of 64 KB", with("13800000000", QByteArray(static_cast<qsizetype>(wire::kMaxString), ' ')));
        row("envelope of 256 KB",
            with("13800000000", QByteArray(static_cast<qsizetype>(wire::kMaxEnvelopeString), '_')));
        row("unknown type and register", with(R"("k":3)", R"("k":4294967295)").replace("[[52,", "[[59,"));
        row("clock before 1970", with(R"("h":117309440000000000)", R"("h":-65536)"));
        row("value nested", with("\"13800000000\"", QByteArray(18, '[') + QByteArray(18, ']')));
    }
    void edgesAreAccepted()
    {
        QFETCH(QByteArray, body);
        const auto c = decodeChangeset(body.toStdString());
        QVERIFY2(c, c ? "" : c.error().detail.c_str());
        QVERIFY(encodeChangeset(*c) == body.toStdString());
    }

    void aLaterVersionAsksForAnUpgrade()
    {
        const auto c = decodeChangeset(with(R"("v":1)", R"("v":2)").toStdString());
        QVERIFY(!c && c.error().code == Errc::upgradeNeeded);
    }

    void tooManyWritesAreRefused()
    {
        Samples samples(1);
        auto c = samples.changeset();
        c.changes.resize(1);
        c.changes[0].writes.clear();
        for (std::uint32_t i = 1; i <= core::kMaxWritesPerChangeset; ++i)
            c.changes[0].writes.push_back({RegisterKey{i, {}}, Value::fromInt(i), 0});
        QVERIFY(decodeChangeset(encodeChangeset(c)));
        auto more = samples.change(1);
        more.record.bytes.fill(255);
        more.root = more.record;
        c.changes.push_back(more);
        QVERIFY(!decodeChangeset(encodeChangeset(c)));
    }
};

QTEST_APPLESS_MAIN(ChangesetCodecTest)
#include "tst_changeset_codec.moc"
