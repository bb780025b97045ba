// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/print_model.hpp"

#include "app/viewmodel/record_lines.hpp"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFont>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>
#include <QTimeZone>

namespace lianxin::ui {

namespace {

constexpr qreal kMargin = 18; // mm
constexpr int kResolution = 300;

} // namespace

PrintModel::PrintModel(Desk& desk, Navigator& navigator, std::string rules, QString folder, QObject* parent)
    : QObject(parent), m_desk(desk), m_navigator(navigator), m_text(std::move(rules)), m_folder(std::move(folder))
{}

bool PrintModel::canPrint(const QString& recordId) const { return !m_text.empty() && mayPrint(m_desk, idOf(recordId)); }

bool PrintModel::canSlip(const QString& recordId) const
{
    const auto rules = parsePrintRules(m_text);
    return rules && serviceSlip(m_desk, *rules, serviceOf(idOf(recordId))).has_value();
}

void PrintModel::printRecord(const QString& recordId)
{
    if (const auto rules = parsePrintRules(m_text))
        write(idOf(recordId).text(), recordSheet(m_desk, *rules, idOf(recordId)));
}

void PrintModel::printSlip(const QString& recordId)
{
    if (const auto rules = parsePrintRules(m_text))
        write(idOf(recordId).text(), serviceSlip(m_desk, *rules, serviceOf(idOf(recordId))));
}

void PrintModel::printReceived(ReceivedModel* received)
{
    if (received != nullptr && !received->sheet().empty())
        write("received today", tableSheet(m_desk, received->heading(), received->countText(), received->sheet()));
}

RecordId PrintModel::serviceOf(RecordId record) const
{
    const auto view =
        m_desk.isOpen() ? m_desk.store().view(record) : Result<store::RecordView>(fail(Errc::notFound, ""));
    if (!view || view->type != m_desk.type("household").number)
        return record;
    const auto services = rowsOf(m_desk, m_desk.type("vol_service"), *view);
    return services.empty() ? record : services.front().record;
}

void PrintModel::write(const std::string& what, const Result<QString>& sheet)
{
    if (!sheet)
        return m_navigator.tell(sheet.error());
    // First the line of who took it out, then the paper.
    if (const auto noted = m_desk.store().appendAudit("printed", what); !noted)
        return m_navigator.tell(noted.error());
    const auto moment = QDateTime::fromMSecsSinceEpoch(m_desk.now(), QTimeZone(8 * 3600));
    const auto path =
        writePdf(*sheet, m_folder, tr("Lianxin %1").arg(moment.toString(QStringLiteral("yyyyMMdd-HHmmss"))));
    if (!path)
        return m_navigator.tell(path.error());
    m_navigator.say(tr("Ready as a PDF among the documents. It lies open there: take it away after printing"),
                    [path = *path] { QFile::remove(path); });
}

Result<QString> writePdf(const QString& html, const QString& folder, const QString& name)
{
    if (!QDir().mkpath(folder))
        return fail(Errc::io, "no folder for papers");
    QString path = folder + QLatin1Char('/') + name + QStringLiteral(".pdf");
    for (int again = 2; QFile::exists(path); ++again)
        path = folder + QLatin1Char('/') + name + QStringLiteral("-%1.pdf").arg(again);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return fail(Errc::io, "the paper cannot be written");
    {
        QPdfWriter writer(&file);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({kMargin, kMargin, kMargin, kMargin}, QPageLayout::Millimeter);
        writer.setResolution(kResolution);
        writer.setTitle(name);
        QTextDocument document;
        document.setDefaultFont(QFont(QStringLiteral("Noto Sans CJK SC"), 11));
        document.setHtml(html);
        document.print(&writer);
    }
    if (!file.flush() || file.error() != QFileDevice::NoError) {
        file.remove();
        return fail(Errc::diskFull, "the paper does not fit on the disk");
    }
    return path;
}

} // namespace lianxin::ui
