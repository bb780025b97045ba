// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faulty_proxy.hpp"
#include "server_process.hpp"

#include "app/data/asset_files.hpp"
#include "app/viewmodel/session.hpp"
#include "app/viewmodel/words.hpp"
#include "platform/fake/fake_clocks.hpp"
#include "platform/fake/fake_disk.hpp"
#include "platform/fake/fake_network_monitor.hpp"
#include "platform/fake/in_memory_key_store.hpp"
#include "platform/linux/posix_files.hpp"
#include "platform/system_clock.hpp"
#include "platform/system_random.hpp"
#include "sync/model/divisions.hpp"

#include <QTemporaryDir>

#include <memory>

namespace lianxin::e2e {

// A tablet as a person meets it, without its glass: the real session, vaults on a real disk, the real network. The key store lives as long as
// this object, as that of a machine does; uptime is moved by hand.
class DoorWorld {
public:
    DoorWorld(bool demo, platform::InMemoryKeyStore::Claims claims);
    ~DoorWorld();

    [[nodiscard]] bool restart();                   // as after a kill: everything anew from the disk
    [[nodiscard]] bool restartWithoutTabletStore(); // what the unlock page knows, and the kept forms, are gone
    [[nodiscard]] ui::Session& session() { return *m_session; }
    [[nodiscard]] ui::RegisterModel& registration() { return *m_session->registration(); }
    [[nodiscard]] ui::SecretEntry& door() { return *m_session->unlock()->entry(); }
    [[nodiscard]] tablet::Tablet& tablet() { return *m_tablet; }
    [[nodiscard]] platform::FakeBootClock& bootClock() { return m_bootClock; }
    [[nodiscard]] const Catalogue& catalogue() const { return m_catalogue; }
    [[nodiscard]] platform::InMemoryKeyStore& keyStore() { return m_keyStore; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    // Types an invitation and a passphrase (twice); true when the recovery code is shown, false when something came between.
    [[nodiscard]] bool registers(const QString& invitation, const QString& passphrase);
    [[nodiscard]] bool
    answered(); // waits until the connecting step ends or stops; true when the recovery code is shown
    [[nodiscard]] QString recoveryCode();
    [[nodiscard]] bool goesIn(); // says that the code is copied, and waits for the six words
    [[nodiscard]] bool unlocks(const QString& passphrase);

private:
    QTemporaryDir m_folder;
    Catalogue m_catalogue;
    tablet::ProvinceForms m_forms;
    Divisions m_divisions;
    duty::DutyRules m_dutyRules;
    forms::RiskRules m_riskRules;
    scales::ScaleSet m_scales;
    platform::SystemClock m_clock;
    platform::SystemRandom m_random;
    platform::PosixFiles m_files;
    platform::FakeDisk m_disk{1024ULL * 1024 * 1024};
    platform::FakeBootClock m_bootClock;
    platform::InMemoryKeyStore m_keyStore;
    platform::FakeNetworkMonitor m_network;
    std::unique_ptr<store::TextFolder> m_text{store::makeTextFolder()};
    ui::Shelf m_shelf;
    bool m_demo;
    std::unique_ptr<tablet::Tablet> m_tablet;
    std::unique_ptr<ui::Session> m_session;
};

inline const QString kPassphrase = QStringLiteral("chayuan 2026");

} // namespace lianxin::e2e
