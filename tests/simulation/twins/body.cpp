// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/twins/body.hpp"

#include <filesystem>

namespace fs = std::filesystem;

namespace lianxin::sim::twins {

namespace {

std::string seedOf(const seal::SignKey& key)
{
    const auto seed = key.seed();
    return {reinterpret_cast<const char*>(seed.span().data()), seed.span().size()};
}

seal::SignKey keyOf(const std::string& seed)
{
    return seal::SignKey::fromSeed(std::span<const std::uint8_t, seal::kSeedSize>(
        reinterpret_cast<const std::uint8_t*>(seed.data()), seal::kSeedSize));
}

} // namespace

Body::Body(const engine::Ground& ground, int whose, int number, std::string file, engine::VirtualTime& time,
           std::uint64_t seed, Post post)
    : person(whose), index(number), clock(time), replica(ground.person(whose).replica), m_ground(ground),
      m_file(std::move(file)), m_time(time), m_random(seed), m_post(std::move(post)),
      m_key(keyOf(seedOf(ground.person(whose).key)))
{}

void Body::open()
{
    const auto& who = m_ground.person(person);
    store = must(
        store::ReplicaStore::open(m_file, who.fileKey, {&m_ground.catalogue(), &m_ground.folder(), &clock, &m_random}));
    client::EffectRunner::Ports ports;
    ports.post = [this](std::string_view path, std::string body, const client::Authorise& authorise,
                        client::AnswerDone done) { m_post(*this, path, std::move(body), authorise, std::move(done)); };
    ports.startTimer = [this](std::chrono::milliseconds delay) {
        m_time.after(delay.count(), [this, timer = ++m_timer] {
            if (timer == m_timer)
                runner->timerFired();
        });
    };
    ports.stopTimer = [this] { ++m_timer; };
    ports.changed = [] {};
    ports.recordsReceived = [](const std::vector<RecordId>&) {};
    replica = must(store->syncState()).replica;
    runner = std::make_unique<client::EffectRunner>(*store, client::SyncIdentity{replica, &*m_key, who.receiptKey},
                                                    m_random, clock, std::move(ports));
    runner->anotherId(*this);
    must(runner->start());
    runner->setOnline(true);
}

void Body::close()
{
    ++life;
    ++m_timer;
    std::erase_if(forms, [](const Form& form) { return !form.draft; });
    runner.reset();
    store.reset();
}

Storage Body::copy(const std::string& file)
{
    must(store->checkpoint());
    fs::copy_file(m_file, file, fs::copy_options::overwrite_existing);
    Storage made{file, seedOf(*m_key), {}, replica, forms, mine};
    std::erase_if(made.forms, [](const Form& form) { return !form.draft; });
    if (m_next)
        made.next = seedOf(*m_next);
    return made;
}

void Body::putBack(const Storage& storage)
{
    close();
    for (const char* end : {"-wal", "-shm"})
        fs::remove(m_file + end);
    fs::copy_file(storage.file, m_file, fs::copy_options::overwrite_existing);
    m_key = keyOf(storage.key);
    m_next.reset();
    if (storage.next)
        m_next = keyOf(*storage.next);
    forms = storage.forms;
    mine = storage.mine;
    open();
}

Result<const seal::SignKey*> Body::nextKey()
{
    if (!m_next)
        m_next = seal::SignKey::generate(m_random);
    return &*m_next;
}

Result<void> Body::keyTaken()
{
    m_next.reset();
    return {};
}

Result<void> Body::became(ReplicaId id)
{
    replica = id;
    *m_key = std::move(*m_next);
    m_next.reset();
    ++ids;
    return {};
}

} // namespace lianxin::sim::twins
