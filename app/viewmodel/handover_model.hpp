// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/handover.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <QtQmlIntegration>

#include <memory>
#include <set>

namespace lianxin::ui {

// Somebody goes, somebody comes: whose families, which of them, to whom, and a word for the one who comes. Says what is still open.
class HandoverModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString leadText READ leadText NOTIFY changed)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
    Q_PROPERTY(QString openText READ openText NOTIFY changed)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY noteChanged)
    Q_PROPERTY(QString handLabel READ handLabel NOTIFY changed)
    Q_PROPERTY(bool canHand READ canHand NOTIFY changed)
    Q_PROPERTY(QString movingText READ movingText NOTIFY changed)
    Q_PROPERTY(QString movePlace READ movePlace WRITE setMovePlace NOTIFY moveChanged)
    Q_PROPERTY(QString moveAddress READ moveAddress WRITE setMoveAddress NOTIFY moveChanged)
    Q_PROPERTY(bool canMove READ canMove NOTIFY moveChanged)
    Q_PROPERTY(QString moveLine READ moveLine NOTIFY moveChanged)
    Q_PROPERTY(QString moveLabel READ moveLabel NOTIFY moveChanged)
    Q_PROPERTY(QAbstractItemModel* places READ places CONSTANT)
    Q_PROPERTY(QAbstractItemModel* leaving READ leaving CONSTANT)
    Q_PROPERTY(QAbstractItemModel* families READ families CONSTANT)
    Q_PROPERTY(QAbstractItemModel* coming READ coming CONSTANT)
public:
    HandoverModel(FamilyBook& book, Navigator& navigator, QObject* parent = nullptr);

    [[nodiscard]] bool mayHand() const; // this person may end and begin assignments of others
    [[nodiscard]] QString leadText() const;
    [[nodiscard]] QString emptyText() const
    {
        return m_leaving.count() == 0 ? tr("Nobody is a contact yet") : QString();
    }
    [[nodiscard]] QString openText() const { return m_open; } // duties and drafts that wait at the chosen families
    [[nodiscard]] const QString& note() const { return m_note; }
    void setNote(const QString& note);
    [[nodiscard]] QString handLabel() const;
    [[nodiscard]] bool canHand() const { return !m_from.isNil() && !m_to.isNil() && !m_chosen.empty(); }
    // A family that moves: its new place and address are noted here, and its file goes along where that is another village: with it whoever reads
    // and looks after it. What that means for this person is said before they press.
    [[nodiscard]] QString movingText() const;
    [[nodiscard]] const QString& movePlace() const { return m_movePlace; }
    void setMovePlace(const QString& typed);
    [[nodiscard]] const QString& moveAddress() const { return m_moveAddress; }
    void setMoveAddress(const QString& address);
    [[nodiscard]] bool canMove() const
    {
        return m_chosen.size() == 1 && !m_moveCode.empty() && !m_moveAddress.trimmed().isEmpty();
    }
    [[nodiscard]] QString moveLine() const;
    [[nodiscard]] QString moveLabel() const;
    [[nodiscard]] RowsModel* places() { return &m_places; }
    [[nodiscard]] RowsModel* leaving() { return &m_leaving; }
    [[nodiscard]] RowsModel* families() { return &m_families; }
    [[nodiscard]] RowsModel* coming() { return &m_coming; }

    void begin(RecordId household); // of this family alone, from its main contact
    Q_INVOKABLE void chooseLeaving(const QString& userId);
    Q_INVOKABLE void chooseComing(const QString& userId);
    Q_INVOKABLE void toggle(const QString& familyId);
    Q_INVOKABLE void choosePlace(const QString& code);
    Q_INVOKABLE void move();
    Q_INVOKABLE void hand();
    void refresh();

signals:
    void changed();
    void noteChanged();
    void moveChanged();
    void committed(lianxin::RecordId record, quint64 number);

private:
    void render();
    void renderOpen();
    void renderPlaces();
    void forgetMove();

    FamilyBook& m_book;
    Desk& m_desk;
    Navigator& m_navigator;
    std::vector<Carer> m_carers;
    UserId m_from, m_to;
    std::set<RecordId> m_chosen;
    QString m_note, m_open;
    QString m_movePlace, m_moveAddress;                       // as typed
    std::string m_moveCode;                                   // of the place that was chosen
    [[nodiscard]] std::optional<PartitionId> newHome() const; // none: the file stays where it is
    [[nodiscard]] bool isMine(const PartitionId& partition) const;
    RowsModel m_places, m_leaving, m_families, m_coming;
};

} // namespace lianxin::ui
