// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hands/code_text.hpp"

#include <QString>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace lianxin::hands {
namespace {

constexpr qsizetype kLongestNumber = 30;                                                // preferential_card.card_no
constexpr std::array kNames{"no", "cardno", "card_no", "\u8bc1\u53f7", "\u7f16\u53f7"}; // "number" as cards print it

bool isNumber(const QString& text)
{
    const auto plain = [](QChar c) { return c.isDigit() || (c.unicode() < 128 && c.isLetter()) || c == u'-'; };
    return !text.isEmpty() && text.size() <= kLongestNumber && std::all_of(text.begin(), text.end(), plain) &&
           std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

QString named(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (url.isValid() && (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"))) {
        const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
        for (const auto& [name, value] : items)
            for (const auto* known : kNames)
                if (name.compare(QString::fromUtf8(known), Qt::CaseInsensitive) == 0)
                    return value.trimmed();
        return {};
    }
    for (const auto& line : text.split(u'\n')) {
        const auto at = std::find_if(line.begin(), line.end(),
                                     [](QChar c) { return c == u':' || c == u'=' || c.unicode() == 0xFF1A; });
        if (at == line.end())
            continue;
        const auto place = static_cast<qsizetype>(at - line.begin());
        for (const auto* known : kNames)
            if (line.left(place).trimmed().compare(QString::fromUtf8(known), Qt::CaseInsensitive) == 0)
                return line.mid(place + 1).trimmed();
    }
    return {};
}

} // namespace

CodeText readCodeText(std::string_view scanned)
{
    const QString text = QString::fromUtf8(scanned.data(), static_cast<qsizetype>(scanned.size())).trimmed();
    if (text.startsWith(QLatin1String("LIANXIN:"), Qt::CaseInsensitive))
        return {CodeText::Kind::invitation, text.toStdString()};
    if (text.startsWith(QLatin1String("LXNEAR")))
        return {CodeText::Kind::nearby, text.toStdString()};
    if (isNumber(text))
        return {CodeText::Kind::cardNumber, text.toStdString()};
    if (const QString number = named(text); isNumber(number))
        return {CodeText::Kind::cardNumber, number.toStdString()};
    return {};
}

} // namespace lianxin::hands
