// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/rows_model.hpp"
#include "app/viewmodel/scale_reading.hpp"

#include <QtQmlIntegration>

namespace lianxin::ui {

// The page of a scale, from choosing one to what the counsellor makes of it. While it is in the person's hands nothing of what they
// said, and nothing of anybody else, can be reached from it: the second unlock is dropped before the first line.
class ScaleModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString subheading READ subheading NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* choices READ choices CONSTANT)
    Q_PROPERTY(int position READ position NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString stemText READ stemText NOTIFY changed)
    Q_PROPERTY(QString itemText READ itemText NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* answers READ answers CONSTANT)
    Q_PROPERTY(bool declined READ declined NOTIFY changed)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed)
    Q_PROPERTY(bool staysToTalk READ staysToTalk NOTIFY changed)
    Q_PROPERTY(QString handBackText READ handBackText NOTIFY changed)
    Q_PROPERTY(QString scoreText READ scoreText NOTIFY changed)
    Q_PROPERTY(QString scoreNote READ scoreNote NOTIFY changed)
    Q_PROPERTY(QString scoreTrouble READ scoreTrouble NOTIFY changed)
    Q_PROPERTY(QString licenceText READ licenceText NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* bands READ bands CONSTANT)
    Q_PROPERTY(QAbstractItemModel* checks READ checks CONSTANT)
    Q_PROPERTY(bool canKeepScore READ canKeepScore NOTIFY changed)
    Q_PROPERTY(QString totalText READ totalText NOTIFY changed)
    Q_PROPERTY(QString totalLine READ totalLine NOTIFY changed)
    Q_PROPERTY(QString bandText READ bandText NOTIFY changed)
    Q_PROPERTY(QString nextText READ nextText NOTIFY changed)
    Q_PROPERTY(QString safetyText READ safetyText NOTIFY changed)
    Q_PROPERTY(bool safetyDue READ safetyDue NOTIFY changed)
    Q_PROPERTY(QString profileText READ profileText NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* resultRows READ resultRows CONSTANT)
public:
    enum Step { Closed, Choose, Consent, Item, Thanks, Score, Found };
    Q_ENUM(Step)

    ScaleModel(FamilyBook& book, Navigator& navigator, QObject* parent = nullptr);

    // A counsellor chooses; a village worker has the two spoken questions, after consent.
    [[nodiscard]] Result<void> choose(const ScaleWish& wish);
    [[nodiscard]] Result<void> resume(const store::Draft& draft);
    [[nodiscard]] Result<void> showResult(RecordId record); // only after the second unlock
    void close();
    void back(); // Esc and the system's back; never out of the person's hands
    void refresh();
    [[nodiscard]] bool isConfidential() const { return m_step == Score || m_step == Found; }
    [[nodiscard]] RecordId household() const { return m_wish.household; }

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] QString heading() const;
    [[nodiscard]] QString subheading() const;
    [[nodiscard]] RowsModel* choices() { return &m_choices; }
    [[nodiscard]] int position() const { return m_reading ? static_cast<int>(m_reading->position()) + 1 : 0; }
    [[nodiscard]] int count() const { return m_reading ? static_cast<int>(m_reading->scale().items.size()) : 0; }
    [[nodiscard]] QString stemText() const;
    [[nodiscard]] QString itemText() const;
    [[nodiscard]] RowsModel* answers() { return &m_answers; }
    [[nodiscard]] bool declined() const { return m_reading && m_reading->said() == scales::kNotAnswered; }
    [[nodiscard]] bool canGoBack() const { return m_reading && m_reading->position() > 0; }
    [[nodiscard]] bool staysToTalk() const { return m_staysToTalk; }
    [[nodiscard]] QString handBackText() const;
    [[nodiscard]] QString scoreText() const { return m_score; }
    [[nodiscard]] QString scoreNote() const;
    [[nodiscard]] QString scoreTrouble() const;
    [[nodiscard]] QString licenceText() const;
    [[nodiscard]] RowsModel* bands() { return &m_bands; }
    [[nodiscard]] RowsModel* checks() { return &m_checks; }
    [[nodiscard]] bool canKeepScore() const;
    [[nodiscard]] QString totalText() const { return m_totalText; }
    [[nodiscard]] QString totalLine() const { return m_totalLine; }
    [[nodiscard]] QString bandText() const { return m_bandText; }
    [[nodiscard]] QString nextText() const { return m_nextText; }
    [[nodiscard]] QString safetyText() const { return m_safetyText; }
    [[nodiscard]] bool safetyDue() const { return m_safetyDue; }
    [[nodiscard]] QString profileText() const { return m_profileText; }
    [[nodiscard]] RowsModel* resultRows() { return &m_resultRows; }

    Q_INVOKABLE void take(int code); // a scale of the list
    Q_INVOKABLE void consent(bool willing);
    Q_INVOKABLE void answer(int value);
    Q_INVOKABLE void decline() { answer(scales::kNotAnswered); }
    Q_INVOKABLE void previous();
    Q_INVOKABLE void stopHere();
    Q_INVOKABLE void handBack();
    Q_INVOKABLE void typeScore(const QString& text);
    Q_INVOKABLE void chooseBand(int value);
    Q_INVOKABLE void check(int number, bool yes);
    Q_INVOKABLE void keepScore();
    Q_INVOKABLE void askSafety();
    Q_INVOKABLE void leave();

signals:
    void changed();
    void committed(lianxin::RecordId record, std::uint64_t number); // for the sync driver

private:
    void setStep(Step step);
    void finish();
    void sayNo();
    [[nodiscard]] std::optional<int> typedScore() const;
    [[nodiscard]] QString familyName() const;
    void showChoices();
    void showItem();
    void showScore();
    void readResult(const forms::RecordEditor& editor);
    void readAnswers(const scales::Scale& scale, const forms::FormState& form);
    void refreshSafety();

    FamilyBook& m_book;
    Desk& m_desk;
    Navigator& m_navigator;
    RowsModel m_choices, m_answers, m_bands, m_checks, m_resultRows;
    Step m_step{Closed};
    ScaleWish m_wish;
    std::optional<ScaleReading> m_reading;
    bool m_staysToTalk{false};
    QString m_score;
    std::map<std::uint32_t, bool> m_said; // checks of a gated scale
    RecordId m_record;                    // kept, or shown
    QString m_officialName, m_totalText, m_totalLine, m_bandText, m_nextText, m_safetyText, m_profileText, m_whenText;
    bool m_asksSafety{false};
    bool m_safetyDue{false};
    std::optional<store::Draft> m_questions;
};

} // namespace lianxin::ui
