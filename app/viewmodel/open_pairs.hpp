// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pairs/join.hpp"
#include "app/viewmodel/desk.hpp"

#include <QTimer>

namespace lianxin::ui {

// Files of this tablet that may be of one family and that nobody has judged yet.
struct PairsToAsk {
    std::vector<pairs::Likeness> asked; // most alike first
    std::vector<pairs::Note> notes;     // what people said about others
};
[[nodiscard]] PairsToAsk pairsToAsk(const Desk& desk);

// How many there are, for whoever may join them. Looked for in a quiet moment after the unlock, and again after families, people or what was said
// about them changed: it reads every family once, which no page should wait for.
class OpenPairs : public QObject {
    Q_OBJECT
public:
    explicit OpenPairs(Desk& desk, QObject* parent = nullptr);

    [[nodiscard]] int count() const { return m_count; }

signals:
    void changed();

private:
    void look();
    void set(int count);

    Desk& m_desk;
    QTimer m_quiet;
    int m_count{0};
};

} // namespace lianxin::ui
