// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/engine/sim_tablet.hpp"

#include "tests/unit/store/faulty_vfs.hpp"

namespace lianxin::sim::engine {

namespace faulty = test::faulty;

SimTablet::SimTablet(const Ground& ground, int person, std::string path, VirtualTime& time, std::uint64_t seed,
                     bool pictures, Post post)
    : index(person), who(ground.person(person)), clock(time), epoch(who.epoch), m_ground(ground),
      m_path(std::move(path)), m_time(time), m_random(seed), m_pictures(pictures), m_post(std::move(post))
{
    open();
}

SimTablet::~SimTablet() { drop(); }

void SimTablet::open()
{
    store = must(
        store::ReplicaStore::open(m_path, who.fileKey, {&m_ground.catalogue(), &m_ground.folder(), &clock, &m_random}));
    client::EffectRunner::Ports ports;
    ports.post = [this](std::string_view path, std::string body, const client::Authorise& authorise,
                        client::AnswerDone done) {
        if (!m_mortal || !faulty::fired()) // else this process is dead already
            m_post(*this, path, std::move(body), authorise, std::move(done));
    };
    ports.startTimer = [this](std::chrono::milliseconds delay) {
        m_time.after(delay.count(), [this, timer = ++m_timer] {
            if (timer == m_timer)
                runner->timerFired();
        });
    };
    ports.stopTimer = [this] { ++m_timer; };
    ports.changed = [] {};
    ports.recordsReceived = [](const std::vector<RecordId>&) {};
    runner = std::make_unique<client::EffectRunner>(*store, client::SyncIdentity{who.replica, &who.key, who.receiptKey},
                                                    m_random, clock, std::move(ports));
    runner->trim(m_trimming);
    if (m_pictures) {
        blobs = must(store::BlobStore::open(m_path + "-pictures", who.fileKey, {&clock, nullptr}));
        transfer = std::make_unique<client::BlobTransfer>(
            client::BlobTransfer::Ports{*blobs, clock, who.receiptKey, [this] { runner->carryWanted(); }});
        transfer->setDailyLimit(client::BlobTransfer::kNoLimit);
        runner->carry(*transfer);
    }
    must(runner->start());
    runner->setOnline(online);
}

void SimTablet::drop()
{
    ++life;
    ++m_timer;
    runner.reset();
    transfer.reset();
    blobs.reset();
    store.reset();
}

// Closing must not tidy up what a dead process would have left: while it closes nothing more reaches the file.
void SimTablet::kill()
{
    faulty::arm(faulty::Fault::io, 1);
    drop();
    faulty::disarm();
    std::erase_if(forms, [](const OpenForm& form) { return !form.front().draft; }); // what was only in memory is gone
    open();
}

void SimTablet::lose()
{
    faulty::arm(faulty::Fault::io, 1);
    drop();
    faulty::disarm();
}

void SimTablet::restart()
{
    drop();
    open();
}

bool SimTablet::runMortal(int atWrite, const std::function<void()>& what)
{
    if (atWrite == 0) {
        what();
        return false;
    }
    faulty::arm(faulty::Fault::io, atWrite);
    m_mortal = true;
    what();
    m_mortal = false;
    const bool died = faulty::fired();
    faulty::disarm();
    if (died)
        kill();
    return died;
}

void SimTablet::setOnline(bool now)
{
    online = now;
    runner->setOnline(now);
}

} // namespace lianxin::sim::engine
