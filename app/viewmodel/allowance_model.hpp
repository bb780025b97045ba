// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/allowance_facts.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <QTimer>
#include <QtQmlIntegration>

namespace lianxin::ui {

// What a family can expect, by the rules that hold today and on the days to come: the allowance for each person with what is still to be asked, and
// what else there is for such a family here. It helps to ask the right question and decides nothing; an amount that nobody published is not shown.
class AllowanceModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString line READ line NOTIFY changed)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
    Q_PROPERTY(QString raiseText READ raiseText NOTIFY changed)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* people READ people CONSTANT)
    Q_PROPERTY(QAbstractItemModel* benefits READ benefits CONSTANT)
public:
    AllowanceModel(FamilyBook& book, Navigator& navigator, QObject* parent = nullptr);

    void show(RecordId household);
    void refresh();

    [[nodiscard]] QString line() const { return m_line; }
    [[nodiscard]] QString stateText() const { return m_state; }
    [[nodiscard]] QString raiseText() const { return m_raise; }
    [[nodiscard]] QString emptyText() const { return m_empty; }
    [[nodiscard]] RowsModel* people() { return &m_people; }
    [[nodiscard]] RowsModel* benefits() { return &m_benefits; }

    Q_INVOKABLE void answer(const QString& personId, int item); // where what is not known yet is noted
    Q_INVOKABLE void openBenefit(const QString& benefitId);

signals:
    void changed();

private:
    void renderState(const forms::RecordFields& household, const PartitionId& where);
    [[nodiscard]] Row personRow(const AllowanceKnown& known, const duty::AllowanceRule& rule, bool included) const;
    [[nodiscard]] Rows itemRows(const AllowanceKnown& known, const duty::AllowanceOutlook& outlook,
                                const duty::AllowanceRule& rule) const;
    [[nodiscard]] QString nextText(const AllowanceKnown& known, const duty::AllowanceOutlook& outlook,
                                   const duty::AllowanceRule& rule) const;
    [[nodiscard]] QString itemLabel(duty::AllowanceItem item, const AllowanceKnown& known,
                                    const duty::AllowanceRule& rule) const;
    void renderBenefits(const Family& family, const forms::RecordFields& household);
    // The newest record of a benefit; of an insurance (policyKind > 0) one that is in force. Nil: none.
    [[nodiscard]] RecordId notedOf(const Family& family, const char* type, std::int64_t policyKind) const;

    FamilyBook& m_book;
    Desk& m_desk;
    Navigator& m_navigator;
    RecordId m_household;
    std::vector<AllowanceKnown> m_known;
    QString m_line, m_state, m_raise, m_empty;
    RowsModel m_people, m_benefits;
    QTimer m_later;
};

} // namespace lianxin::ui
