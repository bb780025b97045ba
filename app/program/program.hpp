// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tablet/registration.hpp"
#include "app/viewmodel/session.hpp"

#include <QObject>

#include <functional>
#include <memory>

class QQmlApplicationEngine;
class QQuickWindow;

namespace lianxin::program {

struct Options {
    platform::Path data;  // the tablet's folder
    bool demo{false};     // made-up people: the device secret lies in a file, the pass code is shown
    bool loopback{false}; // the server runs on this machine
    QString language{QStringLiteral("zh_CN")};
};

// The six digits that open every vault of a demonstration.
inline constexpr std::string_view kDemoCode = "202610";

// The whole tablet app: what it stands on, the session, the window. One per process.
class Program : public QObject {
    Q_OBJECT
public:
    // The detail of an error is for the operator who started it.
    [[nodiscard]] static Result<std::unique_ptr<Program>> make(const Options& options);
    ~Program() override;

    [[nodiscard]] ui::Session& session();
    [[nodiscard]] tablet::Tablet& tablet();
    [[nodiscard]] bool isRegistered(UserId user) const;

    // One after the other; `done` gets the first error, else success. In a demonstration, invitations of people who have a vault are skipped.
    using Done = std::function<void(Result<void>)>;
    void registerPeople(std::vector<tablet::Invitation> invitations, const vault::SecretBytes& passphrase,
                        const vault::ArgonParams& argon, Done done);

    [[nodiscard]] bool show(); // the window; false when the pages do not load
    [[nodiscard]] QQuickWindow* window() const;

signals:
    // For the operator: somebody's damaged file was kept aside, and what came over from it.
    void begunAnew(const QString& account);

private:
    struct Parts;
    explicit Program(std::unique_ptr<Parts> parts);
    void setLanguage(const QString& language);

    std::unique_ptr<Parts> m;
};

} // namespace lianxin::program
