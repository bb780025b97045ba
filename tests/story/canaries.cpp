// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canaries.hpp"

#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace lianxin::story {

void Canaries::plantWords(const QString& words)
{
    m_planted << words;
    m_patterns[words.toUtf8()] = words;
    m_patterns[QByteArray(reinterpret_cast<const char*>(words.utf16()), words.size() * 2)] = words;
}

void Canaries::plantKey(const QString& name, const QByteArray& key)
{
    m_planted << name;
    m_patterns[key] = name;
    m_patterns[key.toHex()] = name;
    m_patterns[key.toHex().toUpper()] = name;
}

QStringList Canaries::foundIn(const QString& where, const QByteArray& bytes) const
{
    QStringList found;
    for (const auto& [pattern, name] : m_patterns)
        if (bytes.contains(pattern))
            found << name + QStringLiteral(" in ") + where;
    return found;
}

QStringList Canaries::foundIn(const QDir& folder) const
{
    QStringList found;
    QDirIterator each(folder.path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        if (file.open(QIODevice::ReadOnly))
            found << foundIn(folder.relativeFilePath(file.fileName()), file.readAll());
    }
    return found;
}

bool Canaries::wouldBeFound(const QDir& folder) const
{
    QFile control(folder.filePath(QStringLiteral("control")));
    if (!control.open(QIODevice::WriteOnly))
        return false;
    for (const auto& [pattern, name] : m_patterns)
        control.write("noise" + pattern);
    control.close();
    const auto found = foundIn(folder);
    return control.remove() && std::ranges::all_of(m_planted, [&](const QString& name) {
               return found.contains(name + QStringLiteral(" in control"));
           });
}

} // namespace lianxin::story
