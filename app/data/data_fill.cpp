// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/data_fill.hpp"

#include "app/data/person_save.hpp"
#include "platform/system_clock.hpp"
#include "platform/system_random.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lianxin::data {

namespace {

std::vector<NamedChange> familiesOf(const Generator& generator, std::size_t households)
{
    auto changes = generator.edgePack();
    const auto add = [&changes](std::vector<NamedChange> more) {
        std::move(more.begin(), more.end(), std::back_inserter(changes));
    };
    add(generator.works(households));
    for (std::size_t i = 0; i < households; ++i) {
        add(generator.household(i));
        add(generator.services(i));
    }
    return changes;
}

} // namespace

DataFill::DataFill(FillOptions options, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_transport(m_options.server, m_options.caPem),
      m_random(std::make_unique<platform::SystemRandom>()), m_key(seal::SignKey::generate(*m_random)),
      m_folder(store::makeTextFolder())
{}

void DataFill::start()
{
    client::EnrolAsk ask;
    ask.code = m_options.code;
    ask.replicaKey = &m_key;
    ask.label = "lianxin-data";
    ask.expected = seal::Realm::demo; // made-up people never go to a production server
    ask.pinnedRoot = m_options.root;
    client::enrol(m_transport, ask, [this](const Result<wire::EnrolReply>& reply) { enrolled(reply); });
}

void DataFill::enrolled(const Result<wire::EnrolReply>& reply)
{
    if (!reply)
        return give(false, std::string("enrolment: ") + errcName(reply.error().code) + " " + reply.error().detail);
    if (const auto written = write(*reply); !written)
        return give(false, std::string("writing: ") + errcName(written.error().code) + " " + written.error().detail);
    m_driver = std::make_unique<client::SyncDriver>(
        *m_store, m_transport, client::SyncIdentity{reply->replica, &m_key, reply->receiptKey()}, *m_random);
    connect(m_driver.get(), &client::SyncDriver::changed, this, &DataFill::look);
    if (const auto started = m_driver->start(); !started)
        return give(false, started.error().detail);
    m_driver->setOnline(true);
}

Result<void> DataFill::write(const wire::EnrolReply& reply)
{
    store::RawKey key;
    m_random->fill(key.key);
    m_random->fill(key.salt);
    LIANXIN_TRY(m_store, store::ReplicaStore::open(m_options.scratch + "/data.db", key,
                                                   {m_options.catalogue, m_folder.get(), &m_clock, m_random.get()}));
    LIANXIN_CHECK(m_store->initialise(reply.replica, reply.user, reply.epoch, reply.scopeGeneration));
    LIANXIN_TRY(const auto generator, m_options.generator(reply.user));
    auto changes = m_options.library ? generator.library()
                   : m_options.looks ? generator.looks()
                                     : familiesOf(generator, m_options.households);
    // As it happened, so that the order of the writes is the order of the story.
    std::stable_sort(changes.begin(), changes.end(),
                     [](const NamedChange& a, const NamedChange& b) { return a.at < b.at; });
    PersonSave person({*m_options.catalogue, *m_store, m_clock, reply.user});
    for (const auto& change : changes) {
        LIANXIN_TRY(m_saved, person.save(change));
    }
    m_clock.set(platform::SystemClock().now());
    return {};
}

void DataFill::look()
{
    const auto phase = m_driver->state().phase;
    if (phase == core::Phase::forked || phase == core::Phase::refused)
        return give(false, "the server refuses: " +
                               (m_driver->trouble() ? m_driver->trouble()->detail : std::string("no reason")));
    if (phase == core::Phase::waiting && m_driver->state().attempt > 5)
        return give(false,
                    "no answer: " + (m_driver->trouble() ? m_driver->trouble()->detail : std::string("no reason")));
    if (phase != core::Phase::idle || m_driver->state().acknowledged < m_saved)
        return;
    const auto counts = m_store->counts();
    if (!counts || counts->heldBack > 0)
        give(false, counts ? std::to_string(counts->heldBack) + " changes are held back by the server"
                           : counts.error().detail);
    else
        give(true, std::to_string(m_saved) + " changes received by the province");
}

void DataFill::give(bool good, const std::string& said)
{
    if (!std::exchange(m_done, true))
        emit finished(good, QString::fromStdString(said));
}

} // namespace lianxin::data
