// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/claim_terms.hpp"
#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <QTimer>
#include <QtQmlIntegration>

#include <memory>
#include <set>

namespace lianxin::ui {

// What a stay in hospital may come to, said in the steps in which it comes about. It is the claim's own form, filled with what is known and
// shown another way: the catalogue's expressions compute, this only reads them. Nothing is written before a person says so.
class ClaimSumModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString line READ line NOTIFY changed)
    Q_PROPERTY(QString keepLabel READ keepLabel NOTIFY changed)
    Q_PROPERTY(bool canKeep READ canKeep NOTIFY changed)
    Q_PROPERTY(QString papersLine READ papersLine NOTIFY changed)
    Q_PROPERTY(bool canTick READ canTick NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* groups READ groups CONSTANT)
    Q_PROPERTY(QAbstractItemModel* sums READ sums CONSTANT)
    Q_PROPERTY(QAbstractItemModel* notes READ notes CONSTANT)
    Q_PROPERTY(QAbstractItemModel* papers READ papers CONSTANT)
public:
    ClaimSumModel(FamilyBook& book, Navigator& navigator, QObject* parent = nullptr);

    void show(RecordId about); // a claim; or a family, for its open claim or one that is not noted yet
    [[nodiscard]] const forms::RecordEditor* editor() const { return m_editor.get(); }

    [[nodiscard]] QString line() const { return m_line; }
    [[nodiscard]] QString keepLabel() const;
    [[nodiscard]] bool canKeep() const;
    [[nodiscard]] QString papersLine() const { return m_papersLine; }
    [[nodiscard]] bool canTick() const { return m_editor != nullptr && !m_editor->isNew() && m_mayWrite; }
    [[nodiscard]] RowsModel* groups() { return &m_groups; }
    [[nodiscard]] RowsModel* sums() { return &m_sums; }
    [[nodiscard]] RowsModel* notes() { return &m_notes; }
    [[nodiscard]] RowsModel* papers() { return &m_papers; }

    Q_INVOKABLE void edit(int key, const QString& text);
    Q_INVOKABLE void leave(int key);
    Q_INVOKABLE void step(int key, int delta);
    Q_INVOKABLE void toggleGroup(const QString& groupId);
    Q_INVOKABLE void tick(int code);
    Q_INVOKABLE void keep(); // into the claim; or the form of a new one, with all of this in it

signals:
    void changed();
    void committed(lianxin::RecordId record, quint64 number);

private:
    struct Part; // a group of the page's questions
    void close();
    [[nodiscard]] Result<void> open(RecordId about);
    [[nodiscard]] Result<void> openClaim(const store::RecordView& claim, const Family& family);
    void fillIn(const ClaimTerms& terms);
    void render();
    void renderGroups();
    void renderPapers();
    [[nodiscard]] Row inputRow(const Field& field) const;
    [[nodiscard]] bool hasSupplement() const;
    [[nodiscard]] QString sourceOf(const Field& field) const;
    [[nodiscard]] QString contents(const Part& part) const;
    [[nodiscard]] const Field* field(int key) const;

    FamilyBook& m_book;
    Desk& m_desk;
    Navigator& m_navigator;
    std::unique_ptr<forms::RecordEditor> m_editor;
    bool m_fromDraft{false}; // its form is half written: what is kept here goes back there
    bool m_mayWrite{false};
    RecordId m_about;
    ClaimTerms m_terms;
    QString m_line, m_papersLine;
    std::map<int, QString> m_typed;
    std::set<int> m_unreadable;
    std::set<QString> m_open; // groups
    RowsModel m_groups, m_sums, m_notes, m_papers;
};

} // namespace lianxin::ui
