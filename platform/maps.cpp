// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/maps.hpp"

#include <QUrl>

#include <cstdlib>

namespace lianxin::platform {
namespace {

constexpr std::int32_t kSteps = 100'000; // in a degree

QString degrees(std::int32_t steps)
{
    return QStringLiteral("%1%2.%3")
        .arg(steps < 0 ? QStringLiteral("-") : QString())
        .arg(std::abs(steps) / kSteps)
        .arg(std::abs(steps) % kSteps, 5, 10, QLatin1Char('0'));
}

} // namespace

QString geoAddress(const Place& place, const QString& name)
{
    const QString at = degrees(place.latitude) + QLatin1Char(',') + degrees(place.longitude);
    const QString label = QString::fromLatin1(QUrl::toPercentEncoding(name));
    return QStringLiteral("geo:%1?q=%1(%2)").arg(at, label);
}

} // namespace lianxin::platform
