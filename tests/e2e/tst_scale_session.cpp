// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real session behind the page of a scale: a real vault, its second unlock, a lock in the middle, and the way out of danger.
#include "door_world.hpp"

#include "app/forms/record_editor.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::e2e;
using ui::ScaleModel;
using ui::Session;

namespace {
constexpr int kPatience = 60'000; // ms; only a hang reaches it
const char* const kVillage = "v:350128900200";
} // namespace

class ScaleSessionTest : public QObject {
    Q_OBJECT
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<DoorWorld> m_world;
    RecordId m_family;

    [[nodiscard]] Session& session() { return m_world->session(); }

    RecordId add(const char* type, RecordId root, const std::vector<std::pair<const char*, Value>>& values)
    {
        const RecordType& known = session().desk().type(type);
        FieldValues fields;
        for (const auto& [name, value] : values)
            fields[known.field(std::string_view(name))->number] = value;
        auto editor = forms::RecordEditor::openNew(session().desk().editorPorts(),
                                                   {known.number, root, *PartitionId::parse(kVillage), fields});
        return editor && editor->commit() ? editor->record() : RecordId{};
    }
    [[nodiscard]] std::vector<store::Draft> scaleDrafts()
    {
        std::vector<store::Draft> found;
        const auto type = session().desk().type("scale_result").number;
        const auto drafts = session().desk().store().drafts();
        for (const auto& draft : *drafts)
            if (draft.type == type)
                found.push_back(draft);
        return found;
    }

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<ServerProcess>(QStringLiteral(LIANXIN_SERVER));
        QVERIFY(m_server->init());
        QVERIFY(m_server->start());
    }
    void init()
    {
        m_world = std::make_unique<DoorWorld>(true, platform::InMemoryKeyStore::Claims::software);
        const auto address = QStringLiteral("https://127.0.0.1:%1").arg(m_server->port());
        const auto text =
            m_server->invite(QStringLiteral("吴美华"), QStringLiteral("VW"), QString::fromLatin1(kVillage), address);
        QVERIFY(m_world->registers(text, kPassphrase));
        QVERIFY(m_world->goesIn());
        session().lock();
        QVERIFY(m_world->unlocks(kPassphrase));
        m_family = add("household", {}, {{"call_name", Value::fromText("林阿姨")}});
        QVERIFY(!m_family.isNil());
        QVERIFY(!add("person", m_family,
                     {{"name", Value::fromText("林秀英")},
                      {"is_service_target", Value::fromBool(true)},
                      {"alive", Value::fromBool(true)}})
                     .isNil());
        session().openFamily(ui::idText(m_family));
        QCOMPARE(session().page(), Session::Family);
    }

    void twoQuestionsThroughALockAndAKill()
    {
        QVERIFY(session().family()->canReadScale());
        session().family()->readScale();
        QCOMPARE(session().page(), Session::Scale);
        QCOMPARE(session().scale()->step(), ScaleModel::Consent);
        session().scale()->consent(true);
        session().scale()->answer(2);
        QCOMPARE(scaleDrafts().size(), std::size_t{1});
        session().lock();
        QCOMPARE(session().scale()->step(), ScaleModel::Closed);

        QVERIFY(m_world->restart());
        QVERIFY(m_world->unlocks(kPassphrase));
        QCOMPARE(scaleDrafts().size(), std::size_t{1});
        session().goDraft(scaleDrafts().front());
        QVERIFY(session().page() != Session::Scale); // the second unlock first
        QVERIFY(session().stepUp()->active());
        session().stepUp()->usePassphrase();
        session().stepUp()->submit(kPassphrase);
        QTRY_COMPARE_WITH_TIMEOUT(session().page(), Session::Scale, kPatience);
        QCOMPARE(session().scale()->position(), 2);
        QVERIFY(!m_world->tablet().vault()->steppedUp()); // gone before the line is shown
        QVERIFY(session().scale()->canGoBack());
        session().back(); // Esc is the line before, never the way to the records
        QCOMPARE(session().page(), Session::Scale);
        QCOMPARE(session().scale()->position(), 1);
    }
    // The directory of this tablet names no counsellor and no supervisor: nobody could read it, so it waits as a draft, and says so.
    void withoutAReaderTheAnswersWait()
    {
        session().family()->readScale();
        session().scale()->consent(true);
        session().scale()->answer(1);
        session().scale()->answer(1);
        QCOMPARE(session().scale()->step(), ScaleModel::Item);
        QVERIFY(!session().toastText().isEmpty());
        QCOMPARE(scaleDrafts().size(), std::size_t{1});
    }
    void theWayOutOfDangerIsThereInBetween()
    {
        session().family()->readScale();
        session().scale()->consent(true);
        session().openCrisis();
        QVERIFY(session().crisisOpen());
        QVERIFY(session().crisis()->telephones()->count() >= 4);
        session().back();
        QVERIFY(!session().crisisOpen());
        QCOMPARE(session().scale()->step(), ScaleModel::Item);
        session().lock();
        session().openCrisis(); // also while locked
        QVERIFY(session().crisisOpen());
        QVERIFY(!session().desk().isOpen());
    }
    void notTodayLeavesNothing()
    {
        session().family()->readScale();
        session().scale()->consent(false);
        QCOMPARE(session().page(), Session::Family);
        QVERIFY(scaleDrafts().empty());
    }
    // What was seen at the door and no form asked for.
    void theSafetyQuestionsOpenWithoutASecondCode()
    {
        QVERIFY(session().family()->canAskSafety());
        session().family()->askSafety();
        QCOMPARE(session().page(), Session::Form);
        QCOMPARE(session().form()->kind(), QStringLiteral("risk_assessment"));
        QVERIFY(!session().stepUp()->active());
    }
};

QTEST_MAIN(ScaleSessionTest)
#include "tst_scale_session.moc"
