// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/support_model.hpp"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTimeZone>

namespace lianxin::ui {
namespace {

// Readable by its owner alone: whoever is to have it is given it.
Result<void> writeText(const QString& folder, const QString& name, const QString& text)
{
    if (!QDir().mkpath(folder))
        return fail(Errc::io, "no folder for the support file");
    QFile file(folder + QLatin1Char('/') + name);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return fail(Errc::io, "the support file cannot be written");
    const QByteArray bytes = text.toUtf8();
    if (file.write(bytes) != bytes.size() || !file.flush()) {
        file.remove();
        return fail(Errc::diskFull, "the support file does not fit on the disk");
    }
    return {};
}

} // namespace

SupportModel::SupportModel(Desk& desk, SyncModel& sync, Navigator& navigator, QString folder, QObject* parent)
    : QObject(parent), m_desk(desk), m_sync(sync), m_navigator(navigator), m_folder(std::move(folder)),
      m_lines({{"key"}, {"label"}, {"value"}})
{
    connect(&desk, &Desk::closed, this, &SupportModel::putAway);
    connect(&desk, &Desk::languageChanged, this, [this] {
        if (shown())
            look();
    });
}

void SupportModel::look()
{
    m_sync.refresh();
    const auto lines = supportLines(
        {m_desk, m_sync.driver(), m_sizes ? m_sizes() : tablet::Desktop::Sizes{}, m_sync.fault(), m_sync.online()});
    Rows rows;
    for (const auto& line : lines)
        rows.push_back({{"key", QLatin1String(line.key)}, {"label", line.label}, {"value", line.value}});
    m_lines.setRows(rows);
    m_text = lines.empty() ? QString() : supportText(lines);
    emit changed();
}

void SupportModel::putAway()
{
    m_text.clear();
    m_lines.setRows({});
    emit changed();
}

void SupportModel::save()
{
    if (!shown())
        return;
    const auto moment = QDateTime::fromMSecsSinceEpoch(m_desk.now(), QTimeZone(8 * 3600));
    const auto name = QStringLiteral("lianxin-support-%1.txt").arg(moment.toString(QStringLiteral("yyyyMMdd-HHmmss")));
    if (const auto written = writeText(m_folder, name, m_text); !written)
        return m_navigator.tell(written.error());
    if (const auto noted = m_desk.store().appendAudit("support file", "saved"); !noted)
        return m_navigator.tell(noted.error());
    putAway();
    m_navigator.say(tr("The file lies among the documents; give it to whoever helps you"), {});
}

} // namespace lianxin::ui
