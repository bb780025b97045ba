// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/blob_store.hpp"
#include "tests/unit/server/province_fixture.hpp"

#include <QtTest>

#include <algorithm>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;
using core::QuarantineReason;

// Areas that were taken, and tablets that were shut out: what they had may still come, nothing goes to them.
class TestRevokedTablets : public QObject {
    Q_OBJECT

    std::unique_ptr<TestProvince> m_province;

    static bool grants(const core::PullReply& reply, const char* partition)
    {
        return std::ranges::find(reply.granted, must(PartitionId::parse(partition))) != reply.granted.end();
    }
    [[nodiscard]] boost::json::object say(const char* what, const Tablet& tablet) const
    {
        return {{"do", what}, {"user", tablet.user.text()}, {"role", "VW"}, {"areas", boost::json::array{kVillage}}};
    }

private slots:
    void init() { m_province = std::make_unique<TestProvince>(); }

    void anAreaThatWasTaken()
    {
        auto tablet = m_province->enrol("A", "VW", kVillage);
        auto colleague = m_province->enrol("B", "VW", kVillage);
        const auto home = m_province->household(kVillage);
        QVERIFY(m_province->push(tablet, tablet.push({tablet.parcel({tablet.body({home})})})).has_value());
        QVERIFY(grants(must(m_province->pull(tablet, tablet.pull())), kVillage));
        // Written before, pushed after: the generation that it carries decides.
        const auto late = tablet.parcel({tablet.body({m_province->household(kVillage)})});
        must(m_province->admin(say("revoke", tablet)));
        const auto pushed = must(m_province->push(tablet, tablet.push({late})));
        QVERIFY(pushed.outcomes.empty());
        const auto pulled = must(m_province->pull(tablet, tablet.pull()));
        QVERIFY(!grants(pulled, kVillage));
        QVERIFY(std::ranges::none_of(pulled.frames, [](const core::Frame& frame) {
            return frame.partition == must(PartitionId::parse(kVillage));
        }));
        QVERIFY(pulled.scopeGeneration > tablet.generation);
        QCOMPARE(must(m_province->province().store().recordsOf(must(PartitionId::parse(kVillage)))).size(),
                 std::size_t{2});
        // Written after the tablet knew: kept, and looked at by a person.
        tablet.generation = pulled.scopeGeneration;
        const auto after = must(
            m_province->push(tablet, tablet.push({tablet.parcel({tablet.body({m_province->household(kVillage)})})})));
        QCOMPARE(after.outcomes.size(), std::size_t{1});
        QCOMPARE(after.outcomes.front().reason, QuarantineReason::notAllowed);
        QVERIFY(grants(must(m_province->pull(colleague, colleague.pull())), kVillage));
        must(m_province->admin(say("grant", tablet)));
        QVERIFY(grants(must(m_province->pull(tablet, tablet.pull())), kVillage));
    }

    // Whoever looks in the directory for who has an area finds that this one has not.
    void theDirectorySaysSo()
    {
        auto tablet = m_province->enrol("A", "VW", kVillage);
        must(m_province->admin(say("revoke", tablet)));
        const auto& type = m_province->type("grant");
        const auto ends = type.field(std::string_view("valid_to"))->registerNumber();
        int ended = 0;
        for (const auto& record : must(m_province->province().store().recordsOf(PartitionId::directory()))) {
            const auto* reg = record.type == type.number ? record.find({ends, {}}) : nullptr;
            ended += reg != nullptr && !reg->heads.empty();
        }
        QCOMPARE(ended, 1);
        QVERIFY(!m_province->admin(say("revoke", tablet))); // nothing to take any more
    }

    void aTabletThatWasShutOut()
    {
        auto tablet = m_province->enrol("A", "VW", kVillage);
        QVERIFY(m_province->push(tablet, tablet.push({tablet.parcel({tablet.body({m_province->household(kVillage)})})}))
                    .has_value());
        const auto waiting = tablet.parcel({tablet.body({m_province->household(kVillage, "13800000009")})});
        const boost::json::object out{{"do", "revoke-tablet"}, {"replica", tablet.replica.text()}};
        must(m_province->admin(out));
        m_province->restart();
        // It gets nothing, and nothing it brings is lost or counts unseen.
        const auto pulled = must(m_province->pull(tablet, tablet.pull()));
        QVERIFY(pulled.granted.empty() && pulled.frames.empty() && pulled.manifests.empty());
        const auto pushed = must(m_province->push(tablet, tablet.push({waiting})));
        QCOMPARE(pushed.receipt.held, 2U);
        QCOMPARE(pushed.outcomes.size(), std::size_t{1});
        QCOMPARE(pushed.outcomes.front().outcome, core::Outcome::quarantined);
        QCOMPARE(must(m_province->province().store().recordsOf(must(PartitionId::parse(kVillage)))).size(),
                 std::size_t{1});
        must(m_province->admin({{"do", "release"}, {"changeset", tablet.replica.text() + ".2"}}));
        QCOMPARE(must(m_province->province().store().recordsOf(must(PartitionId::parse(kVillage)))).size(),
                 std::size_t{2});
        // Found again.
        must(m_province->admin({{"do", "readmit-tablet"}, {"replica", tablet.replica.text()}}));
        QVERIFY(grants(must(m_province->pull(tablet, tablet.pull())), kVillage));
        QVERIFY(!m_province->admin({{"do", "revoke-tablet"}, {"replica", m_province->province().self().text()}}));
        QVERIFY(!m_province->admin({{"do", "revoke-tablet"}, {"replica", "AAAAAAAAAAA"}}));
    }

    // The person's other tablet goes on.
    void onlyThisTablet()
    {
        auto lost = m_province->enrol("A", "VW", kVillage);
        auto other = m_province->enrol("B", "VW", kVillage);
        must(m_province->admin({{"do", "revoke-tablet"}, {"replica", lost.replica.text()}}));
        QVERIFY(must(m_province->pull(lost, lost.pull())).granted.empty());
        QVERIFY(grants(must(m_province->pull(other, other.pull())), kVillage));
    }
};

QTEST_GUILESS_MAIN(TestRevokedTablets)
#include "tst_revoked_tablets.moc"
