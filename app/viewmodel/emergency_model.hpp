// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/attachment_rows.hpp"
#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <QTimer>
#include <QtQmlIntegration>

namespace lianxin::ui {

// One urgent matter: since when, what was done, what is still to do. Late entry is no fault and nothing turns red.
class EmergencyModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString line READ line NOTIFY changed)
    Q_PROPERTY(QString initial READ initial NOTIFY changed)
    Q_PROPERTY(int tint READ tint NOTIFY changed)
    Q_PROPERTY(QString elapsedLabel READ elapsedLabel NOTIFY changed)
    Q_PROPERTY(QString elapsedText READ elapsedText NOTIFY changed)
    Q_PROPERTY(QString dutyPhoneText READ dutyPhoneText NOTIFY changed)
    Q_PROPERTY(bool canWrite READ canWrite NOTIFY changed)
    Q_PROPERTY(bool canApprove READ canApprove NOTIFY changed)
    Q_PROPERTY(QString noteText READ noteText NOTIFY changed)
    Q_PROPERTY(QString revisitText READ revisitText NOTIFY changed)
    Q_PROPERTY(QString aidAmountText READ aidAmountText NOTIFY changed)
    Q_PROPERTY(QString aidLine READ aidLine NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* points READ points CONSTANT)
    Q_PROPERTY(QAbstractItemModel* checks READ checks CONSTANT)
    Q_PROPERTY(QAbstractItemModel* steps READ steps CONSTANT)
    Q_PROPERTY(QAbstractItemModel* aidSteps READ aidSteps CONSTANT)
    Q_PROPERTY(QAbstractItemModel* pictures READ pictures CONSTANT)
public:
    EmergencyModel(FamilyBook& book, Navigator& navigator, QObject* parent = nullptr);
    void show(RecordId emergency);
    [[nodiscard]] RecordId household() const { return m_household; }

    [[nodiscard]] QString heading() const { return m_heading; }
    [[nodiscard]] QString line() const { return m_line; }
    [[nodiscard]] QString initial() const { return m_initial; }
    [[nodiscard]] int tint() const { return m_tint; }
    [[nodiscard]] QString elapsedLabel() const { return tr("Since we knew"); }
    [[nodiscard]] QString elapsedText() const;
    [[nodiscard]] QString dutyPhoneText() const { return m_dutyPhone; }
    [[nodiscard]] bool canWrite() const { return m_canWrite; }
    [[nodiscard]] bool canApprove() const; // an opinion on the money may be noted
    [[nodiscard]] QString noteText() const { return tr("Act now, papers in 5 working days"); }
    [[nodiscard]] QString revisitText() const { return m_revisit; }
    [[nodiscard]] QString aidAmountText() const { return m_aidAmount; }
    [[nodiscard]] QString aidLine() const { return m_aidLine; }
    [[nodiscard]] RowsModel* points() { return &m_points; }
    [[nodiscard]] RowsModel* checks() { return &m_checks; }
    [[nodiscard]] RowsModel* steps() { return &m_steps; }
    [[nodiscard]] RowsModel* aidSteps() { return &m_aidSteps; }
    [[nodiscard]] RowsModel* pictures() { return &m_pictures; }

    Q_INVOKABLE void tapPoint(const QString& pointId);
    Q_INVOKABLE void toggleCheck(const QString& checkId);
    Q_INVOKABLE void addCheck(const QString& text);
    Q_INVOKABLE void noteStep();
    Q_INVOKABLE void noteApproval();
    Q_INVOKABLE void callDuty();
    Q_INVOKABLE void edit();
    Q_INVOKABLE void openAttachment(const QString& id) { showAttachment(m_desk, m_navigator, id); }

    void refresh();

signals:
    void changed();
    void committed(lianxin::RecordId record, std::uint64_t number);

private:
    void commit(forms::RecordEditor& editor, const QString& said);
    void refreshPoints(const forms::RecordFields& fields);
    [[nodiscard]] Rows todoRows(const forms::RecordFields& fields, const store::RecordView& view) const;
    void refreshPictures(const store::RecordView& view);
    void refreshSteps(const std::vector<store::RecordView>& children);

    FamilyBook& m_book;
    Desk& m_desk;
    Navigator& m_navigator;
    RecordId m_id;
    RecordId m_household;
    PartitionId m_partition;
    Millis m_known{0};
    QString m_heading, m_line, m_initial, m_dutyPhone, m_revisit, m_aidAmount, m_aidLine;
    int m_tint{0};
    bool m_canWrite{false};
    RowsModel m_points, m_checks, m_steps, m_aidSteps, m_pictures;
    QTimer m_minute;
};

} // namespace lianxin::ui
