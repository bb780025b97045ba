// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_world.hpp"

using namespace lianxin;
using namespace lianxin::test;

// Pictures over an open form: what is asked, what is kept, what goes and what stays.
class TestCaptureModel : public QObject, private CaptureWorld {
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

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
        const auto family = *m_book->load(m_world->household);
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
        const auto view = kept("attachment").front();
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
