// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/effect_runner.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/paths.hpp"
#include "sync/wire/segment_messages.hpp"
#include "tests/unit/store/store_world.hpp"

#include <deque>

using namespace lianxin;
using namespace lianxin::client;
using namespace lianxin::test;

// Whatever is wrong with segments, the tablet ends with the same records and never waits for a person.
class RunnerSegmentsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count{0};
    std::unique_ptr<Province> m_province;
    std::unique_ptr<Tablet> m_writer;
    std::unique_ptr<Tablet> m_tablet;
    Province::Offer m_offer;

    // What the line does; the runner that ships does the rest.
    struct Line {
        std::deque<std::function<void()>> due;
        std::vector<std::string> paths;
        int pullsWithSegments{0};
        int pullsWithout{0};
        int timers{0};
        std::size_t mostWants{0};
        std::function<void(core::SegmentManifest&)> forge;
        std::function<HttpAnswer(const core::SegmentRequest&)> serve; // in place of an honest server
    };

    static HttpAnswer good(std::string body)
    {
        HttpAnswer answer;
        answer.status = 200;
        answer.body = std::move(body);
        return answer;
    }
    static HttpAnswer refusal(Errc code)
    {
        HttpAnswer answer;
        answer.status = 404;
        answer.body = wire::encodeErrorReply(wire::errorReplyOf(fail(code, "no")));
        return answer;
    }
    HttpAnswer pulled(Line& line, const std::string& body)
    {
        const auto asked = must(wire::decodePullRequest(body));
        auto full = must(m_tablet->store->nextPull(1));
        full.segments = asked.segments;
        const bool isFresh = full.cursors.empty() || full.cursors.front().sequence == 0;
        ++(asked.segments != 0 ? line.pullsWithSegments : line.pullsWithout);
        if (asked.segments == 0 || !isFresh)
            return good(wire::encodePullReply(m_province->pull(full, *m_tablet, 3000), full));
        auto reply = m_province->replyWith(m_offer, *m_tablet);
        if (line.forge)
            line.forge(reply.manifests.front());
        return good(wire::encodePullReply(reply, full));
    }
    HttpAnswer segments(Line& line, const std::string& body)
    {
        const auto asked = must(wire::decodeSegmentRequest(body));
        line.mostWants = std::max(line.mostWants, asked.wants.size());
        return line.serve ? line.serve(asked) : good(wire::encodeParts(Province::partsOf(m_offer, asked)));
    }

    // Runs until nothing is due; timers fire at once.
    void run(Line& line)
    {
        SeededRandom random(5);
        const SetClock clock;
        EffectRunner::Ports ports;
        std::unique_ptr<EffectRunner> runner;
        ports.post = [&](std::string_view path, const std::string& body, const Authorise&, AnswerDone done) {
            line.paths.emplace_back(path);
            line.due.emplace_back([&line, this, where = std::string(path), body, done] {
                done(where == wire::kPathPull ? pulled(line, body) : segments(line, body));
            });
        };
        ports.startTimer = [&](std::chrono::milliseconds delay) {
            ++line.timers;
            if (delay < std::chrono::seconds(60) && line.timers < 50) // not the regular question
                line.due.emplace_back([&] { runner->timerFired(); });
        };
        ports.stopTimer = [] {};
        ports.changed = [] {};
        ports.recordsReceived = [](const auto&) {};
        runner = std::make_unique<EffectRunner>(
            *m_tablet->store, SyncIdentity{m_tablet->replica, &m_tablet->sign, m_province->key.publicKey()}, random,
            clock, std::move(ports));
        must(runner->start());
        runner->setOnline(true);
        for (int steps = 0; !line.due.empty() && steps < 300; ++steps) {
            const auto next = std::move(line.due.front());
            line.due.pop_front();
            next();
        }
        QCOMPARE(runner->state().phase, core::Phase::idle);
        QVERIFY(!runner->trouble());
        for (const auto& partition : m_province->granted)
            QVERIFY(must(m_tablet->store->stateHash(partition)) == m_province->stateHash(partition));
        QCOMPARE(must(m_tablet->store->segmentProgress()).ready, std::uint64_t{0});
        QCOMPARE(must(m_tablet->store->segmentProgress()).missing, std::uint64_t{0});
    }
    std::string dropped()
    {
        for (const auto& entry : must(m_tablet->store->audit(50)))
            if (entry.kind == "segments dropped")
                return entry.detail;
        return {};
    }

private slots:
    void init()
    {
        ++m_count;
        m_province = std::make_unique<Province>();
        m_writer = std::make_unique<Tablet>(m_folder.filePath(QString("w%1.db").arg(m_count)).toStdString(), 1);
        m_tablet = std::make_unique<Tablet>(m_folder.filePath(QString("t%1.db").arg(m_count)).toStdString(), 2);
        m_province->enrol(*m_writer);
        m_province->enrol(*m_tablet);
        for (int i = 0; i < 40; ++i)
            m_writer->addHousehold("林秀英", std::to_string(13'800'000'000 + i), "桥头村");
        m_province->pushAll(*m_writer);
        m_offer = m_province->offer(7);
    }

    void segmentsAreFetchedAndLoaded()
    {
        Line line;
        run(line);
        QCOMPARE(line.pullsWithout, 0);
        QCOMPARE(line.pullsWithSegments, 2); // the offer, the tail
        QVERIFY(line.mostWants > 1);         // several small ones with one request
        QVERIFY(dropped().empty());
    }

    void anOfferThatIsNotTheServersIsNotFollowed()
    {
        Line line;
        line.forge = [](core::SegmentManifest& manifest) { ++manifest.partitions.front().sequence; };
        run(line);
        QVERIFY(std::ranges::find(line.paths, wire::kPathSegment) == line.paths.end());
        QVERIFY(line.pullsWithout > 0);
        QVERIFY(!dropped().empty());
    }

    void wrongBytesAreNotUsed()
    {
        Line line;
        line.serve = [this](const core::SegmentRequest& asked) {
            auto parts = Province::partsOf(m_offer, asked);
            parts.back().bytes.back() = static_cast<char>(parts.back().bytes.back() ^ 1);
            return good(wire::encodeParts(parts)); // a relay that lies with care
        };
        run(line);
        QVERIFY(line.pullsWithout > 0);
        QVERIFY(!dropped().empty());
    }

    void aSegmentThatDoesNotReadIsNotUsed()
    {
        const std::string nonsense = "no segment";
        const auto hash = seal::segmentHash(nonsense);
        m_offer.manifest.segments.push_back({hash, static_cast<std::uint32_t>(nonsense.size()), 1});
        m_offer.segments.emplace(hash, nonsense);
        m_offer.manifest.signature = seal::signManifest(m_province->key, m_offer.manifest);
        Line line;
        run(line);
        QVERIFY(line.pullsWithout > 0);
        QVERIFY(!dropped().empty());
    }

    void whatIsNotThereAnyMoreIsAskedForAnew()
    {
        Line line;
        int refusals = 0;
        line.serve = [&](const core::SegmentRequest& asked) {
            return ++refusals == 1 ? refusal(Errc::notFound)
                                   : good(wire::encodeParts(Province::partsOf(m_offer, asked)));
        };
        run(line);
        QCOMPARE(line.pullsWithout, 0);
        QCOMPARE(line.pullsWithSegments, 3);
        Line never;
        m_tablet = std::make_unique<Tablet>(m_folder.filePath(QString("n%1.db").arg(m_count)).toStdString(), 3);
        m_province->enrol(*m_tablet);
        never.serve = [](const core::SegmentRequest&) { return refusal(Errc::notFound); };
        run(never);
        QCOMPARE(never.pullsWithSegments, 3);
        QVERIFY(never.pullsWithout > 0);
    }

    void aSignInPageIsNoPart()
    {
        Line line;
        int pages = 0;
        line.serve = [&](const core::SegmentRequest& asked) {
            return ++pages < 3 ? good("<html>please sign in</html>")
                               : good(wire::encodeParts(Province::partsOf(m_offer, asked)));
        };
        run(line);
        QCOMPARE(line.pullsWithout, 0);
        QVERIFY(pages >= 3 && line.timers >= 2);
        QVERIFY(dropped().empty());
    }
};

QTEST_GUILESS_MAIN(RunnerSegmentsTest)
#include "tst_runner_segments.moc"
