// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/intake.hpp"
#include "app/viewmodel/desk.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <QTimer>
#include <QtQmlIntegration>

#include <optional>

namespace lianxin::ui {

// A list of families from a spreadsheet, for the township: first what stands in it, row by row, then what is written. Nothing is written before
// a person said so, and nothing twice.
class IntakeModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(Show shown READ shown NOTIFY changed)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
    Q_PROPERTY(QString troubleText READ troubleText NOTIFY changed)
    Q_PROPERTY(QString sumText READ sumText NOTIFY changed)
    Q_PROPERTY(QString strangeText READ strangeText NOTIFY changed)
    Q_PROPERTY(QString takeLabel READ takeLabel NOTIFY changed)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
    Q_PROPERTY(bool canTake READ canTake NOTIFY changed)
    Q_PROPERTY(QString noFilesText READ noFilesText NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* files READ files CONSTANT)
    Q_PROPERTY(QAbstractItemModel* filters READ filters CONSTANT)
    Q_PROPERTY(QAbstractItemModel* rows READ rows CONSTANT)
public:
    enum Step { Choose, Look, Write, Done };
    Q_ENUM(Step)
    enum Show { ToLook, Fresh, Known, Staying };
    Q_ENUM(Show)

    // `rules`: the text of assets/forms/household_list.json; empty: no lists on this tablet. `folders`: where spreadsheets lie.
    IntakeModel(Desk& desk, Navigator& navigator, std::string rules, QStringList folders, QObject* parent = nullptr);

    [[nodiscard]] bool mayTake() const; // this person writes files of families for more than one village
    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] Show shown() const { return m_shown; }
    [[nodiscard]] QString fileName() const { return m_fileName; }
    [[nodiscard]] QString troubleText() const { return m_trouble; }
    [[nodiscard]] QString sumText() const { return m_sum; }
    [[nodiscard]] QString strangeText() const { return m_strange; } // columns that were not read
    [[nodiscard]] QString takeLabel() const { return m_takeLabel; }
    [[nodiscard]] QString emptyText() const { return m_rows.count() == 0 ? tr("No row here") : QString(); }
    [[nodiscard]] bool canTake() const { return m_step == Look && m_fresh > 0; }
    [[nodiscard]] QString noFilesText() const
    {
        return m_files.count() == 0 ? tr("No spreadsheet lies on this tablet yet") : QString();
    }
    [[nodiscard]] RowsModel* files() { return &m_files; }
    [[nodiscard]] RowsModel* filters() { return &m_filters; }
    [[nodiscard]] RowsModel* rows() { return &m_rows; }
    [[nodiscard]] const std::optional<intake::HouseholdList>& list() const { return m_list; }

    void refresh(); // which spreadsheets lie there now
    Q_INVOKABLE void lookAgain() { refresh(); }
    Q_INVOKABLE void read(const QString& path);
    Q_INVOKABLE void show(int which);
    Q_INVOKABLE void take();
    Q_INVOKABLE void stop();  // what is written stays; the same file says later what is missing
    Q_INVOKABLE void again(); // another file
    Q_INVOKABLE void goFamilies();

signals:
    void changed();
    void committed(lianxin::RecordId record, quint64 number);
    void familiesWanted();

private:
    [[nodiscard]] Result<intake::HouseholdList> listIn(const QByteArray& bytes) const;
    [[nodiscard]] std::vector<intake::Village> villages() const;
    void writeSome();
    void render();
    void renderRows();
    [[nodiscard]] bool belongs(const intake::ListRow& row, Show which) const;

    Desk& m_desk;
    Navigator& m_navigator;
    std::string m_rules;
    Step m_step{Choose};
    Show m_shown{ToLook};
    QString m_fileName, m_trouble, m_sum, m_strange, m_takeLabel;
    std::optional<intake::HouseholdList> m_list;
    std::optional<intake::Intake> m_intake;
    std::size_t m_fresh{0};
    QTimer m_writing;
    QStringList m_folders;
    RowsModel m_files, m_filters, m_rows;
};

// One sentence for a note of a row; what the person does about it is in it.
[[nodiscard]] QString listNoteSentence(const intake::CellNote& note);

} // namespace lianxin::ui
