// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/secret_bytes.hpp"

#include <QObject>
#include <QtQmlIntegration>

#include <functional>

namespace lianxin::ui {

// Where a PIN, a passphrase or a recovery code is typed. It judges nothing; digits never leave C++.
class SecretEntry : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(bool active READ active NOTIFY changed)
    Q_PROPERTY(Kind kind READ kind NOTIFY changed)
    Q_PROPERTY(QString label READ label NOTIFY changed)
    Q_PROPERTY(int digits READ digits NOTIFY changed)
    Q_PROPERTY(bool canUsePin READ canUsePin NOTIFY changed)
    Q_PROPERTY(bool canUsePassphrase READ canUsePassphrase NOTIFY changed)
    Q_PROPERTY(QString message READ message NOTIFY changed)
    Q_PROPERTY(bool inputEnabled READ inputEnabled NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString hintText READ hintText NOTIFY changed)
    Q_PROPERTY(bool fresh READ fresh NOTIFY changed)
    Q_PROPERTY(bool again READ again NOTIFY changed)
public:
    enum Kind { Pin, Passphrase, Recovery };
    Q_ENUM(Kind)
    enum class Purpose { unlock, stepUp };

    explicit SecretEntry(Purpose purpose, QObject* parent = nullptr);

    // The person answers to this; called with what was typed and how it was asked for.
    using Judge = std::function<void(platform::SecretBytes secret, Kind kind)>;
    void setJudge(Judge judge) { m_judge = std::move(judge); }
    void begin(bool pinPossible); // empty, enabled, asks for the PIN where one is possible
    void setActive(bool active);
    // A new secret for the time from now on, typed twice: the first time, then askAgain() for the second.
    void askFresh(bool pinPossible);
    void askAgain();
    void setRecoveryOnly(const QString& message);
    void setBusy(bool busy);
    void refuse(const QString& message, bool mayTry = true); // empties what was typed
    void askToMend(const QString& message);  // leaves what was typed: a slip in a long code is mended, not typed anew
    void setWaiting(const QString& message); // nothing can be typed until the next begin() or allow()
    void allow();
    void setHint(const QString& hint);
    void wordsChanged() { emit changed(); }

    [[nodiscard]] bool active() const { return m_active; }
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString label() const;
    [[nodiscard]] int digits() const { return static_cast<int>(m_digits); }
    [[nodiscard]] bool canUsePin() const { return m_pinPossible && m_kind != Pin; }
    [[nodiscard]] bool canUsePassphrase() const { return m_kind == Pin; }
    [[nodiscard]] QString message() const { return m_message; }
    [[nodiscard]] bool inputEnabled() const { return !m_busy && !m_waiting; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString hintText() const { return m_fresh ? QString() : m_hint; }
    [[nodiscard]] bool fresh() const { return m_fresh; } // being chosen, so it may be looked at
    [[nodiscard]] bool again() const { return m_again; } // the same a second time

    Q_INVOKABLE void pressDigit(int digit);
    Q_INVOKABLE void backspace();
    Q_INVOKABLE void submit(const QString& text);
    Q_INVOKABLE void usePin();
    Q_INVOKABLE void usePassphrase();
    Q_INVOKABLE void useRecovery();
    Q_INVOKABLE void cancel();

signals:
    void changed();
    void emptied(); // the field goes blank
    void cancelled();

private:
    void turnTo(Kind kind);
    void judge(platform::SecretBytes secret);
    void forget();

    Purpose m_purpose;
    Judge m_judge;
    Kind m_kind{Passphrase};
    platform::SecretBytes m_typed; // six places for digits
    std::size_t m_digits{0};
    QString m_message;
    QString m_hint;
    bool m_active{false};
    bool m_pinPossible{false};
    bool m_fresh{false};
    bool m_again{false};
    bool m_busy{false};
    bool m_waiting{false};
};

} // namespace lianxin::ui
