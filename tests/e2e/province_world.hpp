// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server_process.hpp"
#include "tablet.hpp"

#include <memory>
#include <optional>
#include <string>

namespace lianxin::e2e {

// The province as a process, and the tablets of one village that reach it through a proxy. Synthetic families of one telephone number each.
class ProvinceWorld {
public:
    [[nodiscard]] bool begin();                   // a server that has just been set up, on which nobody is registered
    [[nodiscard]] std::unique_ptr<Tablet> body(); // not registered
    [[nodiscard]] std::unique_ptr<Tablet> worker(const char* name); // registered for the village; null on trouble
    // The machine broke: what the operator does with the backup, by the real commands.
    [[nodiscard]] bool putBack(const QString& backup);
    [[nodiscard]] bool startAgain(); // after stop(), wherever it listens now
    [[nodiscard]] QString truth();   // hash of the village's state on the server

    [[nodiscard]] static RecordId family(Tablet& tablet, const char* phone); // nil on trouble
    [[nodiscard]] static bool setPhone(Tablet& tablet, RecordId family, const char* phone);
    [[nodiscard]] static std::string phoneOf(Tablet& tablet, RecordId family);

    [[nodiscard]] ServerProcess& server() { return *m_server; }
    [[nodiscard]] FaultyProxy& proxy() { return *m_proxy; }

private:
    std::optional<Catalogue> m_catalogue;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<FaultyProxy> m_proxy;
};

} // namespace lianxin::e2e
