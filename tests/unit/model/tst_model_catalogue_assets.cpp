// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assets.hpp"

#include <QFile>
#include <QTest>

#include <set>

using namespace lianxin;
using test::catalogue;

namespace {

// Words that people must not meet on a screen (domain 7.1); the register of reports may use official terms.
const QStringList& avoidedWords()
{
    static const QStringList words = {
        "失独",     "伤残",   "残疾",     "死亡", "死者",     "已故",     "断后", "绝户",       "忌日",   "慰问对象",
        "帮扶对象", "案主",   "目标人群", "高危", "危险人员", "重点人员", "维稳", "心理有问题", "精神病", "抑郁",
        "走出阴影", "节哀",   "坚强",     "冲淡", "再生一个", "团圆",     "天伦", "满堂",       "逾期",   "超期",
        "未完成",   "失败",   "冲突",     "错误", "打卡",     "签到",     "排名", "积分",       "扣分",   "拒访",
        "婉拒",     "不配合", "摆拍",     "留痕", "!",        "！"};
    return words;
}

QString avoidedIn(const std::string& text)
{
    for (const auto& word : avoidedWords())
        if (QString::fromStdString(text).contains(word))
            return word;
    return {};
}

// Every record type of domain 2.2-2.24.
constexpr const char* kTypes =
    "org_unit app_user certificate grant household person loss_record contact_assignment visit gift_item "
    "care_need task_note amendment counsel_case counsel_session session_addendum risk_assessment safety_plan "
    "shared_summary risk_flag emergency_case emergency_action approval scale_result care_package_batch "
    "care_package_item care_package_issue policy insured claim claim_document warm_home activity_plan "
    "plan_item activity attendance provider_org service_contract contract_payment vol_team volunteer "
    "vol_service project_aid project_approval repayment allowance_pay pension_topup training "
    "training_attendance supervision check_item finding rectification assessment assessment_item "
    "preferential_card benefit_use fund_ledger policy_doc material honour attachment consent ";

struct Words {
    QString where;
    const Label* label;
};

std::vector<Words> allLabels()
{
    std::vector<Words> labels;
    const auto add = [&](const std::string& where, const Label& label) {
        labels.push_back({QString::fromStdString(where), &label});
    };
    for (const auto& type : catalogue().types()) {
        add(type.name, type.label);
        for (const auto& section : type.sections)
            add(type.name + "/" + section.name, section.label);
        for (const auto& group : type.groups)
            add(type.name + "/" + group.name, group.label);
        for (const auto& field : type.fields) {
            add(type.name + "." + field.name, field.label);
            add(type.name + "." + field.name + " hint", field.hint);
            add(type.name + "." + field.name + " unit", field.unit);
            add(type.name + "." + field.name + " constraint", field.constraintHint);
            for (const auto& suggestion : field.suggestions)
                add(type.name + "." + field.name + " suggestion", suggestion);
        }
    }
    for (const auto& list : catalogue().codeLists()) {
        add("codes/" + list.name, list.label);
        for (const auto& code : list.codes)
            add("codes/" + list.name + "." + std::to_string(code.number), code.label);
    }
    return labels;
}

} // namespace

class TestModelCatalogueAssets : public QObject {
    Q_OBJECT

private slots:
    void everyTypeIsThere()
    {
        for (const auto& name : QString::fromLatin1(kTypes).split(u' ', Qt::SkipEmptyParts))
            QVERIFY2(catalogue().type(std::string_view(name.toStdString())) != nullptr, qPrintable(name));
        QCOMPARE(catalogue().types().size(), std::size_t{66});
        QCOMPARE(catalogue().version(), 3U);
    }

    void numbersAreLocked()
    {
        const auto violations = lockViolations(catalogue(), test::readAsset("catalogue/numbers.lock"));
        for (const auto& violation : violations)
            qWarning("%s", violation.c_str());
        QVERIFY(violations.empty());
    }

    void wordsAreKind()
    {
        for (const auto& [where, label] : allLabels())
            for (const auto& words : {label->zh, label->en})
                QVERIFY2(avoidedIn(words).isEmpty(), qPrintable(where + ": " + QString::fromStdString(words)));
        QCOMPARE(avoidedIn("失独家庭"), QStringLiteral("失独"));
        QCOMPARE(avoidedIn("Kept!"), QStringLiteral("!"));
    }

    void titlesAreShort()
    {
        for (const auto& type : catalogue().types())
            for (const auto& field : type.fields)
                QVERIFY2(QString::fromStdString(field.label.zh).size() <= 18, field.label.zh.c_str());
    }

    // The first screen of a visit asks for two things; the rest is prefilled or optional (D9).
    void visitAsksForLittle()
    {
        const auto* visit = catalogue().type("visit");
        std::vector<std::string> needed;
        for (const auto& field : visit->fields)
            if (field.required != Required::never)
                needed.push_back(field.name);
        QCOMPARE(needed, (std::vector<std::string>{"mode", "outcome"}));
        QVERIFY(!visit->sections.front().folded && visit->sections.back().folded);
        QCOMPARE(visit->sections.front().fields.size(), std::size_t(6));
        QCOMPARE(visit->editableDays, 7);
    }

    void counsellingIsSealed()
    {
        for (const char* name :
             {"counsel_case", "counsel_session", "session_addendum", "risk_assessment", "safety_plan"}) {
            const auto* type = catalogue().type(std::string_view(name));
            QVERIFY2(type->envelope.has_value(), name);
            for (const auto& field : type->fields) {
                if (field.sensitivity == 4)
                    QVERIFY2(field.sealed, field.name.c_str());
                if (field.kind == FieldKind::text)
                    QVERIFY2(field.sealed, field.name.c_str());
                if (field.sealed)
                    QVERIFY2(field.search == SearchKind::none, field.name.c_str());
            }
        }
        for (const auto& type : catalogue().types())
            for (const auto& field : type.fields)
                QVERIFY2(field.sensitivity < 4 || field.sealed, field.name.c_str());
    }

    // Everybody holds the directory, so a right to write there is a right to write for everybody: the server's, and the province's for
    // its library.
    void directoryIsTheServersAndTheProvinces()
    {
        const std::set<std::string> library = {"policy_doc", "material"};
        for (const auto& type : catalogue().types()) {
            const bool directory = type.isRoot && type.scope == RecordScope::directory;
            QCOMPARE(type.serverAuthored(), directory && !library.contains(type.name));
            QVERIFY(!type.readers.empty());
            if (directory && !type.serverAuthored()) {
                QCOMPARE(type.writers.size(), std::size_t{1});
                QCOMPARE(type.writers.front().role, Role::PR);
                QVERIFY(!type.offered);
            }
        }
    }

    void rootsAndParents()
    {
        const std::set<std::string> roots = {"org_unit",    "app_user",     "certificate",        "grant",
                                             "household",   "counsel_case", "warm_home",          "provider_org",
                                             "vol_team",    "policy",       "care_package_batch", "training",
                                             "supervision", "assessment",   "fund_ledger",        "policy_doc",
                                             "material",    "honour",       "weather_alert"};
        for (const auto& type : catalogue().types())
            QVERIFY2(type.isRoot == roots.contains(type.name), type.name.c_str());
        const auto* action = catalogue().type("emergency_action");
        QCOMPARE(action->parentType, std::string("emergency_case"));
        QCOMPARE(action->field(action->parentField)->name, std::string("case"));
        const auto* risk = catalogue().type("risk_assessment");
        QCOMPARE(*catalogue().scopeUnder(*risk, "household"), RecordScope::area);
        QCOMPARE(*catalogue().scopeUnder(*risk, "counsel_case"), RecordScope::counselCase);
    }

    void referencesAreKnown()
    {
        for (const auto& type : catalogue().types())
            for (const auto& field : type.fields)
                if (!field.refType.empty() && field.refType != "*")
                    QVERIFY2(catalogue().type(field.refType) != nullptr, field.refType.c_str());
    }

    void linksBetweenListsHold()
    {
        for (const auto& code : catalogue().codeList("help_wish")->codes)
            QVERIFY(catalogue().codeList("need_kind")->find(code.data.at("need").get_int64()) != nullptr);
        for (const auto& code : catalogue().codeList("memorial_day")->codes)
            if (const auto* festival = code.data.if_contains("festival"))
                QVERIFY(catalogue().codeList("festival")->find(festival->get_int64()) != nullptr);
        for (std::size_t role = 0; role < kRoleCount; ++role)
            QVERIFY(catalogue().codeList("role")->find(codeOfRole(static_cast<Role>(role))) != nullptr);
    }

    // Each type has a picture, and the pages draw the same one.
    void iconsAreDrawn()
    {
        QFile paths(QStringLiteral(LIANXIN_SOURCE_DIR "/qml/IconPaths.qml"));
        QVERIFY(paths.open(QIODevice::ReadOnly));
        const auto drawn = QString::fromUtf8(paths.readAll());
        for (const auto& type : catalogue().types()) {
            const auto svg = QString::fromStdString(test::readAsset("icons/" + type.icon + ".svg"));
            const auto path = svg.section(QStringLiteral(" d=\""), 1).section(u'"', 0, 0);
            QVERIFY2(!path.isEmpty(), (type.name + ": " + type.icon).c_str());
            QVERIFY2(drawn.contains(QStringLiteral("\"%1\": \"%2\"").arg(QString::fromStdString(type.icon), path)),
                     type.icon.c_str());
        }
    }

    // What a person may begin from a page needs a page to begin it from, a service or none, and somebody who may.
    void offersCanBeTaken()
    {
        int offered = 0;
        for (const auto& type : catalogue().types()) {
            if (!type.offered)
                continue;
            ++offered;
            QVERIFY2(type.hasRoot("household") && type.parentType.empty() && !type.serverAuthored(), type.name.c_str());
            QVERIFY2(type.timeline || type.name == "person" || type.name == "loss_record" ||
                         type.name == "contact_assignment" || type.name == "care_need" ||
                         type.name == "preferential_card",
                     type.name.c_str());
        }
        QCOMPARE(offered, 15);
    }

    void filesAreShort()
    {
        for (const auto& [name, text] : test::catalogueFiles())
            if (name.ends_with(".json"))
                QVERIFY2(std::count(text.begin(), text.end(), '\n') < 400, name.c_str());
    }
};

QTEST_APPLESS_MAIN(TestModelCatalogueAssets)
#include "tst_model_catalogue_assets.moc"
