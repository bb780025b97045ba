// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/engine/sim_server.hpp"

#include "sync/server/backup.hpp"
#include "tests/unit/store/faulty_vfs.hpp"

namespace lianxin::sim::engine {

namespace faulty = test::faulty;

// What server::StoreWorker does on its thread, at once. Here it can die between the commit and the answer.
class SimServer::Queue final : public server::StoreQueue {
public:
    explicit Queue(server::BatchStore& store) : m_store(store) {}
    bool post(std::shared_ptr<server::StoreTask> task) override
    {
        const auto done = task->writes() ? write(*task) : task->perform();
        if (dieAfterCommit && task->writes() && done)
            return true; // nobody hears of it
        task->answer(done);
        return true;
    }
    bool dieAfterCommit{false};

private:
    Result<void> write(server::StoreTask& task)
    {
        LIANXIN_CHECK(m_store.begin());
        if (auto done = task.perform(); !done) {
            m_store.rollback();
            return done;
        }
        return m_store.commit();
    }
    server::BatchStore& m_store;
};

SimServer::SimServer(const Ground& ground, std::string folder, const VirtualTime& time, std::uint64_t seed,
                     bool segments)
    : m_ground(ground), m_paths{std::move(folder)}, m_segments(segments), m_clock(time), m_random(seed)
{
    open();
}

SimServer::~SimServer() { drop(); }

void SimServer::open()
{
    ++m_lives;
    m_province = must(
        server::Province::open(m_paths, must(server::loadIdentity(m_paths)), m_ground.catalogue(), m_clock, m_random));
    if (m_segments)
        m_province->segments().offerFrom(1);
    m_province->store().compactFrom(3);
    m_queue = std::make_unique<Queue>(*m_province);
    constexpr double kNoLimit = 1e12; // rates are counted in real time, which does not exist here
    m_api = std::make_unique<server::ServerApi>(*m_province, *m_queue, m_log, server::ApiOptions{kNoLimit, kNoLimit});
    m_admin = std::make_unique<server::AdminService>(*m_province, "http://127.0.0.1:1");
}

void SimServer::drop()
{
    m_api.reset();
    m_admin.reset();
    m_queue.reset();
    m_province.reset();
}

// Closing must not tidy up what a dead process would have left: while it closes nothing more reaches the files.
void SimServer::kill()
{
    faulty::arm(faulty::Fault::io, 1);
    drop();
    faulty::disarm();
    open();
}

void SimServer::restart()
{
    must(m_province->close());
    drop();
    open();
}

void SimServer::backUp(const std::string& folder) { must(m_province->backup(folder)); }

Result<void> SimServer::announce(const std::string& folder)
{
    const auto identity = must(server::loadIdentity(m_paths));
    const auto held = must(server::verifyBackup(folder, identity.databaseKey));
    return administer({{"do", "backup-verified"}, {"folder", folder}, {"held", held}});
}

void SimServer::putBack(const std::string& folder)
{
    drop();
    const auto identity = must(server::loadIdentity(m_paths));
    must(server::restoreBackup(m_paths, identity.databaseKey, folder, m_clock.now(), m_random));
    open();
}

void SimServer::idle()
{
    for (int i = 0; i < 4; ++i) // a block of a feed each time
        m_province->whenIdle();
}

std::optional<server::HttpReply> SimServer::handle(const server::HttpRequest& request, const Death& death)
{
    std::optional<server::HttpReply> said;
    m_queue->dieAfterCommit = death.afterCommit;
    if (death.atWrite > 0)
        faulty::arm(faulty::Fault::io, death.atWrite);
    m_api->handle(request, [&said](server::HttpReply reply) { said = std::move(reply); });
    m_queue->dieAfterCommit = false;
    const bool died = (death.atWrite > 0 && faulty::fired()) || (death.afterCommit && !said);
    faulty::disarm();
    if (died) {
        said.reset();
        kill();
    }
    return said;
}

Result<void> SimServer::decide(const Dot& dot, bool release)
{
    return administer({{"do", release ? "release" : "withdraw"},
                       {"changeset", dot.replica.text() + "." + std::to_string(dot.number)}});
}

Result<void> SimServer::administer(const boost::json::object& command)
{
    LIANXIN_CHECK(m_province->begin());
    const auto done = m_admin->run(command);
    if (!done) {
        m_province->rollback();
        return done.error();
    }
    return m_province->commit();
}

} // namespace lianxin::sim::engine
