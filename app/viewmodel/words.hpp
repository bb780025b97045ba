// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace lianxin::ui {

// Loads the words of a language ("zh_CN" or "en") in place of the ones before. Chinese is the source of the pages and a translation of the
// view-models; English the other way round.
void loadWords(QCoreApplication& app, const QString& language);

} // namespace lianxin::ui
