// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/noting_model.hpp"

#include "app/viewmodel/record_lines.hpp"

namespace lianxin::ui {

NotingModel::NotingModel(FamilyBook& book, Navigator& navigator, QObject* parent)
    : QObject(parent), m_book(book), m_desk(book.desk()), m_navigator(navigator),
      m_services({{"serviceId", 0}, {"label"}, {"items", {}, {{"kind"}, {"label"}, {"line"}, {"iconName"}}}})
{
    connect(&m_desk, &Desk::closed, this, [this] { show({}); });
    connect(&m_desk, &Desk::languageChanged, this, &NotingModel::refresh);
}

void NotingModel::show(RecordId household)
{
    m_household = household;
    refresh();
}

void NotingModel::refresh()
{
    const auto family = m_desk.isOpen() && !m_household.isNil() ? m_book.load(m_household)
                                                                : Result<Family>(fail(Errc::notFound, "nothing"));
    if (!family) {
        m_heading.clear();
        m_initial.clear();
        m_services.setRows({});
        emit changed();
        return;
    }
    m_heading = family->summary.callName;
    m_initial = family->summary.initial;
    m_tint = family->summary.tint;
    std::map<int, Rows> offered; // pillar -> what belongs to it
    for (const auto& type : m_desk.catalogue().types()) {
        if (!type.offered || !type.hasRoot("household") || !m_desk.mayWrite(type))
            continue;
        const store::RecordView* latest = nullptr;
        Millis at = 0;
        for (const auto& child : family->children)
            if (child.type == type.number)
                if (const auto told = recordLine(m_desk, child); latest == nullptr || told.at > at) {
                    latest = &child;
                    at = told.at;
                }
        offered[type.pillar].push_back(
            {{"kind", qs(type.name)},
             {"label", m_desk.label(type.label)},
             {"line", latest == nullptr ? QString() : tr("last: %1").arg(relativeDay(dayInChina(at), m_desk.today()))},
             {"iconName", qs(type.icon)}});
    }
    Rows services;
    const auto add = [&](int pillar, const QString& label) {
        if (const auto found = offered.find(pillar); found != offered.end()) {
            Row row{{"serviceId", pillar}, {"label", label}};
            row.list("items", std::move(found->second));
            services.push_back(std::move(row));
        }
    };
    if (const CodeList* pillars = m_desk.catalogue().codeList("service_pillar"))
        for (const auto& pillar : pillars->codes)
            add(static_cast<int>(pillar.number), m_desk.label(pillar.label));
    add(0, tr("The family itself"));
    m_services.setRows(services);
    emit changed();
}

void NotingModel::note(const QString& kind)
{
    const RecordType* type = m_desk.catalogue().type(std::string_view(kind.toStdString()));
    const FamilySummary* family = m_book.summary(m_household);
    if (type != nullptr && family != nullptr && type->offered && m_desk.mayWrite(*type))
        m_navigator.goForm({type->number, m_household, family->partition, {}});
}

} // namespace lianxin::ui
