// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault_world.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::e2e;

// What the real server puts aside, on the pages of the real session, and what `lianxin-server quarantine` makes of it.
class TstSetAside : public QObject {
    Q_OBJECT

    std::optional<Catalogue> m_catalogue;
    std::unique_ptr<VaultWorld> m_world;
    RecordId m_family, m_visit;

    [[nodiscard]] const Field& field(const char* name) const
    {
        return *m_catalogue->type(std::string_view("visit"))->field(std::string_view(name));
    }
    [[nodiscard]] ui::AskedModel& asks()
    {
        auto& sync = *m_world->session->sync();
        sync.refresh();
        return *sync.setAside();
    }
    [[nodiscard]] QString pending() const
    {
        const auto list = m_world->server.status().value(QLatin1String("quarantine")).toArray();
        return list.isEmpty() ? QString() : list.first().toObject().value(QLatin1String("changeset")).toString();
    }
    [[nodiscard]] std::string shown(const char* name)
    {
        const auto view = m_world->store().view(m_visit);
        const auto* reg = view ? view->find({field(name).registerNumber(), {}}) : nullptr;
        return reg != nullptr && !reg->heads.empty() ? reg->value.canonical() : std::string("nothing");
    }
    // A visit whose mood is no code: the tablet of an earlier day could have written it.
    void oddVisit()
    {
        m_visit = makeRecordId(1'792'000'000'000, *m_world->storePorts().random);
        const auto* type = m_catalogue->type(std::string_view("visit"));
        store::RecordEdit edit{m_visit, m_family, type->number, storyVillage(), {}, {}};
        edit.writes = {{{field("mode").registerNumber(), {}}, Value::fromInt(1)},
                       {{field("outcome").registerNumber(), {}}, Value::fromInt(1)},
                       {{field("mood").registerNumber(), {}}, Value::fromText("good")},
                       {{field("quick_note").registerNumber(), {}}, Value::fromText("Kanarienvogel")}};
        const auto saved = m_world->store().save({{}, {edit}, std::nullopt, "save"});
        QVERIFY(saved.has_value());
        m_world->device().desk()->driver().noteSaved(saved->number);
        QVERIFY(m_world->sync());
    }
    void corrects()
    {
        auto& session = *m_world->session;
        asks().act(asks().rows()->value(0, "number").toString());
        QCOMPARE(session.page(), ui::Session::Form);
        QCOMPARE(session.form()->kind(), QStringLiteral("visit"));
        session.form()->toggle(static_cast<int>(field("mood").number), 2);
        session.form()->commit();
        QVERIFY2(session.page() != ui::Session::Form, qPrintable(session.toastText()));
        QCOMPARE(asks().rows()->count(), 0);
        QCOMPARE(asks().settled()->count(), 1);
    }

private slots:
    void initTestCase() { QVERIFY(VaultWorld::speaksChinese(m_catalogue)); }
    void init()
    {
        m_world = std::make_unique<VaultWorld>(*m_catalogue);
        QVERIFY(m_world->begin());
        m_family = m_world->addFamily("19900000012");
        QVERIFY(m_world->sync());
        QCOMPARE(asks().rows()->count(), 0);
        oddVisit();
        QVERIFY(!pending().isEmpty());
        QCOMPARE(m_world->store().counts()->waiting, std::uint64_t{0}); // received, and put aside
        QCOMPARE(asks().rows()->count(), 1);
        QVERIFY(asks().rows()->value(0, "line").toString().startsWith(QStringLiteral("省里没认出这一条")));
    }
    void cleanup() { m_world.reset(); }

    void corrected_data()
    {
        QTest::addColumn<QString>("decision");
        QTest::newRow("then released") << "release";
        QTest::newRow("then withdrawn") << "withdraw";
    }
    void corrected()
    {
        QFETCH(QString, decision);
        corrects();
        QVERIFY(m_world->sync());
        QCOMPARE(m_world->server.status().value(QLatin1String("quarantine")).toArray().size(), qsizetype{1});
        QCOMPARE(m_world->server.decide(decision, pending()), 0);
        QVERIFY(m_world->sync());
        QCOMPARE(asks().settled()->count(), 0); // decided: it is gone
        QVERIFY(pending().isEmpty());
        QCOMPARE(shown("mood"), Value::fromInt(2).canonical());
        QCOMPARE(shown("quick_note"), Value::fromText("Kanarienvogel").canonical());
        QCOMPARE(QString::fromStdString(m_world->store().stateHash(storyVillage())->text()),
                 m_world->server.stateHash(QString::fromStdString(storyVillage().text())));
    }
    void leftAndReleased()
    {
        asks().leave(asks().rows()->value(0, "number").toString());
        QCOMPARE(asks().rows()->count(), 0);
        QCOMPARE(asks().settled()->count(), 1);
        QCOMPARE(m_world->server.decide(QStringLiteral("release"), pending()), 0);
        QVERIFY(m_world->sync());
        QCOMPARE(asks().settled()->count(), 0);
        QCOMPARE(shown("quick_note"), Value::fromText("Kanarienvogel").canonical());
    }
    void withdrawnItIsGone()
    {
        QCOMPARE(m_world->server.decide(QStringLiteral("withdraw"), pending()), 0);
        QVERIFY(m_world->sync());
        QCOMPARE(asks().rows()->count(), 0);
        QCOMPARE(shown("quick_note"), std::string("nothing")); // R41: below it lay nothing
    }

    // The server's support file: of use, and with nothing that belongs to anybody.
    void supportOfTheServer()
    {
        const auto text = m_world->server.support();
        QVERIFY2(text.contains("quarantine: malformed x1"), text.constData());
        QVERIFY2(text.contains("replicas: ") && text.contains("records: "), text.constData());
        const auto changeset = pending().toUtf8();
        QList<QByteArray> never{"Kanarienvogel",
                                "19900000012",
                                "Worker",
                                storyVillage().text().c_str(),
                                "350128900200",
                                m_world->server.data().toUtf8(),
                                m_world->user().toUtf8(),
                                changeset.left(changeset.indexOf('.')),
                                QDir::homePath().toUtf8()};
        for (const auto& word : never)
            QVERIFY2(word.isEmpty() || !text.contains(word), (word + '\n' + text).constData());
    }

    // The tablet's own, shown before it is saved.
    void supportOfTheTablet()
    {
        auto& support = *m_world->session->support();
        support.save(); // nothing was looked at: nothing is saved
        QVERIFY(!support.shown());
        support.look();
        QVERIFY(support.shown());
        QVERIFY(support.lines()->count() > 15);
        const QString text = support.text();
        for (const auto& word : {QStringLiteral("Kanarienvogel"), QStringLiteral("19900000012"),
                                 QStringLiteral("Worker"), m_world->user(), QString::fromStdString(m_visit.text()),
                                 QStringLiteral("350128900200"), QDir::homePath(), QDir::tempPath()})
            QVERIFY2(!text.contains(word), qPrintable(word + QLatin1Char('\n') + text));
        QVERIFY2(text.contains(QLatin1String("held-back-reasons: reason 6 x1")), qPrintable(text));
        QVERIFY2(!text.contains(QLatin1String("data-bytes: 0")), qPrintable(text));
        m_world->session->lock();
        QVERIFY(!support.shown());
    }
};

QTEST_MAIN(TstSetAside)
#include "tst_set_aside.moc"
