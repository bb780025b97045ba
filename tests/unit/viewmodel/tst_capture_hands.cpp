// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_world.hpp"

using namespace lianxin;
using namespace lianxin::test;

// Voices, signatures, places and scanned cards over an open form.
class TestCaptureHands : public QObject, private CaptureWorld {
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

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
        const auto view = kept("attachment").front();
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
        m_hands->codes.setReads("LIANXIN:1:ABCDE");
        m_form->scan(number);
        m_hands->camera.show(test::scene(640, 480));
        QVERIFY(!m_steps->lastSaid.isEmpty()); // that is no card
        QCOMPARE(m_form->rows()->value(m_form->rows()->find(number), "value").toString(),
                 QStringLiteral("FJ-350128-000123"));
    }
};

QTEST_GUILESS_MAIN(TestCaptureHands)
#include "tst_capture_hands.moc"
