// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include <memory>

namespace lianxin::platform {

// Deletes at the next turn of the event loop: what is let go may be what called us.
template <typename T> void letGo(std::unique_ptr<T> what)
{
    if (auto* app = QCoreApplication::instance(); app != nullptr && what != nullptr)
        QMetaObject::invokeMethod(
            app, [held = std::shared_ptr<T>(std::move(what))] {}, Qt::QueuedConnection);
}

} // namespace lianxin::platform
