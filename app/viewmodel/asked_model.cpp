// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/asked_model.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

Roles askedRoles()
{
    return {{"number"},  {"name"}, {"kind"},        {"whenText"},        {"iconName"},      {"initial"},
            {"tint", 0}, {"line"}, {"actionLabel"}, {"canLeave", false}, {"accessibleText"}};
}

} // namespace

AskedModel::AskedModel(FamilyBook& book, Navigator& navigator, QObject* parent)
    : QObject(parent), m_book(book), m_navigator(navigator), m_rows(askedRoles()), m_settled(askedRoles())
{}

QString AskedModel::heading() const
{
    return m_rows.count() > 0 ? tr("The province asks you to look once more") : QString();
}

QString AskedModel::whoDecides() const
{
    return m_asked.empty() ? QString()
                           : tr("Everything is kept at the province. The administrator there decides; "
                                "once it is decided it leaves this list by itself");
}

Row AskedModel::rowOf(const Asked& asked) const
{
    const Desk& desk = m_book.desk();
    const FamilySummary* family = m_book.summary(asked.family);
    const QString kind = kindOf(desk, asked.main);
    const QString when = momentText(asked.saved, desk.today());
    const QString name = family != nullptr ? family->callName : kind;
    const auto said = explain(asked.fault);
    const QString line = asked.state == Asked::State::look       ? said.sentence
                         : asked.state == Asked::State::answered ? tr("You wrote it anew; the province finishes it")
                                                                 : tr("The province decides; nothing to do for you");
    return {{"number", QString::number(asked.number)},
            {"name", name},
            {"kind", family != nullptr ? kind : QString()},
            {"whenText", when},
            {"iconName", iconOf(desk, asked.main)},
            {"initial", family != nullptr ? family->initial : QString()},
            {"tint", family != nullptr ? family->tint : 0},
            {"line", line},
            {"actionLabel", asked.state == Asked::State::look ? said.actionLabel : QString()},
            {"canLeave", asked.state == Asked::State::look && said.action != FaultAction::leave},
            {"accessibleText", dotted({name, family != nullptr ? kind : QString(), when, line})}};
}

void AskedModel::refresh()
{
    m_asked = askedOf(m_book);
    Rows rows;
    Rows settled;
    for (const auto& asked : m_asked)
        (asked.state == Asked::State::look ? rows : settled).push_back(rowOf(asked));
    m_rows.setRows(rows);
    m_settled.setRows(settled);
    emit changed();
}

void AskedModel::open(const QString& number)
{
    const auto found = std::ranges::find(m_asked, number.toULongLong(), &Asked::number);
    if (found != m_asked.end() && !found->main.isNil())
        m_navigator.goEdit(found->main);
}

void AskedModel::act(const QString& number)
{
    const auto found = std::ranges::find(m_asked, number.toULongLong(), &Asked::number);
    if (found == m_asked.end())
        return;
    if (explain(found->fault).action == FaultAction::leave)
        leave(number);
    else
        open(number);
}

void AskedModel::leave(const QString& number)
{
    if (!m_book.desk().isOpen())
        return;
    if (const auto left = leaveToProvince(m_book.desk(), number.toULongLong()); !left)
        return m_navigator.tell(left.error());
    refresh();
    m_navigator.say(tr("The province decides; what you wrote is kept there"), {});
}

} // namespace lianxin::ui
