// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faulty_proxy.hpp"
#include "tablet_process.hpp"

#include "sync/model/catalogue.hpp"

#include <QJsonArray>

#include <functional>

namespace lianxin::story {

// A tablet in somebody's hands and the link it has: the app in its own process, used through what its pages call.
class Hands {
public:
    Hands(const Catalogue& catalogue, const QString& folder, const QString& pictures, quint16 server);

    [[nodiscard]] bool start() { return m_process.start(); } // also after a kill: everything anew from the disk
    [[nodiscard]] bool registerPeople(const QList<QJsonObject>& invitations, const QByteArray& ca);
    [[nodiscard]] bool unlock(const QString& name);
    [[nodiscard]] bool typeCode(const QString& entry, const std::function<bool()>& until);
    void lock() { call({}, "lock"); }
    void connectNow() { call(QStringLiteral("sync"), "connectNow"); } // the button of the sync page
    // Presses that button, then waits until everything is sent and fetched.
    enum class Mood { patient, impatient };
    [[nodiscard]] bool
    sync(Mood mood = Mood::impatient); // who is impatient presses again instead of waiting for the next try
    void picture(const char* name);
    void resize(int width, int height);

    // --- pages, by the names that QML uses
    void call(const QString& path, const char* function, const QJsonArray& arguments = {});
    void set(const QString& path, const QJsonValue& value);
    [[nodiscard]] QJsonValue get(const QString& path);
    [[nodiscard]] QJsonArray rows(const QString& path);
    [[nodiscard]] bool waitFor(const QString& path, const QJsonValue& value);
    void show(const char* page) { call({}, "show", {QLatin1String(page)}); }
    void openFamily(const QString& family) { call({}, "openFamily", {family}); }
    [[nodiscard]] bool isOn(const char* page) { return get(QStringLiteral("page")).toString() == QLatin1String(page); }
    void closeCrisis();

    // --- the open form: answers by catalogue names; what is still needed gets its first offered answer. False when it cannot be kept.
    [[nodiscard]] QString kind() { return get(QStringLiteral("form.kind")).toString(); }
    void answer(const char* field, int code);
    void type(const char* field, const QString& text,
              qsizetype letters); // letter by letter, and the cursor stays in the field
    void write(const char* field, const QString& text);
    [[nodiscard]] QString written(const char* field); // as it stands there, without the gaps of a telephone number
    [[nodiscard]] bool answerRest();
    void commit() { call(QStringLiteral("form"), "commit"); }

    // --- what no page shows
    [[nodiscard]] QJsonObject state();
    [[nodiscard]] QJsonObject partitions(); // name: state hash
    [[nodiscard]] QJsonArray conflicts();
    [[nodiscard]] int countOf(const char* type);
    [[nodiscard]] QString valueOf(const QString& record, const char* field);
    [[nodiscard]] bool draftHolds(const QString& text);
    [[nodiscard]] QByteArray databaseKey(); // of the vault that is open

    [[nodiscard]] TabletProcess& process() { return m_process; }
    [[nodiscard]] e2e::FaultyProxy& link() { return m_link; }

private:
    [[nodiscard]] QJsonValue ask(const QJsonObject& command, bool* good = nullptr);
    [[nodiscard]] int key(const char* field);
    [[nodiscard]] bool answerRow(const QJsonObject& row);

    const Catalogue& m_catalogue;
    e2e::FaultyProxy m_link;
    TabletProcess m_process;
};

} // namespace lianxin::story
