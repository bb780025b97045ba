// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/duty_reader.hpp"

#include <QTimer>

#include <map>
#include <set>

namespace lianxin::ui {

// What is due, kept up to date: what the rules know of a family is read once and again only when something of it changed, so that keeping a
// visit costs the same in a village and in a county. The first reading of very many families goes on in small steps between two frames.
class DutyBook : public QObject {
    Q_OBJECT
public:
    explicit DutyBook(FamilyBook& book, QObject* parent = nullptr);

    [[nodiscard]] const duty::Duty& duty() const { return m_duty; }
    [[nodiscard]] bool isReady() const { return m_ready; } // false: the first reading goes on
    [[nodiscard]] int percentRead() const;                 // of the first reading
    // What is outstanding is read before this returns, but for very many families; also for another day.
    void refresh();

signals:
    void changed();
    void progressed(); // of the first reading

private:
    void note(const std::set<RecordId>& households); // empty: all
    void forget();
    void later() { m_step.start(0); }
    void expect(RecordId household);
    void expectAll();
    void step();
    void finish();
    void read(RecordId household);

    FamilyBook& m_book;
    std::map<RecordId, duty::Known> m_pieces; // by family
    std::set<std::pair<PartitionId, RecordId>>
        m_outstanding; // in the order in which the store keeps them: each page of it is read once
    duty::Duty m_duty;
    Day m_day;
    bool m_ready{false};
    bool m_inSteps{false};
    int m_said{0}; // percent of the last signal
    QTimer m_step;
};

} // namespace lianxin::ui
