// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over the pages: the toast, a number to dial, the page for danger.
#include "app/viewmodel/session.hpp"

#include "app/viewmodel/fault_log.hpp"
#include "app/viewmodel/format.hpp"

#include <utility>

namespace lianxin::ui {

void Session::openCrisis()
{
    m_capture.close(); // help first
    m_crisisOpen = true;
    emit crisisChanged();
}

void Session::closeCrisis()
{
    m_crisisOpen = false;
    emit crisisChanged();
}

void Session::dialNumber(const QString& number, const QString& name)
{
    m_dialNumber = phoneGrouped(QString(number).remove(QLatin1Char(' ')).toStdString());
    m_dialName = name;
    emit dialChanged();
}

void Session::closeDial()
{
    m_dialNumber.clear();
    m_dialName.clear();
    emit dialChanged();
}

void Session::say(const QString& text, std::function<void()> undo)
{
    m_toast = text;
    m_toastIsDone = true;
    m_undo = std::move(undo);
    emit toastChanged();
}

// Without the tick of what is done.
void Session::tellFault(Fault fault)
{
    noteFault(m_desk, fault);
    m_toast = explain(fault).sentence;
    m_toastIsDone = false;
    m_undo = nullptr;
    emit toastChanged();
}

void Session::undoToast()
{
    const auto undo = std::exchange(m_undo, nullptr);
    dismissToast();
    if (undo)
        undo();
}

void Session::dismissToast()
{
    m_toast.clear();
    m_undo = nullptr;
    emit toastChanged();
}

} // namespace lianxin::ui
