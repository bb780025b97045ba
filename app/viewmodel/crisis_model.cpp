// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/crisis_model.hpp"

#include "app/viewmodel/telephones.hpp"

namespace lianxin::ui {
namespace {

constexpr std::size_t kMostNumbers = 6; // as many as can be seen at once

} // namespace

CrisisModel::CrisisModel(Desk& desk, Navigator& navigator, QObject* parent)
    : QObject(parent), m_desk(desk), m_navigator(navigator),
      m_telephones({{"number"}, {"name"}, {"line"}, {"strong", false}}),
      m_checks({{"checkId"}, {"heading"}, {"line"}, {"timeText"}, {"done", false}})
{
    connect(&desk, &Desk::languageChanged, this, &CrisisModel::refresh);
    refresh();
}

void CrisisModel::setDutyNumbers(const std::vector<Number>& numbers)
{
    m_duty = numbers;
    refresh();
}

QString CrisisModel::startedText() const
{
    return m_started == 0 ? QString() : tr("Began %1").arg(clockTime(m_started));
}

void CrisisModel::refresh()
{
    Rows telephones;
    for (const auto& line : hotlines(m_desk))
        telephones.push_back(
            {{"number", line.number}, {"name", line.name}, {"line", line.line}, {"strong", line.first}});
    for (const auto& duty : m_duty)
        if (!duty.number.isEmpty() && telephones.size() < kMostNumbers)
            telephones.push_back({{"number", phoneGrouped(duty.number.toStdString())}, {"name", duty.label}});
    m_telephones.setRows(telephones);

    Rows checks;
    const auto add = [&](const QString& id, const QString& heading, const QString& line) {
        const auto ticked = m_ticked.find(id);
        const bool done = ticked != m_ticked.end();
        checks.push_back({{"checkId", id},
                          {"heading", heading},
                          {"line", line},
                          {"done", done},
                          {"timeText", done ? clockTime(ticked->second) : QString()}});
    };
    if (const CodeList* steps = m_desk.catalogue().codeList("crisis_step"))
        for (const auto& code : steps->codes)
            if (!code.retired)
                add(QString::number(code.number), m_desk.label(code.label), codeText(m_desk, code, "line"));
    m_checks.setRows(checks);
    emit changed();
}

void CrisisModel::toggleCheck(const QString& checkId)
{
    if (m_ticked.erase(checkId) == 0)
        m_ticked[checkId] = m_desk.now();
    refresh();
}

void CrisisModel::start()
{
    if (m_started == 0)
        m_started = m_desk.now();
    emit changed();
}

void CrisisModel::call(int row)
{
    if (row >= 0 && row < m_telephones.count())
        m_navigator.dialNumber(m_telephones.value(row, "number").toString(),
                               m_telephones.value(row, "name").toString());
}

} // namespace lianxin::ui
