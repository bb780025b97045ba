// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formimport/form_import.hpp"
#include "app/formimport/form_numbers.hpp"
#include "sync/server/catalogue_files.hpp"
#include "sync/server/catalogue_guard.hpp"
#include "sync/server/private_files.hpp"
#include "tests/unit/formimport/forgotten_field.hpp"
#include "tests/unit/server/server_process.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::server;
using namespace lianxin::server::test;

namespace {

constexpr const char* kForm = "survey\n"
                              ",type,name,label,relevant,calculation\n"
                              ",text,street,Street\n"
                              ",integer,rooms,Rooms\n"
                              ",begin repeat,pill,Medicine\n"
                              ",integer,dose,Times a day,${rooms} > 0\n"
                              ",end repeat\n"
                              ",calculate,doses,Doses,,sum(${dose})\n"
                              "settings\n"
                              ",form_title,form_id\n"
                              ",Census,census\n";

} // namespace

// From the spreadsheet to what the server serves, with the programs that ship: imported, numbered, signed, published; and each way in
// which a document is not taken.
class TestFormsPublish : public QObject {
    Q_OBJECT

    ServerProcess m_server;

    // A reviewed and numbered form in a folder, as `lianxin-form import` and `number` leave it.
    QString formsFolder(const QString& name, const std::string& text, std::string_view forgotten = {})
    {
        const auto form = must(formimport::importForm(text, {}));
        const auto numbered = must(formimport::allotNumbers(catalogueFiles(), form.files, m_lock));
        m_lock = numbered.lock;
        const QString folder = m_server.path(name);
        for (const auto& [file, content] : numbered.files)
            if (!formimport::writeWhole((folder + "/").toStdString() + file,
                                        forgotten.empty() ? content : formimport::without(content, forgotten)))
                qFatal("cannot write the forms");
        return folder;
    }
    int sign(const QString& folder, const QString& out, const QStringList& more = {}, QByteArray* err = nullptr)
    {
        return m_server.run(
            QStringList{"catalogue", "sign", folder, "--authority", m_server.path("org"), "--out", m_server.path(out)} +
                more,
            nullptr, err);
    }
    int publish(const QString& file, QByteArray* err = nullptr)
    {
        return m_server.run({"catalogue", "publish", m_server.path(file), "--data", m_server.data()}, nullptr, err);
    }
    ServedCatalogue served()
    {
        const HomePaths paths{m_server.data().toStdString()};
        return must(servedCatalogue(paths, must(loadIdentity(paths)).issuer, catalogueFiles()));
    }

    std::string m_lock;

private slots:
    void initTestCase() { QVERIFY(m_server.init()); }

    void theWholeWay()
    {
        QCOMPARE(must(loadCatalogue(served().files)).version(), builtInCatalogue()->version());
        const auto folder = formsFolder("forms1", kForm);
        QByteArray err;
        QVERIFY2(sign(folder, "one.json", {}, &err) == 0, err.constData());
        QVERIFY2(publish("one.json", &err) == 0, err.constData());
        const auto catalogue = must(loadCatalogue(served().files));
        QCOMPARE(catalogue.version(), builtInCatalogue()->version() + 1);
        const auto* census = catalogue.type("census");
        QVERIFY(census != nullptr && census->number > kLastCoreNumber);
        QCOMPARE(census->sections.back().rowType, catalogue.type("census_pill")->number);
        QVERIFY(m_server.start());
        QCOMPARE(m_server.json({"status", "--data", m_server.data(), "--json"}).value("catalogue").toInt(),
                 static_cast<int>(catalogue.version()));
        QCOMPARE(publish("one.json"), 3); // the running server has it
        QCOMPARE(m_server.stop(), 0);

        // The same document again says nothing new.
        QCOMPARE(publish("one.json", &err), 3);
        QVERIFY2(err.contains("is not above"), err.constData());
    }

    void aNextVersionForgetsNothing()
    {
        QByteArray err;
        auto shorter = std::string(kForm);
        shorter.erase(shorter.find(",integer,rooms"), std::string(",integer,rooms,Rooms\n").size());
        const auto less = formsFolder(
            "forms2", QByteArray::fromStdString(shorter).replace("${rooms} > 0", "").toStdString(), "rooms");
        QCOMPARE(sign(less, "less.json", {"--current", m_server.path("one.json")}, &err), 3);
        QVERIFY2(err.contains("rooms: the field is gone; retire it instead"), err.constData());
        auto longer = std::string(kForm);
        longer.insert(longer.find(",begin repeat"), ",text,note,Note\n");
        const auto more = formsFolder("forms3", longer);
        QVERIFY2(sign(more, "two.json", {"--current", m_server.path("one.json")}, &err) == 0, err.constData());
        QVERIFY2(publish("two.json", &err) == 0, err.constData());
        QVERIFY(must(loadCatalogue(served().files)).type("census")->field("note") != nullptr);
        QCOMPARE(publish("one.json", &err), 3); // an old document
    }

    void whatIsNotTheIssuers()
    {
        QByteArray err;
        const auto before = served().forms;
        QFile good(m_server.path("two.json"));
        QVERIFY(good.open(QIODevice::ReadOnly));
        const auto text = good.readAll();
        const auto put = [&](const QByteArray& bytes) {
            return static_cast<bool>(writePublicFile(m_server.path("bad.json").toStdString(), bytes.toStdString()));
        };
        QVERIFY(put(QByteArray(text).replace("Street", "Strasse")));
        QCOMPARE(publish("bad.json", &err), 3);
        QVERIFY2(err.contains("not signed by this organisation's issuer"), err.constData());
        QVERIFY(put(text + " "));
        QCOMPARE(publish("bad.json", &err), 2);
        QVERIFY(put({}));
        QCOMPARE(publish("bad.json"), 2);
        // Another organisation's issuer.
        QCOMPARE(m_server.run({"init", "--data", m_server.path("other"), "--authority", m_server.path("org2")}), 0);
        QCOMPARE(m_server.run({"catalogue", "sign", m_server.path("forms3"), "--authority", m_server.path("org2"),
                               "--out", m_server.path("theirs.json")}),
                 0);
        QCOMPARE(publish("theirs.json", &err), 3);
        QVERIFY(served().forms == before);
        // One who can write the server's folder can stop the server, but not make it serve a form.
        QVERIFY(writePublicFile((m_server.data() + "/forms.json").toStdString(),
                                QByteArray(text).replace("Street", "Strasse").toStdString()));
        QCOMPARE(m_server.run({"serve", "--data", m_server.data()}, nullptr, &err), 3);
        QVERIFY2(err.contains("forms.json"), err.constData());
        QVERIFY(writePublicFile((m_server.data() + "/forms.json").toStdString(), before));
    }

    void formsReplaceNothingOfTheProgram()
    {
        QByteArray err;
        const QDir folder(m_server.path("forms4"));
        QVERIFY(folder.mkpath("catalogue"));
        const auto write = [&](const QString& name, const QByteArray& text) {
            return static_cast<bool>(writePublicFile(folder.filePath(name).toStdString(), text.toStdString()));
        };
        QVERIFY(write("catalogue/visit.json", QByteArray::fromStdString(catalogueFiles().at("catalogue/visit.json"))));
        QCOMPARE(sign(folder.path(), "bad.json", {}, &err), 3);
        QVERIFY2(err.contains("catalogue/visit.json: the program brings it"), err.constData());
        QVERIFY(QFile::remove(folder.filePath("catalogue/visit.json")));
        QVERIFY(write(
            "catalogue/low.json",
            R"({"number": 900, "name": "low", "zh": "x", "en": "x", "root": ["household"], "merge": "registers", "sensitivity": 1,
"readers": ["VW"], "writers": ["VW"], "sections": [{"name": "main", "zh": "x", "en": "x"}],
"fields": [{"number": 10, "name": "a", "zh": "x", "en": "x", "kind": "integer", "level": 1}]})"));
        QCOMPARE(sign(folder.path(), "bad.json", {}, &err), 3);
        QVERIFY2(err.contains("forms have numbers above 9999"), err.constData());
    }
};

QTEST_GUILESS_MAIN(TestFormsPublish)
#include "tst_forms_publish.moc"
