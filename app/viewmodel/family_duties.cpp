// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What one family's page says of its tasks, and why it is looked after so closely.
#include "app/viewmodel/family_model.hpp"
#include "app/viewmodel/task_note.hpp"
#include "app/viewmodel/task_words.hpp"

#include <algorithm>

namespace lianxin::ui {

void FamilyModel::refreshDuties(const Family& family)
{
    m_duty = dutyToday(m_book, family);
    Rows duties;
    for (const auto& task : m_duty.now) {
        const TaskWords words = wordsOf(m_desk, task);
        duties.push_back({{"taskId", idText(task.id)},
                          {"heading", words.reason},
                          {"line", words.line},
                          {"iconName", words.iconName},
                          {"canExplain", canExplain(m_desk, task)}});
    }
    m_duties.setRows(duties);

    const duty::CareLevel& care = m_duty.careOf(m_id);
    m_careText = m_desk.mayWrite(m_desk.type("household")) ? m_desk.codeLabel("care_level", care.level) : QString();
    Rows reasons;
    if (!m_careText.isEmpty())
        for (const auto& reason : ui::careReasons(m_desk, care))
            reasons.push_back({{"line", reason}});
    m_careReasons.setRows(reasons);
}

void FamilyModel::write() { newRecord("visit", visitFor(m_desk, m_duty.now)); }

void FamilyModel::explain(const QString& taskId)
{
    const auto found = std::ranges::find(m_duty.now, idOf(taskId), &duty::Task::id);
    if (found != m_duty.now.end())
        explainTask(m_book, m_navigator, *found);
}

} // namespace lianxin::ui
