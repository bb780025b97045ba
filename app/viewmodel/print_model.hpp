// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/print_sheet.hpp"
#include "app/viewmodel/received_model.hpp"

#include <QtQmlIntegration>

namespace lianxin::ui {

// Paper: a record or a service slip as a PDF where people find their papers. On this tablet it lies open then, so whoever asked is told so, and the
// audit has a line; the name of the file names nobody.
class PrintModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
public:
    // `rules`: the text of assets/forms/print.json; empty: nothing is printed here. `folder`: where the papers go.
    PrintModel(Desk& desk, Navigator& navigator, std::string rules, QString folder, QObject* parent = nullptr);

    Q_INVOKABLE [[nodiscard]] bool canPrint(const QString& recordId) const;
    Q_INVOKABLE [[nodiscard]] bool canSlip(const QString& recordId) const;
    Q_INVOKABLE void printRecord(const QString& recordId);
    Q_INVOKABLE void printSlip(const QString& recordId);
    Q_INVOKABLE void printReceived(ReceivedModel* received); // what came in today, by village

private:
    void write(const std::string& what, const Result<QString>& sheet); // `what`: for the audit
    [[nodiscard]] RecordId serviceOf(RecordId record) const; // of a family its newest service; else the record itself

    Desk& m_desk;
    Navigator& m_navigator;
    std::string m_text;
    QString m_folder;
};

// A4, Chinese fonts; the path of what was written.
[[nodiscard]] Result<QString> writePdf(const QString& html, const QString& folder, const QString& name);

} // namespace lianxin::ui
