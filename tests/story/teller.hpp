// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lianxin::story {

// Prints the story as it goes: numbered steps, and under each what was seen.
class Teller {
public:
    void step(const char* what);
    bool seen(bool good, const QString& what); // gives `good` back
    void line(const QString& what);            // detail below what was seen
    [[nodiscard]] bool everythingSeen() const { return m_good; }

private:
    int m_step{0};
    bool m_good{true};
};

} // namespace lianxin::story
