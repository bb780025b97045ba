// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/twins/twins_world.hpp"

#include "sync/seal/hash.hpp"
#include "sync/wire/changeset_codec.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/limits.hpp"
#include "tests/simulation/engine/sim_server.hpp"
#include "tests/simulation/twins/body.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <ostream>

namespace lianxin::sim {
namespace twins {

namespace {
constexpr std::array<std::uint32_t, kWritten> kRegister{11, 15};
constexpr std::size_t kMostBodies = 5;
constexpr Millis kSilence = 40'000;
constexpr Millis kRound = 65'000;
constexpr int kRounds = 12; // bodies find out about each other one after the other

PartitionId village() { return *PartitionId::parse("v:350128001201"); }
Uid uidOf(const Value& value) { return std::stoi(value.asText().value_or("u0").substr(1)); }
} // namespace

class World {
public:
    World(const engine::Ground& ground, std::uint64_t seed, std::ostream* trace)
        : m_ground(ground), m_random(seed), m_trace(trace), m_place(ground.copy(2)), m_seed(seed)
    {
        m_server = std::make_unique<engine::SimServer>(ground, engine::Ground::serverIn(m_place), m_time, seed + 1000,
                                                       chance(30));
        engine::SeededRandom ids(seed);
        m_family = makeRecordId(1'790'000'000'000, ids);
        for (int person = 0; person < 2; ++person)
            add(person, engine::Ground::tabletIn(m_place, person)).open();
    }

    SeedResult run()
    {
        write(*m_bodies[0], {});
        m_calm = true;
        passTime(2 * kRound);
        m_calm = false;
        for (int steps = 40 + pick(60); steps > 0 && !failed(); --steps)
            step();
        settle();
        return m_result;
    }

private:
    int pick(int below) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(below)); }
    bool chance(int percent) { return pick(100) < percent; }
    bool failed() const { return !m_result.violation.empty(); }
    void note(const std::string& line)
    {
        for (const char c : line)
            m_result.traceHash = (m_result.traceHash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
        if (m_trace != nullptr)
            *m_trace << m_time.now() << ' ' << line << '\n';
    }
    void violated(const std::string& what)
    {
        if (!failed())
            m_result.violation = what;
        note("VIOLATION " + what);
    }
    static std::string who(const Body& body) { return "B" + std::to_string(body.index); }
    Body& any() { return *m_bodies[static_cast<std::size_t>(pick(static_cast<int>(m_bodies.size())))]; }

    Body& add(int person, std::string file)
    {
        const int index = static_cast<int>(m_bodies.size());
        m_bodies.push_back(std::make_unique<Body>(
            m_ground, person, index, std::move(file), m_time, m_seed * 17 + static_cast<std::uint64_t>(index),
            [this](Body& body, std::string_view path, std::string text, const client::Authorise& authorise,
                   client::AnswerDone done) { send(body, path, std::move(text), authorise, std::move(done)); }));
        return *m_bodies.back();
    }

    // --- the link: it loses, doubles and delays; what was doubled may come when its sender is another one

    struct Call {
        Body& body;
        std::uint64_t life;
        Millis sent;
        server::HttpRequest http;
        client::AnswerDone done;
        bool answered{false};
    };
    using CallPtr = std::shared_ptr<Call>;

    void send(Body& body, std::string_view path, std::string text, const client::Authorise& authorise,
              client::AnswerDone done)
    {
        auto call = std::make_shared<Call>(Call{body, body.life, m_time.now(), {}, std::move(done)});
        auto packed = wire::pack(std::move(text));
        call->http.method = "POST";
        call->http.path = path;
        call->http.encoding = packed.encoding;
        call->http.body = std::move(packed.bytes);
        call->http.peer = "192.0.2.1";
        const auto header = authorise("POST", path, call->http.body);
        if (!header)
            return m_time.after(0, [this, call] { answer(call, {}); });
        call->http.auth = *header;
        m_time.after(kSilence, [this, call] { answer(call, {}); });
        const auto fault = m_calm ? 100 : pick(100);
        if (fault < 12)
            return; // lost
        m_time.after(latency(), [this, call] { arrive(call); });
        if (fault < 24)
            m_time.after(fault < 18 ? 90'000 : latency(), [this, call] { arrive(call); });
    }
    Millis latency() { return m_calm ? 50 : 20 + pick(1500); }

    void arrive(const CallPtr& call)
    {
        if (failed())
            return;
        const auto said = m_server->handle(call->http, {});
        note(who(call->body) + " " + call->http.path + ": " + std::to_string(said->status));
        if (!m_calm && chance(20))
            return; // the answer is lost
        client::HttpAnswer reply;
        reply.status = said->status;
        const auto bytes = wire::unpack(said->body, said->encoding, wire::kMaxPullReplyBytes);
        reply.body = bytes ? *bytes : said->body;
        m_time.after(latency(), [this, call, reply] { answer(call, reply); });
    }
    void answer(const CallPtr& call, client::HttpAnswer reply)
    {
        if (std::exchange(call->answered, true) || call->life != call->body.life || failed())
            return;
        reply.took = std::chrono::milliseconds(m_time.now() - call->sent);
        const int ids = call->body.ids;
        call->done(reply);
        if (call->body.ids != ids) {
            note(who(call->body) + " has another id");
            ++m_result.restores;
        }
        judge(call->body);
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
        if (chance(60)) {
            store::Draft draft;
            engine::SeededRandom ids(m_random());
            draft.id = makeRecordId(1'790'000'000'000 + m_time.now(), ids);
            draft.record = draft.root = m_family;
            draft.past = std::exchange(form.past, {});
            draft.body = "{}";
            must(body.store->putDraft(draft));
            form.draft = draft.id;
        }
        note(who(body) + " opens a form" + (form.draft ? ", kept as a draft" : ""));
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
        const int first = pick(kWritten);
        for (int i = 0; i < (chance(40) ? kWritten : 1); ++i) {
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
        note(who(body) + " saves " + std::to_string(saved.number) + ", up to u" + std::to_string(m_uids));
        ++m_result.edits;
        judge(body);
        body.runner->noteSaved(saved.number);
    }

    void step()
    {
        auto& body = any();
        const int what = pick(100);
        if (what < 50) {
            for (int i = 1 + pick(4); i > 0 && !m_time.isEmpty() && !failed(); --i)
                m_time.runNext();
        } else if (what < 60) {
            keepOpen(body);
        } else if (what < 82) {
            Form form;
            if (!body.forms.empty() && chance(50)) {
                const auto at = body.forms.begin() + pick(static_cast<int>(body.forms.size()));
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
            const auto file = m_place + "/image" + std::to_string(m_images.size());
            m_images.emplace_back(body.person, body.copy(file));
            note(who(body) + ": an image is made");
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
        note(who(twin) + " is a clone of " + who(body));
        twin.putBack(storage);
        judge(twin);
    }
    void putBack(Body& body)
    {
        for (const auto& [person, storage] : m_images)
            if (person == body.person && chance(60)) {
                note(who(body) + " is put back from an image");
                body.putBack(storage);
                return judge(body);
            }
    }

    // --- what must hold

    // Read your writes, and nothing that was overwritten beside what overwrote it.
    void judge(Body& body)
    {
        if (failed() || !must(body.store->contains(m_family)))
            return;
        const auto view = must(body.store->view(m_family));
        for (int reg = 0; reg < kWritten; ++reg) {
            const auto seen = seenBy(view, reg);
            for (const auto uid : body.mine)
                if (m_registerOf.at(uid) == reg && !seen.contains(uid))
                    return violated("I4 " + who(body) + " does not show its own u" + std::to_string(uid));
            const auto heads = shown(view, reg);
            for (const auto& head : heads)
                for (const auto& other : heads)
                    if (m_past.at(uidOf(other.value)).contains(uidOf(head.value)))
                        return violated("I3 " + who(body) + " shows u" + std::to_string(uidOf(head.value)) +
                                        " beside what replaced it");
        }
    }
    void passTime(Millis time)
    {
        const auto until = m_time.now() + time;
        while (!failed() && !m_time.isEmpty() && m_time.nextAt() <= until)
            m_time.runNext();
        m_time.wait(std::max<Millis>(0, until - m_time.now()));
    }
    void settle()
    {
        m_calm = true;
        note("calm");
        for (int round = 0; round < kRounds && !failed(); ++round) {
            passTime(kRound);
            for (auto& body : m_bodies)
                body->runner->syncNow();
        }
        passTime(2 * kRound);
        if (!failed())
            atRest();
    }
    // By what the archive holds: every value once, whichever ids it came under.
    std::set<Uid> taken()
    {
        std::set<Uid> all;
        auto rows = must(m_server->province().store().database().statement("SELECT body FROM archive"));
        while (must(rows.step())) {
            const auto changeset = must(wire::decodeChangeset(std::string(rows.blobAt(0))));
            for (const auto& change : changeset.changes)
                for (const auto& write : change.writes)
                    if (change.record == m_family && write.key.number != kLocationRegister &&
                        std::ranges::find(kRegister, write.key.number) != kRegister.end() &&
                        !all.insert(uidOf(write.value)).second)
                        violated("I5 u" + std::to_string(uidOf(write.value)) + " was taken twice");
        }
        return all;
    }
    void atRest()
    {
        const auto all = taken();
        const auto record = must(m_server->province().store().record(m_family));
        for (int reg = 0; reg < kWritten && !failed(); ++reg) {
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
                violated("I2 the server shows " + std::to_string(heads.size()) + " values, should " +
                         std::to_string(truth.size()));
        }
        for (auto& body : m_bodies)
            bodyAtRest(*body, all);
    }
    void bodyAtRest(Body& body, const std::set<Uid>& all)
    {
        for (const auto uid : body.mine)
            if (!all.contains(uid))
                return violated("I2 u" + std::to_string(uid) + " of " + who(body) + " was lost");
        const auto phase = body.runner->state().phase;
        if (phase != core::Phase::idle && phase != core::Phase::pulling)
            return violated("I17 " + who(body) + " is in phase " + std::to_string(static_cast<int>(phase)) +
                            (body.runner->trouble() ? ": " + body.runner->trouble()->detail : ""));
        if (must(body.store->counts()).waiting != 0 || !must(body.store->waiting()).empty())
            return violated("I17 " + who(body) + " still has something to send");
        const auto place = village();
        std::string input;
        for (const auto& record : must(m_server->province().store().recordsOf(place)))
            core::appendStateHashInput(input, record);
        if (must(body.store->stateHash(place)) != seal::blake2b(input))
            return violated("I1 " + who(body) + " differs from the server");
        must(body.store->verify());
    }

    const engine::Ground& m_ground;
    std::mt19937_64 m_random;
    std::ostream* m_trace;
    std::string m_place;
    std::uint64_t m_seed;
    SeedResult m_result;
    engine::VirtualTime m_time;
    std::unique_ptr<engine::SimServer> m_server;
    std::vector<std::unique_ptr<Body>> m_bodies;
    std::deque<std::pair<int, Storage>> m_images;
    RecordId m_family;
    std::map<Uid, std::set<Uid>> m_past;
    std::map<Uid, int> m_registerOf;
    Uid m_uids{0};
    bool m_calm{false};
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
