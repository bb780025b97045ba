// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server_process.hpp"
#include "tablet.hpp"

#include "app/viewmodel/session.hpp"
#include "platform/fake/fake_disk.hpp"
#include "platform/fake/fake_network_monitor.hpp"
#include "platform/fake/in_memory_key_store.hpp"
#include "platform/linux/linux_boot_clock.hpp"
#include "platform/linux/posix_files.hpp"

namespace lianxin::e2e {

// One worker's tablet as the app builds it, without a window, and the real server.
class VaultWorld {
public:
    // What all worlds of a test stand on: the catalogue, and the words of the pages as workers read them.
    [[nodiscard]] static bool speaksChinese(std::optional<Catalogue>& catalogue);
    // `shared`: another worker's tablet of the same province.
    explicit VaultWorld(const Catalogue& catalogue, ServerProcess* shared = nullptr);
    ~VaultWorld() { session.reset(); } // before the tablet that it stands on

    [[nodiscard]] bool begin(); // server, invitation, registration, unlocked
    [[nodiscard]] std::optional<tablet::Tablet::Registered> enrol(const QJsonObject& invitation);
    void type(); // the six digits, for the one user of this tablet
    [[nodiscard]] bool unlock();
    [[nodiscard]] bool sync();
    // The whole storage as it is now, kept aside under a name; and the tablet as it was then, unlocked.
    [[nodiscard]] bool keepImage(const QString& name);
    [[nodiscard]] bool putBack(const QString& name);
    RecordId addFamily(const std::string& phone);
    [[nodiscard]] bool changePhone(RecordId family, const std::string& phone);
    [[nodiscard]] std::string phoneOf(RecordId family);
    [[nodiscard]] tablet::Tablet& device() { return *m_tablet; }
    [[nodiscard]] store::ReplicaStore& store() { return m_tablet->desk()->store(); }
    [[nodiscard]] store::ReplicaPorts storePorts() { return {&m_catalogue, m_text.get(), &m_clock, &m_random}; }
    [[nodiscard]] const QString& user() const { return m_user; }
    [[nodiscard]] QString dataFile() const
    {
        return m_folder.filePath(QStringLiteral("tablet/users/") + m_user + QStringLiteral("/data.db"));
    }

private:
    std::unique_ptr<ServerProcess> m_own;

public:
    ServerProcess& server;
    platform::FakeDisk disk{1024ULL * 1024 * 1024};
    std::unique_ptr<ui::Session> session;

private:
    [[nodiscard]] bool open();
    void close();
    [[nodiscard]] bool save(RecordId family, const std::string& phone);

    const Catalogue& m_catalogue;
    platform::SystemClock m_clock;
    platform::SystemRandom m_random;
    platform::PosixFiles m_files;
    platform::LinuxBootClock m_boot;
    platform::InMemoryKeyStore m_keyStore{platform::InMemoryKeyStore::Claims::hardware};
    platform::FakeNetworkMonitor m_network;
    QTemporaryDir m_folder;
    std::unique_ptr<store::TextFolder> m_text{store::makeTextFolder()};
    duty::DutyRules m_duty;
    forms::RiskRules m_risk;
    ui::Shelf m_shelf;
    std::unique_ptr<tablet::Tablet> m_tablet;
    QString m_user;
};

} // namespace lianxin::e2e
