// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assets.hpp"
#include "sync/model/validate.hpp"

#include <QTest>

using namespace lianxin;
using test::catalogue;
using test::numberOf;

namespace {

const Divisions& divisions()
{
    static const auto loaded = Divisions::parse(test::readAsset("divisions/divisions.tsv"));
    return *loaded;
}

constexpr Millis kNoon20261123 = 1795406400000; // 2026-11-23 12:00 in China

FieldValues fromJson(const RecordType& type, const QString& text)
{
    FieldValues values;
    const auto json = parseJson(text.toStdString());
    for (const auto& member : json->as_object())
        values.emplace(numberOf(type, std::string(member.key().data(), member.key().size())),
                       Value::fromJson(member.value()));
    return values;
}

QStringList hintsOf(const QString& typeName, const QString& json, Millis now = kNoon20261123)
{
    const auto& type = *catalogue().type(typeName.toStdString());
    QStringList hints;
    for (const auto& hint : validate(type, fromJson(type, json), {&catalogue(), &divisions(), now}))
        hints << QString::fromStdString(type.field(hint.field)->name + " " + hint.code +
                                        (hint.severity == Severity::needed ? "!" : ""));
    return hints;
}

} // namespace

class TestModelValidate : public QObject {
    Q_OBJECT

private slots:
    void hints_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("values");
        QTest::addColumn<QStringList>("hints");
        const auto row = [](const char* name, const char* type, const QString& values, const QStringList& hints) {
            QTest::newRow(name) << type << values << hints;
        };
        row("empty visit", "visit", "{}", {"mode needed!", "outcome needed!"});
        row("least visit", "visit", R"({"mode":1,"served":["AZp2bQAAcACAAAAAAAAAAA"],"outcome":1})", {});
        row("not met needs no mood", "visit", R"({"mode":1,"outcome":3})", {});
        row("call has other outcomes", "visit", R"({"mode":2,"outcome":5})", {});
        row("outcome of a call at a visit", "visit", R"({"mode":1,"outcome":5})", {"outcome not_offered"});
        row("unknown code", "visit", R"({"mode":88,"served":["AZp2bQAAcACAAAAAAAAAAA"],"outcome":1})",
            {"mode not_offered"});
        row("festival asked", "visit", R"({"mode":1,"served":["AZp2bQAAcACAAAAAAAAAAA"],"outcome":1,"purpose":[11]})",
            {"festival needed!"});
        row("long note", "visit",
            QStringLiteral(R"({"mode":1,"served":["AZp2bQAAcACAAAAAAAAAAA"],"outcome":1,"quick_note":"%1"})")
                .arg(QString(501, QChar(0x6797))),
            {"quick_note too_long"});
        row("note of 500", "visit",
            QStringLiteral(R"({"mode":1,"served":["AZp2bQAAcACAAAAAAAAAAA"],"outcome":1,"quick_note":"%1"})")
                .arg(QString(500, QChar(0x6797))),
            {});
        row("visit tomorrow", "visit",
            R"({"mode":1,"served":["AZp2bQAAcACAAAAAAAAAAA"],"outcome":1,"occurred_at":1795492800000})",
            {"occurred_at future"});
        row("visit later today", "visit",
            R"({"mode":1,"served":["AZp2bQAAcACAAAAAAAAAAA"],"outcome":1,"occurred_at":1795410000000})",
            {"occurred_at future"});
        row("visit 40 days ago", "visit",
            R"({"mode":1,"served":["AZp2bQAAcACAAAAAAAAAAA"],"outcome":1,"occurred_at":1791950400000})",
            {"occurred_at long_ago"});
        row("visit 30 days ago", "visit",
            R"({"mode":1,"served":["AZp2bQAAcACAAAAAAAAAAA"],"outcome":1,"occurred_at":1792814400000})", {});
        row("gift above", "visit",
            R"({"mode":1,"served":["AZp2bQAAcACAAAAAAAAAAA"],"outcome":1,"gift_value":200001,"gift_receipt":1})",
            {"gift_value above"});
        row("gift without receipt", "visit",
            R"({"mode":1,"served":["AZp2bQAAcACAAAAAAAAAAA"],"outcome":1,"gift_value":20000})",
            {"gift_receipt needed!"});
        row("met, and nobody named", "visit", R"({"mode":1,"outcome":1})", {"outcome constraint"});
        row("met by phone, and nobody named", "visit", R"({"mode":2,"outcome":5})", {});
        row("neither phone nor way", "household",
            R"({"address":"a","live_code":"350128001201","contact_pref":1,"care_level":4,"family_type":1,"allowance_target":0,"hukou_code":"350128","status":1})",
            {"address constraint"});
        row("allowance before there was one", "household",
            R"({"address":"a","directions":"b","live_code":"350128001201","contact_pref":1,"care_level":4,"family_type":1,"allowance_target":1,"allowance_since":"2007-12","hukou_code":"350128","status":1})",
            {"allowance_since constraint"});
        row("allowance of the first month", "household",
            R"({"address":"a","directions":"b","live_code":"350128001201","contact_pref":1,"care_level":4,"family_type":1,"allowance_target":1,"allowance_since":"2008-01","hukou_code":"350128","status":1})",
            {});
        row("too young to be looked after", "person",
            R"({"name":"林","relation":1,"sex":1,"birth_date":"1998-09-30","is_service_target":true,"alive":true})",
            {"birth_date constraint"});
        row("a grandchild", "person",
            R"({"name":"林","relation":41,"sex":1,"birth_date":"2018-09-30","is_service_target":false,"alive":true})",
            {});
        row("out before in", "claim",
            R"({"event":1,"person":"AZp2bQAAcACAAAAAAAAAAA","admit_date":"2026-03-08","discharge_date":"2026-03-01","state":1})",
            {"discharge_date before_other"});
        row("medicine without a date", "care_package_item",
            R"({"batch":"AZp2bQAAcACAAAAAAAAAAA","name":"布洛芬","medicine":true})", {"expiry needed!"});
        row("money without a source", "training",
            R"({"kind":1,"title":"a","held_on":"2026-03-08","level":3,"participants":20,"cost":10000})",
            {"fund_source needed!"});
        row("more parts than the whole", "training",
            R"({"kind":1,"title":"a","held_on":"2026-03-08","level":3,"participants":20,"volunteers":15,"families":6})",
            {"participants constraint"});
        row("preference without date", "household",
            R"({"address":"a","directions":"b","live_code":"350128001201","contact_pref":5,"care_level":4,"family_type":1,"allowance_target":0,"hukou_code":"350128","status":1})",
            {"pref_until needed!"});
        row("preference too far", "household",
            R"({"address":"a","directions":"b","live_code":"350128001201","contact_pref":5,"pref_until":"2027-11-23","care_level":4,"family_type":1,"allowance_target":0,"hukou_code":"350128","status":1})",
            {"pref_until far_ahead"});
        row("old county of the address", "household",
            R"({"address":"a","live_code":"352128001201","contact_pref":1,"care_level":4,"family_type":1,"allowance_target":0,"hukou_code":"350128","status":1,"phone1":"12"})",
            {"live_code division", "phone1 phone"});
        row("person", "person",
            R"({"name":"林","relation":1,"sex":1,"birth_date":"1958-09-30","is_service_target":true,"alive":true,"id_no":"359901195809300013"})",
            {"id_no id_prefix"});
        row("historic prefix is normal", "person",
            R"({"name":"林","relation":1,"sex":1,"birth_date":"1958-09-30","is_service_target":true,"alive":true,"id_no":"352128195809300013"})",
            {});
        row("id differs", "person",
            R"({"name":"林","relation":1,"sex":2,"birth_date":"1958-09-29","is_service_target":true,"alive":true,"id_no":"352128195809300013"})",
            {"id_no id_birth_differs", "id_no id_sex_differs"});
        row("birthday to the month", "person",
            R"({"name":"林","relation":1,"sex":1,"birth_date":"1958-09","is_service_target":true,"alive":true,"id_no":"352128195809300013"})",
            {});
        row("passed away", "person",
            R"({"name":"林","relation":1,"sex":1,"birth_date":"1958-09-30","is_service_target":true,"alive":false})",
            {"death_date needed!"});
        row("lunar birthday", "person",
            R"({"name":"林","relation":1,"sex":1,"birth_date":"1958-09-30","birth_calendar":2,"is_service_target":true,"alive":true,"lunar_month":13})",
            {"lunar_month above", "lunar_day needed!"});
        row("loss before birth", "loss_record",
            R"({"kind":1,"event_date":"1990-01-01","child_birth_date":"1991-01-01"})", {"event_date before_other"});
        row("contact without anyone", "contact_assignment",
            R"({"post":2,"is_primary":true,"from_date":"2026-11-01","state":1})",
            {"user needed!", "person_name needed!"});
        row("contact with a name", "contact_assignment",
            R"({"post":7,"is_primary":false,"from_date":"2026-11-01","person_name":"邻居","state":1})", {});
        row("case arrived before known", "emergency_case",
            R"({"kind":1,"severity":1,"known_at":1795406400000,"known_by":1,"first_contact_at":1795406300000,"state":1})",
            {"first_contact_at before_other"});
        row("session with worry", "counsel_session",
            R"({"seq":1,"at":1795406400000,"minutes":50,"place":1,"state":1,"assessment":"a","plan":"p","safety_worry":true})",
            {"risk needed!"});
        row("session without", "counsel_session",
            R"({"seq":1,"at":1795406400000,"minutes":50,"place":1,"state":1,"assessment":"a","plan":"p","safety_worry":false})",
            {});
    }
    void hints()
    {
        QFETCH(QString, type);
        QFETCH(QString, values);
        QFETCH(QStringList, hints);
        QCOMPARE(hintsOf(type, values), hints);
    }

    // A tablet in 1970 or 2038 gets hints, never a refusal (D8).
    void wrongClocksOnlyHint()
    {
        const QString visit = R"({"mode":1,"outcome":3,"occurred_at":1795406400000})";
        QCOMPARE(hintsOf("visit", visit, 0), QStringList{"occurred_at future"});
        QCOMPARE(hintsOf("visit", visit, 2147483648000), QStringList{"occurred_at long_ago"});
    }

    void relevantValuesCascade()
    {
        const auto& visit = *catalogue().type("visit");
        const auto kept = relevantValues(
            visit,
            fromJson(visit,
                     R"({"mode":1,"outcome":3,"mood":2,"help":[1],"purpose":[14],"festival":2,"quick_note":"x"})"));
        QCOMPARE(kept, fromJson(visit, R"({"mode":1,"outcome":3,"purpose":[14],"quick_note":"x"})"));
    }

    void offered()
    {
        const auto& visit = *catalogue().type("visit");
        const auto offers = [&](const char* json) {
            return offeredCodes(catalogue(), *visit.field("outcome"), fromJson(visit, json));
        };
        QCOMPARE(offers(R"({"mode":1})"), (std::vector<std::uint32_t>{1, 2, 3, 4}));
        QCOMPARE(offers(R"({"mode":2})"), (std::vector<std::uint32_t>{5, 2, 6, 4}));
        QCOMPARE(offers("{}"), (std::vector<std::uint32_t>{1, 2, 3, 4}));
        QCOMPARE(offeredCodes(catalogue(), *visit.field("mode"), {}).size(), std::size_t(6));
    }

    void canonicalForms_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QByteArray>("entered");
        QTest::addColumn<QByteArray>("kept"); // empty: refused
        const auto row = [](const char* type, const char* field, const char* entered, const char* kept) {
            QTest::addRow("%s %s", field, entered) << type << field << QByteArray(entered) << QByteArray(kept);
        };
        row("visit", "quick_note", "\"  a\\r\\nb\\u0007 \\n\"", "\"a\\nb\"");
        row("visit", "quick_note", "\"   \"", "null");
        row("visit", "quick_note", "5", "");
        row("visit", "quick_note", "\"林 \xf0\x9f\x98\x80 \xe2\x80\xae\"", "\"林 \xf0\x9f\x98\x80 \xe2\x80\xae\"");
        row("household", "phone1", "\"+86 138-0013 8000\"", "\"13800138000\"");
        row("household", "phone1", "\"０５９１－８７８４４６０６\"", "\"059187844606\"");
        row("household", "phone1", "\"隔壁 阿明\"", "\"隔壁 阿明\"");
        row("person", "id_no", "\" 11010519491231002x \"", "\"11010519491231002X\"");
        row("person", "id_no", "\"359901580930001\"", "\"359901195809300013\"");
        row("visit", "mode", "1", "1");
        row("visit", "mode", "9", "");
        row("visit", "mode", "\"1\"", "");
        row("visit", "purpose", "[14,11,14]", "[11,14]");
        row("visit", "purpose", "[]", "null");
        row("visit", "purpose", "[99]", "");
        row("visit", "purpose", "11", "");
        row("visit", "next_at", "\"2026-02-30\"", "");
        row("visit", "next_at", "\"2026-02\"", "\"2026-02\"");
        row("visit", "next_at", "\"2026\"", "\"2026\"");
        row("visit", "next_at", "\"26-02-03\"", "");
        row("visit", "next_at", "\"\"", "null");
        row("visit", "gift_value", "200", "200");
        row("visit", "gift_value", "true", "");
        row("visit", "gift_value", "null", "null");
        row("household", "place", "[2612345,11912345]", "[2612345,11912345]");
        row("household", "place", "[9000001,0]", "");
        row("person", "alive", "1", "");
        row("contact_assignment", "user", "\"AAAAAAAAAAAAAAAAAAAAAA\"", "\"AAAAAAAAAAAAAAAAAAAAAA\"");
        row("contact_assignment", "user", "\"nobody\"", "");
    }
    void canonicalForms()
    {
        QFETCH(QString, type);
        QFETCH(QString, field);
        QFETCH(QByteArray, entered);
        QFETCH(QByteArray, kept);
        const auto* found = catalogue().type(type.toStdString())->field(std::string_view(field.toStdString()));
        QVERIFY(found != nullptr);
        const auto result = checkValue(catalogue(), *found, Value::fromTrusted(entered.toStdString()));
        QCOMPARE(result.has_value(), !kept.isEmpty());
        if (!result)
            return;
        QCOMPARE(QByteArray::fromStdString(result->canonical()), kept);
        QCOMPARE(*checkValue(catalogue(), *found, *result), *result); // twice is once
    }

    void divisionsAreLoaded()
    {
        QCOMPARE(divisions().list().size(), std::size_t(9 + 84 + 73));
        QCOMPARE(divisions().find("350128")->prefecture, divisions().find("350100")->name);
        QCOMPARE(divisions().find("352128")->currentCodes, std::vector<std::string>{"350724"});
        QCOMPARE(divisions().find("350321")->currentCodes, (std::vector<std::string>{"350303", "350304", "350305"}));
        QVERIFY(divisions().isCurrent("350404") && !divisions().isCurrent("350403") &&
                !divisions().isCurrent("999999"));
        // 350111 is today's Jin'an and the old suburb: the current one comes first.
        QCOMPARE(divisions().all("350111").size(), std::size_t(2));
        QCOMPARE(divisions().find("350111")->status, DivisionStatus::current);
        for (const auto& division : divisions().list())
            for (const auto& code : division.currentCodes)
                QVERIFY2(divisions().isCurrent(code), code.c_str());
    }

    void divisionsRefuse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("detail");
        QTest::newRow("empty") << ""
                               << "divisions.tsv:1: ";
        QTest::newRow("columns") << "head\n350128\tx\n"
                                 << "divisions.tsv:2: expected 7 columns";
        QTest::newRow("code") << "head\n35012\tx\ty\tcurrent\t\t350128\t\n"
                              << "divisions.tsv:2: not a code";
        QTest::newRow("status") << "head\n350128\tx\ty\tgone\t\t350128\t\n"
                                << "divisions.tsv:2: unknown status";
        QTest::newRow("current code") << "head\n350128\tx\ty\tcurrent\t\t\t\n"
                                      << "divisions.tsv:2: current_code";
    }
    void divisionsRefuse()
    {
        QFETCH(QString, text);
        QFETCH(QString, detail);
        const auto result = Divisions::parse(text.toStdString());
        QVERIFY(!result);
        QVERIFY2(QString::fromStdString(result.error().detail).startsWith(detail), result.error().detail.c_str());
    }
};

QTEST_APPLESS_MAIN(TestModelValidate)
#include "tst_model_validate.moc"
