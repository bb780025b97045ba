// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QStringList>

#include <map>

namespace lianxin::story {

// Words and keys that the story used, and that must lie readable nowhere: not in a tablet's folder, a log, a temporary file, nor in the province.
class Canaries {
public:
    void plantWords(const QString& words);                     // searched as UTF-8 and as UTF-16
    void plantKey(const QString& name, const QByteArray& key); // raw, and as hexadecimal digits of either case
    // "what in which file", of every file below the folder.
    [[nodiscard]] QStringList foundIn(const QDir& folder) const;
    [[nodiscard]] QStringList foundIn(const QString& where, const QByteArray& bytes) const;
    // The search finds what is there: a file with each of them is found, and removed again.
    [[nodiscard]] bool wouldBeFound(const QDir& folder) const;

private:
    std::map<QByteArray, QString> m_patterns; // bytes -> what they are
    QStringList m_planted;
};

} // namespace lianxin::story
