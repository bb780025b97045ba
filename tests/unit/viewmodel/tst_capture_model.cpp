// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/capture_model.hpp"
#include "app/viewmodel/form_editor.hpp"
#include "app/viewmodel/timeline.hpp"
#include "platform/fake/fake_hands.hpp"
#include "sync/model/catalogue_values.hpp"
#include "tests/unit/forms/forms_world.hpp"
#include "tests/unit/hands/jpeg_maker.hpp"
#include "tests/unit/viewmodel/page_world.hpp"

#include <QDirIterator>
#include <QTest>

#include <cmath>

using namespace lianxin;
using ui::CaptureModel;

namespace {

// The session's part of it: hands lie over the form, the rest is noted.
class OverForm : public test::Steps {
public:
    CaptureModel* capture{nullptr};
    std::vector<Errc> told;
    QString lastSaid;
    void goHands(ui::HandWish wish, ui::HandDone done) override { capture->begin(std::move(wish), std::move(done)); }
    void goAttachment(RecordId id, const FieldValues& values, bool isNew) override { capture->look(id, values, isNew); }
    void say(const QString& text, std::function<void()> undo) override
    {
        lastSaid = text;
        takeBack = std::move(undo);
    }
    void tell(const Error& error) override { told.push_back(error.code); }
};

std::vector<std::int16_t> tone(double seconds)
{
    std::vector<std::int16_t> samples(static_cast<std::size_t>(seconds * platform::kSoundRate));
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = static_cast<std::int16_t>(6000 * std::sin(0.05 * static_cast<double>(i)));
    return samples;
}

class NoRoom : public store::SpareRoom {
public:
    bool give() override { return false; }
    bool isGiven() const override { return full; }
    bool full{false};
};

} // namespace

// A person's hands over an open form, with the shipped catalogue, real encrypted stores and made-up devices.
class TestCaptureModel : public QObject {
    Q_OBJECT

    std::unique_ptr<FormsWorld> m_world;
    QTemporaryDir m_folder;
    int m_count{0};
    NoRoom m_room;
    std::unique_ptr<platform::FakeHands> m_hands;
    std::unique_ptr<platform::Hands> m_ports;
    std::unique_ptr<store::BlobStore> m_blobs;
    duty::DutyRules m_duty;
    forms::RiskRules m_risk;
    std::unique_ptr<OverForm> m_steps;
    std::unique_ptr<ui::Desk> m_desk;
    std::unique_ptr<ui::FamilyBook> m_book;
    std::unique_ptr<CaptureModel> m_capture;
    std::unique_ptr<ui::FormEditor> m_form;

    [[nodiscard]] int key(const char* type, const char* field) const
    {
        return static_cast<int>(m_world->field(type, field));
    }
    void openForm(const char* type)
    {
        const auto begun = m_form->begin({m_world->type(type).number, m_world->household, m_world->village(), {}});
        QVERIFY2(begun.has_value(), begun ? "" : begun.error().detail.c_str());
        for (int i = 0; i < 3; ++i) // folded sections hold the row
            m_form->toggleSection(ui::kSectionKey + 1 + i);
    }
    void openVisit()
    {
        openForm("visit");
        m_form->toggle(key("visit", "mode"), 1);
        m_form->toggle(key("visit", "outcome"), 1);
    }
    [[nodiscard]] ui::RowsModel* pictures(const char* type, const char* field)
    {
        return m_form->rows()->nested(m_form->rows()->find(key(type, field)), "pictures");
    }
    [[nodiscard]] std::vector<store::RecordView> kept(const char* type) const
    {
        std::vector<store::RecordView> active;
        for (const auto& view : *m_world->store->children(m_world->household))
            if (view.type == m_world->type(type).number && view.life == store::Life::active)
                active.push_back(view);
        return active;
    }
    void settle() { QVERIFY(hands::Keeping(*m_world->catalogue, *m_world->store, *m_blobs).settleAll()); }
    [[nodiscard]] int going()
    {
        settle();
        return static_cast<int>(m_blobs->toSend(99)->size());
    }

private slots:
    void init()
    {
        ++m_count;
        m_room.full = false;
        m_world = std::make_unique<FormsWorld>();
        m_hands = std::make_unique<platform::FakeHands>();
        m_hands->camera.show(test::scene(2000, 1500));
        m_ports = std::make_unique<platform::Hands>(m_hands->ports());
        m_blobs = *store::BlobStore::open(m_folder.filePath(QString("%1.db").arg(m_count)).toStdString(), m_world->key,
                                          {m_world.get(), &m_room});
        m_steps = std::make_unique<OverForm>();
        ui::Shelf shelf{*m_world->catalogue, nullptr, m_duty, m_risk, *m_world, *m_world};
        shelf.hands = m_ports.get();
        m_desk = std::make_unique<ui::Desk>(shelf);
        m_book = std::make_unique<ui::FamilyBook>(*m_desk);
        m_capture = std::make_unique<CaptureModel>(*m_desk);
        m_steps->capture = m_capture.get();
        m_form = std::make_unique<ui::FormEditor>(*m_book, *m_steps);
        m_world->store->setChangeListener([this](const std::vector<RecordId>& ids) { m_desk->noteChanged(ids); });
        m_desk->open({m_world->store.get(), m_world->sealer.get(), m_world->worker, Role::VW, m_blobs.get()});
    }
    void cleanup()
    {
        m_world->store->setChangeListener({});
        m_form.reset();
        m_capture.reset();
        m_book.reset();
        m_desk.reset();
    }

    // From the row to the kept visit and its place in the family's line of time.
    void aPictureOnAVisit()
    {
        openVisit();
        const int row = m_form->rows()->find(key("visit", "attachments"));
        QVERIFY(row >= 0);
        QCOMPARE(m_form->rows()->value(row, "control").toString(), QStringLiteral("attach"));
        QCOMPARE(m_form->rows()->nested(row, "options")->count(), 2); // as the catalogue says: picture, voice
        QVERIFY(!m_hands->camera.isStarted());                        // nothing starts before a touch
        m_form->attach(key("visit", "attachments"), 1);
        QCOMPARE(m_capture->step(), CaptureModel::Camera);
        QVERIFY(m_hands->camera.isStarted());
        QVERIFY(!m_capture->sayText().isEmpty());
        m_capture->shoot();
        QCOMPARE(m_capture->step(), CaptureModel::Check);
        QVERIFY(!m_hands->camera.isStarted());
        QCOMPARE(m_capture->shownPicture().value<QImage>().size(), QSize(1600, 1200));
        QCOMPARE(m_capture->answers()->count(), 3);
        QVERIFY(!m_capture->asksConsent()); // nobody can be seen
        m_capture->keep();
        QCOMPARE(m_capture->step(), CaptureModel::Closed);
        QCOMPARE(pictures("visit", "attachments")->count(), 1);
        QVERIFY(!pictures("visit", "attachments")->value(0, "picture").value<QImage>().isNull());
        QVERIFY(m_world->store->drafts()->size() == 1); // stored at once
        m_form->commit();
        QCOMPARE(kept("attachment").size(), std::size_t{1});
        QCOMPARE(going(), 2);
        const auto family = m_book->family(m_world->household);
        const auto entries = ui::timelineOf(*m_book, family);
        QCOMPARE(entries.front().row.lists.value("pictures").size(), std::size_t{1});
    }

    void leftWithoutAWordNothingIsKept()
    {
        openVisit();
        m_form->attach(key("visit", "attachments"), 1);
        m_capture->shoot();
        m_capture->back(); // to the camera
        QCOMPARE(m_capture->step(), CaptureModel::Camera);
        m_capture->back();
        QCOMPARE(m_capture->step(), CaptureModel::Closed);
        QVERIFY(!m_hands->camera.isStarted());
        QVERIFY(m_blobs->unclaimed(m_world->time + 1)->empty());
        QCOMPARE(pictures("visit", "attachments")->count(), 0);
    }

    void withoutACameraThePicturesOfTheTabletAreShown()
    {
        m_hands->camera.show({});
        m_hands->album.put(
            "good.jpg", test::withSegments(test::fileOf(test::scene(900, 700)), test::exif::segment(6)).toStdString());
        m_hands->album.put("bad.jpg", "\xff\xd8\xff nothing");
        openVisit();
        m_form->attach(key("visit", "attachments"), 1);
        QCOMPARE(m_capture->step(), CaptureModel::Album);
        QCOMPARE(m_capture->album()->count(), 1); // what does not read is not offered
        m_capture->pick(QStringLiteral("bad.jpg"));
        QVERIFY(!m_capture->troubleText().isEmpty());
        m_capture->pick(QStringLiteral("good.jpg"));
        QCOMPARE(m_capture->step(), CaptureModel::Check);
        m_capture->keep();
        m_form->commit();
        const forms::RecordFields fields(m_world->type("attachment"), kept("attachment").front());
        const auto bytes = *m_blobs->bytes(*Hash::parse(fields.text("hash")));
        QVERIFY(bytes.find("Exif") == std::string::npos);
        QCOMPARE(fields.number("height").value_or(0), 900); // stands upright
    }

    // A face: asked in kind words; not asked, it is kept all the same, and stays.
    void aFaceWithoutAYesIsKeptAndStays()
    {
        openVisit();
        m_form->attach(key("visit", "attachments"), 1);
        m_capture->shoot();
        m_capture->answer(2);
        QVERIFY(m_capture->asksConsent());
        QVERIFY(!m_capture->consentText().isEmpty());
        QVERIFY(m_capture->canKeep());
        m_capture->keep();
        m_form->commit();
        QCOMPARE(kept("attachment").size(), std::size_t{1});
        QVERIFY(kept("consent").empty());
        QCOMPARE(going(), 0);
        const auto& view = kept("attachment").front();
        m_capture->look(view.record, fieldsOf(m_world->type("attachment"), view.values()), false);
        QVERIFY(!m_capture->sharingText().isEmpty());
        QVERIFY(!m_capture->shownPicture().value<QImage>().isNull());
    }

    void aFaceWithASignedYesGoes()
    {
        openVisit();
        m_form->attach(key("visit", "attachments"), 1);
        m_capture->shoot();
        m_capture->answer(2);
        m_capture->agree(1);
        QCOMPARE(m_capture->step(), CaptureModel::Sign);
        QVERIFY(!m_capture->canKeep());
        m_capture->press(0.1, 0.5);
        m_capture->keep(); // a dot is no name
        QCOMPARE(m_capture->step(), CaptureModel::Sign);
        for (int i = 0; i < 30; ++i)
            m_capture->draw(0.1 + 0.02 * i, 0.5 + (i % 2) * 0.2);
        m_capture->keep();
        QCOMPARE(m_capture->step(), CaptureModel::Check);
        m_capture->keep();
        m_form->commit();
        QCOMPARE(kept("consent").size(), std::size_t{1});
        QCOMPARE(kept("attachment").size(), std::size_t{2});
        QCOMPARE(going(), 3);
        // The next time nobody asks again.
        openVisit();
        m_form->attach(key("visit", "attachments"), 1);
        m_capture->shoot();
        m_capture->answer(2);
        QVERIFY(!m_capture->asksConsent());
        QVERIFY(!m_capture->consentText().isEmpty());
    }

    void aYesByWordNamesTheTwoPresent()
    {
        openVisit();
        m_form->attach(key("visit", "attachments"), 1);
        m_capture->shoot();
        m_capture->answer(2);
        m_capture->agree(3);
        QVERIFY(m_capture->asksWitnesses());
        QVERIFY(!m_capture->canKeep());
        m_capture->setWitnesses(QStringLiteral("two neighbours"));
        m_capture->keep();
        m_form->commit();
        const forms::RecordFields consent(m_world->type("consent"), kept("consent").front());
        QCOMPARE(QString::fromStdString(consent.text("witnesses")), QStringLiteral("two neighbours"));
        QCOMPARE(consent.number("method").value_or(0), 3);
    }

    // The microphone beside the sentence: a memo of the visit, listened to before it is kept.
    void aVoice()
    {
        openVisit();
        const int note = m_form->rows()->find(key("visit", "quick_note"));
        QVERIFY(m_form->rows()->value(note, "canSpeak").toBool());
        m_form->speak(key("visit", "quick_note"));
        QCOMPARE(m_capture->step(), CaptureModel::Voice);
        QVERIFY(!m_hands->microphone.isStarted());
        m_capture->toggleRecording();
        QVERIFY(m_capture->isRecording());
        m_hands->microphone.hear(tone(0.2));
        m_capture->toggleRecording();
        QVERIFY(!m_capture->canKeep() && !m_capture->troubleText().isEmpty()); // a slip of the finger
        m_capture->toggleRecording();
        m_hands->microphone.hear(tone(3.0));
        QVERIFY(m_capture->loudness() > 10);
        m_capture->toggleRecording();
        QVERIFY(!m_hands->microphone.isStarted());
        QCOMPARE(m_capture->answers()->count(), 2);
        m_capture->togglePlaying();
        QVERIFY(m_hands->loudspeaker.isPlaying());
        QVERIFY(m_hands->loudspeaker.played().size() > 2U * platform::kSoundRate);
        m_hands->loudspeaker.comeToTheEnd();
        QVERIFY(!m_capture->isPlaying());
        m_capture->keep();
        m_form->commit();
        const auto& view = kept("attachment").front();
        const forms::RecordFields fields(m_world->type("attachment"), view);
        QCOMPARE(fields.number("seconds").value_or(0), 3);
        QCOMPARE(going(), 1);
        m_capture->look(view.record, fields.values(), false);
        m_capture->togglePlaying();
        QVERIFY(m_hands->loudspeaker.isPlaying());
        m_desk->close(); // the lock
        QVERIFY(!m_hands->loudspeaker.isPlaying());
        QCOMPARE(m_capture->step(), CaptureModel::Closed);
    }

    void aSignatureOnAServiceSlip()
    {
        openForm("vol_service");
        m_form->toggle(key("vol_service", "service"), 1);
        m_form->attach(key("vol_service", "attachments"), 4);
        QCOMPARE(m_capture->step(), CaptureModel::Sign);
        m_capture->press(0.1, 0.5);
        for (int i = 0; i < 30; ++i)
            m_capture->draw(0.1 + 0.02 * i, 0.5 + (i % 3) * 0.1);
        m_capture->keep();
        QCOMPARE(pictures("vol_service", "attachments")->count(), 1);
        const auto id = pictures("vol_service", "attachments")->value(0, "attachmentId").toString();
        m_form->removeAttachment(key("vol_service", "attachments"), id);
        QCOMPARE(pictures("vol_service", "attachments")->count(), 0);
        m_steps->takeBack();
        QCOMPARE(pictures("vol_service", "attachments")->count(), 1);
        m_form->openAttachment(id);
        QCOMPARE(m_capture->step(), CaptureModel::Look);
        m_capture->close();
        m_form->commit();
        QCOMPARE(kept("attachment").size(), std::size_t{1});
        QCOMPARE(going(), 1);
    }

    // Nothing is asked before the touch, nothing is written before the button.
    void aPlaceByTouchAlone()
    {
        const auto begun = m_form->beginEdit(m_world->household);
        QVERIFY(begun.has_value());
        for (int i = 0; i < 8; ++i)
            m_form->toggleSection(ui::kSectionKey + 1 + i);
        const int place = key("household", "place");
        QVERIFY(m_form->rows()->find(place) >= 0);
        QCOMPARE(m_hands->place.asked(), 0);
        m_form->notePlace(place);
        QCOMPARE(m_hands->place.asked(), 1);
        QVERIFY(m_capture->isWaiting() && !m_capture->canKeep());
        m_hands->place.answer(fail(Errc::busy, "no sky"));
        QVERIFY(!m_capture->troubleText().isEmpty());
        m_capture->askPlace();
        m_hands->place.answer(platform::Place{2550316, 11978943, 12});
        QVERIFY(m_capture->placeText().contains(QStringLiteral("25.50316")));
        QVERIFY(m_form->editor()->form().value(static_cast<std::uint32_t>(place)).isNull());
        m_capture->keep();
        QCOMPARE(QString::fromStdString(m_form->editor()->form().value(static_cast<std::uint32_t>(place)).canonical()),
                 QStringLiteral("[2550316,11978943]"));
        QVERIFY(m_form->rows()
                    ->value(m_form->rows()->find(place), "value")
                    .toString()
                    .contains(QStringLiteral("119.78943")));
        m_form->clear(place);
        QVERIFY(m_form->editor()->form().value(static_cast<std::uint32_t>(place)).isNull());
        m_form->notePlace(place);
        m_capture->back();
        m_hands->place.answer(platform::Place{1, 1, 1}); // too late: whoever asked left
        QVERIFY(m_form->editor()->form().value(static_cast<std::uint32_t>(place)).isNull());
    }

    // The card's number is filled; the picture of the code is kept nowhere.
    void aCardIsScanned()
    {
        openForm("preferential_card");
        const int number = key("preferential_card", "card_no");
        QCOMPARE(m_form->rows()->value(m_form->rows()->find(number), "control").toString(), QStringLiteral("scan"));
        m_form->scan(number);
        QCOMPARE(m_capture->step(), CaptureModel::Scan);
        m_hands->codes.setReads("https://example.invalid/pay?to=1");
        m_hands->camera.show(test::scene(640, 480));
        QCOMPARE(m_capture->step(), CaptureModel::Scan);
        QVERIFY(!m_capture->troubleText().isEmpty());
        m_hands->codes.setReads("FJ-350128-000123");
        m_hands->camera.show(test::scene(640, 480));
        QCOMPARE(m_capture->step(), CaptureModel::Closed);
        QVERIFY(!m_hands->camera.isStarted());
        QCOMPARE(m_form->rows()->value(m_form->rows()->find(number), "value").toString(),
                 QStringLiteral("FJ-350128-000123"));
        QVERIFY(m_blobs->unclaimed(m_world->time + 1)->empty());
        m_form->scan(number);
        m_hands->codes.setReads("LIANXIN:1:ABCDE");
        m_hands->camera.show(test::scene(640, 480));
        QVERIFY(!m_steps->lastSaid.isEmpty()); // that is no card
        QCOMPARE(m_form->rows()->value(m_form->rows()->find(number), "value").toString(),
                 QStringLiteral("FJ-350128-000123"));
    }

    void aFullTabletKeepsTheWords()
    {
        openVisit();
        m_form->attach(key("visit", "attachments"), 1);
        m_capture->shoot();
        m_room.full = true;
        m_capture->keep();
        QVERIFY(!m_steps->lastSaid.isEmpty());
        QVERIFY(m_steps->told.empty());
        QCOMPARE(pictures("visit", "attachments")->count(), 0);
        m_form->commit();
        QCOMPARE(kept("visit").size(), std::size_t{1});
    }

    // What the lens saw and the voice said is nowhere in clear: not in the stores, their logs, nor the folder of temporary files.
    void nothingInClearAnywhere()
    {
        const QString before = QDir::tempPath();
        QStringList known = QDir(before).entryList(QDir::Files);
        openVisit();
        m_form->attach(key("visit", "attachments"), 1);
        m_capture->shoot();
        m_capture->keep();
        m_form->speak(0);
        m_capture->toggleRecording();
        m_hands->microphone.hear(tone(2.0));
        m_capture->toggleRecording();
        m_capture->keep();
        m_form->commit();
        QCOMPARE(kept("attachment").size(), std::size_t{2});
        int files = 0;
        for (const QString& folder : {m_folder.path(), QFileInfo(QString::fromStdString(m_world->dataFile())).path()}) {
            QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (all.hasNext()) {
                QFile file(all.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray bytes = file.readAll();
                ++files;
                for (const char* plain : {"JFIF", "OggS", "OpusHead", "Exif"})
                    QVERIFY2(!bytes.contains(plain), qPrintable(file.fileName()));
            }
        }
        QVERIFY(files >= 2);
        for (const auto& fresh : QDir(before).entryList(QDir::Files))
            QVERIFY2(known.contains(fresh) ||
                         !(fresh.endsWith(".jpg") || fresh.endsWith(".png") || fresh.endsWith(".wav")),
                     qPrintable(fresh));
    }

    void withoutHandsTheFormIsAsBefore()
    {
        m_desk->close();
        m_desk->open({m_world->store.get(), m_world->sealer.get(), m_world->worker, Role::VW, nullptr});
        openVisit();
        QCOMPARE(m_form->rows()->find(key("visit", "attachments")), -1);
        QVERIFY(!m_form->rows()->value(m_form->rows()->find(key("visit", "quick_note")), "canSpeak").toBool());
    }
};

QTEST_GUILESS_MAIN(TestCaptureModel)
#include "tst_capture_model.moc"
