// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A questionnaire from the province's spreadsheet to the worker's tablet and back, while the server runs and without a new release: the programs
// and the app objects that ship. And what becomes of words in a draft when the next version asks less.
#include "door_world.hpp"

#include "app/formimport/form_files.hpp"
#include "app/formimport/form_import.hpp"
#include "app/formimport/form_numbers.hpp"
#include "app/viewmodel/sentences.hpp"
#include "sync/seal/signed_forms.hpp"
#include "sync/server/authority.hpp"
#include "sync/server/catalogue_files.hpp"
#include "tests/unit/formimport/forgotten_field.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::e2e;

namespace {

constexpr int kPatience = 60'000; // ms; only a hang reaches it
constexpr const char* kVillage = "v:350128900200";
constexpr const char* kFirst = "survey\n"
                               ",type,name,label::中文 (zh)\n"
                               ",text,street,门前的路\n"
                               ",integer,rooms,几间房\n"
                               "settings\n"
                               ",form_title,form_id\n"
                               ",住房小问卷,housing\n";
const std::string kWords = "下雨天路滑，进村那段要慢些走";

template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s", result.error().detail.c_str());
    return std::move(*result);
}

} // namespace

class FormsJourney : public QObject {
    Q_OBJECT
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<DoorWorld> m_world;
    std::string m_lock;
    std::map<std::string, std::string> m_files; // of the last numbered form
    RecordId m_family, m_draft;

    [[nodiscard]] store::ReplicaStore& store() { return m_world->tablet().desk()->store(); }
    [[nodiscard]] const RecordType* housing() { return m_world->catalogue().type(std::string_view("housing")); }
    [[nodiscard]] std::uint32_t field(std::string_view name) { return housing()->field(name)->number; }

    void number(const std::string& sheet)
    {
        const auto form = must(formimport::importForm(sheet, {}));
        const auto numbered = must(formimport::allotNumbers(server::catalogueFiles(), form.files, m_lock));
        m_lock = numbered.lock;
        m_files = numbered.files;
    }
    [[nodiscard]] bool write(const QString& folder)
    {
        for (const auto& [file, text] : m_files)
            if (!formimport::writeWhole((folder + QLatin1Char('/')).toStdString() + file, text))
                return false;
        return true;
    }
    [[nodiscard]] bool publishes(const QString& name, const QString& current)
    {
        const auto folder = m_server->path(name);
        return write(folder) &&
               m_server->signForms(folder, current.isEmpty() ? QString() : m_server->path(current + ".json"),
                                   m_server->path(name + ".json")) == 0 &&
               m_server->publishForms(m_server->path(name + ".json")) == 0;
    }
    // What the issuer signed, whatever it is: not through the program that would refuse it.
    [[nodiscard]] std::string signedByHand(std::uint32_t version)
    {
        const auto authority = must(server::Authority::open(m_server->path("authority").toStdString()));
        seal::SignedForms forms;
        forms.realm = seal::Realm::demo;
        forms.version = version;
        forms.files = m_files;
        return seal::signedFormsText(authority.sign(std::move(forms)));
    }
    [[nodiscard]] bool syncs()
    {
        m_world->session().dismissToast();
        m_world->tablet().desk()->driver().syncNow();
        return QTest::qWaitFor([&] { return !m_world->session().toastText().isEmpty(); }, kPatience);
    }
    [[nodiscard]] bool opensAgain()
    {
        m_world->session().lock();
        return m_world->unlocks(kPassphrase);
    }
    [[nodiscard]] std::optional<store::Draft> draft()
    {
        const auto found = store().draft(m_draft);
        return found ? *found : std::nullopt;
    }
    [[nodiscard]] QVariant shown(std::uint32_t number, const char* role)
    {
        auto* rows = m_world->session().form()->rows();
        for (int row = 0; row < rows->count(); ++row)
            if (rows->value(row, "key").toInt() == static_cast<int>(number))
                return rows->value(row, role);
        return {};
    }

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<ServerProcess>(QStringLiteral(LIANXIN_SERVER));
        QVERIFY(m_server->init());
        QVERIFY(m_server->start());
        m_world = std::make_unique<DoorWorld>(true, platform::InMemoryKeyStore::Claims::software);
        const auto address = QStringLiteral("https://127.0.0.1:%1").arg(m_server->port());
        QVERIFY(m_world->registers(
            m_server->invite(QStringLiteral("吴美华"), QStringLiteral("VW"), QString::fromLatin1(kVillage), address),
            kPassphrase));
        QVERIFY(m_world->goesIn());
        m_world->registration().enter();
        auto& desk = m_world->session().desk();
        const auto& household = desk.type("household");
        auto made = must(forms::RecordEditor::openNew(
            desk.editorPorts(),
            {household.number,
             {},
             must(PartitionId::parse(kVillage)),
             {{household.field(std::string_view("call_name"))->number, Value::fromText("林阿姨家")}}}));
        const auto saved = must(made.commit());
        m_family = saved.record;
        m_world->tablet().desk()->driver().noteSaved(saved.change.number);
    }

    void aFormComesWithoutARelease()
    {
        QVERIFY(housing() == nullptr);
        number(kFirst);
        QVERIFY(publishes(QStringLiteral("first"), {})); // the server runs on
        QVERIFY(syncs());
        QVERIFY2(m_world->session().toastText().contains(QStringLiteral("新表")),
                 qPrintable(m_world->session().toastText()));
        QVERIFY(housing() == nullptr); // not under the hands of somebody who writes
        QVERIFY(opensAgain());
        QVERIFY(housing() != nullptr);
        QCOMPARE(m_world->catalogue().version(), must(server::builtInCatalogue()).version() + 1);

        auto& session = m_world->session();
        session.goForm({housing()->number, m_family, must(PartitionId::parse(kVillage)), {}});
        QCOMPARE(session.page(), ui::Session::Form);
        session.form()->edit(static_cast<int>(field("street")), QString::fromStdString(kWords));
        m_draft = session.form()->editor()->record();
        session.form()->putAside();
        QVERIFY(draft().has_value());
        // The tablet starts anew: what was kept is believed again by its signature, before the network is there.
        QVERIFY(m_world->restart());
        QVERIFY(housing() == nullptr);
        QVERIFY(m_world->unlocks(kPassphrase));
        QVERIFY(housing() != nullptr);
    }

    // "Catalogue update that drops a field with data in open drafts": the lawful way is to retire it.
    void wordsOfAQuestionThatIsAskedNoMoreAreKept()
    {
        const auto street = field("street");
        number(std::string(kFirst).replace(std::string(kFirst).find("settings"), 0, ",integer,floor,几楼\n"));
        auto& text = m_files.at("catalogue/housing.json");
        const std::string name = "\"name\":\"street\"";
        const auto at = text.find(name);
        QVERIFY(at != std::string::npos);
        text.insert(at, "\"retired\":true,");
        QVERIFY(publishes(QStringLiteral("second"), QStringLiteral("first")));
        QVERIFY(syncs());
        QVERIFY(opensAgain());
        QVERIFY(housing()->field(std::string_view("floor")) != nullptr);
        QVERIFY(housing()->field(street)->retired);

        auto& session = m_world->session();
        session.goDraft(*draft());
        QCOMPARE(session.page(), ui::Session::Form);
        QCOMPARE(shown(street, "value").toString().toStdString(), kWords);
        QVERIFY2(shown(street, "mark").toString().contains(QStringLiteral("写过的都留着")),
                 qPrintable(shown(street, "mark").toString()));
        session.form()->edit(static_cast<int>(field("floor")), QStringLiteral("3"));
        session.form()->putAside();
        // A new sheet does not ask it.
        session.goForm({housing()->number, m_family, must(PartitionId::parse(kVillage)), {}});
        QVERIFY(!shown(street, "value").isValid());
        session.form()->discard();
    }

    // The unlawful way: refused by whoever signs, by the server and by the tablet; the draft is as it was.
    void anUpdateThatLosesAFieldIsTakenByNobody()
    {
        const auto before = draft();
        QVERIFY(before.has_value());
        const auto version = m_world->catalogue().version();
        auto shorter = std::string(kFirst);
        shorter.erase(shorter.find(",text,street"), std::string(",text,street,门前的路\n").size());
        number(shorter);
        for (auto& [file, text] : m_files)
            text = formimport::without(text, "street");
        QVERIFY(write(m_server->path("less")));
        QCOMPARE(
            m_server->signForms(m_server->path("less"), m_server->path("second.json"), m_server->path("less.json")), 3);
        const auto text = signedByHand(version + 1);
        QVERIFY(formimport::writeWhole(m_server->path("hand.json").toStdString(), text));
        QCOMPARE(m_server->publishForms(m_server->path("hand.json")), 3);
        const auto refused = m_world->tablet().keepForms(text);
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.find("the field is gone") != std::string::npos, refused.error().detail.c_str());
        QVERIFY(opensAgain());
        QCOMPARE(m_world->catalogue().version(), version);
        QCOMPARE(draft()->body, before->body);
        // An old document, and one that somebody changed.
        number(kFirst);
        QVERIFY(!m_world->tablet().keepForms(signedByHand(version - 1)));
        auto forged = signedByHand(version + 1);
        forged.replace(forged.find("几间房"), std::string("几间房").size(), "几口人");
        QVERIFY(!m_world->tablet().keepForms(forged));
        QVERIFY(!m_world->tablet().keepForms("nonsense"));
        // The page of the records says that the old ones go on.
        auto& sync = *m_world->session().sync();
        sync.setOnline(true);
        emit m_world->tablet().desk()->driver().formsReceived(forged);
        sync.refresh();
        QVERIFY(sync.fault() == ui::Fault::badForms);
        QCOMPARE(sync.stuckLine(), ui::explain(ui::Fault::badForms).sentence);
        QVERIFY(sync.stuckAction().isEmpty()); // nothing to press
    }

    // The store of the unlock page was begun anew, so the form is gone until the next sync: the draft says so and waits.
    void aDraftWhoseFormIsMissingWaits()
    {
        const auto before = draft();
        m_world->session().lock();
        QVERIFY(m_world->restartWithoutTabletStore());
        QVERIFY(m_world->unlocks(kPassphrase));
        auto& session = m_world->session();
        QVERIFY(housing() == nullptr);
        QCOMPARE(draft()->body, before->body);
        session.goDraft(*draft()); // says that a newer version is needed, and opens nothing
        QVERIFY(session.page() != ui::Session::Form);
        QVERIFY(!session.toastText().isEmpty());
        session.goFamily(m_family);
        bool said = false;
        auto* rows = session.family()->timeline();
        for (int row = 0; row < rows->count(); ++row)
            said = said || rows->value(row, "heading").toString().contains(QStringLiteral("写过的都留着"));
        QVERIFY(said);
        QVERIFY(syncs()); // the form comes again
        QVERIFY(opensAgain());
        QVERIFY(housing() != nullptr);
        QCOMPARE(draft()->body, before->body);
    }

    void whatWasWrittenReachesTheProvince()
    {
        auto& session = m_world->session();
        session.goDraft(*draft());
        session.form()->commit();
        QVERIFY(!session.form()->isOpen());
        const auto view = must(store().view(m_draft));
        const auto* street = view.find({field("street"), {}});
        QVERIFY(street != nullptr);
        QCOMPARE(street->value.asText().value_or(""), kWords);
        QVERIFY(!draft().has_value());
        QTRY_COMPARE_WITH_TIMEOUT(must(store().counts()).waiting, std::uint64_t{0}, kPatience);
        QCOMPARE(m_server->status().value(QStringLiteral("quarantine")).toArray().size(), 0);
        QCOMPARE(m_server->status().value(QStringLiteral("catalogue")).toInt(),
                 static_cast<int>(m_world->catalogue().version()));
    }
};

QTEST_MAIN(FormsJourney)
#include "tst_forms_journey.moc"
