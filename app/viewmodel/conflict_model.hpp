// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/conflict_sides.hpp"
#include "app/viewmodel/matter_sides.hpp"
#include "app/viewmodel/navigator.hpp"

#include <QtQmlIntegration>

namespace lianxin::ui {

// Two people wrote the same thing differently, or two records may be one: who, when, what it was before, and what it shall be now. While somebody looks at a
// place it does not change under their eyes; what they decide replaces only what they saw.
class ConflictModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(lianxin::ui::ConflictModel::Kind kind READ kind NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString line READ line NOTIFY changed)
    Q_PROPERTY(QString queueText READ queueText NOTIFY changed)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
    Q_PROPERTY(QString beforeText READ beforeText NOTIFY changed)
    Q_PROPERTY(QString beforeLine READ beforeLine NOTIFY changed)
    Q_PROPERTY(QString newHint READ newHint NOTIFY changed)
    Q_PROPERTY(QString newErrorText READ newErrorText NOTIFY changed)
    Q_PROPERTY(bool maySettle READ maySettle NOTIFY changed)
    Q_PROPERTY(bool canKeepBoth READ canKeepBoth NOTIFY changed)
    Q_PROPERTY(QString keepBothText READ keepBothText NOTIFY changed)
    Q_PROPERTY(bool hasHistory READ hasHistory NOTIFY changed)
    Q_PROPERTY(bool hasProposal READ hasProposal NOTIFY changed)
    Q_PROPERTY(QString proposalText READ proposalText NOTIFY changed)
    Q_PROPERTY(QString proposalLine READ proposalLine NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* sides READ sides CONSTANT)
    Q_PROPERTY(QAbstractItemModel* proposalParts READ proposalParts CONSTANT)
    Q_PROPERTY(QAbstractItemModel* optionsNew READ optionsNew CONSTANT)
public:
    // Life: put away by one, kept or written into by another. Matter: two records that may be one.
    enum Kind { None, Value, Text, Life, Matter };
    Q_ENUM(Kind)

    ConflictModel(FamilyBook& book, Navigator& navigator, QObject* parent = nullptr);

    // Begins to look: at this record (or family) first, nil: from the beginning. What was put aside comes back.
    void show(RecordId first);
    // The queue is read again; what is being looked at stays as it is, unless it was settled elsewhere.
    void refresh();
    [[nodiscard]] int count() const { return static_cast<int>(m_queue.size()); }

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] QString heading() const { return m_heading; }
    [[nodiscard]] QString line() const { return m_line; }
    [[nodiscard]] QString queueText() const { return m_queueText; }
    [[nodiscard]] QString emptyText() const { return tr("All looked after"); }
    [[nodiscard]] QString beforeText() const { return m_beforeText; }
    [[nodiscard]] QString beforeLine() const { return m_beforeLine; }
    [[nodiscard]] QString newHint() const { return m_newHint; }
    [[nodiscard]] QString newErrorText() const { return m_newError; }
    [[nodiscard]] bool canKeepBoth() const
    {
        return maySettle() && (m_matter ? m_matter->mayBothBeRight() : m_picture->secondPhone().has_value());
    }
    [[nodiscard]] QString keepBothText() const;
    // What was written before stands on a page of its own.
    [[nodiscard]] bool hasHistory() const { return looked() != nullptr; }
    // False: this person sees who wrote what, and somebody else decides.
    [[nodiscard]] bool maySettle() const { return looked() != nullptr && looked()->maySettle; }
    [[nodiscard]] bool hasProposal() const { return m_hasProposal; }
    [[nodiscard]] QString proposalText() const { return m_proposalText; }
    [[nodiscard]] QString proposalLine() const { return m_proposalLine; }
    [[nodiscard]] RowsModel* sides() { return &m_sides; }
    [[nodiscard]] RowsModel* proposalParts() { return &m_proposalParts; }
    [[nodiscard]] RowsModel* optionsNew() { return &m_optionsNew; }

    Q_INVOKABLE void choose(const QString& sideId);
    Q_INVOKABLE void useNew(const QString& text);
    Q_INVOKABLE void useNewCode(int code);
    Q_INVOKABLE void keepBoth();
    Q_INVOKABLE void useProposal(const QString& text);
    Q_INVOKABLE void putAside();
    Q_INVOKABLE void call(const QString& sideId);
    Q_INVOKABLE void openHistory();

signals:
    void changed();
    void committed(lianxin::RecordId record, std::uint64_t number);

private:
    void readQueue();
    void lookAtNext(); // of what was not put aside, if there is one
    void render();
    void renderNew();
    void renderProposal();
    void renderMatter();
    [[nodiscard]] QString lineOf(const ConflictPicture& picture) const;
    [[nodiscard]] const OpenLook* looked() const
    {
        return m_matter ? &m_matter->look : m_picture ? &m_picture->look : nullptr;
    }
    void askAgain(const QString& sentence);
    [[nodiscard]] std::vector<OpenLook> ahead() const;
    [[nodiscard]] QString hintFor(const lianxin::Value& value) const;
    void settle(const std::vector<store::RegisterEdit>& writes, bool canUndo);
    void settleMatter(const Result<store::Edit>& answer, bool bothRight);
    void takeBack(const settle::Seen& seen, const store::Edit& answer, std::uint64_t number);
    void undo(const ConflictPicture& picture, const std::vector<store::RegisterEdit>& writes, std::uint64_t number);
    void moveOn();

    FamilyBook& m_book;
    Desk& m_desk;
    Navigator& m_navigator;
    std::vector<OpenLook> m_queue;
    std::set<QString> m_aside; // ids of looks, until the page is opened again
    std::optional<ConflictPicture> m_picture;
    std::optional<MatterPicture> m_matter; // instead of it
    bool m_settling{false};
    QString m_doubted; // a new value that got a hint; pressed once more it is kept (D8)
    QString m_heading, m_line, m_queueText, m_beforeText, m_beforeLine, m_newHint, m_newError, m_proposalText,
        m_proposalLine;
    bool m_hasProposal{false};
    RowsModel m_sides, m_proposalParts, m_optionsNew;
};

} // namespace lianxin::ui
