// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/engine/engine_world.hpp"

#include "tests/simulation/engine/carriers.hpp"
#include "tests/simulation/engine/engine_judge.hpp"
#include "tests/simulation/engine/marks.hpp"
#include "tests/simulation/engine/network.hpp"
#include "tests/simulation/engine/people.hpp"
#include "tests/simulation/engine/pictures.hpp"
#include "tests/simulation/engine/restores.hpp"

#include <algorithm>
#include <optional>

namespace lianxin::sim::engine {

namespace {

class EngineWorld {
public:
    EngineWorld(const Ground& ground, Mix mix, std::uint64_t seed, std::ostream* trace)
        : m(ground, seed, trace), m_judge(m),
          m_network(m, {[this] { judgeServer(); }, [this](SimTablet& tablet) { judgeTablet(tablet); }}),
          m_people(m, [this](SimTablet& tablet) { judgeTablet(tablet); }),
          m_pictures(m, [this](SimTablet& tablet) { judgeTablet(tablet); }), m_restores(m, seed)
    {
        m.forbiddenPercent = m.pick(3) == 0 ? 35 : m.pick(12);
        m.wide = m.chance(30);
        m.segments = m.chance(60);
        const bool grants = mix == Mix::grants;
        const bool pictures = m.chance(25) && (mix == Mix::plain || mix == Mix::marks);
        m.revokes = !pictures && m.chance(40) && grants;
        m.moves = !pictures && m.chance(50) && grants;
        m.moves = m.moves || mix == Mix::healing || (grants && !m.revokes); // without both it would be plain
        // The two counsellors share a case; with two tablets it is they, or the village worker and the officer.
        std::vector<int> people{0, 1, 2, 3};
        if (m.chance(40))
            people = m.chance(50) ? std::vector<int>{0, 1} : std::vector<int>{2, 3};
        else if (m.chance(50))
            people.erase(people.begin() + m.pick(4));
        m_restoring = mix == Mix::healing || (!m.moves && !m.revokes && m.chance(50));
        if (mix == Mix::marks)
            m_marks.emplace(m);
        m.note(std::string("begins") + (m.moves ? ", families move" : "") + (m.revokes ? ", grants come and go" : "") +
               (m_restoring ? ", the server is put back" : ""));
        const auto place = m.place = ground.copy(static_cast<int>(kPeople.size()));
        m.server = std::make_unique<SimServer>(ground, Ground::serverIn(place), m.time, seed + 1000, m.segments);
        for (const int person : people)
            m.tablets.push_back(std::make_unique<SimTablet>(
                ground, person, Ground::tabletIn(place, person), m.time, seed + static_cast<std::uint64_t>(person),
                pictures,
                [this](SimTablet& tablet, std::string_view path, std::string body, const client::Authorise& authorise,
                       client::AnswerDone done) {
                    m_network.send(tablet, path, std::move(body), authorise, std::move(done));
                }));
        m_carriers.emplace(
            m, Carriers::Watch{[this] { judgeServer(); }, [this](SimTablet& tablet) { judgeTablet(tablet); }}, place,
            seed, !m_restoring && !m.moves && !m.revokes && !m_marks);
        if (m_marks)
            m_marks->begin();
    }

    SeedResult run()
    {
        // Mostly short ones, as in the first layer: what is rare needs many beginnings, not long ends. One in eight goes on for long.
        const bool isLong = m.pick(8) == 0;
        const int steps = isLong ? 60 + m.pick(90) : 8 + m.pick(1 + m.pick(40));
        m_grantPercent = isLong ? 6 : 18;
        m_restorePercent = !m_restoring ? 0
                           : isLong     ? 5
                                        : 15; // a backup, something after it, and back: also in twenty steps
        for (int i = 0; i < steps && !m.failed(); ++i) {
            step();
            if (!m.failed())
                m_carriers->step();
        }
        settle();
        return m.result;
    }

private:
    SimTablet& anyTablet() { return *m.tablets[static_cast<std::size_t>(m.pick(static_cast<int>(m.tablets.size())))]; }
    void judgeServer()
    {
        m_network.learnWaiting();
        m.noteFeeds();
        if (!m.failed())
            m_judge.server();
    }
    void judgeTablet(SimTablet& tablet)
    {
        m_network.noteLoads(tablet);
        if (!m.failed())
            m_judge.tablet(tablet);
        if (!m.failed())
            m_pictures.judge(tablet);
        if (!m.failed() && m_carriers)
            m_carriers->judge(tablet);
        if (!m.failed() && m_marks)
            m_marks->judge(tablet);
    }

    // About pictures, in histories that have them.
    void picture()
    {
        auto& tablet = anyTablet();
        const int what = m.pick(3);
        what == 0 ? m_pictures.make(tablet) : what == 1 ? m_pictures.changeMind(tablet) : m_pictures.look(tablet);
    }

    void step()
    {
        if (m_marks) {
            if (m.chance(8) && m_marks->step())
                return judgeServer();
        } else if (m_restoring && m.chance(m_restorePercent))
            return m.chance(50) ? m_restores.backUp() : putBack();
        if (m.tablets.front()->transfer && m.chance(15))
            return picture();
        if (m.revokes && m.chance(m_grantPercent))
            return touchGrants();
        const int what = m.pick(100);
        if (what < 48)
            pass();
        else if (what < 58)
            m_people.openForm(anyTablet());
        else if (what < 82)
            m_people.save(anyTablet());
        else if (what < 86)
            m_people.touchLink(anyTablet());
        else if (what < 89)
            m_people.die(anyTablet());
        else if (what < 91)
            m_people.setClock(anyTablet());
        else if (what < 93)
            anyTablet().runner->syncNow();
        else if (what < 95)
            m.chance(70) ? m_network.presentStale(anyTablet()) : m_network.presentForged(anyTablet());
        else if (what < 98)
            decide(m.chance(50));
        else
            touchServer();
    }

    void putBack()
    {
        if (m_restores.putBack())
            judgeServer();
    }

    // Up to four of the things that are due happen.
    void pass()
    {
        for (int i = 1 + m.pick(4); i > 0 && !m.time.isEmpty() && !m.failed(); --i)
            m.time.runNext();
    }

    void touchServer()
    {
        const int what = m.pick(3);
        m.note(what == 0 ? "the server dies" : what == 1 ? "the server is closed and opened" : "the server is idle");
        m.result.deaths += what == 0;
        if (what == 0)
            m.server->kill();
        else if (what == 1)
            m.server->restart();
        else
            m.server->idle();
        judgeServer();
    }

    // An administrator takes a person's area or gives it back; of the first two people also the tablet. Those may lie in a drawer for weeks.
    void touchGrants()
    {
        auto& tablet = anyTablet();
        const auto index = static_cast<std::size_t>(tablet.index);
        const auto& plan = kPeople[index];
        if (tablet.index < 2 && m.chance(25)) {
            m.revoked[index] = !m.revoked[index];
            m.note(std::string(m.revoked[index] ? "revoke" : "readmit") + " the tablet T" +
                   std::to_string(tablet.index));
            must(m.server->administer({{"do", m.revoked[index] ? "revoke-tablet" : "readmit-tablet"},
                                       {"replica", tablet.who.replica.text()}}));
            return judgeServer();
        }
        const bool give = !m.grants[index].back();
        m.note(std::string(give ? "give back" : "take") + " the area of T" + std::to_string(tablet.index));
        must(m.server->administer({{"do", give ? "grant" : "revoke"},
                                   {"user", tablet.who.user.text()},
                                   {"role", plan.role},
                                   {"areas", boost::json::array{plan.area}}}));
        m.grants[index].push_back(give);
        judgeServer();
    }

    void decide(bool release)
    {
        if (m.pending.empty())
            return;
        auto chosen = m.pending.begin();
        std::advance(chosen, m.pick(static_cast<int>(m.pending.size())));
        const auto dot = *chosen;
        m.note(std::string(release ? "release " : "withdraw ") + m.textOf({dot}));
        const Dot named{m.ground.person(dot.first).replica, dot.second};
        if (const auto done = m.server->decide(named, release); !done)
            return m.violated("could not decide: " + done.error().detail);
        m.pending.erase(chosen);
        if (release) {
            m.applied(dot);
        } else {
            m.withdrawn.push_back(named);
            m.oracle.changeset(dot).quarantined = false;
        }
        judgeServer();
    }

    // An administrator has asked people where a family is, and believes who says that it came to them.
    void takeWaiting()
    {
        const auto& first = m.waiting.begin()->second;
        const auto root = m.rootOf(first.record);
        m.note("what waits of a family counts");
        must(m.server->administer({{"do", "release"}, {"changeset", root.text() + ":" + first.donor.text()}}));
        judgeServer();
    }

    void passTime(Millis time)
    {
        const auto until = m.time.now() + time;
        while (!m.failed() && !m.time.isEmpty() && m.time.nextAt() <= until)
            m.time.runNext();
        m.time.wait(std::max<Millis>(0, until - m.time.now()));
    }

    // Nonsense came from something in between: the engine stands still until a person asks again.
    void askWhereRefused()
    {
        for (auto& tablet : m.tablets)
            if (!m.failed() && tablet->runner->state().phase == core::Phase::refused)
                tablet->runner->syncNow();
    }

    // I17, I1: with a good link and every quarantine decided, the system goes quiet and all hold the same.
    void settle()
    {
        m.calm = true;
        m.note("calm");
        for (auto& tablet : m.tablets) {
            tablet->linkUp = true;
            tablet->setOnline(true);
        }
        askWhereRefused();
        m_pictures.giveAll();
        passTime(kUntilAllAsked);
        askWhereRefused(); // the last nonsense was still under way
        passTime(kOneRound);
        m_carriers->settle();
        while (!m.pending.empty() && !m.failed())
            decide(m.chance(50));
        while (!m.waiting.empty() && !m.failed())
            takeWaiting();
        passTime(kOneRound);
        if (m.tablets.front()->transfer)
            settlePictures();
        const auto pushes = m.pushes;
        const auto frames = m.frames;
        passTime(kOneRound);
        if (!m.failed() && (m.pushes != pushes || m.frames != frames))
            m.violated("I17 after all is said something is still sent");
        if (!m.failed())
            m_judge.atRest();
        if (!m.failed())
            m_restores.judge();
        if (!m.failed() && m_marks)
            m_marks->atRest();
        if (!m.failed())
            m_pictures.atRest();
        if (!m.failed())
            m_carriers->atRest();
    }

    // What somebody looked at before its maker had sent it is asked for once more when it is looked at again.
    void settlePictures()
    {
        for (int round = 0; round < 2 && !m.failed(); ++round) {
            m_pictures.giveAll();
            passTime(kOneRound);
        }
    }

    // Above the silence after which a request is given up, then the longest wait, then a question each, and the slowest request under way.
    static constexpr Millis kUntilAllAsked = 240'000;
    static constexpr Millis kOneRound = 65'000; // above the interval of regular questions
    History m;
    EngineJudge m_judge;
    Network m_network;
    People m_people;
    Pictures m_pictures;
    std::optional<Carriers> m_carriers;
    Restores m_restores;
    std::optional<Marks> m_marks; // in their place
    bool m_restoring{false};      // the server is put back to backups
    int m_restorePercent{0};      // of the steps
    int m_grantPercent{0};        // of the steps, where grants come and go
};

} // namespace

EngineLayer::EngineLayer(Mix mix) : m_mix(mix) {}
EngineLayer::~EngineLayer() = default;

SeedResult EngineLayer::run(std::uint64_t seed, std::ostream* trace)
{
    if (!m_ground)
        m_ground = std::make_unique<Ground>();
    return EngineWorld(*m_ground, m_mix, seed, trace).run();
}

} // namespace lianxin::sim::engine
