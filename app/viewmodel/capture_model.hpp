// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hands/code_text.hpp"
#include "app/hands/ink.hpp"
#include "app/hands/keeping.hpp"
#include "app/hands/picture.hpp"
#include "app/hands/voice.hpp"
#include "app/viewmodel/desk.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <QtQmlIntegration>

namespace lianxin::ui {

// What a person's hands make beside typing: a picture, a voice memo, a signature, a place, a scanned code. It lies over whichever page asked; nothing
// starts before a touch, everything can be left without a word, and nothing is kept before it was looked at or listened to.
class CaptureModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString sayText READ sayText NOTIFY changed) // what to ask the family first, in so many words
    Q_PROPERTY(QString troubleText READ troubleText NOTIFY changed)
    Q_PROPERTY(bool hasCamera READ hasCamera NOTIFY changed)
    Q_PROPERTY(QVariant view READ view NOTIFY viewChanged) // what the camera sees
    Q_PROPERTY(QVariant picture READ shownPicture NOTIFY changed)
    Q_PROPERTY(QVariant ink READ ink NOTIFY inkChanged)
    Q_PROPERTY(bool hasInk READ hasInk NOTIFY inkChanged)
    Q_PROPERTY(QAbstractItemModel* album READ album CONSTANT)
    Q_PROPERTY(QString questionText READ questionText NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* answers READ answers CONSTANT)
    Q_PROPERTY(QString consentText READ consentText NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* consents READ consents CONSTANT)
    Q_PROPERTY(bool asksConsent READ asksConsent NOTIFY changed)
    Q_PROPERTY(bool asksWitnesses READ asksWitnesses NOTIFY changed)
    Q_PROPERTY(QString witnesses READ witnesses NOTIFY changed)
    Q_PROPERTY(QString caption READ caption NOTIFY changed)
    Q_PROPERTY(bool recording READ isRecording NOTIFY changed)
    Q_PROPERTY(bool playing READ isPlaying NOTIFY changed)
    Q_PROPERTY(QString timeText READ timeText NOTIFY soundChanged)
    Q_PROPERTY(int loudness READ loudness NOTIFY soundChanged)
    Q_PROPERTY(bool waiting READ isWaiting NOTIFY changed)
    Q_PROPERTY(QString placeText READ placeText NOTIFY changed)
    Q_PROPERTY(QString lineText READ lineText NOTIFY changed)       // of what is looked at: when, by whom
    Q_PROPERTY(QString sharingText READ sharingText NOTIFY changed) // and whether it leaves this tablet
    Q_PROPERTY(bool canKeep READ canKeep NOTIFY changed)
    Q_PROPERTY(QString keepLabel READ keepLabel NOTIFY changed)
public:
    enum Step { Closed, Camera, Album, Check, Voice, Sign, Place, Scan, Look };
    Q_ENUM(Step)

    explicit CaptureModel(Desk& desk, QObject* parent = nullptr);
    ~CaptureModel() override;

    // Without hands (a server's test, a page in the gallery) nothing opens.
    void begin(HandWish wish, HandDone done);
    void look(RecordId attachment, const FieldValues& values, bool isNew);
    void close(); // whatever was going on is let go

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] QString heading() const;
    [[nodiscard]] QString sayText() const;
    [[nodiscard]] QString troubleText() const { return m_trouble; }
    [[nodiscard]] bool hasCamera() const { return m_hasCamera; }
    [[nodiscard]] QVariant view() const { return QVariant::fromValue(m_view); }
    [[nodiscard]] QVariant shownPicture() const { return QVariant::fromValue(m_shown); }
    [[nodiscard]] QVariant ink() const;
    [[nodiscard]] bool hasInk() const { return !m_ink.isEmpty(); }
    [[nodiscard]] RowsModel* album() { return &m_album; }
    [[nodiscard]] QString questionText() const;
    [[nodiscard]] RowsModel* answers() { return &m_answers; }
    [[nodiscard]] QString consentText() const { return m_consentText; }
    [[nodiscard]] RowsModel* consents() { return &m_consents; }
    [[nodiscard]] bool asksConsent() const { return m_consents.count() > 0; }
    [[nodiscard]] bool asksWitnesses() const;
    [[nodiscard]] QString witnesses() const { return m_witnesses; }
    [[nodiscard]] QString caption() const { return m_caption; }
    [[nodiscard]] bool isRecording() const { return m_recording; }
    [[nodiscard]] bool isPlaying() const { return m_playing; }
    [[nodiscard]] QString timeText() const;
    [[nodiscard]] int loudness() const { return m_encoder != nullptr ? m_encoder->loudness() : 0; }
    [[nodiscard]] bool isWaiting() const { return m_waiting; }
    [[nodiscard]] QString placeText() const { return m_placeText; }
    [[nodiscard]] QString lineText() const { return m_line; }
    [[nodiscard]] QString sharingText() const { return m_sharing; }
    [[nodiscard]] bool canKeep() const;
    [[nodiscard]] QString keepLabel() const;

    Q_INVOKABLE void shoot();
    Q_INVOKABLE void openAlbum();
    Q_INVOKABLE void pick(const QString& entryId);
    Q_INVOKABLE void again(); // another picture, another try of the memo or the place
    Q_INVOKABLE void answer(int code);
    Q_INVOKABLE void agree(int way);
    Q_INVOKABLE void setWitnesses(const QString& names);
    Q_INVOKABLE void setCaption(const QString& words);
    Q_INVOKABLE void toggleRecording();
    Q_INVOKABLE void togglePlaying();
    Q_INVOKABLE void press(double x, double y); // on the pad, 0 to 1
    Q_INVOKABLE void draw(double x, double y);
    Q_INVOKABLE void wipe();
    Q_INVOKABLE void askPlace();
    Q_INVOKABLE void keep();
    Q_INVOKABLE void back();

signals:
    void changed();
    void viewChanged();
    void inkChanged();
    void soundChanged();

private:
    [[nodiscard]] platform::Hands& hands() const { return *m_desk.shelf().hands; }
    void turnTo(Step step);
    void openCamera(Step step);
    void frame(const QImage& picture);
    void stopAll();
    void prepared(Result<hands::Picture> picture);
    void refreshQuestions();
    [[nodiscard]] hands::AttachmentFacts facts() const;
    void keepMade();
    void keepSignature();
    void finishMemo();
    void scanned(const QImage& picture);
    [[nodiscard]] bool hangsOnFamily() const;
    void lookAgain(const std::set<RecordId>& records);

    Desk& m_desk;
    Step m_step{Closed};
    HandWish m_wish;
    HandDone m_done;
    QString m_trouble;
    bool m_hasCamera{false};
    QImage m_view, m_shown;
    hands::Picture m_picture;
    hands::Ink m_ink;
    RowsModel m_album, m_answers, m_consents;
    std::int64_t m_answer{0};
    int m_way{0};        // how the family said yes: code of consent_method, 0 not asked yet
    bool m_known{false}; // a yes is there already
    QString m_consentText, m_witnesses, m_caption;
    std::optional<hands::Made> m_signature;
    std::unique_ptr<hands::VoiceEncoder> m_encoder;
    std::string m_memo;
    int m_seconds{0};
    bool m_recording{false}, m_playing{false}, m_waiting{false};
    std::optional<platform::Place> m_place;
    QString m_placeText, m_line, m_sharing;
    RecordId m_lookedAt;
};

} // namespace lianxin::ui
