// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/duty_book.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/rows_model.hpp"
#include "app/viewmodel/task_words.hpp"

#include <QtQmlIntegration>

namespace lianxin::ui {

[[nodiscard]] Roles cardRoles();
// A family as a card, with the tasks that speak for it (may be none).
[[nodiscard]] Row cardOf(const FamilyBook& book, const FamilySummary& summary, const std::vector<duty::Task>& tasks,
                         bool isFirst);

// 今天: whom to see and why.
class TodayModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString dateText READ dateText NOTIFY changed)
    Q_PROPERTY(QString greeting READ greeting NOTIFY changed)
    Q_PROPERTY(Layout layout READ layout NOTIFY changed)
    Q_PROPERTY(QString syncText READ syncText NOTIFY changed)
    Q_PROPERTY(QString syncIcon READ syncIcon NOTIFY changed)
    Q_PROPERTY(QString aheadText READ aheadText NOTIFY changed)
    Q_PROPERTY(QString lookText READ lookText NOTIFY changed)
    Q_PROPERTY(QString draftText READ draftText NOTIFY changed)
    Q_PROPERTY(QString readingText READ readingText NOTIFY changed)
    Q_PROPERTY(int percentRead READ percentRead NOTIFY changed)
    Q_PROPERTY(QString moreText READ moreText NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* cards READ cards CONSTANT)
    Q_PROPERTY(QAbstractItemModel* quickCalls READ quickCalls CONSTANT)
    Q_PROPERTY(QAbstractItemModel* followUps READ followUps CONSTANT)
public:
    enum Layout { Empty, Cards, Rows, Reading }; // Reading: of very many families, for the first time since the unlock
    Q_ENUM(Layout)

    TodayModel(FamilyBook& book, Navigator& navigator, QObject* parent = nullptr);

    [[nodiscard]] QString dateText() const;
    [[nodiscard]] QString greeting() const;
    [[nodiscard]] Layout layout() const;
    [[nodiscard]] QString syncText() const { return m_syncText; }
    [[nodiscard]] QString syncIcon() const { return m_syncIcon; }
    [[nodiscard]] QString aheadText() const { return m_aheadText; }
    [[nodiscard]] QString lookText() const { return m_lookText; }
    [[nodiscard]] QString draftText() const { return {}; }
    [[nodiscard]] QString readingText() const;
    [[nodiscard]] int percentRead() const { return m_duties.percentRead(); }
    // Families that come after those on the page; empty: nobody.
    [[nodiscard]] QString moreText() const;
    [[nodiscard]] RowsModel* cards() { return &m_cards; }
    [[nodiscard]] RowsModel* quickCalls() { return &m_quickCalls; }
    [[nodiscard]] RowsModel* followUps() { return &m_followUps; }
    [[nodiscard]] const duty::Duty& duty() const { return m_duties.duty(); }

    Q_INVOKABLE void showMore();
    Q_INVOKABLE void act(const QString& familyId);
    Q_INVOKABLE void open(const QString& familyId);
    Q_INVOKABLE void call(const QString& familyId);
    Q_INVOKABLE void explain(const QString& familyId); // the first thing that can be explained
    Q_INVOKABLE void openFollowUp(const QString& followId);

    void refreshNow() { m_duties.refresh(); } // also what a person sees after midnight

signals:
    void changed();

private:
    void render();
    void refreshCards();
    void refreshCalls();
    void refreshFollowUps();
    void refreshLines();
    [[nodiscard]] std::vector<duty::Task> tasksOf(RecordId household) const;
    [[nodiscard]] std::vector<RecordId> families() const; // with something to do, the most pressing first

    FamilyBook& m_book;
    Desk& m_desk;
    Navigator& m_navigator;
    RowsModel m_cards;
    RowsModel m_quickCalls;
    RowsModel m_followUps;
    DutyBook m_duties;
    std::size_t m_most;      // families on the page at most
    std::size_t m_beyond{0}; // families that come after them
    QString m_syncText;
    QString m_syncIcon;
    QString m_aheadText;
    QString m_lookText;
};

} // namespace lianxin::ui
