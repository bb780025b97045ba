// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hills.hpp"

#include "app/data/asset_files.hpp"
#include "app/data/data_loader.hpp"
#include "app/data/generator.hpp"

#include <QElapsedTimer>
#include <QTest>

namespace lianxin::e2e {

namespace {
constexpr Millis kToday = 1'795'392'000'000; // the corpus of the benches
constexpr int kVisits = 6;
constexpr int kChangesPerVisit = 8;
} // namespace

double Hills::Compared::wastedPerCut() const
{
    const auto bytes = [](const HillLink::Tally& tally) { return static_cast<double>(tally.up + tally.down); };
    return bad.tally.broken() == 0 ? 0 : (bytes(bad.tally) - bytes(good.tally)) / bad.tally.broken();
}

std::unique_ptr<Tablet> Hills::join()
{
    m_link->setWeather({});
    auto tablet = std::make_unique<Tablet>(m_catalogue, m_link->port(), m_server.ca(), m_silence);
    const auto person = m_server.enrolUser(QStringLiteral("Person %1").arg(++m_people), QStringLiteral("TO"),
                                           {QStringLiteral("c:350128")});
    return tablet->enrol(person) ? std::move(tablet) : nullptr;
}

std::string Hills::begin(std::size_t families)
{
    if (!m_server.init() || !m_server.start({QStringLiteral("--requests-per-minute"), QStringLiteral("1000000")}))
        return "the server does not start";
    m_link = std::make_unique<HillLink>(m_server.port());
    m_writer = join();
    if (!m_writer)
        return "the writer does not enrol";
    const std::string assets = LIANXIN_SOURCE_DIR "/assets";
    const auto pools = data::readAsset(assets, "demo/pools.json");
    const auto edge = data::readAsset(assets, "demo/edge.json");
    if (!pools || !edge)
        return "no pools of words";
    const auto generator = data::Generator::make(*pools, *edge, {1, kToday, m_writer->user(), m_writer->user(), true});
    if (!generator)
        return generator.error().detail;
    for (std::size_t i = 0; i < families; ++i)
        for (const auto& change : generator->household(i)) {
            if (const auto saved = data::saveChange(m_writer->store(), m_catalogue, change); !saved)
                return saved.error().detail;
            m_records += change.records.size();
        }
    for (int i = 0; i < kVisits; ++i) {
        m_visited.push_back(m_writer->newId());
        if (!m_writer->save("household", m_visited.back(), m_visited.back(),
                            {{"phone1", Value::fromText("1990000001" + std::to_string(i))}}))
            return "a family is not kept";
        ++m_records;
    }
    return syncs(*m_writer);
}

// Until nothing is left on either side. It goes offline at the end: the next sync starts with a connection of its own.
std::string Hills::syncs(Tablet& tablet)
{
    const auto line = tablet.line();
    if (!line)
        return "the driver does not start";
    line->driver.setOnline(true);
    const auto isQuiet = [&line] {
        const auto& state = line->driver.state();
        return state.phase == core::Phase::idle && state.saved == state.acknowledged && !state.pullWanted;
    };
    if (QTest::qWaitFor(isQuiet, static_cast<int>(m_patience.count())))
        return {};
    const auto& trouble = line->driver.trouble();
    return "no end: " + (trouble ? std::string(errcName(trouble->code)) + " " + trouble->detail : std::string());
}

bool Hills::agrees(Tablet& tablet)
{
    const auto hash = m_server.stateHash(QString::fromStdString(storyVillage().text()));
    const auto records = m_server.status().value(QStringLiteral("records")).toInt();
    const auto here = tablet.store().counts();
    return !hash.isEmpty() && tablet.stateHash() == hash && here && here->waiting == 0 && here->records >= m_records &&
           static_cast<int>(here->records) <= records;
}

Hills::Run Hills::timed(Tablet& tablet, const Weather& weather, bool works)
{
    Run run;
    m_link->setWeather(weather);
    m_link->forget();
    QElapsedTimer watch;
    watch.start();
    run.trouble = works ? work(tablet) : syncs(tablet);
    run.seconds = static_cast<double>(watch.elapsed()) / 1000;
    // What was held back arrives, at a server that has gone on meanwhile.
    constexpr int kLateMs = 10'000;
    if (run.trouble.empty() && !QTest::qWaitFor([this] { return !m_link->isHolding(); }, kLateMs))
        run.trouble = "a late request never arrived";
    run.tally = m_link->tally();
    m_link->setWeather({});
    if (run.trouble.empty() && !agrees(tablet))
        run.trouble = "it ended with other records than the province's";
    return run;
}

Hills::Run Hills::fairSync(const Weather& weather)
{
    if (m_fair && m_fair->first.bitsPerSecond == weather.bitsPerSecond && m_fair->first.delayMs == weather.delayMs)
        return m_fair->second;
    // Once before, so that the server has its segments made for all.
    const auto warm = join();
    const auto fair = join();
    if (!warm || !syncs(*warm).empty() || !fair)
        return {{}, 0, "no tablet to begin with"};
    Weather good;
    good.bitsPerSecond = weather.bitsPerSecond;
    good.delayMs = weather.delayMs;
    m_fair.emplace(good, timed(*fair, good, false));
    return m_fair->second;
}

Hills::Compared Hills::firstSync(const Weather& weather)
{
    Compared compared;
    compared.good = fairSync(weather);
    const auto foul = join();
    compared.bad = foul ? timed(*foul, weather, false) : Run{{}, 0, "a tablet does not enrol"};
    return compared;
}

bool Hills::visit(Tablet& tablet, RecordId family, int round)
{
    const auto visit = tablet.newId();
    if (!tablet.save("visit", visit, family,
                     {{"mode", Value::fromInt(1)}, {"outcome", Value::fromInt(1)}, {"mood", Value::fromInt(2)}}))
        return false;
    for (int i = 1; i < kChangesPerVisit; ++i) {
        const auto text = std::to_string(1000 * round + i);
        const auto* field = i % 2 == 0 ? "directions" : "phone1";
        if (!tablet.save("household", family, family, {{field, Value::fromText("1990000" + text)}}))
            return false;
    }
    return true;
}

std::string Hills::work(Tablet& tablet)
{
    ++m_rounds;
    for (const auto& family : m_visited) {
        if (!visit(tablet, family, m_rounds))
            return "a visit is not kept";
        if (auto trouble = syncs(tablet); !trouble.empty())
            return trouble;
    }
    return {};
}

Hills::Compared Hills::day(const Weather& weather)
{
    const auto worker = join();
    if (!worker || !syncs(*worker).empty())
        return {{{}, 0, "no tablet to begin with"}, {}};
    Compared compared;
    compared.good = timed(*worker, {}, true);
    compared.bad = timed(*worker, weather, true);
    m_records += 2 * kVisits;
    return compared;
}

} // namespace lianxin::e2e
