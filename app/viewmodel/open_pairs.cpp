// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/open_pairs.hpp"

#include "app/viewmodel/pair_files.hpp"

#include <algorithm>
#include <array>

namespace lianxin::ui {
namespace {

constexpr int kQuiet = 500; // ms without a change: a first sync is one look, not hundreds
// A county's tablet looks when somebody opens the page: reading so many families would hold up what a finger does.
constexpr std::uint64_t kMostFamilies = 3000;
constexpr std::array kLookedAt{"household", "person", "pair_note"};

} // namespace

PairsToAsk pairsToAsk(const Desk& desk)
{
    PairsToAsk found;
    if (!desk.isOpen() || !desk.mayWrite(desk.type("pair_note")))
        return found;
    if (auto notes = pairs::notes(desk.store(), desk.catalogue()))
        found.notes = std::move(*notes);
    std::set<pairs::FilePair> looked;
    for (const auto& note : found.notes)
        if (note.decision)
            looked.insert(note.pair);
    static const auto folder = store::makeTextFolder();
    found.asked = pairs::lookForPairs(familyFiles(desk), *folder, looked).toAsk();
    return found;
}

OpenPairs::OpenPairs(Desk& desk, QObject* parent) : QObject(parent), m_desk(desk)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kQuiet);
    connect(&m_quiet, &QTimer::timeout, this, &OpenPairs::look);
    connect(&desk, &Desk::opened, this, [this] {
        set(0);
        m_quiet.start();
    });
    connect(&desk, &Desk::closed, this, [this] {
        m_quiet.stop();
        set(0);
    });
    connect(&desk, &Desk::changed, this, [this](const std::set<RecordId>& records) {
        const auto isLookedAt = [this](RecordId record) {
            const auto view = m_desk.store().view(record);
            return !view || std::ranges::any_of(
                                kLookedAt, [&](const char* name) { return m_desk.type(name).number == view->type; });
        };
        if (m_quiet.isActive() || std::ranges::any_of(records, isLookedAt))
            m_quiet.start();
    });
}

void OpenPairs::set(int count)
{
    if (count == m_count)
        return;
    m_count = count;
    emit changed();
}

void OpenPairs::look()
{
    if (!m_desk.isOpen())
        return;
    const auto families = m_desk.store().countOfType(m_desk.type("household").number);
    set(families && *families <= kMostFamilies ? static_cast<int>(pairsToAsk(m_desk).asked.size()) : 0);
}

} // namespace lianxin::ui
