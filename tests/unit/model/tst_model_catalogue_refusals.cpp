// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assets.hpp"

#include <QTest>

using namespace lianxin;

namespace {

constexpr const char* kList = R"({
 "name": "mood", "zh": "心情", "en": "Mood",
 "codes": [
  {"number": 1, "zh": "平稳", "en": "Steady"},
  {"number": 2, "zh": "低落", "en": "Low"}
 ]
}
)";

constexpr const char* kHouse = R"({
 "number": 1, "name": "house", "zh": "家", "en": "House",
 "scope": "area", "merge": "registers", "sensitivity": 2,
 "readers": ["VW"], "writers": ["VW"],
 "sections": [{"name": "main", "zh": "家", "en": "House"}],
 "fields": [
  {"number": 10, "name": "name", "zh": "名", "en": "Name", "kind": "text", "chars": 20, "level": 2}
 ]
}
)";

// Line 16 and what follows are the fields: the rows below name the lines.
constexpr const char* kNote = R"({
 "number": 2, "name": "note", "zh": "记", "en": "Note",
 "root": ["house"],
 "merge": "append", "editableDays": 7,
 "sensitivity": 3,
 "readers": ["VW", "TO"],
 "writers": ["VW:author"],
 "title": ["mood"],
 "timeline": {"at": "at", "summary": ["mood"], "tint": "green"},
 "envelope": {"number": 60, "recipients": {"house": ["author", "escrow"]}},
 "sections": [{"name": "main", "zh": "记", "en": "Note"}],
 "groups": [
  {"number": 50, "name": "day", "zh": "日", "en": "Day"}
 ],
 "fields": [
  {"number": 10, "name": "mood", "zh": "心情", "en": "Mood", "kind": "code", "codes": "mood", "level": 3, "required": "always"},
  {"number": 11, "name": "moods", "zh": "心情", "en": "Moods", "kind": "codeSet", "codes": "mood", "level": 1},
  {"number": 12, "name": "at", "zh": "时间", "en": "At", "kind": "timestamp", "level": 1, "default": {"from": "now"}},
  {"number": 13, "name": "from", "zh": "从", "en": "From", "kind": "date", "level": 1, "group": "day"},
  {"number": 14, "name": "to", "zh": "到", "en": "To", "kind": "date", "level": 1, "group": "day", "notBefore": "from"},
  {"number": 15, "name": "secret", "zh": "话", "en": "Words", "kind": "text", "chars": 100, "level": 3, "sealed": true, "relevantWhen": {"field": "mood", "in": [2]}}
 ]
}
)";

std::map<std::string, std::string> goodFiles()
{
    return {{"catalogue/catalogue.json", "{\"version\": 3}\n"},
            {"catalogue/house.json", kHouse},
            {"catalogue/note.json", kNote},
            {"codes/mood.json", kList}};
}

// Rows about how fields and types refer to each other.
template <typename Row> void rulesRefused(const Row& note)
{
    note("unknown section", "\"default\": {\"from\": \"now\"}", "\"section\": \"other\"", 18, "unknown section");
    note("unknown control", "\"default\": {\"from\": \"now\"}", "\"control\": \"wheel\"", 18, "unknown control");
    note("unknown default", "\"from\": \"now\"", "\"from\": \"then\"", 18, "unknown from");
    note("default of both", "{\"from\": \"now\"}", "{\"from\": \"now\", \"value\": 1}", 18, "has one of");
    note("unknown role", "[\"VW\", \"TO\"]", "[\"VW\", \"XX\"]", 6, "unknown role \"XX\"");
    note("bad narrowing", "VW:author", "VW:friend", 7, "author");
    note("missing writers", " \"writers\": [\"VW:author\"],\n", "", 1, "missing \"writers\"");
    note("unknown root", "\"root\": [\"house\"]", "\"root\": [\"castle\"]", 3, "no root type");
    note("root that is none", "\"root\": [\"house\"]", "\"root\": [\"note\"]", 3, "no root type");
    note("scope of a child", "\"root\": [\"house\"],", "\"root\": [\"house\"], \"scope\": \"area\",", 3,
         "has no scope");
    note("unknown merge", "\"merge\": \"append\"", "\"merge\": \"glue\"", 4, "unknown merge");
    note("days without append", "\"merge\": \"append\"", "\"merge\": \"registers\"", 4, "only records that append");
    note("unknown title", "\"title\": [\"mood\"]", "\"title\": [\"name\"]", 8, "unknown field \"name\"");
    note("timeline of no date", "\"at\": \"at\"", "\"at\": \"mood\"", 9, "date or timestamp");
    note("condition of unknown field", "\"field\": \"mood\"", "\"field\": \"humour\"", 21, "unknown field \"humour\"");
    note("condition of unknown code", "\"in\": [2]", "\"in\": [7]", 21, "no code 7");
    note("condition without test", ", \"in\": [2]", "", 21, "condition");
    note("condition has of no set", "\"in\": [2]", "\"has\": 2", 21, "asks a set");
    note("condition differs of unknown field", "\"in\": [2]", "\"differs\": \"humour\"", 21, "unknown field");
    note("condition differs of another kind", "\"in\": [2]", "\"differs\": \"at\"", 21, "one kind");
    note("condition of two tests", "\"in\": [2]", "\"in\": [2], \"set\": true", 21, "one test");
    note("notBefore of unknown field", "\"notBefore\": \"from\"", "\"notBefore\": \"since\"", 20, "unknown field");
    note("type number taken", "\"number\": 2, \"name\": \"note\"", "\"number\": 1, \"name\": \"note\"", 2,
         "duplicate number 1");
    note("name of another file", "\"name\": \"note\"", "\"name\": \"memo\"", 2, "differs from the file");
}

} // namespace

class TestModelCatalogueRefusals : public QObject {
    Q_OBJECT

private slots:
    void acceptsTheGoodOne()
    {
        const auto result = loadCatalogue(goodFiles());
        QVERIFY2(result, result ? "" : result.error().detail.c_str());
        QCOMPARE(result->version(), 3U);
        QCOMPARE(result->types().size(), std::size_t(2));
        const auto* note = result->type("note");
        QVERIFY(note != nullptr && note == result->type(2U));
        QCOMPARE(note->field("from")->registerNumber(), 50U);
        QCOMPARE(note->field("secret")->registerNumber(), 0U);
        QVERIFY(note->knowsRegister(60) && note->knowsRegister(50) && note->knowsRegister(kLifeRegister));
        QVERIFY(!note->knowsRegister(13) && !note->knowsRegister(15) && !note->knowsRegister(kLocationRegister) &&
                !note->knowsRegister(99));
        QVERIFY(result->type("house")->knowsRegister(kLocationRegister));
        QCOMPARE(*result->scopeUnder(*note, "house"), RecordScope::area);
        QVERIFY(!result->scopeUnder(*note, "note"));
        QVERIFY(note->writers.front().authorOnly);
    }

    void reminders_data()
    {
        QTest::addColumn<QString>("reminder");
        QTest::addColumn<QString>("reason"); // empty: taken
        const auto row = [](const char* name, const char* reminder, const char* reason) {
            QTest::newRow(name) << QString::fromUtf8(reminder) << QString::fromUtf8(reason);
        };
        const char* good =
            R"({"number": 1, "zh": "到期", "en": "Ends", "on": "from", "before": 30, "when": "mood = 1"})";
        row("good", good, "");
        row("an expression", R"r({"number": 1, "zh": "到期", "en": "Ends", "on": "coalesce(to, from)"})r", "");
        row("no day", R"({"number": 1, "zh": "到期", "en": "Ends"})", "missing \"on\"");
        row("no date", R"({"number": 1, "zh": "到期", "en": "Ends", "on": "mood"})", "must be");
        row("no condition", R"({"number": 1, "zh": "到期", "en": "Ends", "on": "from", "when": "mood"})", "must be");
        row("unknown field", R"({"number": 1, "zh": "到期", "en": "Ends", "on": "since"})", "since");
        row("no words", R"({"number": 1, "en": "Ends", "on": "from"})", "missing label");
        row("no number", R"({"zh": "到期", "en": "Ends", "on": "from"})", "missing \"number\"");
        row("too far ahead", R"({"number": 1, "zh": "到期", "en": "Ends", "on": "from", "before": 400})", "366");
        row("unknown key", R"({"number": 1, "zh": "到期", "en": "Ends", "on": "from", "role": "VW"})", "unknown key");
        row("sealed", R"({"number": 1, "zh": "到期", "en": "Ends", "on": "from", "when": "secret = 'a'"})", "sealed");
        row("twice", (std::string(good) + ", " + good).c_str(), "twice");
    }
    void reminders()
    {
        QFETCH(const QString, reminder);
        QFETCH(const QString, reason);
        auto files = goodFiles();
        const auto renamed = [](std::string text) {
            for (auto at = text.find("\"house\""); at != std::string::npos; at = text.find("\"house\""))
                text.replace(at, 7, "\"household\"");
            return text;
        };
        files["catalogue/household.json"] = renamed(files.at("catalogue/house.json"));
        files.erase("catalogue/house.json");
        auto note = renamed(files.at("catalogue/note.json"));
        const std::string title = "\"title\": [\"mood\"],";
        note.insert(note.find(title), "\"reminders\": [" + reminder.toStdString() + "], ");
        files["catalogue/note.json"] = note;
        const auto result = loadCatalogue(files);
        QCOMPARE(result.has_value(), reason.isEmpty());
        if (!result)
            QVERIFY2(QString::fromStdString(result.error().detail).contains(reason), result.error().detail.c_str());
        else
            QCOMPARE(result->type("note")->reminders.size(), std::size_t(1));
        // What hangs on no family would never be told.
        files = goodFiles();
        files["catalogue/note.json"].insert(files["catalogue/note.json"].find(title),
                                            "\"reminders\": [" + reminder.toStdString() + "], ");
        QVERIFY(!loadCatalogue(files));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("reason");
        const auto note = [](const char* name, const char* from, const char* to, int line, const char* reason) {
            QTest::newRow(name) << "catalogue/note.json" << from << to
                                << QStringLiteral("catalogue/note.json:%1: ").arg(line) << reason;
        };
        const auto list = [](const char* name, const char* from, const char* to, int line, const char* reason) {
            QTest::newRow(name) << "codes/mood.json" << from << to << QStringLiteral("codes/mood.json:%1: ").arg(line)
                                << reason;
        };
        note("no JSON", "\"root\": [\"house\"],", "\"root\" [\"house\"],", 3, "");
        note("duplicate key", "\"sensitivity\": 3,", "\"sensitivity\": 3, \"sensitivity\": 3,", 5, "duplicate key");
        note("fraction", "\"sensitivity\": 3,", "\"sensitivity\": 3.5,", 5, "not an integer");
        note("unknown key", "\"sensitivity\": 3,", "\"sensitivity\": 3, \"colour\": 1,", 5, "unknown key \"colour\"");
        note("unknown field key", "\"required\": \"always\"", "\"requierd\": \"always\"", 16,
             "unknown key \"requierd\"");
        note("duplicate number", "\"number\": 11,", "\"number\": 10,", 17, "duplicate number 10");
        note("number of a group", "\"number\": 11,", "\"number\": 50,", 17, "duplicate number 50");
        note("number of the envelope", "\"number\": 11,", "\"number\": 60,", 17, "duplicate number 60");
        note("reserved number", "\"number\": 11,", "\"number\": 2,", 17, "reserved");
        note("no number", "{\"number\": 11,", "{", 17, "missing \"number\"");
        note("number as text", "\"number\": 11,", "\"number\": \"11\",", 17, "must be a number");
        note("duplicate name", "\"name\": \"moods\"", "\"name\": \"mood\"", 17, "duplicate field \"mood\"");
        note("bad name", "\"name\": \"moods\"", "\"name\": \"Moods\"", 17, "lower case");
        note("missing label", "\"zh\": \"时间\", ", "", 18, "missing label");
        note("empty label", "\"en\": \"At\"", "\"en\": \"\"", 18, "label");
        note("bad kind", "\"kind\": \"timestamp\"", "\"kind\": \"instant\"", 18, "unknown kind \"instant\"");
        note("missing kind", "\"kind\": \"timestamp\", ", "", 18, "missing \"kind\"");
        note("missing level", "\"kind\": \"timestamp\", \"level\": 1", "\"kind\": \"timestamp\"", 18,
             "missing \"level\"");
        note("level too high", "\"kind\": \"timestamp\", \"level\": 1", "\"kind\": \"timestamp\", \"level\": 5", 18,
             "0 to 4");
        note("more sensitive than its type", "\"kind\": \"timestamp\", \"level\": 1",
             "\"kind\": \"timestamp\", \"level\": 4", 5, "more sensitive");
        note("unknown code list", "\"codeSet\", \"codes\": \"mood\"", "\"codeSet\", \"codes\": \"humour\"", 17,
             "unknown code list \"humour\"");
        note("codes without code", "\"kind\": \"timestamp\"", "\"kind\": \"timestamp\", \"codes\": \"mood\"", 18,
             "only code");
        note("text without length", "\"chars\": 100, ", "", 21, "greatest length");
        note("two groups", "\"group\": \"day\", \"notBefore\"", "\"group\": [\"day\", \"night\"], \"notBefore\"", 20,
             "one group only");
        note("unknown group", "\"group\": \"day\", \"notBefore\"", "\"group\": \"night\", \"notBefore\"", 20,
             "unknown group");
        note("lonely group", "\"group\": \"day\", \"notBefore\"", "\"notBefore\"", 12, "at least two fields");
        note("set in a group", "\"codeSet\", \"codes\": \"mood\", \"level\": 1",
             "\"codeSet\", \"codes\": \"mood\", \"level\": 1, \"group\": \"day\"", 17, "set");
        note("sealed without envelope",
             " \"envelope\": {\"number\": 60, \"recipients\": {\"house\": [\"author\", \"escrow\"]}},\n", "", 20,
             "envelope register");
        note("envelope without readers", "{\"house\": [\"author\", \"escrow\"]}", "{}", 10, "nobody can open");
        note("unknown recipient", "[\"author\", \"escrow\"]", "[\"author\", \"press\"]", 10, "unknown recipient");
        note("sealed and searched", "\"level\": 3, \"sealed\": true",
             "\"level\": 3, \"sealed\": true, \"search\": \"name\"", 21, "never searched");
        note("envelope as a field", "\"kind\": \"timestamp\"", "\"kind\": \"envelope\"", 18, "unknown kind");
        rulesRefused(note);
        list("duplicate code", "\"number\": 2", "\"number\": 1", 5, "duplicate code 1");
        list("code without label", ", \"en\": \"Low\"", "", 5, "missing label");
        list("unknown key of a code", "\"en\": \"Low\"", "\"en\": \"Low\", \"colour\": 1", 5, "unknown key");
        list("list without codes", "\"codes\": [", "\"codes\": [], \"old\": [", 3, "unknown key");
        QTest::newRow("version") << "catalogue/catalogue.json"
                                 << "3"
                                 << "0"
                                 << "catalogue/catalogue.json:1: "
                                 << "at least 1";
        QTest::newRow("version as text") << "catalogue/catalogue.json"
                                         << "3"
                                         << "\"3\""
                                         << "catalogue/catalogue.json:1: "
                                         << "must be a number";
        QTest::newRow("no object") << "catalogue/house.json" << QString::fromUtf8(kHouse) << "[1]"
                                   << "catalogue/house.json:1: "
                                   << "expected an object";
    }
    void refuses()
    {
        QFETCH(QString, file);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, where);
        QFETCH(QString, reason);
        auto files = goodFiles();
        auto text = QString::fromStdString(files.at(file.toStdString()));
        QVERIFY2(text.count(from) == 1 || from.size() == 1, "the change must hit one place");
        files[file.toStdString()] = text.replace(from, to).toStdString();
        const auto result = loadCatalogue(files);
        QVERIFY(!result);
        QCOMPARE(result.error().code, Errc::invalidInput);
        const auto detail = QString::fromStdString(result.error().detail);
        QVERIFY2(detail.startsWith(where), qPrintable(detail));
        QVERIFY2(detail.contains(reason), qPrintable(detail));
    }

    void missingVersionFile()
    {
        auto files = goodFiles();
        files.erase("catalogue/catalogue.json");
        const auto result = loadCatalogue(files);
        QVERIFY(!result);
        QCOMPARE(result.error().detail, std::string("catalogue/catalogue.json:1: the file is missing"));
    }

    // Any cut of a real file is refused and never brings the program down.
    void cutFiles()
    {
        for (std::size_t length = 0; length + 3 < std::string_view(kNote).size(); length += 7) {
            auto files = goodFiles();
            files["catalogue/note.json"] = std::string(kNote).substr(0, length);
            QVERIFY(!loadCatalogue(files));
        }
    }

    void lockSeesEveryChange()
    {
        const auto good = loadCatalogue(goodFiles());
        std::string lock = "# comment\n";
        for (const auto& line : numberLines(*good))
            lock += line + "\n";
        QVERIFY(lockViolations(*good, lock).empty());
        const auto violationsAfter = [&](const char* file, const char* from, const char* to) {
            auto files = goodFiles();
            auto text = QString::fromStdString(files.at(file));
            files[file] = text.replace(QString::fromUtf8(from), QString::fromUtf8(to)).toStdString();
            const auto changed = loadCatalogue(files);
            return changed ? lockViolations(*changed, lock)
                           : std::vector<std::string>{"refused: " + changed.error().detail};
        };
        const char* const note = "catalogue/note.json";
        QCOMPARE(violationsAfter(note, "\"kind\": \"timestamp\"", "\"kind\": \"integer\""),
                 std::vector<std::string>{"refused: catalogue/note.json:9: a timeline needs a date or timestamp"});
        QCOMPARE(violationsAfter(note, "\"kind\": \"code\"", "\"kind\": \"codeSet\"").size(), std::size_t(1));
        QCOMPARE(violationsAfter(note, "\"number\": 11,", "\"number\": 31,").size(), std::size_t(2)); // lost and new
        QCOMPARE(violationsAfter(note, "\"name\": \"moods\"", "\"name\": \"spirits\"").size(), std::size_t(1));
        QCOMPARE(violationsAfter(note, "\"level\": 3, \"sealed\": true", "\"level\": 3").size(), std::size_t(1));
        QCOMPARE(violationsAfter("codes/mood.json", "平稳", "高兴").size(), std::size_t(1));
        QCOMPARE(violationsAfter("codes/mood.json", "\"Steady\"", "\"Calm\"").size(), std::size_t(0));
    }
};

QTEST_APPLESS_MAIN(TestModelCatalogueRefusals)
#include "tst_model_catalogue_refusals.moc"
