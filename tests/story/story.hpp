// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts.hpp"
#include "canaries.hpp"
#include "hands.hpp"
#include "server_process.hpp"
#include "teller.hpp"

#include <QTemporaryDir>

#include <memory>

namespace lianxin::story {

// The story of README: two tablets, four people, one province, links that break, processes that are killed.
class Story {
public:
    Story(const Catalogue& catalogue, QString pictures, Teller& teller);
    void play();

private:
    // story_prepare.cpp
    [[nodiscard]] bool prepare();
    [[nodiscard]] QJsonObject invite(const QString& name, const char* role, const char* area);
    [[nodiscard]] bool addUnits();
    [[nodiscard]] bool fill(const QJsonObject& worker, const QJsonObject& officer);
    [[nodiscard]] bool firstSync();
    void goOffline();
    // story_village.cpp
    void workerLooks();
    void workerVisits();
    void workerIsKilledWriting();
    void workerNotesEmergency();
    // story_township.cpp
    void officerWrites();
    void counsellorTalks();
    // story_meeting.cpp
    void workerIsKilledSyncing();
    void workerSyncsOverBrokenLink();
    void serverIsKilledTwice();
    void serverLosesHalfRequest();
    void serverDiesBeforeItAnswers();
    void everybodyIsThrough();
    [[nodiscard]] bool restartServer();
    // story_end.cpp
    void theyLook();
    void officerSettles();
    void allIsEqual();
    void otherLooks();
    void nobodyReadsAlong();
    [[nodiscard]] bool nothingReadable();
    [[nodiscard]] QList<Account> accounts();
    void everythingOnce(); // proofs of D25 and of arriving once, printed

    const Catalogue& m_catalogue;
    QString m_pictures;
    Teller& m_teller;
    Canaries m_canaries; // what must lie readable nowhere
    QTemporaryDir m_folder;
    e2e::ServerProcess m_server;
    std::unique_ptr<Hands>
        m_worker; // two tablets: the worker's, and the officer's that counsellor and supervisor use too
    std::unique_ptr<Hands> m_office;
    QString m_family;
    QString m_phoneBefore;
};

} // namespace lianxin::story
