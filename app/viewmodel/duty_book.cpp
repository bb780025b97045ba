// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/duty_book.hpp"

#include "app/viewmodel/family_pieces.hpp"

#include <QElapsedTimer>

namespace lianxin::ui {
namespace {

// A township has a few hundred families: they are read in one go, in the time of a page turn. A county has ten thousand.
constexpr std::size_t kAtOnce = 800;
constexpr qint64 kStepMs = 8; // half a frame: touches and drawing go on
constexpr int kEachPercent = 5;

} // namespace

DutyBook::DutyBook(FamilyBook& book, QObject* parent) : QObject(parent), m_book(book)
{
    expectAll();
    m_step.setSingleShot(true);
    connect(&m_step, &QTimer::timeout, this, &DutyBook::step);
    connect(&book, &FamilyBook::changed, this, &DutyBook::note);
    // Weather, homes, drafts and notes are of no family, or of one that the book has told about already.
    connect(&book.desk(), &Desk::changed, this, &DutyBook::later);
    connect(&book.desk(), &Desk::closed, this, &DutyBook::forget);
    connect(&book.desk(), &Desk::languageChanged, this, &DutyBook::later);
}

int DutyBook::percentRead() const
{
    const auto all = m_book.order().size();
    return all == 0 ? 100 : static_cast<int>(100 * (all - std::min(all, m_outstanding.size())) / all);
}

void DutyBook::expect(RecordId household)
{
    const FamilySummary* summary = m_book.summary(household);
    m_outstanding.emplace(summary != nullptr ? summary->partition : PartitionId::directory(), household);
}

void DutyBook::expectAll()
{
    m_outstanding.clear();
    for (const auto& household : m_book.order())
        if (auto kept = m_book.pieces().take(household))
            m_pieces.insert_or_assign(household, std::move(*kept));
        else
            expect(household);
}

void DutyBook::note(const std::set<RecordId>& households)
{
    if (!households.empty()) {
        for (const auto& household : households)
            expect(household);
        return later();
    }
    // Everything is read anew, but what is known stays on the page until then.
    expectAll();
    std::erase_if(m_pieces, [&](const auto& piece) { return m_book.summary(piece.first) == nullptr; });
    later();
}

// Of a locked tablet nothing stays.
void DutyBook::forget()
{
    m_pieces.clear();
    m_outstanding.clear();
    m_duty = {};
    m_ready = false;
    m_inSteps = false;
    later();
}

void DutyBook::read(RecordId household)
{
    auto family = m_book.load(household);
    if (!family) {
        m_pieces.erase(household);
        return;
    }
    auto piece = familyPiece(m_book, *family);
    m_book.pieces().keep(*family, piece);
    m_pieces.insert_or_assign(household, std::move(piece.known));
}

void DutyBook::step()
{
    if (!m_book.desk().isOpen())
        return emit changed();
    m_inSteps =
        m_inSteps || m_outstanding.size() > kAtOnce; // and then to the end: the last ones are no reason to stand still
    if (!m_inSteps || m_outstanding.empty())
        return finish();
    QElapsedTimer watch;
    watch.start();
    while (!m_outstanding.empty() && watch.elapsed() < kStepMs) {
        const RecordId next = m_outstanding.begin()->second;
        m_outstanding.erase(m_outstanding.begin());
        read(next);
    }
    later();
    if (const int percent = percentRead(); !m_ready && percent / kEachPercent != m_said / kEachPercent) {
        m_said = percent;
        emit progressed();
    }
}

void DutyBook::refresh()
{
    if (!m_book.desk().isOpen())
        return;
    // Some pieces are of one day, or until one.
    if (m_ready && m_day != m_book.desk().today()) {
        m_book.pieces().readKept();
        expectAll();
    }
    if (!m_inSteps && m_outstanding.size() <= kAtOnce)
        return finish();
    later();
}

void DutyBook::finish()
{
    m_step.stop();
    for (const auto& [partition, household] : m_outstanding)
        read(household);
    m_outstanding.clear();
    if (!m_ready || m_inSteps)
        m_book.pieces().flush();
    m_day = m_book.desk().today();
    m_duty = dutyOfPieces(m_book, m_pieces);
    m_ready = true;
    m_inSteps = false;
    m_said = 0;
    emit changed();
}

} // namespace lianxin::ui
