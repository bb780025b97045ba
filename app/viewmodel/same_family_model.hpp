// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pairs/join.hpp"
#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <QtQmlIntegration>

namespace lianxin::ui {

// Two files that may be of one family, side by side, and what people said about others. One question at a time; every answer can be taken
// back, and putting it off is an answer too.
class SameFamilyModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(bool hasPair READ hasPair NOTIFY changed)
    Q_PROPERTY(QString queueText READ queueText NOTIFY changed)
    Q_PROPERTY(QString reasonText READ reasonText NOTIFY changed)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* sides READ sides CONSTANT)
    Q_PROPERTY(QAbstractItemModel* decided READ decided CONSTANT)
public:
    explicit SameFamilyModel(FamilyBook& book, Navigator& navigator, QObject* parent = nullptr);

    [[nodiscard]] bool hasPair() const { return m_at < m_asked.size(); }
    [[nodiscard]] QString queueText() const;
    [[nodiscard]] QString reasonText() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] RowsModel* sides() { return &m_sides; }
    [[nodiscard]] RowsModel* decided() { return &m_decided; }

    Q_INVOKABLE void join();
    Q_INVOKABLE void apart();
    Q_INVOKABLE void later(); // the next pair; this one comes again next time
    Q_INVOKABLE void openSide(const QString& sideId);
    Q_INVOKABLE void takeBack(const QString& pairId); // of what was decided: take apart, or look again

    void refresh(); // looks for pairs anew

signals:
    void changed();
    void committed(lianxin::RecordId record, quint64 number);

private:
    using MakeEdit = Result<store::Edit> (*)(const store::ReplicaStore&, const Catalogue&, const pairs::FilePair&);
    bool save(MakeEdit make, const pairs::FilePair& pair);
    void decide(MakeEdit make, const QString& said);
    void show();
    [[nodiscard]] Row sideOf(RecordId household, RecordId member) const;
    [[nodiscard]] QString nameOf(RecordId household) const;

    FamilyBook& m_book;
    Desk& m_desk;
    Navigator& m_navigator;
    RowsModel m_sides;
    RowsModel m_decided;
    std::vector<pairs::Likeness> m_asked;
    std::vector<pairs::Note> m_notes;
    std::size_t m_at{0};
};

} // namespace lianxin::ui
