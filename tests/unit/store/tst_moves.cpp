// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/store_world.hpp"

#include <algorithm>

using namespace lianxin;
using namespace lianxin::store;
using namespace lianxin::test;

// A family moves to another village with all that hangs on it (R19 to R24), as the tablets of both see it.
class MovesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files{0};
    std::unique_ptr<Province> m_province;
    std::unique_ptr<Tablet> m_old;      // of the old village
    std::unique_ptr<Tablet> m_new;      // of the new one
    std::unique_ptr<Tablet> m_township; // of both
    RecordId m_lin;
    RecordId m_visit;

    static PartitionId next() { return village("350128001202"); }
    [[nodiscard]] std::unique_ptr<Tablet> tablet()
    {
        ++m_files;
        auto made = std::make_unique<Tablet>(m_folder.filePath(QString::number(m_files)).toStdString(),
                                             static_cast<std::uint32_t>(m_files));
        m_province->enrol(*made);
        return made;
    }
    [[nodiscard]] std::vector<PartitionId> grantsOf(const Tablet& at) const
    {
        if (&at == m_old.get())
            return {village()};
        return &at == m_new.get() ? std::vector{next()} : std::vector{village(), next()};
    }
    void push(Tablet& at) const { m_province->pushAll(at); }
    void pull(Tablet& at, std::size_t budget = 1 << 20) const
    {
        m_province->granted = grantsOf(at);
        m_province->pullAll(at, budget);
        while (must(at.store->purgeSome())) {
        }
    }
    // One of the two feeds came, and the link broke.
    void pullOnly(Tablet& at, std::size_t feed) const
    {
        m_province->granted = grantsOf(at);
        auto reply = m_province->pull(must(at.store->nextPull(32768)), at, 1 << 20);
        const auto frame = reply.frames.at(feed);
        reply.frames = {frame};
        must(at.store->applyPull(reply));
    }
    void sync(Tablet& at) const
    {
        push(at);
        pull(at);
        push(at);
        pull(at);
    }
    static RecordId addVisit(Tablet& at, RecordId home, const std::string& words)
    {
        const auto id = at.newId();
        Edit edit;
        edit.records = {{id, home, kVisit, village(), {{kVisitText, Value::fromText(words)}}, {}}};
        must(at.store->save(edit));
        return id;
    }
    static void move(Tablet& at, RecordId home, const PartitionId& to)
    {
        at.write(home, {{kLocation, Value::fromText(to.text())}});
    }
    // What everybody holds is what the province has, and nobody holds anything else.
    void allAgree() const
    {
        for (auto* at : {m_old.get(), m_new.get(), m_township.get()}) {
            sync(*at);
            for (const auto& partition : grantsOf(*at))
                QCOMPARE(must(at->store->stateHash(partition)), m_province->stateHash(partition));
            QCOMPARE(must(at->store->counts()).sealed, 0U);
            QCOMPARE(must(at->store->counts()).waiting, 0U);
            must(at->store->verify());
        }
    }

private slots:
    void init()
    {
        m_province = std::make_unique<Province>();
        m_old = tablet();
        m_new = tablet();
        m_township = tablet();
        m_lin = m_old->addHousehold("林秀英", "13800000001", "东村");
        m_visit = addVisit(*m_old, m_lin, "first");
        (void)m_new->addHousehold("陈阿土", "13800000002", "西村", next());
        for (auto* at : {m_old.get(), m_new.get(), m_township.get()})
            sync(*at);
        pull(*m_old);
    }

    void theFamilyAndAllThatHangsOnIt()
    {
        move(*m_township, m_lin, next());
        sync(*m_township);
        pull(*m_new);
        QCOMPARE(m_new->text(m_lin, kName), "林秀英");
        QCOMPARE(m_new->text(m_visit, kVisitText), "first");
        QCOMPARE(must(m_new->store->children(m_lin)).size(), std::size_t{2});
        QCOMPARE(must(m_new->store->search("林秀英")).size(), std::size_t{1});
        pull(*m_old);
        QVERIFY(!must(m_old->store->contains(m_lin)) && !must(m_old->store->contains(m_visit)));
        QVERIFY(must(m_old->store->search("林秀英")).empty());
        QVERIFY(must(m_old->store->rekeyDue()));
        QCOMPARE(must(m_township->store->view(m_visit)).partition, next());
        QVERIFY(!must(m_township->store->rekeyDue()));
        allAgree();
    }

    void inAnyOrderAndInSmallPieces_data()
    {
        QTest::addColumn<bool>("toSmaller");
        QTest::newRow("the old feed comes first") << false;
        QTest::newRow("the new feed comes first") << true;
    }
    void inAnyOrderAndInSmallPieces()
    {
        QFETCH(bool, toSmaller);
        if (toSmaller) { // feeds come in the order of their names
            move(*m_township, m_lin, next());
            allAgree();
            move(*m_township, m_lin, village());
        } else {
            move(*m_township, m_lin, next());
        }
        m_township->write(m_lin, {{kRemark, Value::fromText("moved")}});
        push(*m_township);
        pull(*m_township, 1);
        QCOMPARE(m_township->text(m_lin, kRemark), "moved");
        QCOMPARE(must(m_township->store->children(m_lin)).size(), std::size_t{2});
        allAgree();
    }

    // Written on a tablet that had not heard of it: to where the family is now, and nobody is asked to do it again.
    void wordsFromTheOldHomeFollow()
    {
        m_old->write(m_lin, {{kPhone, Value::fromText("13900000009")}});
        const auto late = addVisit(*m_old, m_lin, "on the last day");
        move(*m_township, m_lin, next());
        sync(*m_township);
        pull(*m_old); // hears of it before it could push
        QVERIFY(!must(m_old->store->contains(m_lin)));
        QVERIFY(!must(m_old->store->contains(late)));
        QVERIFY(must(m_old->store->hasSealed()));
        QCOMPARE(must(m_old->store->waitingCount()), must(m_old->store->counts()).waiting);
        QVERIFY(must(m_old->store->waitingCount()) > 0);
        QCOMPARE(must(m_old->store->counts()).sealed, 2U); // the visit of before had nothing unpushed: gone
        m_old->reopen();
        QCOMPARE(must(m_old->store->counts()).sealed, 2U);
        push(*m_old);
        pull(*m_old);
        QCOMPARE(must(m_old->store->counts()).sealed, 0U);
        QVERIFY(!must(m_old->store->hasSealed()));
        pull(*m_new);
        QCOMPARE(m_new->text(m_lin, kPhone), "13900000009");
        QCOMPARE(m_new->text(late, kVisitText), "on the last day");
        allAgree();
        QVERIFY(must(m_new->store->conflicts()).empty());
    }

    // A form of a child that was open all the while, kept after everything of the family is gone from here.
    void aFormThatOutlivedTheMove()
    {
        move(*m_township, m_lin, next());
        sync(*m_township);
        pull(*m_old);
        QVERIFY(!must(m_old->store->contains(m_lin)));
        const auto late = addVisit(*m_old, m_lin, "kept late");
        QVERIFY(must(m_old->store->contains(late))); // it does not know better, and says nothing false
        sync(*m_old);
        QVERIFY(!must(m_old->store->contains(late)));
        pull(*m_new);
        QCOMPARE(m_new->text(late, kVisitText), "kept late");
        allAgree();
    }

    // What its form showed there it has seen; what came meanwhile it has not.
    void noFalseConflictAndNoLostWord()
    {
        const auto opened = must(m_township->store->openForEdit(m_lin));
        move(*m_old, m_lin, next());
        push(*m_old);
        pull(*m_township);
        m_township->writeWith(opened, {{kPhone, Value::fromText("13900000001")}});
        sync(*m_township);
        pull(*m_new);
        QCOMPARE(m_new->text(m_lin, kPhone), "13900000001");
        QVERIFY(must(m_new->store->conflicts()).empty());
        // Two at once are still two.
        const auto here = must(m_township->store->openForEdit(m_lin));
        m_new->write(m_lin, {{kPhone, Value::fromText("13900000002")}});
        push(*m_new);
        m_township->writeWith(here, {{kPhone, Value::fromText("13900000003")}});
        sync(*m_township);
        pull(*m_new);
        QCOMPARE(must(m_new->store->conflicts()).size(), std::size_t{1});
        allAgree();
    }

    void thereAndBack()
    {
        m_old->write(m_lin, {{kRemark, Value::fromText("kept")}});
        move(*m_township, m_lin, next());
        sync(*m_township);
        pull(*m_old);
        pull(*m_new);
        move(*m_township, m_lin, village());
        sync(*m_township);
        pull(*m_old);
        QCOMPARE(m_old->text(m_lin, kRemark), "kept");
        QCOMPARE(m_old->text(m_visit, kVisitText), "first");
        pull(*m_new);
        QVERIFY(!must(m_new->store->contains(m_lin)));
        allAgree();
        QCOMPARE(m_old->text(m_lin, kRemark), "kept");
    }

    // Two move it at once to different places: one place for all, and a person decides.
    void twoPlacesAtOnce()
    {
        const auto third = village("350128001203");
        const auto opened = must(m_township->store->openForEdit(m_lin));
        move(*m_old, m_lin, third);
        push(*m_old);
        m_township->writeWith(opened, {{kLocation, Value::fromText(next().text())}});
        push(*m_township);
        m_province->granted = {village(), next(), third};
        m_province->pullAll(*m_township);
        const auto view = must(m_township->store->view(m_lin));
        QVERIFY(view.conflict);
        QCOMPARE(view.find(kLocation)->heads.size(), std::size_t{2});
        QCOMPARE(view.partition.text(), view.find(kLocation)->value.asText().value_or(""));
        m_township->write(m_lin, {{kLocation, Value::fromText(next().text())}});
        m_province->pushAll(*m_township);
        m_province->pullAll(*m_township);
        QVERIFY(!must(m_township->store->view(m_lin)).conflict);
        QCOMPARE(must(m_township->store->view(m_lin)).partition, next());
        allAgree();
    }

    void aDoubledFrameIsRefused()
    {
        move(*m_township, m_lin, next());
        push(*m_township);
        m_province->granted = grantsOf(*m_old);
        const auto reply = m_province->pull(must(m_old->store->nextPull(32768)), *m_old, 1 << 20);
        must(m_old->store->applyPull(reply));
        QVERIFY(!m_old->store->applyPull(reply));
        QVERIFY(!must(m_old->store->contains(m_lin)));
        allAgree();
    }

    // A frame that says a family left for where it is, or for nowhere, is no frame.
    void whatIsNoMove()
    {
        move(*m_township, m_lin, next());
        push(*m_township);
        m_province->granted = grantsOf(*m_old);
        const auto honest = m_province->pull(must(m_old->store->nextPull(32768)), *m_old, 1 << 20);
        QCOMPARE(honest.frames.at(0).gone.size(), std::size_t{1});
        for (const auto& value : {Value::fromText(village().text()), Value::null(), Value::fromText("nowhere")}) {
            auto reply = honest;
            reply.frames.at(0).gone.at(0).registers.at(0).heads.back().value = value;
            QVERIFY(!m_old->store->applyPull(reply));
        }
        auto reply = honest;
        reply.frames.at(0).gone.at(0).registers.at(0).heads.clear();
        QVERIFY(!m_old->store->applyPull(reply));
        QVERIFY(must(m_old->store->contains(m_lin)));
        must(m_old->store->applyPull(honest));
    }

    // Made here, left for a village whose vector already knows the number: what its feed never brought is not inside.
    void ownWordsThatNeverCameDownStayInSight()
    {
        const auto made = m_township->addHousehold("黄大山", "13800000003", "东村");
        push(*m_township);
        m_township->addHousehold("陈二", {}, "西村", next());
        push(*m_township);
        pullOnly(*m_township, 1);
        pull(*m_old);
        move(*m_old, made, next());
        push(*m_old);
        pullOnly(*m_township, 0);
        QCOMPARE(must(m_township->store->view(made)).partition, next());
        QCOMPARE(m_township->text(made, kPhone), "13800000003");
        m_township->write(made, {{kPhone, Value::fromText("13800000004")}});
        sync(*m_township);
        allAgree();
        QCOMPARE(m_new->text(made, kPhone), "13800000004");
        QVERIFY(must(m_new->store->conflicts()).empty());
    }

    // Segments of the new home that were made before the move, and loaded after this tablet had heard of it.
    void segmentsOfTheNewHomeFromBefore()
    {
        auto late = tablet();
        m_province->granted = {next()};
        const auto offer = m_province->offer(10);
        m_province->granted = grantsOf(*late);
        pullOnly(*late, 0);
        late->write(m_lin, {{kPhone, Value::fromText("13900000005")}});
        push(*late);
        must(late->store->applyPull(m_province->replyWith(offer, *late)));
        while (const auto asked = must(late->store->nextSegments(1 << 20)))
            must(late->store->storeParts(Province::partsOf(offer, *asked)));
        move(*m_township, m_lin, next());
        push(*m_township);
        pullOnly(*late, 0);
        QVERIFY(!late->store->loadSegments());
        QCOMPARE(late->text(m_lin, kPhone), "13900000005");
        must(late->store->dropSegments("moved"));
        QCOMPARE(must(late->store->nextPull(1)).segments, 0U);
        sync(*late);
        QCOMPARE(late->text(m_lin, kPhone), "13900000005");
        QCOMPARE(must(late->store->stateHash(next())), m_province->stateHash(next()));
        allAgree();
    }

    // Made here and gone again before the first pull: segments that know the number and do not bring the family say so.
    void segmentsThatDoNotBringWhatWasMadeHere()
    {
        auto late = tablet();
        m_province->granted = grantsOf(*late);
        const auto made = late->addHousehold("黄大山", "13800000003", "东村");
        push(*late);
        pull(*m_township);
        move(*m_township, made, village("350128001203"));
        push(*m_township);
        const auto offer = m_province->offer(10);
        must(late->store->applyPull(m_province->replyWith(offer, *late)));
        while (const auto asked = must(late->store->nextSegments(1 << 20)))
            must(late->store->storeParts(Province::partsOf(offer, *asked)));
        QVERIFY(!late->store->loadSegments());
        must(late->store->dropSegments("moved"));
        sync(*late);
        while (must(late->store->purgeSome())) {
        }
        QVERIFY(!must(late->store->contains(made)));
        QCOMPARE(must(late->store->counts()).sealed, 0U);
    }

    // Nobody else ever knew it: withdrawn, there is no family without a name left in the list.
    void whatWasWithdrawnAtOnceIsNoFamily()
    {
        m_province->suspicious = [](const core::Changeset&) { return true; };
        const auto odd = m_old->addHousehold("黄大山", "13800000003", "东村");
        push(*m_old);
        const auto number = must(m_old->store->syncState()).saved;
        m_province->suspicious = {};
        const auto kept = m_old->addHousehold("黄小山", "13800000004", "东村");
        sync(*m_old);
        QVERIFY(must(m_old->store->contains(odd))); // held back, and still this person's words
        m_province->withdraw({m_old->replica, number});
        pull(*m_old);
        QVERIFY(!must(m_old->store->contains(odd)));
        QVERIFY(must(m_old->store->search("黄大山")).empty());
        QVERIFY(must(m_old->store->contains(kept)));
        allAgree();
    }

    // The old village comes back into the grants after everything of it was forgotten, and the family has left it meanwhile.
    void movedWhileOutOfSight()
    {
        m_township->write(m_lin, {{kRemark, Value::fromText("sealed")}});
        m_province->granted = {next()};
        m_province->pullAll(*m_township); // the old village was taken; its words wait
        QVERIFY(!must(m_township->store->contains(m_lin)));
        move(*m_old, m_lin, next());
        push(*m_old);
        m_province->granted = {village()};
        m_province->pullAll(*m_township); // and given back, instead of the new one
        QCOMPARE(must(m_township->store->nextPull(1)).segments, core::kSegmentSuite);
        QVERIFY(!must(m_township->store->contains(m_lin)));
        allAgree();
        pull(*m_new);
        QCOMPARE(m_new->text(m_lin, kRemark), "sealed");
        QCOMPARE(m_township->text(m_lin, kRemark), "sealed");
    }
};

QTEST_GUILESS_MAIN(MovesTest)
#include "tst_moves.moc"
