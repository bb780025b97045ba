// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "door_world.hpp"

#include <QFile>
#include <QTest>

namespace lianxin::e2e {

namespace {

constexpr int kPatience = 60'000; // ms; only a hang reaches it
const std::string kAssets = LIANXIN_SOURCE_DIR "/assets";

template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s", result.error().detail.c_str());
    return std::move(*result);
}

} // namespace

DoorWorld::DoorWorld(bool demo, platform::InMemoryKeyStore::Claims claims)
    : m_catalogue(must(data::loadAssetCatalogue(kAssets))),
      m_forms(must(data::readCatalogueAssets(kAssets)), m_catalogue),
      m_divisions(must(Divisions::parse(must(data::readAsset(kAssets, "divisions/divisions.tsv"))))),
      m_dutyRules(must(duty::parseRules(must(data::readAsset(kAssets, "duty/rules.json"))))),
      m_riskRules(must(forms::parseRiskRules(must(data::readAsset(kAssets, "forms/risk.json"))))),
      m_scales(must(scales::loadScales(must(data::readAssets(kAssets, "scales"))))),
      m_keyStore(claims), m_shelf{m_catalogue, &m_divisions, m_dutyRules, m_riskRules, m_clock, m_random, &m_scales},
      m_demo(demo)
{
    m_network.setOnline(true);
    ui::loadWords(*QCoreApplication::instance(), QStringLiteral("zh_CN"));
    if (!restart())
        qFatal("no tablet");
}

DoorWorld::~DoorWorld() = default;

bool DoorWorld::restart()
{
    m_session.reset();
    m_tablet.reset();
    m_forms.useNone();
    auto opened = tablet::Tablet::open(
        {m_files, m_disk, m_keyStore, m_bootClock, m_clock, m_random, m_catalogue, *m_text, &m_forms},
        m_folder.path().toStdString());
    if (!opened)
        return false;
    m_tablet = std::move(*opened);
    m_session = std::make_unique<ui::Session>(
        ui::Session::Parts{*m_tablet, m_shelf, m_network, m_demo, {}, [] { return vault::kArgonFloor; }});
    return true;
}

bool DoorWorld::restartWithoutTabletStore()
{
    m_session.reset();
    m_tablet.reset();
    for (const auto* name : {"/tablet.db", "/tablet.db-wal", "/tablet.db-shm"})
        QFile::remove(m_folder.path() + QLatin1String(name));
    return restart();
}

bool DoorWorld::registers(const QString& invitation, const QString& passphrase)
{
    auto& model = registration();
    m_session->beginRegistration();
    model.read(invitation);
    model.goOn();
    if (model.step() != ui::RegisterModel::Secret)
        return false;
    model.entry()->usePassphrase();
    model.entry()->submit(passphrase);
    model.entry()->submit(passphrase);
    return answered();
}

bool DoorWorld::answered()
{
    auto& model = registration();
    return QTest::qWaitFor(
               [&] { return model.step() != ui::RegisterModel::Connecting || !model.troubleText().isEmpty(); },
               kPatience) &&
           model.step() == ui::RegisterModel::Recovery;
}

QString DoorWorld::recoveryCode()
{
    QStringList groups;
    auto* rows = registration().codeGroups();
    for (int row = 0; row < rows->count(); ++row)
        groups << rows->value(row, "group").toString();
    return groups.join(QLatin1Char('-'));
}

bool DoorWorld::goesIn()
{
    auto& model = registration();
    model.tickCopied();
    model.finishCopying();
    return QTest::qWaitFor([&] { return model.words()->count() == 6; }, kPatience) &&
           m_session->state() == ui::Session::Open;
}

bool DoorWorld::unlocks(const QString& passphrase)
{
    door().usePassphrase();
    door().submit(passphrase);
    return QTest::qWaitFor([&] { return m_session->state() != ui::Session::Unlocking; }, kPatience) &&
           m_session->state() == ui::Session::Open;
}

} // namespace lianxin::e2e
