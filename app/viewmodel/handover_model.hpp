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
    [[nodiscard]] RowsModel* leaving() { return &m_leaving; }
    [[nodiscard]] RowsModel* families() { return &m_families; }
    [[nodiscard]] RowsModel* coming() { return &m_coming; }

    Q_INVOKABLE void chooseLeaving(const QString& userId);
    Q_INVOKABLE void chooseComing(const QString& userId);
    Q_INVOKABLE void toggle(const QString& familyId);
    Q_INVOKABLE void hand();
    void refresh();

signals:
    void changed();
    void noteChanged();
    void committed(lianxin::RecordId record, quint64 number);

private:
    void render();
    void renderOpen();

    FamilyBook& m_book;
    Desk& m_desk;
    Navigator& m_navigator;
    std::vector<Carer> m_carers;
    UserId m_from, m_to;
    std::set<RecordId> m_chosen;
    QString m_note, m_open;
    RowsModel m_leaving, m_families, m_coming;
};

} // namespace lianxin::ui
