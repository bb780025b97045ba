// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "province_world.hpp"

#include "app/data/asset_files.hpp"

namespace lianxin::e2e {

bool ProvinceWorld::begin()
{
    auto catalogue = data::loadAssetCatalogue(LIANXIN_SOURCE_DIR "/assets");
    if (!catalogue) {
        qWarning("catalogue: %s", catalogue.error().detail.c_str());
        return false;
    }
    m_catalogue.emplace(std::move(*catalogue));
    m_server = std::make_unique<ServerProcess>(QStringLiteral(LIANXIN_SERVER));
    if (!m_server->init() || !m_server->start())
        return false;
    m_proxy = std::make_unique<FaultyProxy>(m_server->port());
    return true;
}

std::unique_ptr<Tablet> ProvinceWorld::body()
{
    return std::make_unique<Tablet>(*m_catalogue, *m_proxy, m_server->ca());
}

std::unique_ptr<Tablet> ProvinceWorld::worker(const char* name)
{
    auto tablet = body();
    return tablet->enrol(m_server->enrolUser(QString::fromLatin1(name), QStringLiteral("VW"),
                                             {QString::fromStdString(storyVillage().text())}))
               ? std::move(tablet)
               : nullptr;
}

bool ProvinceWorld::putBack(const QString& backup)
{
    return m_server->stop() && m_server->restore(backup) && startAgain();
}

bool ProvinceWorld::startAgain()
{
    if (!m_server->start())
        return false;
    m_proxy->setTarget(m_server->port());
    return true;
}

QString ProvinceWorld::truth() { return m_server->stateHash(QString::fromStdString(storyVillage().text())); }

RecordId ProvinceWorld::family(Tablet& tablet, const char* phone)
{
    const auto id = tablet.newId();
    return setPhone(tablet, id, phone) ? id : RecordId{};
}

bool ProvinceWorld::setPhone(Tablet& tablet, RecordId family, const char* phone)
{
    return tablet.save("household", family, family, {{"phone1", Value::fromText(phone)}});
}

std::string ProvinceWorld::phoneOf(Tablet& tablet, RecordId family)
{
    return tablet.shown(family, "household", "phone1");
}

} // namespace lianxin::e2e
