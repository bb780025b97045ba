// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/open_matters.hpp"

#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/record_lines.hpp"

#include <QElapsedTimer>

namespace lianxin::ui {
namespace {

constexpr std::size_t kFewer = 200; // records looked at one by one
constexpr std::size_t kPage = 250;  // newest records of a kind, read at once
// As today's page does it (DutyBook): a township at once, a county between two frames.
constexpr std::size_t kAtOnce = 800;
constexpr qint64 kStepMs = 8;

constexpr std::string_view kNote = "settle_note";
constexpr std::string_view kLedger = "fund_ledger"; // lies in an area and names the family

} // namespace

OpenMatters::OpenMatters(FamilyBook& book) : QObject(&book), m_book(book), m_desk(book.desk())
{
    const auto forget = [this] {
        m_read.reset();
        m_reading.reset();
        m_matters.clear();
        m_step.stop();
    };
    m_step.setSingleShot(true);
    connect(&m_step, &QTimer::timeout, this, &OpenMatters::step);
    connect(&m_desk, &Desk::opened, this, forget);
    connect(&m_desk, &Desk::closed, this, [this, forget] {
        forget();
        m_reading.emplace(); // others still ask while the desk is being closed: nothing is read for them
    });
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
void OpenMatters::look(RecordId place, Records records, Matters& into) const
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
        into.erase(place);
    else
        into[place] = std::move(found);
}

OpenMatters::Reading OpenMatters::begin()
{
    m_stale.clear();
    m_read = m_desk.today();
    Reading reading;
    for (const auto& type : m_desk.catalogue().types())
        if ((settle::isAsked(type) || type.name == kNote) && m_desk.mayRead(type))
            reading.types.push_back(&type);
    return reading;
}

// Newest first: what is asked about is of the last weeks, however many years the tablet holds.
void OpenMatters::readPage(Reading& reading) const
{
    const RecordType& type = *reading.types[reading.type];
    const auto views = m_desk.store().ofType(type.number, kPage, reading.from, true);
    bool isLast = !views || views->size() < kPage;
    if (views && !views->empty()) {
        for (const auto& view : *views)
            reading.places[placeOf(view)].push_back(view);
        const auto& last = views->back();
        const auto at = momentOf(type, forms::RecordFields(type, last), last.record);
        isLast = isLast || (type.timeline && daysBetween(dayInChina(at), *m_read) > settle::kAskedDays);
    }
    reading.from = isLast ? 0 : reading.from + kPage;
    reading.type += isLast ? 1 : 0;
}

bool OpenMatters::readSome(Reading& reading) const
{
    if (reading.type < reading.types.size()) {
        readPage(reading);
        return true;
    }
    if (reading.places.empty())
        return false;
    auto place = reading.places.extract(reading.places.begin());
    look(place.key(), std::move(place.mapped()), reading.found);
    return true;
}

void OpenMatters::readAnew()
{
    auto reading = begin();
    if (m_book.order().size() > kAtOnce) { // what was known stays until then
        m_reading = std::move(reading);
        return m_step.start(0);
    }
    while (readSome(reading)) {
    }
    m_matters = std::move(reading.found);
}

void OpenMatters::step()
{
    if (!m_reading || !m_desk.isOpen())
        return;
    QElapsedTimer watch;
    watch.start();
    bool more = true;
    while (more && watch.elapsed() < kStepMs)
        more = readSome(*m_reading);
    if (more)
        return m_step.start(0);
    const bool isNews = m_matters != m_reading->found;
    m_matters = std::move(m_reading->found);
    m_reading.reset();
    if (isNews)
        m_desk.noteChanged({});
}

void OpenMatters::readStale()
{
    std::set<RecordId> families;
    for (const auto& record : m_stale) {
        const auto view = m_desk.store().view(record);
        // Gone, or two files became one, or something of the ledger: all is looked at again.
        if (!view || view->type == m_desk.type("pair_note").number || view->type == m_desk.type(kLedger).number)
            return readAnew();
        const auto* type = m_desk.catalogue().type(view->type);
        if (type == nullptr || !(settle::isAsked(*type) || type->name == kNote))
            continue;
        if (m_book.summary(placeOf(*view)) == nullptr) // under no family of this tablet
            return readAnew();
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
            look(id, std::move(family->children), m_matters);
        }
}

std::vector<settle::Matter> OpenMatters::all()
{
    std::vector<settle::Matter> all;
    if (!m_desk.isOpen())
        return all;
    const bool isRead = m_read && *m_read == m_desk.today() && m_stale.size() <= kFewer;
    // What changes while it is being read is looked at again afterwards.
    if (!m_reading && !isRead)
        readAnew();
    else if (!m_reading && !m_stale.empty())
        readStale();
    for (const auto& [place, matters] : m_matters)
        all.insert(all.end(), matters.begin(), matters.end());
    return all;
}

} // namespace lianxin::ui
