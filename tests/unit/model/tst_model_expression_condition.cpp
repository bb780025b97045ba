// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assets.hpp"

#include "sync/model/catalogue_load.hpp"
#include "sync/model/expression_scope.hpp"

#include <QTest>

#include <boost/json/array.hpp>

#include <random>
#include <set>

using namespace lianxin;
using namespace lianxin::test;

namespace {

struct Found {
    std::string where;
    const RecordType* type;
    Condition condition;
};

// Every condition that stands in the shipped catalogue, read by the reader that ships.
std::vector<Found> conditionsOf(const RecordType& type)
{
    std::vector<Found> found;
    CatalogueSource source{
        "catalogue/" + type.name + ".json", *parseJsonDocument(readAsset("catalogue/" + type.name + ".json")), {}};
    const CatalogueNode root(source);
    const auto look = [&](const CatalogueNode& node, const char* key, const std::string& where) {
        if (node.has(key) && node.at(key).json().is_object())
            found.push_back({type.name + "." + where + "." + key, &type,
                             readCondition(node.at(key), type, catalogue().codeLists())});
    };
    look(root, "finalWhen", "");
    for (const auto& field : root.items("fields")) {
        look(field, "requiredWhen", field.text("name"));
        look(field, "relevantWhen", field.text("name"));
        for (const auto& choice : field.items("choices"))
            look(choice, "when", field.text("name") + ".choice");
    }
    if (source.error)
        qFatal("%s", source.error->detail.c_str());
    return found;
}

void collect(const Condition& condition, std::map<std::uint32_t, std::vector<Value>>& candidates)
{
    for (const auto& part : condition.parts)
        collect(part, candidates);
    if (condition.field == 0)
        return;
    auto& values = candidates[condition.field];
    values.insert(values.end(), condition.values.begin(), condition.values.end());
    if (condition.op == Condition::Op::differs)
        (void)candidates[static_cast<std::uint32_t>(condition.bound)];
    if (condition.op == Condition::Op::min || condition.op == Condition::Op::max)
        for (const auto delta : {-1, 0, 1})
            values.push_back(Value::fromInt(condition.bound + delta));
}

Value someValue(const Field& field, std::vector<Value> wanted, std::mt19937& random)
{
    if (const auto* list = catalogue().codeList(field.codeList))
        for (const auto& code : list->codes)
            wanted.push_back(Value::fromInt(code.number));
    switch (datumKindOf(field)) {
    case DatumKind::boolean: wanted.insert(wanted.end(), {Value::fromBool(true), Value::fromBool(false)}); break;
    case DatumKind::integer:
    case DatumKind::timestamp:
    case DatumKind::integerSet:
        wanted.insert(wanted.end(), {Value::fromInt(0), Value::fromInt(-7), Value::fromInt(987654321)});
        break;
    case DatumKind::date:
        wanted.insert(wanted.end(),
                      {Value::fromText("2026"), Value::fromText("2026-11"), Value::fromText("2026-11-27")});
        break;
    case DatumKind::place: wanted.push_back(Value::fromTrusted("[1,2]")); break;
    default: wanted.insert(wanted.end(), {Value::fromText("a word"), Value::fromText("2026")});
    }
    if (!field.isSet())
        return wanted[random() % wanted.size()];
    std::set<std::int64_t> numbers;
    std::set<std::string> texts;
    for (auto count = random() % 4; count > 0; --count) {
        const auto& value = wanted[random() % wanted.size()];
        if (const auto number = value.asInt())
            numbers.insert(*number);
        else
            texts.insert(value.asText().value_or("x"));
    }
    boost::json::array array;
    for (const auto number : numbers)
        array.emplace_back(number);
    for (const auto& text : texts)
        array.emplace_back(text);
    return Value::fromJson(array);
}

} // namespace

// The JSON form is one special case of the language: both say the same of every record.
class TestModelExpressionCondition : public QObject {
    Q_OBJECT

private slots:
    void agree_data()
    {
        QTest::addColumn<QString>("type");
        int count = 0;
        for (const auto& type : catalogue().types()) {
            QTest::newRow(type.name.c_str()) << QString::fromStdString(type.name);
            count += static_cast<int>(conditionsOf(type).size());
        }
        QVERIFY2(count > 20, "the catalogue has conditions");
    }
    void agree()
    {
        QFETCH(QString, type);
        std::mt19937 random(20261127);
        for (const auto& found : conditionsOf(*catalogue().type(std::string_view(type.toStdString())))) {
            const auto expression = expressionOf(found.condition, *found.type);
            QVERIFY2(expression, expression ? "" : (found.where + ": " + expression.error().detail).c_str());
            std::map<std::uint32_t, std::vector<Value>> candidates;
            collect(found.condition, candidates);
            int held = 0;
            for (int round = 0; round < 600; ++round) {
                FieldValues values;
                for (const auto& [number, wanted] : candidates)
                    if (random() % 5 != 0)
                        values[number] = someValue(*found.type->field(number), wanted, random);
                const bool old = holds(found.condition, values);
                held += old ? 1 : 0;
                const auto answer = expression->evaluate(RecordSource(values)).value;
                const auto* flag = std::get_if<bool>(&answer);
                QVERIFY2(flag != nullptr, (found.where + " is never null: " + expression->text()).c_str());
                QVERIFY2(*flag == old, (found.where + ": " + expression->text()).c_str());
            }
            QVERIFY2(held > 0 && held < 600, (found.where + " was true and false").c_str());
        }
    }

    void everyShape_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* json, const char* text) { QTest::newRow(json) << json << text; };
        row(R"({"field":"mode","in":[1,2]})", "coalesce(mode in (1, 2), false)");
        row(R"({"field":"purpose","has":11})", "purpose has 11");
        row(R"({"field":"purpose","has":[11,14]})", "purpose has (11, 14)");
        row(R"({"field":"gift_value","set":true})", "is_set(gift_value)");
        row(R"({"field":"gift_value","set":false})", "not is_set(gift_value)");
        row(R"({"field":"gift_value","min":1})", "coalesce(gift_value >= 1, false)");
        row(R"({"field":"occurred_at","max":5})", "coalesce(occurred_at <= timestamp(5), false)");
        row(R"({"field":"quick_note","min":1})", "false");
        row("{\"field\":\"quick_note\",\"in\":[\"it's\"]}", "coalesce(quick_note in ('it''s'), false)");
        row(R"({"field":"quick_note","in":[7]})", "false");
        row(R"({"field":"mood","differs":"mood"})", "coalesce(mood != mood, false)");
        row(R"({"all":[]})", "true");
        row(R"({"any":[]})", "false");
        row(R"({"not":{"any":[{"field":"mode","in":1},{"field":"next_at","in":"2026"}]}})",
            "not (coalesce(mode in (1), false) or coalesce(next_at in (date('2026')), false))");
    }
    void everyShape()
    {
        QFETCH(QString, json);
        QFETCH(QString, text);
        CatalogueSource source{"x", *parseJsonDocument(json.toStdString()), {}};
        const auto& type = *catalogue().type("visit");
        const auto condition = readCondition(CatalogueNode(source), type, catalogue().codeLists());
        QVERIFY(!source.error);
        const auto translated = expressionTextOf(condition, type);
        QVERIFY2(translated, translated ? "" : translated.error().detail.c_str());
        QCOMPARE(QString::fromStdString(*translated), text);
        QVERIFY(expressionOf(condition, type));
    }
};

QTEST_APPLESS_MAIN(TestModelExpressionCondition)
#include "tst_model_expression_condition.moc"
