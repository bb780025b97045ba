// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formimport/form_files.hpp"
#include "app/formimport/form_import.hpp"
#include "workbook_maker.hpp"

#include <QElapsedTimer>
#include <QTest>

using namespace lianxin;
using namespace lianxin::formimport;
using namespace lianxin::test;

namespace {

std::string survey(const std::string& rows) { return "type,name,label,relevant,constraint,calculation\n" + rows; }

// Whatever it is: an answer, and a draft that loads when there is one.
QString outcomeOf(const std::string& bytes)
{
    const auto form = importForm(bytes, {});
    if (!form)
        return "refused: " + QString::fromStdString(form.error().detail);
    auto files = readCatalogueFiles(LIANXIN_SOURCE_DIR "/assets");
    const auto loads = loadsTogether(*files, form->files);
    if (!loads)
        return "does not load: " + QString::fromStdString(loads.error().detail);
    return QString::fromStdString(form->report.text()) + QString::number(form->questions) + " questions";
}

} // namespace

// Files that somebody made wrong, or to do harm.
class TestFormHostile : public QObject {
    Q_OBJECT

private slots:
    void answers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("part");
        const auto row = [](const char* name, const std::string& bytes, const char* part) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << part;
        };
        const std::string good = "integer,a,A,,,\n";
        row("empty", "", "refused: the file is empty");
        row("bytes", std::string("\x00\x01\xff", 3), "refused: the file is not UTF-8");
        row("gbk", survey("text,a,\xd6\xd0\xce\xc4,,,\n"), "save it as \"CSV UTF-8\"");
        row("no headings", "integer,a,A\n", "must name the columns");
        row("only headings", survey(""), "refused: no question");
        row("unknown type", survey(good + "telepathy,b,B,,,\n"),
            "survey row 3, type: not taken: unknown type \"telepathy\"");
        row("duplicate name", survey(good + "integer,a,B,,,\n"),
            "survey row 3, name: not taken: the name \"a\" is taken already");
        row("no name", survey(good + "integer,,B,,,\n"), "survey row 3, name: not taken: the question has no name");
        row("unknown list", survey(good + "select_one x,b,B,,,\n"),
            "survey row 3, type: not taken: there is no list \"x\"");
        row("circle of calculations",
            survey(good + "calculate,b,,,,${c} + 1\ncalculate,c,,,,${b} + 1\ncalculate,d,,,,${c} + ${a}\n"),
            "survey row 3, calculation: not taken: calculations that need each other in a circle");
        row("after the circle", survey(good + "calculate,b,,,,${b} + 1\ncalculate,d,,,,${b} + ${a}\n"),
            "survey row 4, calculation: not taken: ${b} is no question that was taken");
        row("circle of relevance", survey("integer,a,A,${b} = 1,,\ninteger,b,B,${a} = 1,,\n"),
            "relevant: not taken: whether it is asked depends on itself in a circle");
        row("relevant to itself", survey("integer,a,A,${a} = 1,,\n"),
            "survey row 2, relevant: not taken: whether it is asked");
        row("group about itself",
            survey("begin group,g,G,${a} = 1,,\ninteger,a,A,,,\ninteger,b,B,,,\nend group,,,,,\n"), "2 questions");
        row("end without begin", survey(good + "end group,,,,,\nend repeat,,,,,\n"),
            "survey row 4, type: not taken: an end without its begin");
        row("begin without end", survey("begin repeat,r,R,,,\n" + good), "no question outside repeats");
        row("repeat in repeat",
            survey(good + "begin repeat,r,R,,,\ninteger,b,B,,,\nbegin repeat,s,S,,,\ninteger,c,C,,,\nend "
                          "repeat,,,,,\ninteger,d,D,,,\nend repeat,,,,,\n"),
            "survey row 5, type: not taken: a repeat inside a repeat");
        row("odd names", survey("integer,Ä?,A,,,\ninteger,!!,B,,,\ninteger,9,C,,,\n"), "3 questions");
        row("reserved names",
            survey("integer,and,A,,,\ninteger,parent,B,${and} = 1,,\ninteger,code,C,${parent} = 1,,\n"), "3 questions");
        row("filter by words of no list",
            "survey\n,type,name,label,choice_filter\n,select_one l,a,A,\n,select_one l,b,B,k = "
            "${a}\nchoices\n,list_name,name,label,k\n,l,x,X,nobody\n",
            "survey row 4, choice_filter: not taken: unknown field \"code.k\"");
        row("columns that are one",
            "survey\n,type,name,label,choice_filter\n,select_one l,a,A,\n,select_one l,b,B,a-b = ${a} and a_b = "
            "'z'\nchoices\n,list_name,name,label,a-b,a_b\n,l,x,X,x,z\n",
            "2 questions");
        row("quotes", survey("text,a,\"A \"\"x\"\"\nsecond line\",,,\n"), "1 questions");
        row("an open quote", survey("text,a,\"A\n"), "1 questions");
        row("many brackets", survey("integer,a,A," + std::string(3000, '(') + "1,,\n"), "more than 60 levels");
        row("long expression", survey("integer,a,A," + std::string(5000, '1') + ",,\n"), "more than 4096 bytes");
        row("long cell", survey("text,a," + std::string(100000, 'x') + ",,,\n"),
            "survey row 2, column 3: not taken: the end of a text of more than 20000 bytes");
        row("right-to-left and emoji", survey("text,a,\xe2\x80\xae\xf0\x9f\x98\x80,,,\n"), "1 questions");
        row("zero byte", survey(std::string("text,a,A\0B,,,\n", 14)), "1 questions");
        row("no workbook", "PK\x03\x04 nonsense", "refused: the workbook cannot be read");
        row("other archive", zipped({{"a.txt", "hello"}}),
            "refused: the workbook cannot be read: there is no xl/_rels/workbook.xml.rels");
    }
    void answers()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, part);
        const auto outcome = outcomeOf(bytes.toStdString());
        QVERIFY2(outcome.contains(part), qPrintable(outcome));
    }

    void brokenWorkbooks_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("part");
        const auto row = [](const char* title, const char* name, const QByteArray& content, const char* part) {
            QTest::newRow(title) << name << content << part;
        };
        const QByteArray bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        row("document type", "xl/worksheets/sheet1.xml",
            bomb + "<worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>", "has a document type");
        row("external entity", "xl/sharedStrings.xml", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><sst/>",
            "has a document type");
        row("broken xml", "xl/worksheets/sheet1.xml", "<worksheet><sheetData>", "sheet survey line 1");
        row("no sheet of that name", "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"Sheet1\" id=\"rId1\"/></sheets></workbook>", "no sheet named survey");
        row("part that is not there", "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"survey\" id=\"rId7\"/></sheets></workbook>", "there is no xl/");
        row("path out of the archive", "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Target=\"../../../etc/passwd\"/></Relationships>",
            "there is no xl/../../../etc/passwd");
        row("wild references", "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r=\"4294967295\"><c r=\"ZZZZ1\" t=\"s\"><v>99999999999</v></c><c "
            "r=\"A0\"><v>x</v></c></row></sheetData></worksheet>",
            "must name the columns");
    }
    void brokenWorkbooks()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QString, part);
        auto parts = workbookParts({{"survey", {{"type", "name", "label"}, {"integer", "a", "A"}}}});
        for (auto& [known, text] : parts)
            if (known == name.toStdString())
                text = content.toStdString();
        const auto outcome = outcomeOf(zipped(parts));
        QVERIFY2(outcome.startsWith("refused") && outcome.contains(part), qPrintable(outcome));
    }

    // 200 MB of one letter pack into 200 kB.
    void zipBomb()
    {
        auto parts = workbookParts({{"survey", {{"type", "name"}, {"integer", "a"}}}});
        parts.back().second = "<sst><si><t>" + std::string(200U << 20, 'x') + "</t></si></sst>";
        const auto bytes = zipped(parts);
        QVERIFY(bytes.size() < (1U << 20));
        const auto outcome = outcomeOf(bytes);
        QVERIFY2(outcome.contains("larger than a form can be"), qPrintable(outcome));
    }

    // One long text named by very many cells.
    void namedAgainAndAgain()
    {
        std::string data =
            "<row><c t=\"inlineStr\"><is><t>type</t></is></c><c t=\"inlineStr\"><is><t>name</t></is></c></row>";
        for (int row = 0; row < 3000; ++row) {
            data += "<row>";
            for (int column = 0; column < 20; ++column)
                data += "<c t=\"s\"><v>0</v></c>";
            data += "</row>";
        }
        const auto outcome = outcomeOf(
            zipped({{"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + data + "</sheetData></worksheet>"},
                    {"xl/workbook.xml", "<workbook><sheets><sheet name=\"survey\" id=\"rId1\"/></sheets></workbook>"},
                    {"xl/_rels/workbook.xml.rels",
                     "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
                    {"xl/sharedStrings.xml", "<sst><si><t>" + std::string(19000, 'x') + "</t></si></sst>"}}));
        QVERIFY2(outcome.contains("the sheet holds too much text"), qPrintable(outcome.right(2000)));
    }

    void thousandsOfRows()
    {
        std::string rows = "integer,q0,Q,,,\n";
        for (int i = 1; i < 2000; ++i) {
            const auto before = "${q" + std::to_string(i - 1) + "}";
            const auto number = std::to_string(i);
            if (i % 4 == 0)
                rows += "calculate,q" + number + ",,,,\"coalesce(" + before + " + 1, 0)\"\n";
            else if (i % 97 == 0)
                rows += "decimal,q" + number + ",Q,,,\n";
            else
                rows += "integer,q" + number + ",Q" + number + "," + before + " > 1,. < 1000,\n";
        }
        QElapsedTimer timer;
        timer.start();
        const auto outcome = outcomeOf(survey(rows));
        qInfo("2,000 rows read, translated and loaded in %lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY2(outcome.contains("survey row 99, type: not taken: decimal") && outcome.contains("1980 questions"),
                 qPrintable(outcome.right(400)));
    }

    // Circles and equal names by the thousand must not cost by the square.
    void manyCircles()
    {
        std::string rows = "integer,plain,P,,,\n";
        for (int i = 0; i < 4000; ++i) {
            const auto number = std::to_string(i);
            rows += "integer,a" + number + ",A,${b" + number + "} = 1,,\n";
            rows += "integer,b" + number + ",B,${a" + number + "} = 1,,\n";
            rows += "calculate,c" + number + ",,,,${c" + number + "} + 1\n";
        }
        QElapsedTimer timer;
        timer.start();
        const auto form = importForm(survey(rows), {});
        qInfo("8,000 circles in 12,000 rows settled in %lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY2(form, form ? "" : form.error().detail.c_str());
        QVERIFY2(form->report.text().find("too many circles") != std::string::npos,
                 form->report.text().substr(0, 300).c_str());
        rows.clear();
        for (int i = 0; i < 15000; ++i)
            rows += "integer," + std::string(static_cast<std::size_t>(i % 150) + 1, '!') +
                    std::string(static_cast<std::size_t>(i / 150) + 1, '?') + ",A,,,\n";
        timer.start();
        const auto alike = importForm(survey(rows), {});
        qInfo("15,000 names that are alike in %lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY(alike);
        QCOMPARE(alike->questions, std::size_t(15000));
    }

    void tooManyRows()
    {
        std::string rows;
        for (int i = 0; i < 21000; ++i)
            rows += "integer,,Q,,,\n";
        const auto outcome = outcomeOf(survey(rows + "integer,a,A,,,\n"));
        QVERIFY2(outcome.contains("a sheet has at most 20000 rows") && outcome.contains("more"),
                 qPrintable(outcome.left(400)));
    }
};

QTEST_APPLESS_MAIN(TestFormHostile)
#include "tst_form_hostile.moc"
