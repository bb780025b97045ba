// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/crisis_model.hpp"

namespace lianxin::ui {

CrisisModel::CrisisModel(Desk& desk, Navigator& navigator, QObject* parent)
    : QObject(parent), m_desk(desk), m_navigator(navigator), m_telephones({{"number"}, {"name"}, {"line"}, {"strong", false}}),
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

QString CrisisModel::startedText() const { return m_started == 0 ? QString() : tr("Began %1").arg(clockTime(m_started)); }

void CrisisModel::refresh()
{
    Rows telephones{
        {{"number", "120"}, {"name", tr("Ambulance")}, {"line", tr("In danger, call this first")}, {"strong", true}},
        {{"number", "110"}, {"name", tr("Police")}},
        {{"number", "12356"}, {"name", tr("Counselling line")}, {"line", tr("24 hours")}},
        {{"number", "119"}, {"name", tr("Fire")}},
    };
    for (const auto& duty : m_duty)
        if (!duty.number.isEmpty() && telephones.size() < 6)
            telephones.push_back({{"number", phoneGrouped(duty.number.toStdString())}, {"name", duty.label}, {"line", tr("On duty")}});
    m_telephones.setRows(telephones);

    Rows checks;
    const auto add = [&](const char* id, const QString& heading, const QString& line) {
        const auto ticked = m_ticked.find(QLatin1String(id));
        const bool done = ticked != m_ticked.end();
        checks.push_back({{"checkId", id}, {"heading", heading}, {"line", line}, {"done", done}, {"timeText", done ? clockTime(ticked->second) : QString()}});
    };
    add("stay", tr("Stay with them, do not leave them alone"), QString());
    add("means", tr("Move medicine, pesticide, knives away"), QString());
    add("duty", tr("Tell the township duty"), QString());
    add("kin", tr("Ask a trusted relative over"), QString());
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
        m_navigator.dialNumber(m_telephones.value(row, "number").toString(), m_telephones.value(row, "name").toString());
}

} // namespace lianxin::ui
