// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on paper, and what never does: over the real encrypted store with the shipped catalogue, as a PDF that is really written.
#include "app/viewmodel/print_model.hpp"
#include "tests/unit/viewmodel/safety_world.hpp"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <boost/json/array.hpp>

using namespace lianxin;
using namespace lianxin::test;

namespace {

const QString kSecret = QStringLiteral("枕头底下那封信");

std::string rulesText() { return readText(QStringLiteral("forms/print.json")); }
ui::PrintRules rules() { return *ui::parsePrintRules(rulesText()); }

} // namespace

class PaperTest : public QObject {
    Q_OBJECT

    static RecordId service(SafetyWorld& at)
    {
        return at.world.make("vol_service", at.world.household,
                             {{"at", Value::fromInt(at.world.time)}, {"note", Value::fromText("买米买油")}});
    }
    static void fill(SafetyWorld& at)
    {
        auto editor = *forms::RecordEditor::openExisting(at.world.ports(), at.world.household);
        editor.edit().set(at.world.field("household", "call_name"), Value::fromText("林阿姨"));
        editor.edit().set(at.world.field("household", "address"), Value::fromText("桥头村12号<b>"));
        editor.edit().set(at.world.field("household", "phone1"), Value::fromText("19900000008"));
        QVERIFY(editor.commit().has_value());
        auto person = *forms::RecordEditor::openExisting(at.world.ports(), at.world.person);
        person.edit().set(at.world.field("person", "id_no"), Value::fromText("359901195809300021"));
        person.edit().set(at.world.field("person", "bank_no"), Value::fromText("6222020000001234567"));
        QVERIFY(person.commit().has_value());
    }

private slots:
    void aFamilysFile()
    {
        SafetyWorld at(Role::VW);
        fill(at);
        const auto sheet = ui::recordSheet(*at.desk, rules(), at.world.household);
        OK(sheet);
        QVERIFY(sheet->contains(QStringLiteral("林阿姨")));
        QVERIFY(sheet->contains(QStringLiteral("桥头村12号&lt;b&gt;"))); // somebody's words are words
        QVERIFY(sheet->contains(QStringLiteral("…0021")));
        QVERIFY(!sheet->contains(QStringLiteral("359901195809300021")));
        QVERIFY(!sheet->contains(QStringLiteral("6222020000001234567")));
    }

    // Whoever may open it and has it open all the same: on paper it is not there.
    void nothingSealedStandsOnPaper()
    {
        SafetyWorld at(Role::CO);
        at.world.steppedUp = true;
        fill(at);
        const auto& session = at.world.type("counsel_session");
        FieldValues words;
        for (const auto& field : session.fields)
            if (field.sealed && field.kind == FieldKind::text)
                words[field.number] = Value::fromText(kSecret.toStdString());
        QVERIFY(!words.empty());
        auto note = *forms::RecordEditor::openNew(
            at.world.ports(), {session.number, at.counselCase, PartitionId::forCase(at.counselCase), words});
        OK(note.commit());
        for (const auto record : {note.record(), at.counselCase}) {
            const auto sheet = ui::recordSheet(*at.desk, rules(), record);
            QVERIFY(!sheet);
            QCOMPARE(sheet.error().code, Errc::notAllowed);
            QVERIFY(!ui::mayPrint(*at.desk, record));
        }
        const auto family = ui::recordSheet(*at.desk, rules(), at.world.household);
        OK(family);
        QVERIFY(!family->contains(kSecret));
    }

    // Over the whole catalogue, so that a new type cannot slip through: what has an envelope or lies at level 4 is refused, and what the rules name
    // is there.
    void everyTypeOfTheCatalogue()
    {
        SafetyWorld at(Role::CO);
        const auto named = rules();
        int refused = 0;
        for (const auto& type : at.world.catalogue->types()) {
            if (!type.envelope && type.sensitivity < 4)
                continue;
            ++refused;
            for (const auto& [root, rows] : named.rows)
                QVERIFY2(std::ranges::find(rows, type.name) == rows.end(), type.name.c_str());
            QVERIFY2(!named.slip.contains(type.name), type.name.c_str());
        }
        QVERIFY(refused >= 5);
        for (const auto& [type, fields] : named.slip)
            for (const auto& name : fields) {
                const auto* known = at.world.catalogue->type(std::string_view(type));
                const auto* field = known != nullptr ? known->field(std::string_view(name)) : nullptr;
                QVERIFY2(field != nullptr, name.c_str());
                QVERIFY2(!field->sealed && field->sensitivity <= 2, name.c_str()); // what a volunteer may hold
            }
        for (const auto& [root, rows] : named.rows)
            for (const auto& name : rows)
                QVERIFY2(at.world.catalogue->type(std::string_view(name)) != nullptr, name.c_str());
    }

    void aServiceSlipHasWhatAVolunteerNeeds()
    {
        SafetyWorld at(Role::VW);
        fill(at);
        const auto slip = ui::serviceSlip(*at.desk, rules(), service(at));
        OK(slip);
        QVERIFY(slip->contains(QStringLiteral("林阿姨")) && slip->contains(QStringLiteral("199 0000 0008")));
        for (const char* word : {"0021", "买米买油", "特扶", "A类"})
            QVERIFY2(!slip->contains(QString::fromUtf8(word)), word);
        QVERIFY(!ui::serviceSlip(*at.desk, rules(), at.world.household)); // no service
        QVERIFY(!ui::serviceSlip(*at.desk, rules(), at.world.person));
    }

    // Lines to sign on paper; what was signed on the tablet is said, its picture stays there.
    void aSlipIsSigned()
    {
        SafetyWorld at(Role::VW);
        fill(at);
        const auto signature = at.world.make("attachment", at.world.household, {{"kind", Value::fromInt(4)}});
        const auto photo = at.world.make("attachment", at.world.household, {{"kind", Value::fromInt(1)}});
        const auto served = [&](RecordId attachment) {
            return at.world.make("vol_service", at.world.household,
                                 {{"at", Value::fromInt(at.world.time)},
                                  {"attachments", Value::fromJson(boost::json::array{attachment.text()})}});
        };
        const auto bare = ui::serviceSlip(*at.desk, rules(), served(photo));
        OK(bare);
        QVERIFY(bare->contains(QStringLiteral("The volunteer signs")));
        QVERIFY(bare->contains(QStringLiteral("The family signs (not needed)")));
        QVERIFY(bare->contains(QStringLiteral("________")));
        QVERIFY(!bare->contains(QStringLiteral("Signed on the tablet")));
        const auto slip = ui::serviceSlip(*at.desk, rules(), served(signature));
        OK(slip);
        QVERIFY(slip->contains(QStringLiteral("Signed on the tablet")));
        QVERIFY(!slip->contains(QStringLiteral("<img")));
    }

    void thePaperIsWrittenAndCanBeTakenAway()
    {
        SafetyWorld at(Role::VW);
        fill(at);
        QTemporaryDir folder;
        ui::PrintModel print(*at.desk, at.hands, rulesText(), folder.filePath(QStringLiteral("papers")));
        const QString family = ui::idText(at.world.household);
        QVERIFY(print.canPrint(family));
        QVERIFY(!print.canSlip(family));
        service(at);
        QVERIFY(print.canSlip(family));
        print.printRecord(family);
        print.printSlip(family); // in the same second
        QVERIFY(!at.hands.said.isEmpty());
        const QDir papers(folder.filePath(QStringLiteral("papers")));
        const auto files = papers.entryInfoList({QStringLiteral("*.pdf")});
        QCOMPARE(files.size(), qsizetype{2});
        for (const auto& info : files) {
            QVERIFY2(!info.fileName().contains(QStringLiteral("林")), qPrintable(info.fileName()));
            QCOMPARE(info.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto bytes = file.readAll();
            QVERIFY(bytes.startsWith("%PDF-"));
            QVERIFY(bytes.contains("%%EOF"));
            QVERIFY2(bytes.contains("NotoSansCJK"), "the Chinese font is inside");
        }
    }

    void withoutRulesNothingIsPrinted()
    {
        SafetyWorld at(Role::VW);
        QTemporaryDir folder;
        ui::PrintModel print(*at.desk, at.hands, {}, folder.path());
        QVERIFY(!print.canPrint(ui::idText(at.world.household)));
        print.printRecord(ui::idText(at.world.household));
        QVERIFY(QDir(folder.path()).entryList({QStringLiteral("*.pdf")}).isEmpty());
    }
};

QTEST_MAIN(PaperTest)
#include "tst_paper.moc"
