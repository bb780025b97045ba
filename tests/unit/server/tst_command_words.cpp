// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/command_words.hpp"

#include <QtTest>

using lianxin::server::commandWords;
using Words = std::vector<std::string>;

class TestCommandWords : public QObject {
    Q_OBJECT

    static Words of(std::vector<const char*> words)
    {
        words.insert(words.begin(), "lianxin-server");
        return commandWords(static_cast<int>(words.size()), words.data());
    }

private slots:
    void othersStayAsTheyAre()
    {
        QCOMPARE(of({"quarantine", "--data", "d", "release", "abcdefghij0.4"}),
                 (Words{"quarantine", "--data", "d", "release", "abcdefghij0.4"}));
        QCOMPARE(of({"demo", "--authority", "x", "-v"}), (Words{"demo", "--authority", "x", "-v"}));
    }
    void anIdWithADashIsNoOption()
    {
        QCOMPARE(of({"quarantine", "release", "-bcdefghij0.4", "--data", "d"}),
                 (Words{"quarantine", "release", "--data", "d", "--", "-bcdefghij0.4"}));
        QCOMPARE(of({"enrol", "revoke-tablet", "--replica", "-bcdefghij0", "--data", "d"}),
                 (Words{"enrol", "revoke-tablet", "--replica=-bcdefghij0", "--data", "d"}));
        QCOMPARE(of({"quarantine", "release", "--cdefghij0.4"}),
                 (Words{"quarantine", "release", "--", "--cdefghij0.4"}));
    }
};

QTEST_APPLESS_MAIN(TestCommandWords)
#include "tst_command_words.moc"
