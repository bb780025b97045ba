// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "near_world.hpp"

#include "app/viewmodel/words.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::test;
using client::NearEnd;
using ui::Fault;
using ui::NearModel;
using namespace std::chrono_literals;

// Two tablets on one table: the page models of both over real sockets, real seals and real stores. Every way in which it may not go well.
class TstNearModel : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count{0};
    std::unique_ptr<Organisation> m_org;
    std::unique_ptr<Province> m_province;
    std::unique_ptr<NearSide> m_a, m_b;

    std::string path() { return m_folder.filePath(QString("%1.db").arg(++m_count)).toStdString(); }
    // B shows a code, A types what is on B's screen.
    void meet() { meet(*m_a, *m_b); }
    static void meet(NearSide& visitor, NearSide& door)
    {
        door.model.leave();
        visitor.model.leave();
        door.model.openDoor();
        QCOMPARE(door.model.step(), NearModel::Waiting);
        visitor.types(door.model.codeText());
        QVERIFY(visitor.ends());
    }
    void told(NearSide& side, Fault fault, NearModel::Step step = NearModel::Stopped)
    {
        QCOMPARE(side.model.step(), step);
        QCOMPARE(side.model.fault(), std::optional(fault));
        QCOMPARE(side.model.sentence(), ui::explain(fault).sentence);
        QVERIFY(!side.model.sentence().isEmpty());
        const bool isPressed = ui::explain(fault).action != ui::FaultAction::wait;
        QCOMPARE(!side.model.actionLabel().isEmpty(), isPressed);
    }

private slots:
    void initTestCase()
    {
        faulty::install();
        ui::loadWords(*QCoreApplication::instance(), QStringLiteral("zh_CN"));
    }
    void init()
    {
        m_org = std::make_unique<Organisation>();
        m_province = std::make_unique<Province>();
        m_a = std::make_unique<NearSide>(*m_org, *m_province, path(), 1);
        m_b = std::make_unique<NearSide>(*m_org, *m_province, path(), 2);
    }
    void cleanup()
    {
        faulty::disarm();
        faulty::setRoom(std::nullopt);
        m_a.reset();
        m_b.reset();
    }

    void bothCarryForTheOther()
    {
        m_a->writes(3);
        m_b->writes(2);
        meet();
        QCOMPARE(m_a->model.step(), NearModel::Done);
        QCOMPARE(m_a->model.givenText(), QStringLiteral("您的3条，旁边那台也带上了"));
        QCOMPARE(m_a->model.takenText(), QStringLiteral("这台平板替它带上了2条"));
        QVERIFY(m_a->model.confirmedText().isEmpty());
        QVERIFY(m_b->ends());
        QCOMPARE(m_b->model.givenText(), QStringLiteral("您的2条，旁边那台也带上了"));
        QCOMPARE(m_b->model.takenText(), QStringLiteral("这台平板替它带上了3条"));
        for (auto* side : {m_a.get(), m_b.get()}) {
            QCOMPARE(side->by(1), store::CarriedBy::neighbour);
            QCOMPARE(side->acknowledged(), std::uint64_t{0}); // carried is not received
        }
        meet(); // again: nothing new, and it says so
        QCOMPARE(m_a->model.givenText(), QStringLiteral("您没有新的要让它带"));
        QCOMPARE(m_a->model.takenText(), QStringLiteral("它没有新的要让您带"));
        QCOMPARE(m_a->model.heading(), QStringLiteral("这次没有新的，两边都是齐的"));
        m_a->writes(1); // and only what came since
        meet();
        QCOMPARE(m_a->model.givenText(), QStringLiteral("您的1条，旁边那台也带上了"));
        QCOMPARE(m_b->model.takenText(), QStringLiteral("这台平板替它带上了1条"));
    }
    void theWholeCodeDoesAsWell()
    {
        m_a->writes(1);
        m_b->model.openDoor();
        m_a->hands.codes.setReads(m_b->writer.last.toStdString()); // what A's camera sees
        m_a->model.goVisiting();
        QVERIFY(m_a->ends());
        QCOMPARE(m_a->model.step(), NearModel::Done);
        QCOMPARE(m_a->by(1), store::CarriedBy::neighbour);
        QVERIFY(!m_b->writer.last.contains(QStringLiteral("林"))); // address and key, nothing of anybody
    }
    void whatWasGivenToOneGoesToTheNextAsWell()
    {
        NearSide c(*m_org, *m_province, path(), 3);
        m_a->writes(2);
        meet();
        meet(*m_a, c); // the first one may never arrive
        QCOMPARE(m_a->model.givenText(), QStringLiteral("您的2条，旁边那台也带上了"));
        QCOMPARE(c.model.takenText(), QStringLiteral("这台平板替它带上了2条"));
    }
    void theReceiptComesBack()
    {
        m_a->writes(2);
        meet();
        deliver(*m_province, *m_b->carry, *m_org, {&m_a->tablet});
        QCOMPARE(m_a->acknowledged(), std::uint64_t{0});
        meet();
        QCOMPARE(m_a->acknowledged(), std::uint64_t{2});
        QCOMPARE(m_a->model.confirmedText(), QStringLiteral("它捎来了回执：省里已收到您的2条"));
    }
    void wrongClocksStopNobody_data()
    {
        QTest::addColumn<qint64>("a");
        QTest::addColumn<qint64>("b");
        QTest::newRow("1970") << qint64{0} << qint64{1'790'000'000'000};
        QTest::newRow("2038") << qint64{1'790'000'000'000} << qint64{2'147'483'648'000};
        QTest::newRow("apart") << qint64{1} << qint64{4'000'000'000'000};
    }
    void wrongClocksStopNobody()
    {
        QFETCH(qint64, a);
        QFETCH(qint64, b);
        m_a->tablet.clock.time = a;
        m_b->tablet.clock.time = b;
        m_a->writes(1);
        m_b->writes(1);
        meet();
        QCOMPARE(m_a->model.step(), NearModel::Done);
        QCOMPARE(m_a->by(1), store::CarriedBy::neighbour);
        QCOMPARE(m_b->by(1), store::CarriedBy::neighbour);
    }

    // --- the way is open on a press only
    void itClosesByItself()
    {
        m_b->model.setDoorLife(1ms);
        m_b->model.openDoor();
        QVERIFY(QTest::qWaitFor([&] { return m_b->model.step() == NearModel::Choose; }, kNearPatience));
        QVERIFY(m_b->model.noteText().contains(QStringLiteral("自己关上")));
        QVERIFY(m_b->model.leftText().isEmpty());
    }
    void leavingThePageClosesIt()
    {
        m_b->model.openDoor();
        const auto code = m_b->model.codeText();
        QTRY_VERIFY2(m_b->model.leftText().contains(QStringLiteral("10分钟")), qPrintable(m_b->model.leftText()));
        m_b->model.leave();
        m_a->types(code);
        QVERIFY(m_a->ends());
        told(*m_a, Fault::nearGone);
    }
    void theLockClosesIt()
    {
        m_b->model.openDoor();
        const auto code = m_b->model.codeText();
        m_b->desk.close();
        QCOMPARE(m_b->model.step(), NearModel::Choose);
        m_a->types(code);
        QVERIFY(m_a->ends());
        told(*m_a, Fault::nearGone);
    }
    void strangersOnTheNetworkDoNothing()
    {
        m_b->model.openDoor();
        const auto place = carry::readNear(m_b->model.codeText().toStdString()).place;
        for (const auto& bytes : {QByteArray("GET / HTTP/1.1\r\n\r\n"), QByteArray(4, '\0'),
                                  QByteArray("\0\0\0\x14LXNH0123456789abcdef", 24), QByteArray("\xff\xff\xff\xff", 4),
                                  QByteArray("\0\0\0\x50", 4) + QByteArray(80, 'x')}) {
            QTcpSocket line;
            line.connectToHost(QString::fromStdString(place.host), place.port);
            QVERIFY(line.waitForConnected(kNearPatience));
            line.write(bytes);
            line.flush(); // the door hangs up
            QVERIFY(QTest::qWaitFor([&] { return line.state() == QAbstractSocket::UnconnectedState; }, kNearPatience));
        }
        m_a->writes(1);
        m_a->types(m_b->model.codeText()); // after all of them: the colleague
        QVERIFY(m_a->ends());
        QCOMPARE(m_a->model.step(), NearModel::Done);
        QCOMPARE(m_b->model.step(), NearModel::Done);
    }

    // --- what may not go well, each with its sentence
    void codesOfOtherKinds()
    {
        for (const auto* text : {"LIANXIN:1:7K3QX-M0V2D", "FJ-350128-0001!", "LXNEAR1,8.8.8.8,4000,AAAA", "你好"}) {
            m_a->model.typeCode();
            m_a->model.read(QString::fromUtf8(text));
            QVERIFY2(!m_a->model.isUnderstood(), text);
            QCOMPARE(m_a->model.typedTrouble(), ui::explain(Fault::nearCode).sentence);
            m_a->model.go();
            QCOMPARE(m_a->model.step(), NearModel::Typing);
        }
        m_a->hands.codes.setReads("FJ000123"); // a card's number before the camera
        m_a->model.goVisiting();
        told(*m_a, Fault::nearCode);
        // An address out of the local network is followed by nobody, whoever made the code.
        SeededRandom random{9};
        const auto key = seal::BoxKey::generate(random).publicKey();
        m_a->hands.codes.setReads(carry::nearText({"8.8.8.8", 4000, key}));
        m_a->model.resolve();
        told(*m_a, Fault::nearCode);
    }
    void aSlipOfThePen()
    {
        m_b->model.openDoor();
        QString code = m_b->model.codeText();
        code[0] = code[0] == u'A' ? u'B' : u'A';
        m_a->model.typeCode();
        m_a->model.read(code.left(7));
        QVERIFY(m_a->model.typedTrouble().isEmpty()); // not finished yet
        m_a->model.read(code);
        QCOMPARE(m_a->model.typedTrouble(), ui::explain(Fault::nearSlip).sentence);
        QVERIFY(!m_a->model.isUnderstood());
    }
    void aLaterVersion()
    {
        m_a->hands.codes.setReads("LXNEAR2,192.168.1.7,4000,key,more");
        m_a->model.goVisiting();
        told(*m_a, Fault::nearNewer);
        m_a->model.resolve(); // calls the township, whose number is not here yet
        QVERIFY(!m_a->steps.said.isEmpty());
        // Or the door speaks of it.
        ScriptedDoor door([](const carry::NearMessage&) {
            carry::NearMessage said;
            said.reply = wire::encodeErrorReply(wire::errorReplyOf(fail(Errc::upgradeNeeded, "later")));
            return said;
        });
        m_a->types(door.code());
        QVERIFY(m_a->ends());
        told(*m_a, Fault::nearNewer);
    }
    void anEarlierVersion()
    {
        m_a->writes(1);
        RefusingDoor door(*m_b, Errc::upgradeNeeded);
        m_a->types(door.code());
        QVERIFY(m_a->ends());
        told(*m_a, Fault::nearOlder);
        QCOMPARE(m_a->by(1), store::CarriedBy::nobody);
    }
    void itsOwnCode()
    {
        m_a->model.openDoor();
        const auto code = m_a->model.codeText();
        m_a->types(code);
        told(*m_a, Fault::nearOwn);
        // A copy of the tablet is not another one.
        NearSide copy(*m_org, *m_province, path(), 1);
        copy.model.openDoor();
        m_a->types(copy.model.codeText());
        QVERIFY(m_a->ends());
        told(*m_a, Fault::nearOwn);
    }
    void noNetworkToMeetIn()
    {
        m_a->host = {};
        m_a->model.openDoor();
        told(*m_a, Fault::nearNoNetwork);
        m_a->host = QHostAddress(QHostAddress::LocalHost);
        m_a->model.resolve();
        QCOMPARE(m_a->model.step(), NearModel::Waiting);
        m_b->host = {};
        m_b->types(m_a->model.codeText());
        told(*m_b, Fault::nearNoNetwork);
    }
    void theOtherTabletIsGone()
    {
        QString code;
        {
            ScriptedDoor door([](const carry::NearMessage& asked) { return asked; });
            code = door.code();
        }
        m_a->types(code);
        QVERIFY(m_a->ends());
        told(*m_a, Fault::nearGone);
        m_a->model.resolve(); // what was typed stays
        QCOMPARE(m_a->model.step(), NearModel::Typing);
        QCOMPARE(m_a->model.typed(), code);
    }
    void theCodeOfAnotherOpening()
    {
        ScriptedDoor door([](const carry::NearMessage& asked) { return asked; });
        m_a->types(door.code(ScriptedDoor::Key::another));
        QVERIFY(m_a->ends());
        told(*m_a, Fault::nearOtherKey);
    }
    void theOtherLeavesHalfway()
    {
        m_a->writes(2);
        ScriptedDoor door([](const carry::NearMessage&) { return std::nullopt; });
        m_a->types(door.code());
        QVERIFY(m_a->ends());
        told(*m_a, Fault::nearCut);
        QCOMPARE(m_a->by(1), store::CarriedBy::nobody); // nobody signed for it
        meet();                                         // the next try goes on
        QCOMPARE(m_a->model.givenText(), QStringLiteral("您的2条，旁边那台也带上了"));
        // The other way round: the door is left in the middle, and stays open for who comes next.
        m_b->model.leave();
        m_b->model.openDoor();
        m_a->model.leave();
        LeavingVisitor visitor(*m_a, m_b->model.codeText());
        QVERIFY(QTest::qWaitFor([&] { return !m_b->model.noteText().isEmpty(); }, kNearPatience));
        QCOMPARE(m_b->model.noteText(), ui::explain(Fault::nearCut).sentence);
        QCOMPARE(m_b->model.step(), NearModel::Waiting);
    }
    void anotherOrganisation_data()
    {
        QTest::addColumn<bool>("sameIssuer");
        QTest::newRow("another organisation") << false;
        QTest::newRow("another realm") << true;
    }
    void anotherOrganisation()
    {
        QFETCH(bool, sameIssuer);
        Organisation other{SeededRandom{6}};
        if (sameIssuer) {
            // The keys of both come from one seed: only the realm tells them apart.
            other = Organisation{};
            other.issuer = seal::issueIssuer(other.root, seal::Realm::production, other.issuerKey.publicKey(), 1);
        }
        NearSide stranger(other, *m_province, path(), 7);
        stranger.writes(1);
        m_a->writes(1);
        m_a->model.openDoor();
        stranger.types(m_a->model.codeText());
        QVERIFY(stranger.ends());
        told(stranger, Fault::nearForeign);
        QCOMPARE(m_a->model.step(), NearModel::Waiting); // it waits on, and says who came
        QCOMPARE(m_a->model.noteText(), ui::explain(Fault::nearForeign).sentence);
        QCOMPARE(must(m_a->tablet.store->carryShelf().counts()).waiting, std::uint64_t{0});
        // And where the stranger shows the code: nothing of it is believed.
        stranger.model.leave();
        stranger.model.openDoor();
        m_a->model.leave();
        m_a->types(stranger.model.codeText());
        QVERIFY(m_a->ends());
        told(*m_a, Fault::nearForeign);
        QCOMPARE(m_a->by(1), store::CarriedBy::nobody);
        QCOMPARE(must(stranger.tablet.store->carryShelf().counts()).waiting, std::uint64_t{0});
    }
    void notConfirmedYet()
    {
        m_a->confirmed = false;
        m_a->model.openDoor();
        told(*m_a, Fault::nearNotYet);
        m_b->model.openDoor();
        m_a->types(m_b->model.codeText());
        told(*m_a, Fault::nearNotYet);
    }
    void aFullShelf()
    {
        m_a->writes(1);
        RefusingDoor door(*m_b, Errc::busy);
        m_a->types(door.code());
        QVERIFY(m_a->ends());
        QCOMPARE(m_a->model.step(), NearModel::Done);
        QCOMPARE(m_a->model.noteText(), ui::explain(Fault::nearFull).sentence);
        QVERIFY(m_a->model.givenText().isEmpty());
        QCOMPARE(m_a->model.heading(), QStringLiteral("没能全都带上"));
        QCOMPARE(m_a->by(1), store::CarriedBy::nobody);
    }
    void noRoomHere()
    {
        m_a->writes(1);
        m_b->reopenFaulty();
        m_b->model.openDoor();
        m_a->types(m_b->model.codeText());
        faulty::arm(faulty::Fault::io, 1); // B's medium refuses from now on
        QVERIFY(m_a->ends());
        QVERIFY(QTest::qWaitFor([&] { return !m_b->model.noteText().isEmpty(); }, kNearPatience));
        QCOMPARE(m_b->model.noteText(), ui::explain(Fault::nearRoom).sentence);
        QCOMPARE(m_a->by(1), store::CarriedBy::nobody);
        told(*m_a, Fault::nearCut);
        faulty::disarm();
    }
};

QTEST_MAIN(TstNearModel)
#include "tst_near_model.moc"
