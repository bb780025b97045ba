// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assets.hpp"
#include "sync/model/catalogue_values.hpp"
#include "sync/model/ids.hpp"
#include "sync/model/validate.hpp"

#include <QTest>

#include <random>
#include <set>

using namespace lianxin;
using test::catalogue;
using test::numberOf;

namespace {

// A value that a form could hold, of any kind.
std::optional<Value> randomValue(const Field& field, std::mt19937& random)
{
    const auto id = [&] { return Value::fromText(std::string(21, static_cast<char>('A' + random() % 26U)) + "A"); };
    const auto array = [&](auto element) {
        std::set<Value> elements;
        for (auto i = 1 + random() % 3U; i > 0; --i)
            elements.insert(element());
        std::string text = "[";
        for (const auto& e : elements)
            text += e.canonical() + ",";
        text.back() = ']';
        return *checkValue(catalogue(), field, Value::fromTrusted(text));
    };
    const auto code = [&] {
        const auto& codes = catalogue().codeList(field.codeList)->codes;
        return Value::fromInt(codes[random() % codes.size()].number);
    };
    if (random() % 3U == 0)
        return std::nullopt;
    switch (field.kind) {
    case FieldKind::text: return Value::fromText(std::string("t").append(std::to_string(random() % 9U)));
    case FieldKind::integer:
    case FieldKind::money:
    case FieldKind::timestamp: return Value::fromInt(static_cast<std::int64_t>(random() % 50U));
    case FieldKind::boolean: return Value::fromBool(random() % 2U == 0);
    case FieldKind::date: return Value::fromText("2026-11-1" + std::to_string(random() % 10U));
    case FieldKind::code: return code();
    case FieldKind::codeSet: return array(code);
    case FieldKind::ref: return id();
    case FieldKind::refSet: return array(id);
    case FieldKind::place: return Value::fromTrusted("[2600000,11900000]");
    case FieldKind::envelope: break;
    }
    return std::nullopt;
}

FieldValues randomFields(const RecordType& type, std::mt19937& random)
{
    FieldValues values;
    for (const auto& field : type.fields)
        if (const auto value = randomValue(field, random))
            values.emplace(field.number, *value);
    return values;
}

FieldValues onlyPlain(const RecordType& type, FieldValues values)
{
    std::erase_if(values, [&](const auto& entry) { return type.field(entry.first)->sealed; });
    return values;
}

} // namespace

class TestModelCatalogueValues : public QObject {
    Q_OBJECT

private slots:
    // Laws, for every type: registers hold all that forms know; a change writes only what differs; the server takes it.
    void roundTripLaw_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto& type : catalogue().types())
            QTest::newRow(type.name.c_str()) << QString::fromStdString(type.name);
    }
    void roundTripLaw()
    {
        QFETCH(QString, name);
        const auto& type = *catalogue().type(name.toStdString());
        std::mt19937 random(type.number);
        RegisterValues registers;
        FieldValues before;
        for (int round = 0; round < 60; ++round) {
            const auto after = randomFields(type, random);
            const auto changes = registerChanges(type, before, after);
            for (const auto& [key, value] : changes) {
                const auto problem = registerProblem(catalogue(), type, key, value);
                QVERIFY2(!problem, problem ? problem->detail.c_str() : "");
                registers.insert_or_assign(key, value);
            }
            QVERIFY(fieldsOf(type, registers) == onlyPlain(type, after));
            QVERIFY(registerChanges(type, after, after).empty());
            if (type.envelope) {
                const auto opened = openedFields(type, sealedContent(type, after));
                QVERIFY(opened);
                for (const auto& [number, value] : *opened)
                    QVERIFY(type.field(number)->sealed && after.at(number) == value);
                auto whole = onlyPlain(type, after);
                whole.insert(opened->begin(), opened->end());
                QVERIFY(whole == after);
            }
            before = after;
        }
    }

    void sealedFieldsNeverReachRegisters()
    {
        const auto& session = *catalogue().type("counsel_session");
        const FieldValues values = {{numberOf(session, "subjective"), Value::fromText("secret")},
                                    {numberOf(session, "methods"), Value::fromTrusted("[1]")}};
        QVERIFY(registerChanges(session, {}, values).empty());
        QVERIFY(!openedFields(session, Value::fromTrusted("{\"10\":1}")));
        QVERIFY(!openedFields(session, Value::fromTrusted("{\"999\":1}")));
        QVERIFY(!openedFields(session, Value::fromTrusted("[]")));
    }

    void serverRefuses_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char* type, const char* key, const char* value, bool fits) {
            QTest::addRow("%s %s %s", type, key, value) << type << key << value << fits;
        };
        row("visit", "10", "1", true);
        row("visit", "10", "77", true); // a code of a later list: not the server's business
        row("visit", "10", "null", true);
        row("visit", "10", "\"1\"", false);
        row("visit", "10/1", "true", false);
        row("visit", "14/1", "true", true);
        row("visit", "14/1", "false", true);
        row("visit", "14/1", "null", false);
        row("visit", "14", "[1]", false);
        row("visit", "14/01", "true", false);
        row("visit", "14/55", "true", false); // no such element
        row("visit", "25/AAAAAAAAAAAAAAAAAAAAAA", "true", true);
        row("visit", "25/11", "true", false);
        row("visit", "29", "100", false); // in a group
        row("visit", "50", "{\"29\":100}", true);
        row("visit", "50", "{\"10\":1}", false);
        row("visit", "50", "{\"29\":\"100\"}", false);
        row("visit", "50", "100", false);
        row("visit", "999", "1", false);
        row("visit", "1", "\"v:350128001201\"", false); // no root
        row("visit", "2", "{\"state\":2}", true);
        row("visit", "2", "{\"state\":9}", false);
        row("visit", "2", "null", false);
        row("household", "1", "\"v:350128001201\"", true);
        row("household", "1", "\"nowhere\"", false);
        row("household", "37", "[2612345,11912345]", true);
        row("household", "37", "[1]", false);
        row("counsel_session", "60", "\"AAAA\"", true);
        row("counsel_session", "60", "{}", false);
        row("counsel_session", "31", "\"plain words\"", false); // sealed: never a register of its own
        row("counsel_session", "37/1", "true", false);
    }
    void serverRefuses()
    {
        QFETCH(QString, type);
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(bool, fits);
        const auto problem =
            registerProblem(catalogue(), *catalogue().type(type.toStdString()), *RegisterKey::parse(key.toStdString()),
                            Value::fromTrusted(value.toStdString()));
        QCOMPARE(!problem.has_value(), fits);
    }

    void conditions_data()
    {
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<bool>("festivalAsked");
        QTest::newRow("absent") << "null" << false;
        QTest::newRow("festival") << "[11,14]" << true;
        QTest::newRow("another") << "[14]" << false;
        QTest::newRow("empty") << "[]" << false;
    }
    void conditions()
    {
        QFETCH(QString, purpose);
        QFETCH(bool, festivalAsked);
        const auto& visit = *catalogue().type("visit");
        const auto& festival = *visit.field("festival");
        const FieldValues values = {{numberOf(visit, "purpose"), Value::fromTrusted(purpose.toStdString())}};
        QCOMPARE(isRelevant(festival, values), festivalAsked);
        QCOMPARE(isRequired(festival, values), festivalAsked);
    }

    void compoundConditions()
    {
        using Op = Condition::Op;
        const FieldValues values = {
            {10, Value::fromInt(3)}, {11, Value::fromText("")}, {12, Value::fromTrusted("[1,2]")}};
        const auto test = [](Op op, std::uint32_t field, std::vector<Value> list, std::int64_t bound = 0) {
            return Condition{op, field, std::move(list), bound, {}};
        };
        const auto yes = test(Op::min, 10, {}, 3);
        const auto no = test(Op::max, 10, {}, 2);
        QVERIFY(holds(yes, values) && !holds(no, values));
        QVERIFY(holds(Condition{Op::all, 0, {}, 0, {yes, yes}}, values) &&
                !holds(Condition{Op::all, 0, {}, 0, {yes, no}}, values));
        QVERIFY(holds(Condition{Op::any, 0, {}, 0, {no, yes}}, values) &&
                !holds(Condition{Op::any, 0, {}, 0, {no, no}}, values));
        QVERIFY(holds(Condition{Op::negated, 0, {}, 0, {no}}, values));
        QVERIFY(holds(test(Op::set, 10, {}, 1), values) && holds(test(Op::set, 11, {}, 0), values) &&
                holds(test(Op::set, 99, {}, 0), values));
        QVERIFY(holds(test(Op::has, 12, {Value::fromInt(2)}), values) &&
                !holds(test(Op::has, 12, {Value::fromInt(9)}), values));
        QVERIFY(!holds(test(Op::min, 99, {}, 0), values) && !holds(test(Op::in, 99, {Value::null()}), values));
    }
};

QTEST_APPLESS_MAIN(TestModelCatalogueValues)
#include "tst_model_catalogue_values.moc"
