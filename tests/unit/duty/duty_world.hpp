// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/duty.hpp"
#include "sync/model/catalogue.hpp"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

namespace lianxin::test {

inline std::string readAssetFile(const QString& path)
{
    QFile file(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

inline const duty::DutyRules& shippedRules()
{
    static const auto rules = duty::parseRules(readAssetFile(QStringLiteral("duty/rules.json")));
    if (!rules)
        qFatal("%s", rules.error().detail.c_str());
    return *rules;
}

inline const Catalogue& shippedCatalogueOfDuty()
{
    static const auto catalogue = [] {
        std::map<std::string, std::string> files;
        for (const auto* folder : {"catalogue", "codes"})
            for (const auto& name : QDir(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/") + QLatin1String(folder))
                                        .entryList({QStringLiteral("*.json")}))
                files[std::string(folder) + "/" + name.toStdString()] =
                    readAssetFile(QLatin1String(folder) + QLatin1Char('/') + name);
        return loadCatalogue(files);
    }();
    if (!catalogue)
        qFatal("%s", catalogue.error().detail.c_str());
    return *catalogue;
}

inline const CodeList& festivalList() { return *shippedCatalogueOfDuty().codeList("festival"); }

inline RecordId idOf(std::uint8_t number)
{
    RecordId id;
    id.bytes[15] = number;
    return id;
}

inline UserId userId(std::uint8_t number) { return userOf(idOf(number)); }

inline Day day(const char* text) { return *parseDay(text); }

// "2026-10-14 09:30" in China, as an instant; without a time: noon.
inline Millis at(const char* text)
{
    const std::string whole(text);
    const Millis start = startOfDayInChina(*parseDay(whole.substr(0, 10)));
    if (whole.size() == 10)
        return start + 12LL * 3600 * 1000;
    return start + (std::stoi(whole.substr(11, 2)) * 60LL + std::stoi(whole.substr(14, 2))) * 60'000;
}

inline std::string clockText(Millis instant)
{
    const Day on = dayInChina(instant);
    const auto minutes = (instant - startOfDayInChina(on)) / 60'000;
    char text[8];
    std::snprintf(text, sizeof text, "%02d:%02d", static_cast<int>(minutes / 60), static_cast<int>(minutes % 60));
    return dayText(on) + " " + text;
}

// "kind due contact", one a line.
inline QString written(const std::vector<duty::Task>& tasks)
{
    static const char* const kContact[] = {"visit", "call", "kin", "activity", "none"};
    QStringList lines;
    for (const auto& task : tasks)
        lines << QString::fromStdString(std::string(duty::ruleName(task.kind)) + " " +
                                        (task.dueAt ? clockText(*task.dueAt) : dayText(task.due))) +
                     QLatin1Char(' ') + QLatin1String(kContact[static_cast<int>(task.contact)]) +
                     (task.alsoMonthly ? QLatin1String(" +monthly") : QLatin1String());
    return lines.join(QLatin1Char('\n'));
}

inline QString written(const duty::Duty& duty) { return written(duty.now); }

inline std::vector<duty::Task> ofKind(const std::vector<duty::Task>& tasks, duty::RuleKind kind)
{
    std::vector<duty::Task> found;
    std::ranges::copy_if(tasks, std::back_inserter(found), [&](const duty::Task& task) { return task.kind == kind; });
    return found;
}

// Everything about the one family, today's and what is ahead.
inline std::vector<duty::Task> allOf(const duty::Duty& duty)
{
    auto all = duty.now;
    all.insert(all.end(), duty.ahead.begin(), duty.ahead.end());
    return all;
}

inline duty::Duty dutyAt(const duty::Known& known, const char* moment)
{
    return dutyOf(shippedRules(), festivalList(), known, at(moment));
}

inline duty::Known oneFamily(std::int64_t wish = 1)
{
    duty::Known known;
    known.reader.user = userId(200);
    duty::Household family;
    family.id = idOf(1);
    family.area = "350128001201";
    family.wish = wish;
    family.hasPhone = true;
    family.familyType = 1;
    family.hospitalCare = true;
    family.primary = known.reader.user;
    known.households.push_back(family);
    return known;
}

inline duty::Contacted contact(const char* on, bool inPerson = true)
{
    duty::Contacted contact;
    contact.household = idOf(1);
    contact.at = at(on);
    contact.day = dayInChina(contact.at);
    contact.reached = true;
    contact.inPerson = inPerson;
    contact.atHome = inPerson;
    return contact;
}

inline duty::Contacted attempt(const char* on)
{
    auto missed = contact(on);
    missed.reached = false;
    missed.tried = true;
    return missed;
}

} // namespace lianxin::test
