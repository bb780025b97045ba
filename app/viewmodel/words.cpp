// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/words.hpp"

#include <QCoreApplication>
#include <QTranslator>

#include <vector>

// Outside of any namespace, as the macro wants it: the words lie in a static library.
static void initWords() { Q_INIT_RESOURCE(lianxin_viewmodel_words); }

namespace lianxin::ui {

void loadWords(QCoreApplication& app, const QString& language)
{
    initWords();
    const bool english = language.startsWith(QLatin1String("en"));
    for (auto* old : app.findChildren<QTranslator*>(QStringLiteral("words"), Qt::FindDirectChildrenOnly)) {
        QCoreApplication::removeTranslator(old);
        delete old;
    }
    const auto files = english ? std::vector<QString>{QStringLiteral(":/i18n/lianxin_en.qm"),
                                                      QStringLiteral(":/i18n/lianxin_words_en.qm")}
                               : std::vector<QString>{QStringLiteral(":/i18n/lianxin_words_zh.qm")};
    for (const auto& file : files) {
        auto* words = new QTranslator(&app);
        words->setObjectName(QStringLiteral("words"));
        if (words->load(file))
            QCoreApplication::installTranslator(words);
        else
            delete words;
    }
}

} // namespace lianxin::ui
