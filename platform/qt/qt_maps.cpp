// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/qt_maps.hpp"

#include <QDesktopServices>
#include <QUrl>

namespace lianxin::platform {

Result<void> QtMaps::show(const Place& place, const QString& name)
{
    if (!QDesktopServices::openUrl(QUrl(geoAddress(place, name))))
        return fail(Errc::notFound, "no program here takes addresses of the scheme geo");
    return {};
}

} // namespace lianxin::platform
