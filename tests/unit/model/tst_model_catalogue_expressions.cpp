// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assets.hpp"

#include "sync/model/validate.hpp"

#include <QTest>

using namespace lianxin;

namespace {

constexpr const char* kTown = R"json({"name": "town", "zh": "镇", "en": "Town", "codes": [
 {"number": 1, "zh": "东", "en": "East", "data": {"county": 7}},
 {"number": 2, "zh": "西", "en": "West", "data": {"county": 7}},
 {"number": 3, "zh": "南", "en": "South", "data": {"county": 8}},
 {"number": 4, "zh": "北", "en": "North"}]})json";

constexpr const char* kParcel = R"json({
 "number": 10001, "name": "parcel", "zh": "包", "en": "Parcel", "scope": "area", "merge": "registers", "sensitivity": 2,
 "readers": ["VW"], "writers": ["VW"], "sections": [{"name": "main", "zh": "包", "en": "Parcel"}],
 "envelope": {"number": 60, "recipients": {"parcel": ["author"]}},
 "fields": [
  {"number": 10, "name": "county", "zh": "县", "en": "County", "kind": "integer", "level": 1},
  {"number": 11, "name": "town", "zh": "镇", "en": "Town", "kind": "code", "codes": "town", "level": 1, "choiceFilter": "code.county = county"},
  {"number": 12, "name": "born", "zh": "生", "en": "Born", "kind": "date", "level": 1, "constraint": "born <= today()", "constraintZh": "还没到呢", "constraintEn": "Not yet"},
  {"number": 13, "name": "age", "zh": "岁", "en": "Age", "kind": "integer", "level": 1, "computed": "age_in_years(born)"},
  {"number": 14, "name": "total", "zh": "计", "en": "Total", "kind": "money", "level": 1, "computed": "sum(item.price * item.pieces)"},
  {"number": 15, "name": "thanks", "zh": "谢", "en": "Thanks", "kind": "text", "chars": 20, "level": 1, "relevantWhen": "total > 500", "requiredWhen": {"field": "county", "set": true}},
  {"number": 16, "name": "secret", "zh": "密", "en": "Secret", "kind": "integer", "level": 2, "sealed": true}
 ]
})json";

constexpr const char* kItem = R"json({
 "number": 10002, "name": "item", "zh": "件", "en": "Item", "root": ["parcel"], "merge": "registers", "sensitivity": 1,
 "readers": ["VW"], "writers": ["VW"], "sections": [{"name": "main", "zh": "件", "en": "Item"}],
 "fields": [
  {"number": 10, "name": "price", "zh": "价", "en": "Price", "kind": "money", "level": 1},
  {"number": 11, "name": "pieces", "zh": "数", "en": "Pieces", "kind": "integer", "level": 1, "relevantWhen": "parent.county > 0"}
 ]
})json";

std::map<std::string, std::string> files()
{
    return {{"catalogue/catalogue.json", "{\"version\": 1}"},
            {"codes/town.json", kTown},
            {"catalogue/parcel.json", kParcel},
            {"catalogue/item.json", kItem}};
}

Catalogue loaded()
{
    auto result = loadCatalogue(files());
    if (!result)
        qFatal("%s", result.error().detail.c_str());
    return *result;
}

} // namespace

// Expressions as the catalogue takes them: accepted, refused with line and place, and what validation makes of them.
class TestModelCatalogueExpressions : public QObject {
    Q_OBJECT

private slots:
    void reads()
    {
        const auto catalogue = loaded();
        const auto& parcel = *catalogue.type("parcel");
        QVERIFY(parcel.field("age")->computed && parcel.field("age")->readOnly);
        QCOMPARE(parcel.rowTypes, (std::vector<std::uint32_t>{10002}));
        QVERIFY(!parcel.looksAtParent && catalogue.type("item")->looksAtParent);
        const auto& order = parcel.dependencies.order();
        QVERIFY(std::find(order.begin(), order.end(), 14U) < std::find(order.begin(), order.end(), 15U));
        QVERIFY(std::find(order.begin(), order.end(), rowsNode(10002)) < std::find(order.begin(), order.end(), 14U));
        QCOMPARE(QString::fromStdString(parcel.field("thanks")->requiredWhen->text()),
                 QStringLiteral("is_set(county)"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, const char* from, const char* to, const char* detail) {
            QTest::newRow(name) << from << to << detail;
        };
        row("grammar", "born <= today()", "born <=", "parcel.json:8: \"constraint\" at 7: expected a value");
        row("unknown field", "born <= today()", "birth <= today()",
            "parcel.json:8: \"constraint\" at 0: unknown field \"birth\"");
        row("constraint of no truth", "born <= today()", "year(born)",
            "parcel.json:8: \"constraint\" must be boolean, this is integer");
        row("computed of another kind", "age_in_years(born)", "born",
            "parcel.json:9: \"computed\" must be integer, this is date");
        row("unknown rows", "sum(item.price * item.pieces)", "sum(toy.price)",
            "parcel.json:10: \"computed\" at 4: unknown rows \"toy\"");
        row("parent of a root", "total > 500", "parent.county = 1",
            "parcel.json:11: \"relevantWhen\" at 0: unknown field");
        row("circle", "age_in_years(born)", "if(is_set(thanks), 1, total)\", \"relevantWhen\": \"is_set(age)",
            "parcel.json:9: relevance and computed values depend");
        row("circle of two", "\"computed\": \"age_in_years(born)\"",
            "\"relevantWhen\": \"is_set(thanks)\"}, {\"number\": 20, \"name\": \"again\", \"zh\": \"x\", \"en\": "
            "\"x\", \"level\": 1, \"kind\": \"integer\", \"computed\": \"again2\"}, {\"number\": 21, \"name\": "
            "\"again2\", \"zh\": \"x\", \"en\": \"x\", \"level\": 1, \"kind\": \"integer\", \"computed\": \"again + "
            "1\"",
            "circle: again, again2");
        row("filter of unknown member", "code.county = county", "code.shire = county",
            "parcel.json:7: \"choiceFilter\" at 0: unknown field \"code.shire\"");
        row("filter without codes", "\"constraint\": \"born <= today()\"", "\"choiceFilter\": \"true\"",
            "parcel.json:8: only code and codeSet have codes");
        row("code outside a filter", "total > 500", "code.county = 1",
            "parcel.json:11: \"relevantWhen\" at 0: unknown field \"code.county\"");
        row("seal broken", "age_in_years(born)", "secret + 1",
            "parcel.json:9: \"age\" is computed from sealed \"secret\"");
        row("computed and asked for", "\"computed\": \"age_in_years(born)\"",
            "\"computed\": \"1\", \"required\": \"submit\"", "parcel.json:9: a computed field is neither");
        row("condition for a value", "\"age_in_years(born)\"", "{\"field\": \"born\", \"set\": true}",
            "parcel.json:9: expected a text");
        row("hint without a language", "\"constraintEn\": \"Not yet\"", "\"constraintEn\": \"\"",
            "parcel.json:8: a label needs both");
    }
    void refuses()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, detail);
        auto all = files();
        auto text = QString::fromUtf8(kParcel);
        QCOMPARE(text.count(from), 1);
        all["catalogue/parcel.json"] = text.replace(from, to).toStdString();
        const auto result = loadCatalogue(all);
        QVERIFY(!result);
        QVERIFY2(QString::fromStdString(result.error().detail).contains(detail), result.error().detail.c_str());
    }

    void refusesAcrossRecords_data()
    {
        QTest::addColumn<QString>("parcelTo");
        QTest::addColumn<QString>("itemTo");
        QTest::addColumn<QString>("detail");
        const QString sum = QStringLiteral("sum(item.price * item.pieces)");
        const QString county = QStringLiteral("parent.county > 0");
        QTest::newRow("sound") << sum << county << QString();
        // total <- item.price, item.price <- parent.total
        QTest::newRow("relevance of a row by the sum of the rows")
            << sum << QStringLiteral("parent.total > 0")
            << QStringLiteral("item.json:6: relevance and computed values of records that hang on each other depend on "
                              "each other in a circle: item.pieces, parcel.total");
        QTest::newRow("round by a field of the record itself")
            << sum << QStringLiteral("parent.thanks = 'x'")
            << QStringLiteral("circle: item.pieces, parcel.thanks, parcel.total");
        QTest::newRow("rows that are only counted")
            << QStringLiteral("count(item)") << QStringLiteral("parent.total > 0") << QString();
        QTest::newRow("rows that are picked")
            << QStringLiteral("count(item where item.pieces > 1)") << QStringLiteral("parent.total > 0")
            << QStringLiteral("circle: item.pieces, parcel.total");
        QTest::newRow("sealed field of the parent")
            << sum << QStringLiteral("parent.secret = 1")
            << QStringLiteral("item.json:6: \"relevantWhen\" looks at sealed \"secret\" of another record");
    }
    void refusesAcrossRecords()
    {
        QFETCH(QString, parcelTo);
        QFETCH(QString, itemTo);
        QFETCH(QString, detail);
        auto all = files();
        all["catalogue/parcel.json"] =
            QString::fromUtf8(kParcel).replace(QStringLiteral("sum(item.price * item.pieces)"), parcelTo).toStdString();
        all["catalogue/item.json"] =
            QString::fromUtf8(kItem).replace(QStringLiteral("parent.county > 0"), itemTo).toStdString();
        const auto result = loadCatalogue(all);
        QCOMPARE(result.has_value(), detail.isEmpty());
        if (!result)
            QVERIFY2(QString::fromStdString(result.error().detail).contains(detail), result.error().detail.c_str());
    }

    void rowsOfASection_data()
    {
        QTest::addColumn<QString>("section");
        QTest::addColumn<QString>("detail");
        const auto section = [](const char* rows, const char* name) {
            return QStringLiteral("{\"name\": \"%1\", \"zh\": \"x\", \"en\": \"x\", \"rows\": \"%2\"}")
                .arg(QLatin1String(name), QLatin1String(rows));
        };
        QTest::newRow("child") << section("item", "things") << QString();
        QTest::newRow("unknown") << section("toy", "things")
                                 << QStringLiteral("parcel.json:3: \"toy\" is no record type that hangs on \"parcel\"");
        QTest::newRow("itself") << section("parcel", "things") << QStringLiteral("\"parcel\" is no record type");
        QTest::newRow("twice") << section("item", "things") + ", " + section("item", "more")
                               << QStringLiteral("stands in another section");
    }
    void rowsOfASection()
    {
        QFETCH(QString, section);
        QFETCH(QString, detail);
        auto all = files();
        all["catalogue/parcel.json"] = QString::fromUtf8(kParcel)
                                           .replace(QStringLiteral("\"en\": \"Parcel\"}],"),
                                                    QStringLiteral("\"en\": \"Parcel\"}, ") + section + "],")
                                           .toStdString();
        const auto result = loadCatalogue(all);
        QCOMPARE(result.has_value(), detail.isEmpty());
        if (result)
            QCOMPARE(result->type("parcel")->sections.back().rowType, 10002U);
        else
            QVERIFY2(QString::fromStdString(result.error().detail).contains(detail), result.error().detail.c_str());
    }

    void validates()
    {
        const auto catalogue = loaded();
        const auto& parcel = *catalogue.type("parcel");
        const auto codes = [&](FieldValues values) {
            std::vector<std::string> found;
            for (const auto& hint : validate(parcel, values, {&catalogue, nullptr, 1'795'752'000'000}))
                found.push_back(parcel.field(hint.field)->name + " " + hint.code);
            return found;
        };
        const auto numbered = [](std::int64_t n) { return Value::fromInt(n); };
        QCOMPARE(codes({{12, Value::fromText("2026-11-28")}}), (std::vector<std::string>{"born constraint"}));
        QVERIFY(codes({{12, Value::fromText("2026-11-27")}}).empty());
        QVERIFY2(codes({{12, Value::fromText("2026-11")}}).empty(), "not known is no hint");
        QCOMPARE(codes({{10, numbered(8)}, {11, numbered(1)}}), (std::vector<std::string>{"town not_offered"}));
        QVERIFY(codes({{10, numbered(7)}, {11, numbered(1)}}).empty());
        QCOMPARE(codes({{10, numbered(7)}, {14, numbered(501)}}), (std::vector<std::string>{"thanks needed"}));
        QCOMPARE(offeredCodes(catalogue, *parcel.field("town"), {{10, numbered(7)}}),
                 (std::vector<std::uint32_t>{1, 2}));
        QVERIFY(offeredCodes(catalogue, *parcel.field("town"), {}).empty());
    }
};

QTEST_APPLESS_MAIN(TestModelCatalogueExpressions)
#include "tst_model_catalogue_expressions.moc"
