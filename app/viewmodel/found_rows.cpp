// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/found_rows.hpp"

#include "app/viewmodel/record_lines.hpp"
#include "app/viewmodel/value_text.hpp"

#include <algorithm>
#include <set>

namespace lianxin::ui {
namespace {

constexpr std::size_t kMostFamilies = 50;
constexpr std::size_t kMostOthers = 12; // of each other group: the list stays one that a person reads

QString barred(const QString& reading, const QString& typed, bool initials)
{
    const QStringList syllables = reading.split(QLatin1Char(' '));
    if (initials) { // "lx": the first letters of consecutive syllables
        for (int start = 0; start + typed.size() <= syllables.size(); ++start) {
            bool all = true;
            for (int i = 0; i < typed.size(); ++i)
                all = all && syllables[start + i].startsWith(typed[i]);
            if (!all)
                continue;
            QString out;
            for (int i = 0; i < syllables.size(); ++i) {
                const bool hit = i >= start && i < start + typed.size();
                out += (i == 0 ? QString() : QStringLiteral(" ")) +
                       (hit ? QLatin1Char('|') + syllables[i].left(1) + QLatin1Char('|') + syllables[i].mid(1)
                            : syllables[i]);
            }
            return out;
        }
        return reading;
    }
    const auto at = reading.indexOf(typed);
    return at < 0 ? reading
                  : reading.left(at) + QLatin1Char('|') + typed + QLatin1Char('|') + reading.mid(at + typed.size());
}

bool isSpelled(store::HitKind kind)
{
    return kind == store::HitKind::namePinyin || kind == store::HitKind::nameInitials;
}

QString spelling(const QString& name, const QString& typed, store::HitKind kind)
{
    static const auto folder = store::makeTextFolder();
    return isSpelled(kind)
               ? barred(qs(folder->pinyin(name.toStdString())), typed.toLower(), kind == store::HitKind::nameInitials)
               : QString();
}

} // namespace

std::vector<Found> findAll(const FamilyBook& book, const QString& typed)
{
    const Desk& desk = book.desk();
    std::vector<Found> found;
    if (!desk.isOpen())
        return found;
    const auto mayShow = [&desk](std::uint32_t number) {
        const RecordType* type = desk.catalogue().type(number);
        return type != nullptr && desk.mayRead(*type);
    };
    const auto hits = desk.store().search(typed.toStdString(), {kMostFamilies, mayShow});
    if (!hits)
        return found;
    const auto person = desk.type("person").number;
    std::set<RecordId> seen;
    std::map<std::uint32_t, std::size_t> ofGroup;
    for (const auto& hit : *hits) {
        const RecordId family = book.familyOf(hit.record);
        const FamilySummary* summary = book.summary(family);
        if (summary == nullptr && ++ofGroup[hit.group] > kMostOthers)
            continue;
        if (!seen.insert(summary != nullptr ? family : hit.record).second)
            continue;
        Found one{summary != nullptr ? family : hit.record, summary != nullptr, hit.group, {}, {}, hit.type};
        if (summary == nullptr) {
            one.pinyin = spelling(recordName(desk, hit.record), typed, hit.kind);
        } else {
            const QString name = summary->fullName.isEmpty() ? summary->callName : summary->fullName;
            const QString who =
                hit.type == person && hit.record != summary->person ? recordName(desk, hit.record) : QString();
            one.through = who == name ? QString() : who;
            one.pinyin = spelling(one.through.isEmpty() ? name : one.through, typed, hit.kind);
        }
        found.push_back(std::move(one));
    }
    return found;
}

Row foundRow(const Desk& desk, const Found& found)
{
    const RecordType* type = desk.catalogue().type(found.type);
    const auto view = desk.store().view(found.record);
    if (type == nullptr || !view)
        return {{"familyId", idText(found.record)}};
    const auto told = recordLine(desk, *view);
    QString line = told.line;
    if (view->type == desk.type("app_user").number)
        line = desk.userPlace(userOf(found.record));
    return {{"familyId", idText(found.record)},
            {"name", told.heading},
            {"pinyinText", found.pinyin},
            {"line", line.isEmpty() ? desk.label(type->label) : line},
            {"iconName", type->icon.empty() ? QStringLiteral("note") : qs(type->icon)},
            {"tint", static_cast<int>(found.group & 3U)},
            {"accessibleText", QStringList{told.heading, desk.label(type->label)}.join(QStringLiteral(" "))}};
}

} // namespace lianxin::ui
