// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/open_matters.hpp"

#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/record_lines.hpp"

namespace lianxin::ui {
namespace {

constexpr std::size_t kFewer = 200; // records looked at one by one
constexpr std::size_t kPage = 500;  // newest records of a kind, read at once

constexpr std::string_view kNote = "settle_note";
constexpr std::string_view kLedger = "fund_ledger"; // lies in an area and names the family

} // namespace

OpenMatters::OpenMatters(FamilyBook& book) : QObject(&book), m_book(book), m_desk(book.desk())
{
    const auto forget = [this] { m_read.reset(); };
    connect(&m_desk, &Desk::opened, this, forget);
    connect(&m_desk, &Desk::closed, this, forget);
    connect(&m_desk, &Desk::changed, this, [this](const std::set<RecordId>& records) {
        if (m_read)
            m_stale.insert(records.begin(), records.end());
    });
}

RecordId OpenMatters::placeOf(const store::RecordView& view) const
{
    if (view.type == m_desk.type(kLedger).number)
        return m_book.kept(forms::RecordFields(m_desk.type(kLedger), view).ref("household").value_or(RecordId{}));
    return m_book.kept(view.root);
}

// Lists hold what is in use; what was put away is looked up where somebody added to it.
void OpenMatters::look(RecordId place, Records records)
{
    std::set<RecordId> targets;
    for (const auto& view : records)
        if (const auto target = settle::addsTo(m_desk.catalogue(), view))
            targets.insert(*target);
    for (const auto& target : targets)
        if (auto view = m_desk.store().view(target); view && view->life == store::Life::voided)
            records.push_back(std::move(*view));
    auto found = settle::mattersOf(m_desk.catalogue(), records, m_desk.today());
    if (found.empty())
        m_matters.erase(place);
    else
        m_matters[place] = std::move(found);
}

// Newest first: what is asked about is of the last weeks, however many years the tablet holds.
void OpenMatters::readAll()
{
    m_matters.clear();
    m_stale.clear();
    m_read = m_desk.today();
    std::map<RecordId, Records> places;
    for (const auto& type : m_desk.catalogue().types()) {
        if (!(settle::isAsked(type) || type.name == kNote) || !m_desk.mayRead(type))
            continue;
        const std::size_t page = type.timeline ? kPage : 0;
        for (std::size_t from = 0;; from += kPage) {
            const auto views = m_desk.store().ofType(type.number, page, from, true);
            if (!views || views->empty())
                break;
            for (const auto& view : *views)
                places[placeOf(view)].push_back(view);
            const auto& last = views->back();
            const auto at = momentOf(type, forms::RecordFields(type, last), last.record);
            if (page == 0 || views->size() < page || daysBetween(dayInChina(at), *m_read) > settle::kAskedDays)
                break;
        }
    }
    for (auto& [place, records] : places)
        look(place, std::move(records));
}

void OpenMatters::readStale()
{
    std::set<RecordId> families;
    for (const auto& record : m_stale) {
        const auto view = m_desk.store().view(record);
        // Gone, or two files became one, or something of the ledger: all is looked at again.
        if (!view || view->type == m_desk.type("pair_note").number || view->type == m_desk.type(kLedger).number)
            return readAll();
        const auto* type = m_desk.catalogue().type(view->type);
        if (type == nullptr || !(settle::isAsked(*type) || type->name == kNote))
            continue;
        if (m_book.summary(placeOf(*view)) == nullptr) // under no family of this tablet
            return readAll();
        families.insert(placeOf(*view));
    }
    m_stale.clear();
    for (const auto& id : families)
        if (auto family = m_book.load(id)) {
            const auto& ledger = m_desk.type(kLedger);
            if (m_desk.mayRead(ledger))
                if (const auto rows = m_desk.store().ofType(ledger.number))
                    for (const auto& row : *rows)
                        if (placeOf(row) == id)
                            family->children.push_back(row);
            look(id, std::move(family->children));
        }
}

std::vector<settle::Matter> OpenMatters::all()
{
    std::vector<settle::Matter> all;
    if (!m_desk.isOpen())
        return all;
    if (!m_read || *m_read != m_desk.today() || m_stale.size() > kFewer)
        readAll();
    else if (!m_stale.empty())
        readStale();
    for (const auto& [place, matters] : m_matters)
        all.insert(all.end(), matters.begin(), matters.end());
    return all;
}

} // namespace lianxin::ui
