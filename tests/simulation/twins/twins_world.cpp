// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/twins/twins_world.hpp"

#include "sync/seal/hash.hpp"
#include "sync/wire/changeset_codec.hpp"
#include "tests/simulation/twins/link.hpp"

#include <algorithm>
#include <deque>
#include <map>

namespace lianxin::sim {
namespace twins {

namespace {
constexpr std::array<std::uint32_t, kWritten> kRegister{11, 15};
constexpr std::size_t kMostBodies = 5;
constexpr Millis kRound = 65'000;
constexpr int kRequestsSince = 3'000; // since an image was made
constexpr int kRounds = 12;           // bodies find out about each other one after the other

PartitionId village() { return *PartitionId::parse("v:350128001201"); }
Uid uidOf(const Value& value) { return std::stoi(value.asText().value_or("u0").substr(1)); }
} // namespace

class World {
public:
    World(const engine::Ground& ground, std::uint64_t seed, std::ostream* trace)
        : m_ground(ground), m(seed, trace), m_link(m, [this](Body& body) { judge(body); }), m_place(ground.copy(2)),
          m_seed(seed)
    {
        m.server = std::make_unique<engine::SimServer>(ground, engine::Ground::serverIn(m_place), m.time, seed + 1000,
                                                       m.chance(30));
        engine::SeededRandom ids(seed);
        m_family = makeRecordId(1'790'000'000'000, ids);
        for (int person = 0; person < 2; ++person)
            add(person, engine::Ground::tabletIn(m_place, person)).open();
    }

    SeedResult run()
    {
        write(*m_bodies[0], {});
        m.calm = true;
        m.pass(2 * kRound);
        m.calm = false;
        for (int steps = 40 + m.pick(60); steps > 0 && !m.failed(); --steps)
            step();
        settle();
        return m.result;
    }

private:
    static std::string who(const Body& body) { return "B" + std::to_string(body.index); }
    Body& any() { return *m_bodies[static_cast<std::size_t>(m.pick(static_cast<int>(m_bodies.size())))]; }

    Body& add(int person, std::string file)
    {
        const int index = static_cast<int>(m_bodies.size());
        m_bodies.push_back(std::make_unique<Body>(
            m_ground, person, index, std::move(file), m.time, m_seed * 17 + static_cast<std::uint64_t>(index),
            [this](Body& body, std::string_view path, std::string text, const client::Authorise& authorise,
                   client::AnswerDone done) { m_link.send(body, path, std::move(text), authorise, std::move(done)); }));
        return *m_bodies.back();
    }

    // --- what people do

    static core::Heads shown(const store::RecordView& view, int reg)
    {
        const auto* found = view.find({kRegister[static_cast<std::size_t>(reg)], {}});
        return found != nullptr ? found->heads : core::Heads{};
    }
    // Everything that a form reflects which shows these values: each was written over what its own form had shown.
    std::set<Uid> seenBy(const store::RecordView& view, int reg) const
    {
        std::set<Uid> seen;
        for (const auto& head : shown(view, reg)) {
            const auto uid = uidOf(head.value);
            seen.insert(uid);
            seen.insert(m_past.at(uid).begin(), m_past.at(uid).end());
        }
        return seen;
    }
    Form openForm(Body& body)
    {
        Form form;
        if (!must(body.store->contains(m_family)))
            return form;
        auto opened = must(body.store->openForEdit(m_family));
        for (int reg = 0; reg < kWritten; ++reg)
            form.seen[static_cast<std::size_t>(reg)] = seenBy(opened.view, reg);
        form.past = std::move(opened.past);
        return form;
    }
    void keepOpen(Body& body)
    {
        auto form = openForm(body);
        if (m.chance(60)) {
            store::Draft draft;
            engine::SeededRandom ids(m.random());
            draft.id = makeRecordId(1'790'000'000'000 + m.time.now(), ids);
            draft.record = draft.root = m_family;
            draft.past = std::exchange(form.past, {});
            draft.body = "{}";
            must(body.store->putDraft(draft));
            form.draft = draft.id;
        }
        m.note(who(body) + " opens a form" + (form.draft ? ", kept as a draft" : ""));
        body.forms.push_back(std::move(form));
    }
    void write(Body& body, Form form)
    {
        store::Edit edit;
        const auto place = village();
        const bool isNew = !must(body.store->contains(m_family));
        store::RecordEdit one{m_family, m_family, m_ground.catalogue().type(std::string_view("household"))->number,
                              place,    {},       {}};
        one.past = form.draft ? must(body.store->draft(*form.draft))->past : form.past;
        if (isNew)
            one.writes.push_back({{kLocationRegister, {}}, Value::fromText(place.text())});
        const int first = m.pick(kWritten);
        for (int i = 0; i < (m.chance(40) ? kWritten : 1); ++i) {
            const auto reg = static_cast<std::size_t>((first + i) % kWritten);
            const Uid uid = ++m_uids;
            m_past[uid] = form.seen[reg];
            m_registerOf[uid] = static_cast<int>(reg);
            one.writes.push_back({{kRegister[reg], {}}, Value::fromText("u" + std::to_string(uid))});
            body.mine.insert(uid);
        }
        edit.records = {std::move(one)};
        edit.draft = form.draft;
        const auto saved = must(body.store->save(edit));
        m.note(who(body) + " saves " + std::to_string(saved.number) + ", up to u" + std::to_string(m_uids));
        ++m.result.edits;
        judge(body);
        body.runner->noteSaved(saved.number);
    }

    void step()
    {
        auto& body = any();
        const int what = m.pick(100);
        if (what < 50) {
            for (int i = 1 + m.pick(4); i > 0 && !m.time.isEmpty() && !m.failed(); --i)
                m.time.runNext();
        } else if (what < 60) {
            keepOpen(body);
        } else if (what < 82) {
            Form form;
            if (!body.forms.empty() && m.chance(50)) {
                const auto at = body.forms.begin() + m.pick(static_cast<int>(body.forms.size()));
                form = *at;
                body.forms.erase(at);
            } else {
                form = openForm(body);
            }
            if (must(body.store->contains(m_family)))
                write(body, std::move(form));
        } else if (what < 86) {
            body.close();
            body.open();
        } else if (what < 91) {
            clone(body);
        } else if (what < 94) {
            makeImage(body);
        } else if (what < 97) {
            putBack(body);
        } else {
            body.runner->syncNow();
        }
    }
    void clone(Body& body)
    {
        if (m_bodies.size() >= kMostBodies)
            return;
        const auto storage = body.copy(m_place + "/copy");
        auto& twin = add(body.person, m_place + "/twin" + std::to_string(m_bodies.size()));
        m.note(who(twin) + " is a clone of " + who(body));
        twin.putBack(storage);
        judge(twin);
    }
    // And the tablet is in use for a long time before that matters: counters are all that this costs here.
    void makeImage(Body& body)
    {
        const auto file = m_place + "/image" + std::to_string(m_images.size());
        m_images.emplace_back(body.person, body.copy(file));
        m.note(who(body) + ": an image is made");
        for (int i = 0; i < kRequestsSince; ++i)
            std::ignore = must(body.store->nextRequestCounter());
    }
    void putBack(Body& body)
    {
        for (const auto& [person, storage] : m_images)
            if (person == body.person && m.chance(60)) {
                m.note(who(body) + " is put back from an image");
                body.putBack(storage);
                return judge(body);
            }
    }

    // --- what must hold

    // Read your writes, and nothing that was overwritten beside what overwrote it.
    void judge(Body& body)
    {
        if (m.failed() || !must(body.store->contains(m_family)))
            return;
        const auto view = must(body.store->view(m_family));
        for (int reg = 0; reg < kWritten; ++reg) {
            const auto seen = seenBy(view, reg);
            for (const auto uid : body.mine)
                if (m_registerOf.at(uid) == reg && !seen.contains(uid))
                    return m.violated("I4 " + who(body) + " does not show its own u" + std::to_string(uid));
            const auto heads = shown(view, reg);
            for (const auto& head : heads)
                for (const auto& other : heads)
                    if (m_past.at(uidOf(other.value)).contains(uidOf(head.value)))
                        return m.violated("I3 " + who(body) + " shows u" + std::to_string(uidOf(head.value)) +
                                          " beside what replaced it");
        }
    }
    void settle()
    {
        m.calm = true;
        m.note("calm");
        for (int round = 0; round < kRounds && !m.failed(); ++round) {
            m.pass(kRound);
            for (auto& body : m_bodies)
                body->runner->syncNow();
        }
        m.pass(2 * kRound);
        if (!m.failed())
            atRest();
    }
    // By what the archive holds: every value once, whichever ids it came under.
    std::set<Uid> taken()
    {
        std::set<Uid> all;
        auto rows = must(m.server->province().store().database().statement("SELECT body FROM archive"));
        while (must(rows.step())) {
            const auto changeset = must(wire::decodeChangeset(std::string(rows.blobAt(0))));
            for (const auto& change : changeset.changes)
                for (const auto& write : change.writes)
                    if (change.record == m_family && write.key.number != kLocationRegister &&
                        std::ranges::find(kRegister, write.key.number) != kRegister.end() &&
                        !all.insert(uidOf(write.value)).second)
                        m.violated("I5 u" + std::to_string(uidOf(write.value)) + " was taken twice");
        }
        return all;
    }
    void atRest()
    {
        const auto all = taken();
        const auto record = must(m.server->province().store().record(m_family));
        for (int reg = 0; reg < kWritten && !m.failed(); ++reg) {
            std::set<Uid> truth;
            for (const auto uid : all)
                if (m_registerOf.at(uid) == reg && std::ranges::none_of(all, [&](Uid other) {
                        return m_registerOf.at(other) == reg && m_past.at(other).contains(uid);
                    }))
                    truth.insert(uid);
            std::set<Uid> heads;
            const auto* found = record->find({kRegister[static_cast<std::size_t>(reg)], {}});
            for (const auto& head : found != nullptr ? found->heads : core::Heads{})
                heads.insert(uidOf(head.value));
            if (heads != truth)
                m.violated("I2 the server shows " + std::to_string(heads.size()) + " values, should " +
                           std::to_string(truth.size()));
        }
        for (auto& body : m_bodies)
            bodyAtRest(*body, all);
    }
    void bodyAtRest(Body& body, const std::set<Uid>& all)
    {
        for (const auto uid : body.mine)
            if (!all.contains(uid))
                return m.violated("I2 u" + std::to_string(uid) + " of " + who(body) + " was lost");
        const auto phase = body.runner->state().phase;
        if (phase != core::Phase::idle && phase != core::Phase::pulling)
            return m.violated("I17 " + who(body) + " is in phase " + std::to_string(static_cast<int>(phase)) +
                              (body.runner->trouble() ? ": " + body.runner->trouble()->detail : ""));
        if (must(body.store->counts()).waiting != 0 || !must(body.store->waiting()).empty())
            return m.violated("I17 " + who(body) + " still has something to send");
        const auto place = village();
        std::string input;
        for (const auto& record : must(m.server->province().store().recordsOf(place)))
            core::appendStateHashInput(input, record);
        if (must(body.store->stateHash(place)) != seal::blake2b(input))
            return m.violated("I1 " + who(body) + " differs from the server");
        must(body.store->verify());
    }

    const engine::Ground& m_ground;
    Story m;
    Link m_link;
    std::string m_place;
    std::uint64_t m_seed;
    std::vector<std::unique_ptr<Body>> m_bodies;
    std::deque<std::pair<int, Storage>> m_images;
    RecordId m_family;
    std::map<Uid, std::set<Uid>> m_past;
    std::map<Uid, int> m_registerOf;
    Uid m_uids{0};
};

} // namespace twins

TwinsLayer::TwinsLayer() = default;
TwinsLayer::~TwinsLayer() = default;

SeedResult TwinsLayer::run(std::uint64_t seed, std::ostream* trace)
{
    if (!m_ground)
        m_ground = std::make_unique<engine::Ground>();
    return twins::World(*m_ground, seed, trace).run();
}

} // namespace lianxin::sim
