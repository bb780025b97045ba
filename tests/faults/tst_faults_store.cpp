// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_table.hpp"

#include "app/viewmodel/fault_log.hpp"
#include "app/viewmodel/form_editor.hpp"
#include "app/viewmodel/sentences.hpp"
#include "app/viewmodel/words.hpp"
#include "tests/unit/store/faulty_vfs.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

#include <QSignalSpy>
#include <QTest>

using namespace lianxin;
using namespace lianxin::test;

namespace {

// What the session's toast would say.
class Toast : public Steps {
public:
    std::optional<ui::Fault> fault;
    void tell(const Error& error) override { tellFault(ui::savingFault(error)); }
    void tellFault(ui::Fault told) override { fault = told; }
};

} // namespace

// A form over the real encrypted store, on a disk that is full, a medium that refuses, with what is not there or is another's.
class TstFaultsStore : public QObject, private LooksWorld {
    Q_OBJECT

    FaultTable m_table;
    Toast m_toast;
    std::unique_ptr<ui::FormEditor> m_form;

    void told(const char* name)
    {
        QCOMPARE(FaultTable::nameOf(m_toast.fault), QString::fromLatin1(name));
        const auto said = ui::explain(*m_toast.fault);
        QCOMPARE(said.sentence, m_table.zh(QString::fromLatin1(name)));
        const auto action = ui::actionName(said.action);
        QCOMPARE(QString::fromLatin1(action.data(), static_cast<qsizetype>(action.size())),
                 m_table.action(QString::fromLatin1(name)));
    }
    void told(const Result<void>& outcome, const char* name)
    {
        QVERIFY(!outcome);
        m_toast.tell(outcome.error());
        told(name);
    }
    void reopenFaulty()
    {
        m_desk->close();
        m_b->close();
        m_b->store = must(store::ReplicaStore::open(faulty::uri(m_b->file), m_b->key, m_b->ports()));
        openAs(Role::VW);
    }
    [[nodiscard]] int key(const char* field) const
    {
        const RecordType* visit = m_b->catalogue.type(std::string_view("visit"));
        return static_cast<int>(visit->field(std::string_view(field))->number);
    }
    void type(const QString& words)
    {
        m_form->edit(key("quick_note"), words);
        m_form->leave(key("quick_note"));
    }
    void writeVisit()
    {
        const RecordType* visit = m_b->catalogue.type(std::string_view("visit"));
        must(m_form->begin({visit->number, m_family, village(), {}}));
        m_form->toggle(key("mode"), 1);
        m_form->toggle(key("outcome"), 1);
    }

private slots:
    void initTestCase()
    {
        faulty::install();
        ui::loadWords(*QCoreApplication::instance(), QStringLiteral("zh_CN"));
    }
    void init()
    {
        setUp();
        openAs(Role::VW);
        m_toast.fault.reset();
        m_form = std::make_unique<ui::FormEditor>(*m_book, m_toast);
    }
    void cleanup()
    {
        faulty::setRoom(std::nullopt);
        faulty::disarm();
        m_form.reset();
        tearDown();
    }

    void aSaveOnAFullDisk()
    {
        reopenFaulty();
        writeVisit();
        faulty::setRoom(0);
        type(QString(400, QLatin1Char('x')));
        for (int i = 0; i < 40 && !m_toast.fault; ++i) // what is left of a page takes a few
            m_form->commit(), writeVisit();
        told("disk-full");
        faulty::setRoom(std::nullopt);
    }
    void aDraftOnAFullDisk()
    {
        reopenFaulty();
        writeVisit();
        faulty::setRoom(0);
        for (int i = 0; i < 400 && !m_toast.fault; ++i) {
            // While somebody types: the field still has the cursor.
            m_form->edit(key("quick_note"), QString(400 - i % 9, QLatin1Char('x')));
            std::ignore = m_b->store->putDraft({m_b->newId(), 14, m_family, m_family, {}, std::string(4000, 'x'), 1});
            (void)QTest::qWaitFor([&] { return m_toast.fault.has_value(); }, 500); // the draft's own timer
        }
        told("draft-no-room");
    }
    void aMediumThatRefuses()
    {
        reopenFaulty();
        writeVisit();
        faulty::arm(faulty::Fault::io, 1);
        m_form->commit();
        told("not-kept");
    }
    // A page of records in a file whose other pages read.
    void aRecordWhosePageIsDamaged()
    {
        std::vector<RecordId> families{m_family};
        for (int i = 0; i < 120; ++i)
            families.push_back(m_b->newId());
        for (const auto id : families)
            if (id != m_family)
                make(*m_b, "household", village(), {{"directions", Value::fromText(std::string(300, 'x'))}}, id);
        must(m_b->store->checkpoint());
        m_desk->close();
        m_b->close();
        QFile file(QString::fromStdString(m_b->file));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray whole = file.readAll();
        constexpr qsizetype kPage = 8192;
        RecordId unreadable;
        for (qsizetype at = whole.size() - kPage; at >= kPage && unreadable.isNil(); at -= kPage) {
            auto bytes = whole;
            bytes[at + 100] = static_cast<char>(bytes[at + 100] ^ 1);
            file.seek(0);
            file.write(bytes);
            file.flush();
            m_b->store = nullptr;
            auto opened = store::ReplicaStore::open(m_b->file, m_b->key, m_b->ports());
            if (!opened || !(*opened)->syncState())
                continue;
            for (const auto id : families)
                if (const auto view = (*opened)->view(id); !view && view.error().code == Errc::damaged)
                    unreadable = id;
            if (!unreadable.isNil())
                m_b->store = std::move(*opened);
        }
        QVERIFY(!unreadable.isNil());
        openAs(Role::VW);
        told(m_form->beginEdit(unreadable), "cannot-read");
    }
    void aRecordThatIsNotHere() { told(m_form->beginEdit(m_b->newId()), "not-here"); }
    void aRecordOfAnotherPerson()
    {
        const auto unit = make(*m_b, "org_unit", PartitionId::directory(), {{"name", Value::fromText("桥头村")}});
        told(m_form->beginEdit(unit), "not-yours");
    }
    void aDraftOfALaterForm()
    {
        const auto id = m_b->newId();
        told(m_form->resume({id, 9999, id, m_family, {}, "{}", 1}), "newer-record");
    }
    void aDraftThatDoesNotRead()
    {
        const auto id = m_b->newId();
        told(m_form->resume({id, m_b->catalogue.type(std::string_view("visit"))->number, id, m_family, {}, "{", 1}),
             "not-done");
    }

    void aLongTimeAway()
    {
        const auto state = must(m_b->store->syncState());
        QVERIFY(state.lastContact > 0);
        QVERIFY(ui::awaySentence(state.lastContact, state.lastContact + 29LL * 24 * 3600 * 1000).isEmpty());
        QCOMPARE(ui::awaySentence(state.lastContact, state.lastContact + 31LL * 24 * 3600 * 1000),
                 m_table.zh(QStringLiteral("long-away")));
        QVERIFY(ui::awaySentence(0, state.lastContact).isEmpty()); // never connected: nobody is away
    }

    // What was told is there for whoever helps, by name and time.
    void whatWasToldIsNoted()
    {
        for (int i = 0; i < 3; ++i) {
            ui::noteFault(*m_desk, ui::Fault::silent);
            m_b->clock.time += 60'000;
        }
        ui::noteFault(*m_desk, ui::Fault::busy);
        auto noted = ui::notedFaults(*m_desk);
        QCOMPARE(noted.size(), std::size_t{2});
        QCOMPARE(noted[0].name, std::string("busy"));
        QCOMPARE(noted[1].times, 3);
        for (int i = 0; i < 100; ++i)
            ui::noteFault(*m_desk, i % 2 == 0 ? ui::Fault::silent : ui::Fault::cut);
        QCOMPARE(ui::notedFaults(*m_desk).size(), ui::kNotedFaults);
    }
};

QTEST_MAIN(TstFaultsStore)
#include "tst_faults_store.moc"
