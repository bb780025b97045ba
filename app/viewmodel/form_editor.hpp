// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/form_rows.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/safety_questions.hpp"

#include <QTimer>
#include <QtQmlIntegration>

#include <vector>

namespace lianxin::ui {

// The form of any record type; its rows come from the catalogue. Everything typed is in a durable draft at most half a second later
// (D19); the page closes only when the store has it.
class FormEditor : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString subheading READ subheading NOTIFY changed)
    Q_PROPERTY(QString initial READ initial NOTIFY changed)
    Q_PROPERTY(int tint READ tint NOTIFY changed)
    Q_PROPERTY(QString whenText READ whenText NOTIFY changed)
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed)
    Q_PROPERTY(QString footText READ footText NOTIFY changed)
    Q_PROPERTY(bool footReady READ footReady NOTIFY changed)
    Q_PROPERTY(QString footLine READ footLine NOTIFY changed)
    Q_PROPERTY(bool canCommit READ canCommit NOTIFY changed)
    Q_PROPERTY(QString commitLabel READ commitLabel NOTIFY changed)
    Q_PROPERTY(QString commitIcon READ commitIcon NOTIFY changed)
    Q_PROPERTY(bool canPutAside READ canPutAside NOTIFY changed)
    Q_PROPERTY(int columns READ columns NOTIFY changed)
    Q_PROPERTY(QString stepUpText READ stepUpText NOTIFY changed)
    Q_PROPERTY(QString readersText READ readersText NOTIFY changed)
    Q_PROPERTY(QString askedText READ askedText NOTIFY changed)
    Q_PROPERTY(bool isSealed READ isSealed NOTIFY changed)
    Q_PROPERTY(bool canReadScale READ canReadScale NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* rows READ rows CONSTANT)
    // Rows of a repeat: `inside` while one of them, or the list of all of them, stands in the place of the form.
    Q_PROPERTY(bool inside READ isInside NOTIFY changed)
    Q_PROPERTY(bool listOpen READ isListOpen NOTIFY changed)
    Q_PROPERTY(int itemPlace READ itemPlace NOTIFY changed) // the row of the list that should be in sight
    Q_PROPERTY(bool canRemove READ isRow NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* items READ items CONSTANT)
public:
    FormEditor(FamilyBook& book, Navigator& navigator, QObject* parent = nullptr);

    // Each replaces what was open, whose draft is stored first.
    [[nodiscard]] Result<void> begin(const forms::NewRecord& wanted);
    [[nodiscard]] Result<void> beginEdit(RecordId record);
    [[nodiscard]] Result<void> resume(const store::Draft& draft);
    [[nodiscard]] bool isOpen() const { return m_form != nullptr; }
    [[nodiscard]] const forms::RecordEditor* editor() const { return m_form != nullptr ? &m_form->editor : nullptr; }
    [[nodiscard]] RecordId household() const { return m_form != nullptr ? m_form->household : RecordId{}; }
    // Stores the draft now: on blur, in the background, before a lock.
    [[nodiscard]] Result<void> saveNow();
    void close(); // stores the draft and forgets the form

    [[nodiscard]] QString kind() const { return m_form != nullptr ? qs(type().name) : QString(); }
    [[nodiscard]] QString heading() const;
    [[nodiscard]] QString subheading() const;
    [[nodiscard]] QString initial() const;
    [[nodiscard]] int tint() const;
    [[nodiscard]] QString whenText() const;
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] QString footText() const;
    [[nodiscard]] bool footReady() const { return m_form != nullptr && m_missing.isEmpty() && !isListOpen(); }
    [[nodiscard]] QString footLine() const;
    [[nodiscard]] bool canCommit() const { return footReady() || isListOpen(); }
    [[nodiscard]] QString commitLabel() const;
    [[nodiscard]] QString commitIcon() const
    {
        return isListOpen() ? QStringLiteral("plus") : isSigned() ? QStringLiteral("pen") : QString();
    }
    [[nodiscard]] bool canPutAside() const { return m_form != nullptr && !isInside(); }
    [[nodiscard]] bool isRow() const { return m_above != nullptr; }
    [[nodiscard]] bool isListOpen() const { return m_form != nullptr && m_form->listed != 0; }
    [[nodiscard]] int itemPlace() const { return m_form != nullptr ? m_form->place : 0; }
    [[nodiscard]] bool isInside() const { return isRow() || isListOpen(); }
    [[nodiscard]] int columns() const { return m_form != nullptr ? formColumns(type()) : 1; }
    [[nodiscard]] QString stepUpText() const
    {
        return isSealed() && m_desk.worksWithSealed() ? tr("Unlocked separately") : QString();
    }
    [[nodiscard]] QString readersText() const { return m_readers; }
    [[nodiscard]] QString askedText() const { return m_asked; } // why the province put aside what is written here
    [[nodiscard]] bool canReadScale() const; // within a counselling session, by who opens the results
    void addResult(RecordId scaleResult);    // to the open session
    [[nodiscard]] bool isSealed() const
    {
        return m_form != nullptr && (m_form->editor.isSealed() || (isRow() && m_above->editor.isSealed()));
    }
    [[nodiscard]] RowsModel* rows() { return &m_rows; }
    [[nodiscard]] RowsModel* items() { return &m_items; }

    Q_INVOKABLE void edit(int key, const QString& text);
    Q_INVOKABLE void leave(int key);
    Q_INVOKABLE void toggle(int key, int code);
    Q_INVOKABLE void setChecked(int key, bool checked);
    Q_INVOKABLE void append(int key, const QString& words);
    Q_INVOKABLE void step(int key, int delta);
    Q_INVOKABLE void clear(int key);
    Q_INVOKABLE void toggleSection(int key);
    Q_INVOKABLE void speak(int key);
    Q_INVOKABLE void attach(int key, int kind); // kind: code of attachment_kind
    Q_INVOKABLE void openAttachment(const QString& attachmentId);
    Q_INVOKABLE void removeAttachment(int key, const QString& attachmentId); // with a way back while the toast is there
    Q_INVOKABLE void notePlace(int key);
    Q_INVOKABLE void scan(int key);
    Q_INVOKABLE void toggleWhen();
    Q_INVOKABLE void addItem(int key);                  // a new row of the section
    Q_INVOKABLE void openItem(const QString& itemId);   // by the id in `items`
    Q_INVOKABLE void removeItem(const QString& itemId); // with a way back while the toast is there
    Q_INVOKABLE void removeOpenItem();
    Q_INVOKABLE void listItems(int key); // all rows of the section, in place of the form
    Q_INVOKABLE void commit();
    Q_INVOKABLE void putAside();
    Q_INVOKABLE void lockStepUp();
    Q_INVOKABLE void discard();
    Q_INVOKABLE void readScale();
    Q_INVOKABLE void call(int key);

signals:
    void changed();
    void focusRequested(int key);
    void committed(lianxin::RecordId record, std::uint64_t number); // for the sync driver

private:
    struct Target {
        forms::RecordEditor* editor{nullptr};
        const Field* field{nullptr};
    };
    [[nodiscard]] const RecordType& type() const { return m_form->editor.form().type(); }
    [[nodiscard]] Target target(int key) const;
    [[nodiscard]] bool isSigned() const; // final once it is kept
    [[nodiscard]] RecordId familyOfForm(const forms::RecordEditor& editor) const;
    void adopt(forms::RecordEditor editor, RecordId household);
    [[nodiscard]] std::unique_ptr<OpenForm> opened(forms::RecordEditor editor, RecordId household) const;
    void openRow(Result<forms::RecordEditor> row, int ordinal);
    void addRow(std::uint32_t type);
    [[nodiscard]] bool isRowWritten() const;
    [[nodiscard]] bool mayChangeRow(const forms::Repeats::Row& row); // says so when not (D9)
    [[nodiscard]] Result<void> putRow(); // what the open row says goes into the form that it belongs to
    void leaveRow();                     // back to that form
    [[nodiscard]] OpenForm* formOf(RecordId record);
    [[nodiscard]] std::uint32_t rowTypeOf(int key) const;
    [[nodiscard]] bool openIncompleteRow();
    void addSummary(bool restore);
    void takeIn(int key, RecordId record, const HandResult& result);
    void touched();
    void afterAnswer(const Field& field);
    void refresh();
    void refreshReaders();
    [[nodiscard]] std::optional<std::uint32_t> number(const char* field) const;
    [[nodiscard]] Value valueOf(const char* field) const;
    // Sessions that raise a worry lead to the safety questions first; true when they are asked now.
    [[nodiscard]] bool askSafetyFirst();
    [[nodiscard]] std::vector<store::RecordEdit> alongside(Result<void>& outcome);
    void whatNext(const forms::Committed& done, const FieldValues& kept, const RecordType& committedType,
                  std::optional<OwedQuestions> owed);
    [[nodiscard]] std::optional<OwedQuestions> owe(Result<void>& outcome) const;

    FamilyBook& m_book;
    Desk& m_desk;
    Navigator& m_navigator;
    RowsModel m_rows;
    RowsModel m_items;
    std::unique_ptr<OpenForm> m_form;
    std::unique_ptr<OpenForm> m_waiting;        // the session whose safety questions are open
    std::optional<forms::RecordEditor> m_begun; // safety questions that are a draft and open next
    std::unique_ptr<OpenForm> m_above;          // the form whose row is open
    QStringList m_missing;
    QString m_readers;
    QString m_asked;
    QTimer m_save;
};

} // namespace lianxin::ui
