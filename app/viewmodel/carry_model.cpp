// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/carry_model.hpp"

#include "sync/client/blob_transfer.hpp"

#include <array>
#include <charconv>

namespace lianxin::ui {

namespace {

using client::BlobTransfer;

constexpr std::string_view kNote = "attachments-a-day";
constexpr std::uint64_t kMegabyte = 1024ULL * 1024;
constexpr int kDefault = static_cast<int>(BlobTransfer::kDefaultLimit / kMegabyte);
constexpr int kAsManyAsItTakes = -1;
constexpr std::array kOffered{0, 5, kDefault, kAsManyAsItTakes};
constexpr int kDelay = 60; // ms: many pieces are one refresh

std::uint64_t bytesOf(int megabytes)
{
    return megabytes == kAsManyAsItTakes ? BlobTransfer::kNoLimit : static_cast<std::uint64_t>(megabytes) * kMegabyte;
}

} // namespace

QString dataAmount(std::uint64_t bytes)
{
    constexpr std::uint64_t kKilobyte = 1024;
    if (bytes < kMegabyte)
        return QString::number((bytes + kKilobyte - 1) / kKilobyte) + QStringLiteral(" KB");
    return QString::number(static_cast<double>(bytes) / static_cast<double>(kMegabyte), 'f', 1) + QStringLiteral(" MB");
}

CarryModel::CarryModel(Desk& desk, QObject* parent)
    : QObject(parent), m_desk(desk), m_limits({{"megabytes", 0}, {"label"}, {"chosen", false}}), m_limit(kDefault)
{
    m_later.setSingleShot(true);
    m_later.setInterval(kDelay);
    connect(&m_later, &QTimer::timeout, this, &CarryModel::refresh);
    connect(&desk, &Desk::opened, this, [this] {
        readLimit();
        refresh();
    });
    connect(&desk, &Desk::changed, this, [this] { m_later.start(); });
    connect(&desk, &Desk::closed, this, [this] {
        m_later.stop();
        m_here = m_canSendAll = m_sendingAll = false;
        emit changed();
    });
    connect(&desk, &Desk::languageChanged, this, [this] { m_later.start(); });
    showLimits();
}

void CarryModel::setDriver(client::SyncDriver* driver)
{
    m_driver = driver;
    if (driver != nullptr)
        connect(driver, &client::SyncDriver::changed, this, [this] { m_later.start(); });
}

void CarryModel::readLimit()
{
    m_limit = kDefault;
    const auto note = m_desk.store().note(kNote);
    if (note && *note) {
        int found = 0;
        std::from_chars((*note)->data(), (*note)->data() + (*note)->size(), found);
        if (std::ranges::find(kOffered, found) != kOffered.end())
            m_limit = found;
    }
    if (auto* transfer = m_desk.work().transfer; transfer != nullptr)
        transfer->setDailyLimit(bytesOf(m_limit));
    showLimits();
}

void CarryModel::setLimit(int megabytes)
{
    if (megabytes == m_limit || std::ranges::find(kOffered, megabytes) == kOffered.end() || !m_desk.isOpen())
        return;
    m_limit = megabytes;
    // A wish that is not kept is asked again; nothing of anybody is lost.
    (void)m_desk.store().putNote(kNote, std::to_string(megabytes));
    if (auto* transfer = m_desk.work().transfer; transfer != nullptr)
        transfer->setDailyLimit(bytesOf(megabytes));
    showLimits();
    refresh();
}

void CarryModel::sendAllNow()
{
    if (auto* transfer = m_desk.isOpen() ? m_desk.work().transfer : nullptr; transfer != nullptr)
        transfer->sendAllNow();
    refresh();
}

void CarryModel::refresh()
{
    m_later.stop();
    const auto* transfer = m_desk.isOpen() ? m_desk.work().transfer : nullptr;
    m_here = transfer != nullptr;
    if (transfer == nullptr)
        return emit changed();
    const auto standing = transfer->standing();
    const auto waiting = static_cast<int>(std::max(standing.waiting.originals, standing.waiting.thumbnails));
    m_today =
        standing.today.both() == 0 ? tr("Nothing yet today") : tr("%1 today").arg(dataAmount(standing.today.both()));
    m_waiting = waiting > 0 ? tr("%n picture(s) and recording(s) wait", nullptr, waiting)
                            : tr("All pictures and recordings have gone");
    m_sendingAll = waiting > 0 && transfer->isUnlimited();
    m_canSendAll = waiting > 0 && !m_sendingAll && m_limit != kAsManyAsItTakes;
    if (waiting == 0)
        m_line.clear();
    else if (m_limit == 0 && !m_sendingAll)
        m_line = tr("They wait until you press");
    else if (standing.restsUntilTomorrow)
        m_line = tr("Today's share is used up; it goes on tomorrow");
    else
        m_line = tr("They go by themselves, words always first");
    showLimits();
    emit changed();
}

void CarryModel::showLimits()
{
    Rows rows;
    for (const int megabytes : kOffered) {
        const QString label = megabytes == 0                  ? tr("Only when I press")
                              : megabytes == kAsManyAsItTakes ? tr("No limit")
                                                              : tr("%1 MB").arg(megabytes);
        rows.push_back({{"megabytes", megabytes}, {"label", label}, {"chosen", megabytes == m_limit}});
    }
    m_limits.setRows(rows);
}

} // namespace lianxin::ui
