// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/engine/history.hpp"

#include <set>

namespace lianxin::sim::engine {

// Attachments in a history: people make them, take a yes back and give it again, look at those of others. The judge knows every byte.
class Pictures {
public:
    Pictures(History& history, std::function<void(SimTablet&)> tabletChanged)
        : m(history), m_changed(std::move(tabletChanged))
    {}

    void make(SimTablet& tablet);
    void changeMind(SimTablet& tablet); // about one of its own
    void look(SimTablet& tablet);       // at anybody's
    // What somebody said is at the province is there, bit by bit; what nobody let go is not; what is shown is what was made.
    void judge(SimTablet& tablet) const;
    void giveAll(); // before all comes to rest: every yes is given, and everybody looks at everything
    void atRest() const;

private:
    struct Picture {
        int maker;
        RecordId record;
        Hash blob;
        std::string bytes;
        bool secret; // never let go
    };
    [[nodiscard]] bool isAtServer(const Picture& picture) const;

    History& m;
    std::function<void(SimTablet&)> m_changed;
    std::vector<Picture> m_made;
};

} // namespace lianxin::sim::engine
