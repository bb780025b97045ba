// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/chain.hpp"
#include "sync/wire/changeset_codec.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/paths.hpp"
#include "sync/wire/short_push.hpp"
#include "tests/unit/server/province_fixture.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;

class TestShortPushes : public QObject {
    Q_OBJECT

    // What a tablet thinks: its own user, and what came down.
    struct Thinks {
        UserId user;
        std::map<RecordId, wire::KnownPlace> places;
        std::map<PartitionId, core::Context> vectors;
        void learn(const core::PullReply& reply)
        {
            for (const auto& frame : reply.frames) {
                vectors[frame.partition] = frame.vector;
                for (const auto& row : frame.rows)
                    places[row.record] = {row.root, row.type, row.partition};
            }
        }
        [[nodiscard]] std::string brief(const core::PushRequest& request) const
        {
            const wire::PushGuess guess{user,
                                        [this](RecordId record) -> Result<std::optional<wire::KnownPlace>> {
                                            const auto found = places.find(record);
                                            return found == places.end() ? std::nullopt : std::optional(found->second);
                                        },
                                        [this](const PartitionId& partition) -> Result<std::optional<core::Context>> {
                                            const auto found = vectors.find(partition);
                                            return found == vectors.end() ? std::nullopt : std::optional(found->second);
                                        }};
            return must(wire::encodeShortPush(request, guess));
        }
    };

    static HttpReply pushShort(TestProvince& province, Tablet& tablet, const Thinks& thinks,
                               const core::PushRequest& request)
    {
        return province.call(tablet.request(wire::kPathPush, thinks.brief(request)));
    }
    static std::string code(const HttpReply& reply) { return reply.status == 200 ? "ok" : refusalOf(reply).code; }
    static void acknowledge(Tablet& tablet, const HttpReply& reply, const core::PushRequest& request)
    {
        const auto said = must(wire::decodePushReply(unpacked(reply), request));
        QVERIFY(seal::verifyReceipt(tablet.receiptKey, said.receipt));
        tablet.acknowledged = said.receipt.held;
        tablet.acknowledgedHash = said.receipt.head;
    }
    static std::uint64_t held(TestProvince& province, const Tablet& tablet)
    {
        std::uint64_t held = 0;
        province.alone([&] { held = must(province.province().store().replica(tablet.replica))->held; });
        return held;
    }
    // A family that is there already, edited on top of what came down.
    static core::PushRequest edit(TestProvince& province, Tablet& tablet, const core::RecordChange& family,
                                  const core::Context& past)
    {
        auto change = province.household(family.partition.text(), "13911112222");
        change.record = change.root = family.record;
        auto changeset = must(wire::decodeChangeset(tablet.body({change})));
        changeset.pasts = {past};
        return tablet.push({tablet.parcel({wire::encodeChangeset(changeset)})});
    }

    struct Scene {
        TestProvince province;
        Tablet tablet;
        Thinks thinks;
        core::RecordChange family;
        Scene() : tablet(province.enrol("Lin", "VW", kVillage)), family(province.household(kVillage))
        {
            thinks.user = tablet.user;
            const auto request = tablet.push({tablet.parcel({tablet.body({family})})});
            const auto said = pushShort(province, tablet, thinks, request);
            if (said.status != 200)
                qFatal("a new family: %s", code(said).c_str());
            acknowledge(tablet, said, request);
            learn();
        }
        void learn() { thinks.learn(must(province.pull(tablet, tablet.pull()))); }
        core::PushRequest edit()
        {
            return TestShortPushes::edit(province, tablet, family, thinks.vectors.at(*PartitionId::parse(kVillage)));
        }
    };

private slots:
    // What is archived, and what the receipt covers, is the whole text.
    void itIsThePushThatItStandsFor()
    {
        Scene scene;
        const auto request = scene.edit();
        const auto said = pushShort(scene.province, scene.tablet, scene.thinks, request);
        QCOMPARE(code(said), std::string("ok"));
        QVERIFY(wire::isShortReceipt(unpacked(said)));
        acknowledge(scene.tablet, said, request);
        scene.province.alone([&] {
            const auto entry = must(scene.province.province().store().archived({scene.tablet.replica, 2}));
            QCOMPARE(entry->body, request.parcels.front().bodies.front());
            QCOMPARE(entry->chain, request.parcels.front().head);
            QCOMPARE(entry->outcome, core::Outcome::applied);
        });
    }

    void doubledItHasTheSameAnswerAndNoEffect()
    {
        Scene scene;
        const auto request = scene.edit();
        const auto http = scene.tablet.request(wire::kPathPush, scene.thinks.brief(request));
        const auto first = scene.province.call(http);
        const auto second = scene.province.call(http);
        QCOMPARE(first.status, 200);
        QCOMPARE(unpacked(second), unpacked(first));
        QCOMPARE(held(scene.province, scene.tablet), std::uint64_t{2});
    }

    void whatTheServerForgotIsAskedForAndNothingIsDone()
    {
        Scene scene;
        scene.province.restart(); // the vectors that it sent were in its memory
        const auto request = scene.edit();
        QCOMPARE(code(pushShort(scene.province, scene.tablet, scene.thinks, request)), std::string("text-needed"));
        QCOMPARE(held(scene.province, scene.tablet), std::uint64_t{1});
        QCOMPARE(must(scene.province.push(scene.tablet, request)).receipt.held, std::uint64_t{2});
    }

    // Nobody is frozen, and nothing taken, for a guess that was wrong.
    void aWrongGuessIsNoFork()
    {
        Scene scene;
        const auto request = scene.edit();
        auto wrong = request; // it goes on from another history
        wrong.acknowledgedHash.bytes[0] ^= 1U;
        wrong.parcels.front().before = wrong.acknowledgedHash;
        wrong.parcels.front().head = seal::chainOf(wrong.parcels.front()).back();
        wrong.parcels.front().signature = seal::signParcel(scene.tablet.key, wrong.parcels.front());
        QCOMPARE(code(pushShort(scene.province, scene.tablet, scene.thinks, wrong)), std::string("text-needed"));
        QCOMPARE(held(scene.province, scene.tablet), std::uint64_t{1});
        // Said whole it is what it always was.
        QCOMPARE(code(pushShort(scene.province, scene.tablet, scene.thinks, request)), std::string("ok"));
        QCOMPARE(code(scene.province.call(scene.tablet.pushHttp(wrong))), std::string("fork"));
        QCOMPARE(code(pushShort(scene.province, scene.tablet, scene.thinks, request)), std::string("fork"));
    }

    void whatAnotherSignedIsNotTaken()
    {
        Scene scene;
        auto other = scene.province.enrol("Wang", "VW", kVillage);
        auto request = scene.edit();
        request.parcels.front().signature = seal::signParcel(other.key, request.parcels.front());
        QCOMPARE(code(pushShort(scene.province, scene.tablet, scene.thinks, request)), std::string("text-needed"));
        QCOMPARE(held(scene.province, scene.tablet), std::uint64_t{1});
    }

    void anotherEpochIsToldFirst()
    {
        Scene scene;
        auto request = scene.edit();
        request.epoch.bytes[0] ^= 1U;
        QCOMPARE(code(pushShort(scene.province, scene.tablet, scene.thinks, request)), std::string("epoch-changed"));
    }

    // R9: after a restore nothing is remembered that was said before it.
    void afterARestoreItIsSaidWhole()
    {
        Scene scene;
        const auto backup = scene.province.backUp();
        const auto request = scene.edit();
        scene.province.putBack(backup);
        QCOMPARE(code(pushShort(scene.province, scene.tablet, scene.thinks, request)), std::string("epoch-changed"));
        scene.province.alone([&] { scene.tablet.epoch = scene.province.province().epoch(); });
        auto again = request;
        again.epoch = scene.tablet.epoch;
        QCOMPARE(code(pushShort(scene.province, scene.tablet, scene.thinks, again)), std::string("text-needed"));
        QCOMPARE(must(scene.province.push(scene.tablet, again)).receipt.held, std::uint64_t{2});
    }

    void nonsenseIsRefused()
    {
        Scene scene;
        for (const auto* text : {"\1", "\2", "\1\1", "\1\x7f", "\2\3abcdefgh"})
            QCOMPARE(code(scene.province.call(scene.tablet.request(wire::kPathPush, text))),
                     std::string("invalid-input"));
    }
};

QTEST_GUILESS_MAIN(TestShortPushes)
#include "tst_short_pushes.moc"
