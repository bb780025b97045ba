// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assets.hpp"

#include "sync/model/catalogue_update.hpp"

#include <QStringList>
#include <QTest>

using namespace lianxin;
using test::catalogue;

namespace {

using Files = std::map<std::string, std::string>;

// The shipped catalogue as its next version, with one change: the first `what` of the file becomes `by`.
Files nextVersion(const std::string& file = {}, const std::string& what = {}, const std::string& by = {})
{
    auto files = test::catalogueFiles();
    files["catalogue/catalogue.json"] = "{\"version\": " + std::to_string(catalogue().version() + 1) + "}\n";
    if (file.empty())
        return files;
    auto& text = files.at(file);
    const auto at = text.find(what);
    if (at == std::string::npos)
        qFatal("%s does not hold %s", file.c_str(), what.c_str());
    text.replace(at, what.size(), by);
    return files;
}

Catalogue loaded(const Files& files)
{
    auto result = loadCatalogue(files);
    if (!result)
        qFatal("%s", result.error().detail.c_str());
    return *result;
}

QString told(const std::vector<std::string>& lines)
{
    QStringList words;
    for (const auto& line : lines)
        words << QString::fromStdString(line);
    return words.join(u'\n');
}

void typesBreak(const auto& row)
{
    row("merge kind", "risk_flag", "\"merge\": \"append\"", "\"merge\": \"registers\"",
        "catalogue/risk_flag.json: type 26 risk_flag: merge kind changed from \"append\" to \"registers\"");
    row("scope", "grant", "\"scope\": \"directory\"", "\"scope\": \"area\"",
        "catalogue/grant.json: type 4 grant: scope changed from \"directory\" to \"area\"");
    row("root lost", "risk_assessment", "[\"counsel_case\", \"household\"]", "[\"counsel_case\"]",
        "catalogue/risk_assessment.json: type 23 risk_assessment: records under a \"household\" would lose their root");
    row("parent", "approval", "\"parent\": {\"type\": \"emergency_case\", \"field\": \"subject\"},", "",
        "catalogue/approval.json: type 32 approval: parent changed from \"emergency_case by 10\" to none");
    row("renumbered type", "visit", "\"number\": 14, \"name\": \"visit\"", "\"number\": 140, \"name\": \"visit\"",
        "catalogue/visit.json: type 14 visit: renumbered to 140");
    row("one more reader of a sealed type", "counsel_session", "\"readers\": [\"CO\", \"CS\"]",
        "\"readers\": [\"CO\", \"CS\", \"TO\"]",
        "catalogue/counsel_session.json: type 21 counsel_session: more readers of a sealed type: TO");
    row("one more recipient", "safety_plan", "[\"counsellor\", \"supervisor\", \"escrow\"]",
        "[\"counsellor\", \"supervisor\", \"escrow\", \"author\"]",
        "catalogue/safety_plan.json: safety_plan.60 envelope: more recipients of the envelope: author under "
        "counsel_case");
    row("recipient of the other root", "risk_assessment", "[\"author\", \"counsellorElseSupervisor\", \"escrow\"]",
        "[\"author\", \"counsellor\", \"escrow\"]",
        "catalogue/risk_assessment.json: risk_assessment.60 envelope: more recipients of the envelope: counsellor "
        "under household");
    row("envelope renumbered", "safety_plan", "\"number\": 60", "\"number\": 61",
        "catalogue/safety_plan.json: safety_plan.60 envelope: renumbered to 61");
}

void fieldsBreak(const auto& row)
{
    const std::string mood = "{\"number\": 12, \"name\": \"mood\"";
    row("sensitivity of a field", "person", "\"kind\": \"text\", \"level\": 3, \"chars\": 18",
        "\"kind\": \"text\", \"level\": 2, \"chars\": 18",
        "catalogue/person.json: person.40 id_no: sensitivity lowered from 3 to 2");
    row("renumbered field", "visit", mood, "{\"number\": 112, \"name\": \"mood\"",
        "catalogue/visit.json: visit.12 mood: renumbered to 112");
    row("reused field", "visit", mood, "{\"number\": 12, \"name\": \"weather\"",
        "catalogue/visit.json: visit.12 mood: the number is reused for field \"weather\"");
    row("kind of a field", "visit", "\"kind\": \"code\", \"level\": 3, \"hintZh\": \"您的印象",
        "\"kind\": \"codeSet\", \"level\": 3, \"hintZh\": \"您的印象",
        "catalogue/visit.json: visit.12 mood: kind changed from \"code\" to \"codeSet\"");
    row("code list of a field", "visit", "\"codes\": \"mood\"", "\"codes\": \"body\"",
        "catalogue/visit.json: visit.12 mood: code list changed from \"mood\" to \"body\"");
    row("referenced type", "visit", "\"ref\": \"care_need\"", "\"ref\": \"*\"",
        "catalogue/visit.json: visit.32 needs: referenced type changed from \"care_need\" to \"*\"");
    row("unit", "visit", "\"unitZh\": \"分钟\"", "\"unitZh\": \"小时\"",
        "catalogue/visit.json: visit.34 duration_min: unit changed from \"分钟\" to \"小时\"");
    row("canonical form", "person", "\"format\": \"idNumber\", ", "",
        "catalogue/person.json: person.40 id_no: format changed from \"idNumber\" to none");
    row("into a group", "visit", "\"kind\": \"date\", \"level\": 1, \"section\": \"more\", \"daysBack\": 0",
        "\"kind\": \"date\", \"level\": 1, \"section\": \"more\", \"group\": \"gift\"",
        "catalogue/visit.json: visit.31 next_at: group changed from none to \"50\"");
    row("out of a group", "household", "\"group\": \"care\", \"section\": \"care\", \"daysAhead\": 90",
        "\"section\": \"care\", \"daysAhead\": 90",
        "catalogue/household.json: household.26 care_review: group changed from \"52\" to none");
    row("unsealed", "counsel_session", "\"section\": \"more\", \"sealed\": true", "\"section\": \"more\"",
        "catalogue/counsel_session.json: counsel_session.30 present: unsealed");
    row("sealed afterwards", "counsel_session", "\"kind\": \"integer\", \"level\": 3, \"required\"",
        "\"kind\": \"integer\", \"level\": 3, \"sealed\": true, \"required\"",
        "counsel_session.10 seq: sealed afterwards");
    row("dropped field", "gift_item",
        "  {\"number\": 13, \"name\": \"unit\", \"zh\": \"单位\", \"en\": \"Unit\", \"kind\": \"text\", \"level\": 1, "
        "\"chars\": 10},\n",
        "", "catalogue/gift_item.json: gift_item.13 unit: the field is gone; retire it instead");
    row("renumbered group", "visit", "{\"number\": 50, \"name\": \"gift\"", "{\"number\": 51, \"name\": \"gift\"",
        "catalogue/visit.json: visit.50 gift: renumbered to 51");
    row("reused group", "visit", "{\"number\": 50, \"name\": \"gift\"", "{\"number\": 50, \"name\": \"other\"",
        "catalogue/visit.json: visit.50 gift: the number is reused for group \"other\"");
}

} // namespace

class TestModelCatalogueUpdate : public QObject {
    Q_OBJECT

private slots:
    void theNextVersionMayComeAsItIs()
    {
        const auto breaches = updateBreaches(catalogue(), loaded(nextVersion()));
        QVERIFY2(breaches.empty(), qPrintable(told(breaches)));
        QVERIFY(checkCatalogueUpdate(catalogue(), loaded(nextVersion())).has_value());
    }

    void theVersionMustRise()
    {
        QCOMPARE(updateBreaches(catalogue(), catalogue()).size(), std::size_t{1});
        const auto refused = checkCatalogueUpdate(loaded(nextVersion()), catalogue());
        QCOMPARE(refused.error().code, Errc::notAllowed);
        QCOMPARE(QString::fromStdString(refused.error().detail),
                 QStringLiteral("catalogue/catalogue.json: version %1 is not above %2")
                     .arg(catalogue().version())
                     .arg(catalogue().version() + 1));
    }

    void breachesAreSaid_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("said");
        const auto put = [](const char* name, const std::string& file, const std::string& what, const std::string& by,
                            const std::string& said) {
            QTest::newRow(name) << QString::fromStdString(file) << QString::fromStdString(what)
                                << QString::fromStdString(by) << QString::fromStdString(said);
        };
        const auto type = [&](const char* name, const std::string& file, const std::string& what, const std::string& by,
                              const std::string& said) { put(name, "catalogue/" + file + ".json", what, by, said); };
        typesBreak(type);
        fieldsBreak(type);
        const std::string mood = "codes/mood.json";
        const std::string second = "{\"number\": 2, \"zh\": \"有些低落\", \"en\": \"A bit low\"},";
        put("dropped code", mood, second, "", "codes/mood.json: mood.2 有些低落: the code is gone; retire it instead");
        put("reused code", mood, second, "{\"number\": 2, \"zh\": \"很好\", \"en\": \"Very good\"},",
            "codes/mood.json: mood.2 有些低落: the number is reused for \"很好\"");
        put("renumbered code", mood, "{\"number\": 2,", "{\"number\": 5,",
            "codes/mood.json: mood.2 有些低落: renumbered to 5");
    }

    void breachesAreSaid()
    {
        QFETCH(QString, file);
        QFETCH(QString, what);
        QFETCH(QString, by);
        QFETCH(QString, said);
        auto files = nextVersion(file.toStdString(), what.toStdString(), by.toStdString());
        if (by.endsWith(QLatin1String("\"other\""))) { // the fields follow the name of their group
            auto& text = files.at(file.toStdString());
            for (std::size_t at = 0; (at = text.find("\"group\": \"gift\"", at)) != std::string::npos; ++at)
                text.replace(at, 15, "\"group\": \"other\"");
        }
        const auto breaches = updateBreaches(catalogue(), loaded(files));
        QVERIFY2(told(breaches).contains(said), qPrintable(told(breaches)));
        QCOMPARE(checkCatalogueUpdate(catalogue(), loaded(files)).error().code, Errc::notAllowed);
    }

    void lostTypesAndListsAreSaid()
    {
        auto files = nextVersion();
        files.erase("catalogue/gift_item.json");
        files.erase("codes/approval_level.json");
        for (const char* user : {"catalogue/approval.json", "catalogue/project_approval.json"})
            files[user].replace(files[user].find("approval_level"), 14, "role");
        const auto lines = told(updateBreaches(catalogue(), loaded(files)));
        QVERIFY2(lines.contains(QLatin1String("catalogue/gift_item.json: type 15 gift_item: the record type is gone")),
                 qPrintable(lines));
        QVERIFY2(lines.contains(QLatin1String("codes/approval_level.json: approval_level: the code list is gone")),
                 qPrintable(lines));
    }

    void aTypeLoweredAsAWholeIsSaid()
    {
        auto files = nextVersion("catalogue/care_need.json", "\"sensitivity\": 3", "\"sensitivity\": 2");
        auto& text = files.at("catalogue/care_need.json");
        for (std::size_t at = 0; (at = text.find("\"level\": 3", at)) != std::string::npos;)
            text.replace(at, 10, "\"level\": 2");
        const auto lines = told(updateBreaches(catalogue(), loaded(files)));
        QVERIFY2(lines.contains(
                     QLatin1String("catalogue/care_need.json: type 16 care_need: sensitivity lowered from 3 to 2")),
                 qPrintable(lines));
        QVERIFY2(lines.contains(
                     QLatin1String("catalogue/care_need.json: care_need.12 text: sensitivity lowered from 3 to 2")),
                 qPrintable(lines));
    }

    void whatIsFreeIsTaken_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("by");
        QTest::newRow("a new field")
            << "catalogue/gift_item.json"
            << "\"kind\": \"money\", \"level\": 1, \"min\": 0, \"max\": 200000}"
            << "\"kind\": \"money\", \"level\": 1, \"min\": 0, \"max\": 200000}, {\"number\": 10001, \"name\": "
               "\"colour\", \"zh\": \"颜色\", \"en\": \"Colour\", \"kind\": \"text\", \"level\": 1, \"chars\": 9}";
        QTest::newRow("a stricter level") << "catalogue/visit.json"
                                          << "\"kind\": \"code\", \"level\": 1, \"codes\": \"visit_mode\""
                                          << "\"kind\": \"code\", \"level\": 3, \"codes\": \"visit_mode\"";
        QTest::newRow("another word") << "catalogue/visit.json"
                                      << "心情看着怎样"
                                      << "看着心情如何";
        QTest::newRow("retired") << "catalogue/visit.json"
                                 << "\"name\": \"duration_min\""
                                 << "\"retired\": true, \"name\": \"duration_min\"";
        QTest::newRow("fewer readers of a sealed type") << "catalogue/counsel_session.json"
                                                        << "\"readers\": [\"CO\", \"CS\"]"
                                                        << "\"readers\": [\"CO:author\"]";
        QTest::newRow("fewer recipients") << "catalogue/counsel_session.json"
                                          << "[\"counsellor\", \"supervisor\", \"escrow\"]"
                                          << "[\"counsellor\", \"escrow\"]";
        QTest::newRow("more readers of an open type") << "catalogue/visit.json"
                                                      << "\"readers\": [\"VW\", \"CO\", \"TO\", \"CS\"]"
                                                      << "\"readers\": [\"VW\", \"CO\", \"TO\", \"CS\", \"PS\"]";
        QTest::newRow("a new code")
            << "codes/mood.json"
            << "{\"number\": 1,"
            << "{\"number\": 9, \"zh\": \"看不出\", \"en\": \"Could not tell\"},\n  {\"number\": 1,";
        QTest::newRow("a retired code") << "codes/mood.json"
                                        << "{\"number\": 1,"
                                        << "{\"retired\": true, \"number\": 1,";
        QTest::newRow("a question less") << "catalogue/person.json"
                                         << "\"required\": \"submit\", \"search\": \"name\""
                                         << "\"search\": \"name\"";
    }

    void whatIsFreeIsTaken()
    {
        QFETCH(QString, file);
        QFETCH(QString, what);
        QFETCH(QString, by);
        const auto breaches =
            updateBreaches(catalogue(), loaded(nextVersion(file.toStdString(), what.toStdString(), by.toStdString())));
        QVERIFY2(breaches.empty(), qPrintable(told(breaches)));
    }

    void aLongListIsCut()
    {
        auto files = nextVersion();
        files.erase("codes/ethnicity.json");
        files["catalogue/person.json"].replace(files["catalogue/person.json"].find("\"codes\": \"ethnicity\""), 20,
                                               "\"codes\": \"sex\"");
        std::string& visit = files["catalogue/visit.json"];
        for (std::size_t at = 0; (at = visit.find("\"level\": 3", at)) != std::string::npos;)
            visit.replace(at, 10, "\"level\": 1");
        const auto detail = QString::fromStdString(checkCatalogueUpdate(catalogue(), loaded(files)).error().detail);
        QCOMPARE(detail.split(u'\n').size(), 6);
        QVERIFY2(detail.endsWith(QLatin1String(" more")), qPrintable(detail));
    }
};

QTEST_APPLESS_MAIN(TestModelCatalogueUpdate)
#include "tst_model_catalogue_update.moc"
