// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/family_pieces.hpp"

#include "app/viewmodel/duty_collector.hpp"

#include <chrono>
#include <limits>
#include <utility>

namespace lianxin::ui {
namespace {

constexpr std::size_t kTogether = 512; // pieces of one transaction: a few hundred kilobytes
// At the lock so many families are read once more; what is beyond is read after the next unlock.
constexpr std::size_t kMostLater = 400;

std::int64_t dayNumber(Day day) { return std::chrono::sys_days(day).time_since_epoch().count(); }

} // namespace

// Whatever a piece is made of besides the records. Aunt and uncle are words of a language.
std::string FamilyPieces::stamp() const
{
    const Desk& desk = m_book.desk();
    return std::to_string(kPieceForm) + ' ' + std::to_string(desk.catalogue().version()) + ' ' + desk.language();
}

void FamilyPieces::readKept()
{
    m_kept.clear();
    m_township.clear();
    m_hospitalCare.clear();
    const auto today = dayNumber(m_book.desk().today());
    const auto pieces = m_book.desk().store().pieces().all(stamp());
    if (!pieces) // the records are still there
        return;
    for (const auto& piece : *pieces) {
        if (piece.until <= today || m_book.isJoined(piece.root))
            continue;
        if (auto family = decodeKept(piece.root, piece.body)) {
            complete(*family);
            m_kept.emplace_hint(m_kept.end(), piece.root, std::move(*family));
        }
    }
}

// What a directory, parameters and the day say of it.
void FamilyPieces::complete(KeptFamily& family)
{
    m_book.place(family.summary);
    auto& household = family.piece.known.households.front();
    const auto plain = householdOf(family.summary);
    household.area = plain.area;
    household.town = plain.town;
    household.served = plain.served;
    household.wish = plain.wish;
    household.hasPhone = plain.hasPhone;
    household.hospitalCare = coversHospitalCare(household);
    household.recorded.byTownship = household.recorded.level != 0 && isTownship(family.piece.levelBy);
}

bool FamilyPieces::isTownship(UserId user)
{
    const auto [found, fresh] = m_township.try_emplace(user, false);
    if (fresh)
        found->second = worksForTownship(m_book.desk(), user);
    return found->second;
}

bool FamilyPieces::coversHospitalCare(const duty::Household& family)
{
    const auto [found, fresh] = m_hospitalCare.try_emplace({family.area, family.familyType}, false);
    if (fresh)
        found->second = ui::coversHospitalCare(m_book.desk(), family);
    return found->second;
}

void FamilyPieces::forget()
{
    m_kept.clear();
    m_fresh.clear();
    m_later.clear();
    m_township.clear();
    m_hospitalCare.clear();
}

const FamilySummary* FamilyPieces::summary(RecordId household) const
{
    const auto found = m_kept.find(household);
    return found == m_kept.end() ? nullptr : &found->second.summary;
}

std::optional<duty::Known> FamilyPieces::take(RecordId household)
{
    auto node = m_kept.extract(household);
    if (node.empty())
        return std::nullopt;
    return std::move(node.mapped().piece.known);
}

void FamilyPieces::keep(const Family& family, const FamilyPiece& piece)
{
    const RecordId id = family.summary.id;
    if (m_book.isJoined(id) || family.household.life != store::Life::active || family.household.record != id)
        return;
    const auto mark = m_book.desk().store().pieces().mark();
    if (!mark)
        return;
    if (!m_fresh.empty() && m_mark != *mark) {
        for (const auto& missed : m_fresh)
            m_later.insert(missed.root);
        m_fresh.clear();
    }
    m_mark = *mark;
    m_later.erase(id);
    const auto until = piece.until ? dayNumber(*piece.until) : std::numeric_limits<std::int64_t>::max();
    m_fresh.push_back({id, until, encodeKept({family.summary, piece})});
    if (m_fresh.size() >= kTogether)
        flush();
}

void FamilyPieces::flush()
{
    if (m_fresh.empty())
        return;
    const auto kept = m_book.desk().store().pieces().put(m_fresh, stamp(), m_mark);
    if (!kept || !*kept) // a full disk keeps what people write; this can be read again
        for (const auto& missed : m_fresh)
            m_later.insert(missed.root);
    m_fresh.clear();
}

void FamilyPieces::keepRest()
{
    flush();
    const auto later = std::exchange(m_later, {});
    if (later.empty() || later.size() > kMostLater)
        return;
    for (const auto& id : later)
        if (const auto family = m_book.load(id))
            keep(*family, familyPiece(m_book, *family));
    flush();
}

} // namespace lianxin::ui
