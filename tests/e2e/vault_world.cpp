// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault_world.hpp"

#include "app/data/asset_files.hpp"
#include "app/viewmodel/words.hpp"

#include <QJsonDocument>
#include <QTest>

#include <filesystem>

namespace lianxin::e2e {

namespace {
constexpr int kPatience = 60'000; // ms; only a hang reaches it
constexpr std::string_view kCode = "739214";
} // namespace

VaultWorld::VaultWorld(const Catalogue& catalogue, ServerProcess* shared)
    : m_own(shared == nullptr ? std::make_unique<ServerProcess>(QStringLiteral(LIANXIN_SERVER)) : nullptr),
      server(shared == nullptr ? *m_own : *shared),
      m_catalogue(catalogue), m_shelf{catalogue, nullptr, m_duty, m_risk, m_clock, m_random}
{
    m_network.setOnline(false);
}

bool VaultWorld::speaksChinese(std::optional<Catalogue>& catalogue)
{
    auto loaded = data::loadAssetCatalogue(LIANXIN_SOURCE_DIR "/assets");
    if (!loaded) {
        qWarning("catalogue: %s", loaded.error().detail.c_str());
        return false;
    }
    catalogue.emplace(std::move(*loaded));
    ui::loadWords(*QCoreApplication::instance(), QStringLiteral("zh_CN"));
    return true;
}

bool VaultWorld::begin()
{
    const auto rules = data::readAsset(LIANXIN_SOURCE_DIR "/assets", "duty/rules.json");
    auto duty = rules ? duty::parseRules(*rules) : Result<duty::DutyRules>(rules.error());
    if (!duty || (m_own != nullptr && (!server.init() || !server.start())))
        return false;
    m_duty = std::move(*duty);
    if (!open())
        return false;
    const auto invitation = server.enrolUser(QStringLiteral("Worker"), QStringLiteral("VW"),
                                             {QString::fromStdString(storyVillage().text())});
    m_user = invitation.value(QStringLiteral("user")).toString();
    return enrol(invitation) && unlock();
}

bool VaultWorld::open()
{
    auto opened = tablet::Tablet::open({m_files, disk, m_keyStore, m_boot, m_clock, m_random, m_catalogue, *m_text},
                                       m_folder.filePath(QStringLiteral("tablet")).toStdString());
    if (!opened)
        return false;
    m_tablet = std::move(*opened);
    ui::Session::Parts parts{*m_tablet, m_shelf, m_network, false, {}, [] { return vault::kArgonFloor; }};
    parts.nearHost = [] { return QHostAddress(QHostAddress::LocalHost); };
    session = std::make_unique<ui::Session>(parts);
    return true;
}

void VaultWorld::close()
{
    session.reset();
    m_tablet.reset();
}

bool VaultWorld::keepImage(const QString& name)
{
    close();
    std::error_code error;
    std::filesystem::copy(m_folder.filePath(QStringLiteral("tablet")).toStdString(),
                          m_folder.filePath(name).toStdString(), std::filesystem::copy_options::recursive, error);
    return !error && open() && unlock();
}

bool VaultWorld::putBack(const QString& name)
{
    close();
    const auto place = m_folder.filePath(QStringLiteral("tablet")).toStdString();
    std::error_code error;
    std::filesystem::remove_all(place, error);
    std::filesystem::copy(m_folder.filePath(name).toStdString(), place, std::filesystem::copy_options::recursive,
                          error);
    return !error && open() && unlock();
}

std::optional<tablet::Tablet::Registered> VaultWorld::enrol(const QJsonObject& invitation)
{
    const auto parsed = tablet::parseInvitation(QJsonDocument(invitation).toJson(QJsonDocument::Compact).toStdString(),
                                                "https://127.0.0.1:" + std::to_string(server.port()),
                                                server.ca().toStdString(), seal::Realm::demo);
    std::optional<tablet::Tablet::Registered> made;
    bool done = false;
    if (!parsed)
        return made;
    m_tablet->enrol(*parsed, vault::SecretBytes::copyOf(kCode), vault::kArgonFloor,
                    [&](Result<tablet::Tablet::Registered> outcome) {
                        done = true;
                        if (outcome)
                            made = std::move(*outcome);
                        else
                            qWarning("registration: %s %s", errcName(outcome.error().code),
                                     outcome.error().detail.c_str());
                    });
    (void)QTest::qWaitFor([&] { return done; }, kPatience);
    session->usersChanged();
    return made;
}

void VaultWorld::type()
{
    session->unlock()->choose(m_user);
    for (const char digit : kCode)
        session->unlock()->entry()->pressDigit(digit - '0');
}

bool VaultWorld::unlock()
{
    type();
    return QTest::qWaitFor([&] { return session->state() == ui::Session::Open; }, kPatience);
}

bool VaultWorld::sync()
{
    auto& driver = m_tablet->desk()->driver();
    const bool quiet = syncsUntilQuiet(driver);
    driver.setOnline(false);
    return quiet;
}

bool VaultWorld::save(RecordId family, const std::string& phone)
{
    const auto* type = m_catalogue.type(std::string_view("household"));
    store::RecordEdit edit{family, family, type->number, storyVillage(), {}, {}};
    if (const auto opened = store().openForEdit(family))
        edit.past = opened->past;
    else
        edit.writes.push_back({RegisterKey{kLocationRegister, {}}, Value::fromText(storyVillage().text())});
    edit.writes.push_back(
        {RegisterKey{type->field(std::string_view("phone1"))->registerNumber(), {}}, Value::fromText(phone)});
    const auto saved = store().save({{}, {edit}, std::nullopt, "save"});
    if (saved)
        m_tablet->desk()->driver().noteSaved(saved->number);
    return saved.has_value();
}

RecordId VaultWorld::addFamily(const std::string& phone)
{
    const auto family = makeRecordId(m_clock.now(), m_random);
    return save(family, phone) ? family : RecordId{};
}

bool VaultWorld::changePhone(RecordId family, const std::string& phone) { return save(family, phone); }

std::string VaultWorld::phoneOf(RecordId family)
{
    const auto* type = m_catalogue.type(std::string_view("household"));
    const auto view = store().view(family);
    const auto* reg = view ? view->find({type->field(std::string_view("phone1"))->registerNumber(), {}}) : nullptr;
    return reg != nullptr ? reg->value.asText().value_or("") : std::string();
}

} // namespace lianxin::e2e
