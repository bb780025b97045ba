// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What came of it: one thing to look at, settled by who knows, and the same state everywhere.
#include "people.hpp"
#include "story.hpp"

#include <algorithm>

namespace lianxin::story {

namespace {
constexpr int kPortraitWidth = 800, kPortraitHeight = 1280;
}

// Each vault is opened in its turn, asks once more, and says what it holds. The officer's comes last and stays open.
QList<Account> Story::accounts()
{
    QList<Account> all;
    if (m_worker->sync())
        all << accountOf(kWorker, *m_worker);
    for (const auto& name : {kCounsellor, kSupervisor, kOfficer}) {
        m_office->lock();
        if (m_office->unlock(name) && m_office->sync())
            all << accountOf(name, *m_office);
    }
    return all;
}

void Story::everythingOnce()
{
    const auto all = accounts();
    const auto status = m_server.status(true);
    const auto isCase = [](const QString& partition) { return partition.startsWith(QLatin1Char('k')); };
    int cases = 0;
    const auto holders = [&](const QString& partition) -> QStringList {
        if (isCase(partition)) {
            ++cases;
            return {kCounsellor, kSupervisor};
        }
        // The township, and the village that is not the worker's.
        if (partition == QLatin1String(kTownship) ||
            (partition.startsWith(QLatin1String("v:")) && partition != QLatin1String(kVillage)))
            return {kCounsellor, kSupervisor, kOfficer};
        return {kWorker, kCounsellor, kSupervisor, kOfficer};
    };
    const bool same = sameEverywhere(m_teller, status, all, holders);
    m_teller.seen(same && all.size() == 4,
                  QStringLiteral("every partition has one state: the server's, and that of each of its holders"));
    m_teller.seen(exactlyOnce(m_teller, status, all) && all.size() == 4,
                  QStringLiteral("everything arrived exactly once"));
    const auto held = m_worker->partitions().keys();
    const bool none = std::none_of(held.begin(), held.end(), isCase) && m_worker->countOf("counsel_session") == 0 &&
                      m_worker->countOf("counsel_case") == 0;
    m_teller.seen(
        cases > 0 && none && !held.isEmpty(),
        QStringLiteral("the worker's vault holds %1: no case, no counselling").arg(held.join(QStringLiteral(" and "))));
}

void Story::theyLook()
{
    m_teller.step(
        "Both look at the family: different fields merged by themselves, the telephone is one thing to look at");
    bool merged = true;
    bool one = true;
    for (auto* hands : {m_worker.get(), m_office.get()}) {
        merged = merged && hands->valueOf(m_family, "taboo_note") == kTaboo &&
                 hands->valueOf(m_family, "directions") == kDirections;
        const auto conflicts = hands->conflicts();
        one = one && conflicts.size() == 1 && conflicts.first()[QLatin1String("record")].toString() == m_family &&
              conflicts.first()[QLatin1String("registers")].toInt() == 1;
    }
    m_teller.seen(merged, QStringLiteral("the worker's note and the officer's way stand on both tablets"));
    m_teller.seen(one, QStringLiteral("on both, exactly one thing wants a look: this family's telephone"));
    m_worker->show("Sync");
    m_worker->picture("13-sync");
    m_worker->call({}, "openConflicts");
    m_worker->picture("12-look-worker");
    m_teller.seen(m_worker->rows(QStringLiteral("conflict.sides")).size() == 2,
                  QStringLiteral("the worker sees both numbers as well"));
}

void Story::officerSettles()
{
    m_teller.step("The officer knows; he settles it, and it clears everywhere");
    auto& hands = *m_office;
    hands.show("Received");
    hands.picture("14-received");
    hands.call({}, "openConflicts");
    hands.picture("12-look");
    const auto sides = hands.rows(QStringLiteral("conflict.sides"));
    QStringList names, shown;
    for (const auto& side : sides) {
        names << side[QLatin1String("name")].toString();
        shown << side[QLatin1String("value")].toString();
    }
    m_teller.seen(sides.size() == 2 && names.contains(kWorker) && names.contains(kOfficer),
                  QStringLiteral("%1 stand side by side, written by %2, with what it was before")
                      .arg(shown.join(QStringLiteral(" and ")), names.join(QStringLiteral(" and "))));
    for (const auto& side : sides)
        if (side[QLatin1String("name")].toString() == kWorker)
            hands.call(QStringLiteral("conflict"), "choose", {side[QLatin1String("sideId")]});
    const bool synced = hands.sync() && m_worker->sync();
    m_teller.seen(synced && hands.conflicts().isEmpty() && m_worker->conflicts().isEmpty(),
                  QStringLiteral("nothing is left to look at, on either tablet"));
    m_teller.seen(hands.valueOf(m_family, "phone1") == kWorkersPhone &&
                      m_worker->valueOf(m_family, "phone1") == kWorkersPhone,
                  QStringLiteral("both say %1, the number that he took").arg(kWorkersPhone));
}

void Story::allIsEqual()
{
    m_teller.step("Four vaults on two tablets and the province are held against each other");
    everythingOnce();
}

void Story::otherLooks()
{
    m_teller.step("The other pages, and the other looks: dark, large, English, portrait");
    auto& hands = *m_office;
    for (const auto& [page, name] : {std::pair("More", "15-more"), std::pair("Settings", "16-settings"),
                                     std::pair("Feedback", "17-feedback"), std::pair("About", "18-about")}) {
        hands.show(page);
        hands.picture(name);
    }
    hands.show("Today");
    hands.set(QStringLiteral("settings.scheme"), QStringLiteral("Dark"));
    hands.picture("02-today-dark");
    hands.set(QStringLiteral("settings.scheme"), QStringLiteral("Light"));
    hands.set(QStringLiteral("settings.largeMode"), true);
    hands.picture("02-today-large");
    hands.set(QStringLiteral("settings.largeMode"), false);
    const auto chinese = hands.get(QStringLiteral("today.greeting")).toString();
    hands.set(QStringLiteral("settings.language"), QStringLiteral("en"));
    m_teller.seen(hands.get(QStringLiteral("today.greeting")).toString() != chinese,
                  QStringLiteral("today in English: %1").arg(hands.get(QStringLiteral("today.greeting")).toString()));
    hands.picture("02-today-english");
    hands.set(QStringLiteral("settings.language"), QStringLiteral("zh_CN"));
    m_teller.seen(hands.get(QStringLiteral("today.greeting")).toString() == chinese,
                  QStringLiteral("and in Chinese again: %1").arg(chinese));
    hands.resize(kPortraitWidth, kPortraitHeight);
    hands.openFamily(m_family);
    hands.picture("05-family-portrait");
}

void Story::nobodyReadsAlong()
{
    m_teller.step(
        "Nobody reads along: no name, number, note, counselling text or key on the disks, in the logs, on the "
        "terminal");
    const auto workers = m_worker->databaseKey();
    const auto officers = m_office->databaseKey();
    m_canaries.plantKey(QStringLiteral("the worker's database key"), workers);
    m_canaries.plantKey(QStringLiteral("the officer's database key"), officers);
    m_teller.seen(!workers.isEmpty() && !officers.isEmpty() && m_canaries.wouldBeFound(QDir::temp()),
                  QStringLiteral("what lies readable would be found"));
    m_teller.seen(nothingReadable(), QStringLiteral("nothing, while everything is open, with its write-ahead logs"));
    m_teller.seen(!m_server.log().isEmpty() && m_server.stop(), QStringLiteral("the server stops cleanly"));
    m_worker->lock();
    m_office->lock();
    m_teller.seen(nothingReadable(), QStringLiteral("nothing, when everything is closed"));
}

// All that the story's processes write lies below the temporary folder: two tablets, the province, its log, temporary files.
bool Story::nothingReadable()
{
    auto found = m_canaries.foundIn(QDir::temp());
    for (auto* hands : {m_worker.get(), m_office.get()})
        found += m_canaries.foundIn(QStringLiteral("what a tablet said"), hands->process().said());
    for (const auto& one : std::as_const(found))
        m_teller.line(QStringLiteral("readable: ") + one);
    return found.isEmpty();
}

} // namespace lianxin::story
