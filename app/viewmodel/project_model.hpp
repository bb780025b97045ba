// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/project_ladder.hpp"
#include "app/viewmodel/record_lines.hpp"
#include "app/viewmodel/state_steps.hpp"

#include <QTimer>
#include <QtQmlIntegration>

namespace lianxin::ui {

// Support of a family by a project: who and what, how far it has come, who goes on and what that still wants, the money. What may come next and
// what is asked for there is the catalogue's; this says it in words.
class ProjectModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString projectId READ projectId NOTIFY changed)
    Q_PROPERTY(QString initial READ initial NOTIFY changed)
    Q_PROPERTY(int tint READ tint NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString line READ line NOTIFY changed)
    Q_PROPERTY(QString purpose READ purpose NOTIFY changed)
    Q_PROPERTY(QString whoText READ whoText NOTIFY changed)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
    Q_PROPERTY(QString actionLabel READ actionLabel NOTIFY changed)
    Q_PROPERTY(QString repaidText READ repaidText NOTIFY changed)
    Q_PROPERTY(bool canEdit READ canEdit NOTIFY changed)
    Q_PROPERTY(bool canRepay READ canRepay NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* figures READ figures CONSTANT)
    Q_PROPERTY(QAbstractItemModel* ladder READ ladder CONSTANT)
    Q_PROPERTY(QAbstractItemModel* missing READ missing CONSTANT)
    Q_PROPERTY(QAbstractItemModel* others READ others CONSTANT)
    Q_PROPERTY(QAbstractItemModel* facts READ facts CONSTANT)
    Q_PROPERTY(QAbstractItemModel* repayments READ repayments CONSTANT)
public:
    ProjectModel(FamilyBook& book, Navigator& navigator, QObject* parent = nullptr);

    [[nodiscard]] QString projectId() const { return m_project.isNil() ? QString() : idText(m_project); }
    [[nodiscard]] QString initial() const { return m_initial; }
    [[nodiscard]] int tint() const { return m_tint; }
    [[nodiscard]] QString heading() const { return m_heading; }
    [[nodiscard]] QString line() const { return m_line; }
    [[nodiscard]] QString purpose() const { return m_purpose; }
    [[nodiscard]] QString whoText() const { return m_who; }
    [[nodiscard]] QString emptyText() const { return m_empty; }
    [[nodiscard]] QString actionLabel() const; // empty: nothing is this person's to do now
    [[nodiscard]] QString repaidText() const { return m_repaidText; }
    [[nodiscard]] bool canEdit() const { return m_canEdit; }
    [[nodiscard]] bool canRepay() const { return m_canRepay && !m_repayIsNext; } // beside the main action
    [[nodiscard]] RowsModel* figures() { return &m_figures; }
    [[nodiscard]] RowsModel* ladder() { return &m_ladder; }
    [[nodiscard]] RowsModel* missing() { return &m_missing; }
    [[nodiscard]] RowsModel* others() { return &m_others; }
    [[nodiscard]] RowsModel* facts() { return &m_facts; }
    [[nodiscard]] RowsModel* repayments() { return &m_repayments; }

    void show(RecordId project);
    Q_INVOKABLE void act(); // the page's one main action
    Q_INVOKABLE void take(int state);
    Q_INVOKABLE void fill(const QString& what); // one of the rows of `missing`
    Q_INVOKABLE void noteRepayment();
    Q_INVOKABLE void openRepayment(const QString& recordId) { m_navigator.goEdit(idOf(recordId)); }
    Q_INVOKABLE void openFamily() { m_navigator.goFamily(m_household); }
    Q_INVOKABLE void edit();

    void refresh();

signals:
    void changed();
    void committed(lianxin::RecordId record, quint64 number);

private:
    void clear();
    void readHead(const store::RecordView& view, const forms::RecordFields& fields);
    void readMoney(const store::RecordView& view, const forms::FormState& form, bool paysNow);
    void readWay(const store::RecordView& view, const Ladder& ladder);
    void showLadder(const Ladder& ladder);
    void readFacts(const forms::RecordFields& fields);

    FamilyBook& m_book;
    Desk& m_desk;
    Navigator& m_navigator;
    RecordId m_project, m_root, m_household;
    PartitionId m_partition;
    QString m_initial, m_heading, m_line, m_purpose, m_who, m_empty, m_repaidText, m_stepLabel;
    int m_tint{0};
    bool m_canEdit{false}, m_canRepay{false}, m_repayIsNext{false};
    std::int64_t m_step{0};    // the next state on the way that is this person's to take; 0: none
    std::int64_t m_opinion{0}; // the level whose opinion is still wanted where the project stands; 0: none
    std::int64_t m_left{0};    // fen that are not paid back yet
    RowsModel m_figures, m_ladder, m_missing, m_others, m_facts, m_repayments;
    QTimer m_later;
};

} // namespace lianxin::ui
