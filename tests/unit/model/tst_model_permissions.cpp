// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assets.hpp"
#include "sync/model/permissions.hpp"

#include <QTest>

using namespace lianxin;
using test::catalogue;

namespace {

QString rolesThat(bool (*may)(Role, const RecordType&, Relation), const RecordType& type)
{
    QStringList roles;
    for (std::size_t i = 0; i < kRoleCount; ++i) {
        const auto role = static_cast<Role>(i);
        const auto name = QString::fromStdString(std::string(roleName(role)));
        if (may(role, type, Relation::holder))
            roles << name;
        else if (may(role, type, Relation::author))
            roles << name + "*";
    }
    return roles.join(' ');
}

} // namespace

class TestModelPermissions : public QObject {
    Q_OBJECT

private:
    // What hangs on a family, and on other roots beside it.
    static void recordsOfFamilies()
    {
        for (const char* name : {"care_package_issue", "claim", "claim_document", "benefit_use", "consent"})
            QTest::newRow(name) << name << QStringLiteral("VW CO TO CS") << QStringLiteral("VW CO TO");
        for (const char* name : {"insured", "preferential_card"})
            QTest::newRow(name) << name << QStringLiteral("VW CO TO CS") << QStringLiteral("VW TO");
        for (const char* name : {"attendance", "vol_service"})
            QTest::newRow(name) << name << QStringLiteral("VW CO TO CS") << QStringLiteral("VW CO TO CS");
        for (const char* name : {"project_aid", "project_approval", "repayment"})
            QTest::newRow(name) << name << QStringLiteral("VW CO TO CS") << QStringLiteral("VW TO CS");
        for (const char* name : {"allowance_pay", "pension_topup"})
            QTest::newRow(name) << name << QStringLiteral("VW CO TO CS") << QStringLiteral("TO");
        for (const char* name : {"attachment"})
            QTest::newRow(name) << name << QStringLiteral("VW CO VO TO CS PS PR") << QStringLiteral("VW CO TO CS PR");
        for (const char* name : {"scale_result"})
            QTest::newRow(name) << name << QStringLiteral("CO CS") << QStringLiteral("VW CO");
    }
    // Homes, teams, agencies and the work of an area; the province's library.
    static void recordsOfAreas()
    {
        for (const char* name : {"care_package_batch", "care_package_item", "volunteer"})
            QTest::newRow(name) << name << QStringLiteral("VW CO TO CS") << QStringLiteral("VW TO CS");
        for (const char* name : {"policy"})
            QTest::newRow(name) << name << QStringLiteral("VW CO TO CS") << QStringLiteral("TO CS");
        for (const char* name : {"warm_home"})
            QTest::newRow(name) << name << QStringLiteral("VW CO VO TO CS PS PR") << QStringLiteral("VW TO CS");
        for (const char* name : {"activity_plan", "activity", "plan_item"})
            QTest::newRow(name) << name << QStringLiteral("VW CO VO TO CS PS PR") << QStringLiteral("VW CO TO CS");
        for (const char* name : {"provider_org", "supervision", "check_item", "finding"})
            QTest::newRow(name) << name << QStringLiteral("VW CO TO CS PS PR") << QStringLiteral("TO CS");
        for (const char* name :
             {"service_contract", "contract_payment", "assessment", "assessment_item", "fund_ledger"})
            QTest::newRow(name) << name << QStringLiteral("TO CS PS PR") << QStringLiteral("TO CS");
        for (const char* name : {"vol_team", "rectification"})
            QTest::newRow(name) << name << QStringLiteral("VW CO TO CS PS PR") << QStringLiteral("VW TO CS");
        for (const char* name : {"training"})
            QTest::newRow(name) << name << QStringLiteral("VW CO TO CS PS PR") << QStringLiteral("CO TO CS");
        for (const char* name : {"training_attendance"})
            QTest::newRow(name) << name << QStringLiteral("VW CO TO CS") << QStringLiteral("CO TO CS");
        for (const char* name : {"policy_doc", "material"})
            QTest::newRow(name) << name << QStringLiteral("VW CO VO TO CS PS PR") << QStringLiteral("PR");
        for (const char* name : {"honour"})
            QTest::newRow(name) << name << QStringLiteral("VW CO VO TO CS PS PR") << QStringLiteral("TO CS");
    }

private slots:
    // The whole table (domain 2.0), so that a change of who may read is seen in review.
    void matrix_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("readers");
        QTest::addColumn<QString>("writers");
        const QString everyone = "VW CO VO TO CS PS PR SA";
        const QString area = "VW CO TO CS";
        for (const char* name : {"org_unit", "app_user", "certificate", "grant"})
            QTest::newRow(name) << name << everyone << QString();
        for (const char* name : {"household", "person", "loss_record", "contact_assignment"})
            QTest::newRow(name) << name << area << QStringLiteral("VW TO");
        for (const char* name : {"visit", "gift_item", "care_need", "task_note", "amendment", "emergency_case",
                                 "emergency_action", "risk_flag", "settle_note"})
            QTest::newRow(name) << name << area << QStringLiteral("VW CO TO");
        for (const char* name : {"counsel_case", "counsel_session", "session_addendum", "safety_plan"})
            QTest::newRow(name) << name << QStringLiteral("CO CS") << QStringLiteral("CO");
        QTest::newRow("pair_note") << "pair_note" << area << QStringLiteral("VW TO");
        QTest::newRow("weather_alert") << "weather_alert" << area << QStringLiteral("TO");
        QTest::newRow("shared_summary") << "shared_summary" << area << QStringLiteral("CO");
        QTest::newRow("risk_assessment") << "risk_assessment" << area << QStringLiteral("VW CO TO");
        QTest::newRow("approval") << "approval" << area << QStringLiteral("VW TO CS");
        recordsOfFamilies();
        recordsOfAreas();
    }
    void matrix()
    {
        QFETCH(QString, type);
        QFETCH(QString, readers);
        QFETCH(QString, writers);
        const auto* found = catalogue().type(type.toStdString());
        QVERIFY(found != nullptr);
        QCOMPARE(rolesThat(mayRead, *found), readers);
        QCOMPARE(rolesThat(mayWrite, *found), writers);
    }

    void matrixIsComplete() { QCOMPARE(catalogue().types().size(), std::size_t(4 + 4 + 9 + 4 + 1 + 1 + 3 + 16 + 24)); }

    void denyOutside()
    {
        for (const auto& type : catalogue().types())
            for (std::size_t role = 0; role < kRoleCount; ++role) {
                QVERIFY(!mayRead(static_cast<Role>(role), type, Relation::outside));
                QVERIFY(!mayWrite(static_cast<Role>(role), type, Relation::outside));
            }
    }

    void authorOnlyRule()
    {
        RecordType type;
        type.readers = {{Role::VW, false}};
        type.writers = {{Role::VW, true}};
        QVERIFY(mayRead(Role::VW, type, Relation::holder));
        QVERIFY(!mayWrite(Role::VW, type, Relation::holder));
        QVERIFY(mayWrite(Role::VW, type, Relation::author));
        QVERIFY(!mayWrite(Role::TO, type, Relation::author));
    }

    void cover_data()
    {
        QTest::addColumn<QString>("granted");
        QTest::addColumn<QString>("partition");
        QTest::addColumn<bool>("covers");
        const auto row = [](const char* granted, const char* partition, bool covers) {
            QTest::addRow("%s over %s", granted, partition) << granted << partition << covers;
        };
        row("v:350128001201", "v:350128001201", true);
        row("v:350128001201", "v:350128001202", false);
        row("t:350128001", "v:350128001201", true);
        row("t:350128001", "v:350128002201", false);
        row("v:350128001201", "t:350128001", false);
        row("c:350128", "t:350128001", true);
        row("c:350128", "v:350128001201", true);
        row("c:350128", "v:350129001201", false);
        row("p:35", "v:350128001201", true);
        row("v:350128001201", "p:35", true); // everybody reads the directory
        row("k:AAAAAAAAAAAAAAAAAAAAAA", "k:AAAAAAAAAAAAAAAAAAAAAA", true);
        row("k:AAAAAAAAAAAAAAAAAAAAAA", "k:BAAAAAAAAAAAAAAAAAAAAA", false);
        row("k:AAAAAAAAAAAAAAAAAAAAAA", "v:350128001201", false);
        row("k:AAAAAAAAAAAAAAAAAAAAAA", "p:35", true);
        row("c:350128", "k:AAAAAAAAAAAAAAAAAAAAAA", false); // no office sees a case
        row("p:35", "k:AAAAAAAAAAAAAAAAAAAAAA", false);
        row("v:350128001201", "b:350128", true); // whoever works in a county reads its board …
        row("t:350128001", "b:350128", true);
        row("c:350128", "b:350128", true);
        row("p:35", "b:350128", true);
        row("b:350128", "b:350128", true);
        row("v:350128001201", "b:350129", false); // … and no other county's
        row("c:350129", "b:350128", false);
        row("k:AAAAAAAAAAAAAAAAAAAAAA", "b:350128", false);
        row("b:350128", "v:350128001201", false); // and the board opens nothing else
        row("b:350128", "c:350128", false);
        row("b:350128", "p:35", true);
    }
    void cover()
    {
        QFETCH(QString, granted);
        QFETCH(QString, partition);
        QFETCH(bool, covers);
        QCOMPARE(grantCovers(*PartitionId::parse(granted.toStdString()), *PartitionId::parse(partition.toStdString())),
                 covers);
    }
    void boards()
    {
        QCOMPARE(boardOf(*PartitionId::parse("v:350128001201"))->text(), std::string("b:350128"));
        QCOMPARE(boardOf(*PartitionId::parse("c:350128"))->text(), std::string("b:350128"));
        QVERIFY(!boardOf(PartitionId::directory()) && !boardOf(PartitionId()));
        QVERIFY(!boardOf(*PartitionId::parse("k:AAAAAAAAAAAAAAAAAAAAAA")));
        QVERIFY(!PartitionId::parse("b:35012").has_value() && !PartitionId::parse("b:350128001").has_value());
        RecordType open;
        for (const auto role : {Role::VW, Role::CO, Role::VO, Role::TO, Role::CS, Role::PS, Role::PR})
            open.readers.push_back({role, false});
        QVERIFY(isForBoards(open));
        auto personal = open;
        personal.sensitivity = 2;
        QVERIFY(!isForBoards(personal));
        auto closed = open;
        closed.readers.pop_back();
        QVERIFY(!isForBoards(closed));
    }
    void nothingCoversNothing()
    {
        QVERIFY(!grantCovers(PartitionId(), PartitionId()));
        QVERIFY(!grantCovers(PartitionId(), PartitionId::directory()));
        QVERIFY(!grantCovers(PartitionId(), *PartitionId::parse("v:350128001201")));
    }

    void scopes()
    {
        const auto village = *PartitionId::parse("v:350128001201");
        const auto room = *PartitionId::parse("k:AAAAAAAAAAAAAAAAAAAAAA");
        QVERIFY(scopeFits(RecordScope::area, village) && !scopeFits(RecordScope::area, room) &&
                !scopeFits(RecordScope::area, PartitionId::directory()));
        QVERIFY(scopeFits(RecordScope::counselCase, room) && !scopeFits(RecordScope::counselCase, village));
        QVERIFY(scopeFits(RecordScope::directory, PartitionId::directory()) &&
                !scopeFits(RecordScope::directory, village));
        QVERIFY(!scopeFits(RecordScope::area, PartitionId()));
    }

    void roleCodes()
    {
        for (std::size_t i = 0; i < kRoleCount; ++i) {
            const auto role = static_cast<Role>(i);
            QVERIFY(roleOfCode(codeOfRole(role)) == role);
            QVERIFY(roleNamed(roleName(role)) == role);
        }
        QVERIFY(!roleOfCode(0) && !roleOfCode(9) && !roleNamed("vw"));
    }
};

QTEST_APPLESS_MAIN(TestModelPermissions)
#include "tst_model_permissions.moc"
