// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/format.hpp"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTime>

#include <array>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

constexpr Millis kMinute = 60 * 1000;
constexpr Millis kDayMillis = 24 * 60 * kMinute;
constexpr Millis kChinaOffset = 8 * 60 * kMinute;

unsigned number(std::chrono::month month) { return static_cast<unsigned>(month); }
unsigned number(std::chrono::day day) { return static_cast<unsigned>(day); }

constexpr std::array<const char*, 7> kWeekdays{QT_TRANSLATE_NOOP("Format", "Sun"), QT_TRANSLATE_NOOP("Format", "Mon"),
                                               QT_TRANSLATE_NOOP("Format", "Tue"), QT_TRANSLATE_NOOP("Format", "Wed"),
                                               QT_TRANSLATE_NOOP("Format", "Thu"), QT_TRANSLATE_NOOP("Format", "Fri"),
                                               QT_TRANSLATE_NOOP("Format", "Sat")};

// One word list each, so that a language keeps its own way to count lunar months and days.
QString lunarMonth(const LunarDate& date)
{
    const QStringList names =
        Words::tr("1st,2nd,3rd,4th,5th,6th,7th,8th,9th,10th,11th,12th", "lunar months").split(QLatin1Char(','));
    const QString name = names.value(date.month - 1);
    return date.leap ? Words::tr("leap %1 month").arg(name) : Words::tr("%1 month", "lunar").arg(name);
}

QString lunarDay(const LunarDate& date)
{
    const QStringList names =
        Words::tr("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30", "lunar days")
            .split(QLatin1Char(','));
    return names.value(date.day - 1);
}

} // namespace

RecordId idOf(const QString& text)
{
    const auto id = RecordId::parse(text.toStdString());
    return id ? *id : RecordId{};
}

QString dotted(const QStringList& parts)
{
    QStringList kept;
    for (const auto& part : parts)
        if (!part.isEmpty())
            kept << part;
    return kept.join(QChar(0x00B7));
}

QString dayShort(Day day)
{
    return Words::tr("%1-%2", "month and day").arg(number(day.month())).arg(number(day.day()));
}

QString dayWithYear(Day day)
{
    return Words::tr("%1-%2-%3", "year, month, day")
        .arg(int(day.year()))
        .arg(number(day.month()), 2, 10, QLatin1Char('0'))
        .arg(number(day.day()), 2, 10, QLatin1Char('0'));
}

QString weekday(Day day) { return Words::tr(kWeekdays[std::chrono::weekday(std::chrono::sys_days(day)).c_encoding()]); }

QString lunarText(Day day)
{
    const auto lunar = lunarOf(day);
    return lunar ? Words::tr("lunar %1 %2").arg(lunarMonth(*lunar), lunarDay(*lunar)) : QString();
}

QString clockTime(Millis at)
{
    const auto ofDay = ((at + kChinaOffset) % kDayMillis + kDayMillis) % kDayMillis;
    return QTime::fromMSecsSinceStartOfDay(static_cast<int>(ofDay)).toString(QStringLiteral("HH:mm"));
}

QString relativeDay(Day day, Day today)
{
    switch (daysBetween(day, today)) {
    case 0: return Words::tr("today");
    case 1: return Words::tr("yesterday");
    case -1: return Words::tr("tomorrow");
    default: return day.year() == today.year() ? dayShort(day) : dayWithYear(day);
    }
}

QString momentText(Millis at, Day today)
{
    return Words::tr("%1 %2", "day and time").arg(relativeDay(dayInChina(at), today), clockTime(at));
}

QString elapsedText(Millis span)
{
    const auto minutes = static_cast<int>(std::max<Millis>(span, 0) / kMinute);
    if (minutes >= 24 * 60)
        return Words::tr("%1 d %2 h").arg(minutes / (24 * 60)).arg(minutes / 60 % 24);
    return minutes >= 60 ? Words::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60)
                         : Words::tr("%1 min").arg(minutes);
}

QString partialDate(std::string_view canonical)
{
    if (const auto day = parseDay(canonical))
        return dayWithYear(*day);
    const QStringList parts = qs(canonical).split(QLatin1Char('-'));
    if (parts.size() == 2)
        return Words::tr("%1-%2", "year and month").arg(parts[0]).arg(parts[1].toInt());
    return parts.value(0).isEmpty() ? QString() : Words::tr("%1", "a year").arg(parts[0]);
}

QString phoneGrouped(std::string_view phone)
{
    QString digits = qs(phone);
    if (digits.size() == 11 && digits.startsWith(QLatin1Char('1')))
        return digits.left(3) + QLatin1Char(' ') + digits.mid(3, 4) + QLatin1Char(' ') + digits.mid(7);
    if (digits.size() >= 11 && digits.startsWith(QLatin1Char('0')) && !digits.contains(QLatin1Char('-')))
        return digits.left(4) + QLatin1Char('-') + digits.mid(4);
    return digits;
}

QString moneyText(std::int64_t fen)
{
    const QString sign = fen < 0 ? QStringLiteral("-") : QString();
    const auto positive = fen < 0 ? -fen : fen;
    QString text = sign + QString::number(positive / 100);
    if (positive % 100 != 0)
        text += QLatin1Char('.') + QStringLiteral("%1").arg(positive % 100, 2, 10, QLatin1Char('0'));
    return text;
}

int tintOf(RecordId id)
{
    // The random tail of a UUIDv7; its head is the time and would tint a morning's records alike.
    unsigned sum = 0;
    for (std::size_t i = 8; i < id.bytes.size(); ++i)
        sum = sum * 31U + id.bytes[i];
    return static_cast<int>(sum % 4U);
}

QString initialOf(const QString& name)
{
    if (name.isEmpty())
        return {};
    return name.left(name.at(0).isHighSurrogate() && name.size() > 1 ? 2 : 1);
}

int ageOn(Day birth, Day today)
{
    int age = int(today.year()) - int(birth.year());
    if (std::pair(today.month(), today.day()) < std::pair(birth.month(), birth.day()))
        --age;
    return age;
}

std::string dateTyped(const QString& text)
{
    static const QRegularExpression kNumbers(
        QStringLiteral("^\\s*(\\d{4})\\D{1,2}(\\d{1,2})(?:\\D{1,2}(\\d{1,2}))?\\D?\\s*$"));
    static const QRegularExpression kYear(QStringLiteral("^\\s*(\\d{4})\\D?\\s*$"));
    if (const auto year = kYear.match(text); year.hasMatch())
        return year.captured(1).toStdString();
    const auto match = kNumbers.match(text);
    if (!match.hasMatch())
        return {};
    QString out = match.captured(1) + QStringLiteral("-%1").arg(match.captured(2).toInt(), 2, 10, QLatin1Char('0'));
    if (!match.captured(3).isEmpty())
        out += QStringLiteral("-%1").arg(match.captured(3).toInt(), 2, 10, QLatin1Char('0'));
    const std::string canonical = out.toStdString();
    const int month = match.captured(2).toInt();
    return match.captured(3).isEmpty() ? (month >= 1 && month <= 12 ? canonical : std::string())
                                       : (parseDay(canonical) ? canonical : std::string());
}

std::optional<std::int64_t> moneyTyped(const QString& text)
{
    static const QRegularExpression kMoney(QStringLiteral("^\\s*(\\d{1,12})(?:\\.(\\d{1,2}))?\\s*$"));
    const auto match = kMoney.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString fraction = (match.captured(2) + QStringLiteral("00")).left(2);
    return match.captured(1).toLongLong() * 100 + fraction.toInt();
}

} // namespace lianxin::ui
