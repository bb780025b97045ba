// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hill_link.hpp"
#include "server_process.hpp"
#include "tablet.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lianxin::e2e {

// A township of made-up families behind a link as it is in the hills: the real server process, real tablets. A first sync and a day's work
// are done once over a good link and once in the weather; what the second took more is what the weather wasted.
class Hills {
public:
    // What a run took of the line, and what it met.
    struct Run {
        HillLink::Tally tally;
        double seconds{0};
        std::string trouble; // empty: it ended, and the tablet holds what the province holds
    };
    struct Compared {
        Run good;
        Run bad;
        // Both ways, each time with the handshakes of TLS that a new connection costs.
        [[nodiscard]] double wastedPerCut() const;
    };

    Hills(const QString& serverProgram, const Catalogue& catalogue, std::chrono::milliseconds silence,
          std::chrono::milliseconds patience)
        : m_catalogue(catalogue), m_server(serverProgram), m_silence(silence), m_patience(patience)
    {}

    [[nodiscard]] std::string begin(std::size_t families); // empty, or what went wrong
    [[nodiscard]] Compared firstSync(const Weather& weather);
    // Six families are visited; about eight changes a visit, each visit is sent before the next one.
    [[nodiscard]] Compared day(const Weather& weather);
    [[nodiscard]] std::size_t records() const { return m_records; }
    [[nodiscard]] bool end() { return m_server.stop(); }

private:
    [[nodiscard]] std::unique_ptr<Tablet> join();
    [[nodiscard]] std::string syncs(Tablet& tablet);    // empty, or what went wrong
    [[nodiscard]] Run fairSync(const Weather& weather); // as fast as that weather, without its faults
    [[nodiscard]] Run timed(Tablet& tablet, const Weather& weather, bool works);
    [[nodiscard]] std::string work(Tablet& tablet);
    [[nodiscard]] bool visit(Tablet& tablet, RecordId family, int round);
    [[nodiscard]] bool agrees(Tablet& tablet);

    const Catalogue& m_catalogue;
    ServerProcess m_server;
    std::chrono::milliseconds m_silence;
    std::chrono::milliseconds m_patience;
    std::unique_ptr<HillLink> m_link;
    std::unique_ptr<Tablet> m_writer;
    std::vector<RecordId> m_visited;
    std::optional<std::pair<Weather, Run>> m_fair; // the last first sync over a good link, and how fast that link was
    std::size_t m_records{0};
    int m_people{0};
    int m_rounds{0};
};

} // namespace lianxin::e2e
