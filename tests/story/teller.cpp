// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "teller.hpp"

#include <cstdio>

namespace lianxin::story {

void Teller::step(const char* what)
{
    std::printf("\n%d. %s\n", ++m_step, what);
    std::fflush(stdout);
}

bool Teller::seen(bool good, const QString& what)
{
    std::printf("   %s %s\n", good ? "seen:" : "NOT SEEN:", qPrintable(what));
    std::fflush(stdout);
    m_good = m_good && good;
    return good;
}

void Teller::line(const QString& what)
{
    std::printf("         %s\n", qPrintable(what));
    std::fflush(stdout);
}

} // namespace lianxin::story
