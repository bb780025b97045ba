// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/secret_entry.hpp"

namespace lianxin::ui {

namespace {
constexpr std::size_t kPinDigits = 6;
}

SecretEntry::SecretEntry(Purpose purpose, QObject* parent) : QObject(parent), m_purpose(purpose), m_typed(kPinDigits) {}

void SecretEntry::begin(bool pinPossible)
{
    m_pinPossible = pinPossible;
    m_kind = pinPossible ? Pin : Passphrase;
    m_fresh = false;
    m_again = false;
    m_busy = false;
    m_waiting = false;
    m_message.clear();
    forget();
    emit changed();
}

void SecretEntry::setActive(bool active)
{
    m_active = active;
    forget();
    emit changed();
}

void SecretEntry::askFresh(bool pinPossible)
{
    begin(pinPossible);
    m_fresh = true;
    emit changed();
}

void SecretEntry::askAgain()
{
    m_again = true;
    m_busy = false;
    m_message.clear();
    forget();
    emit changed();
}

void SecretEntry::setRecoveryOnly(const QString& message)
{
    m_pinPossible = false;
    turnTo(Recovery);
    m_message = message;
    emit changed();
}

void SecretEntry::setBusy(bool busy)
{
    m_busy = busy;
    emit changed();
}

void SecretEntry::refuse(const QString& message, bool mayTry)
{
    forget();
    m_again = false;
    m_busy = false;
    m_waiting = !mayTry;
    m_message = message;
    emit changed();
}

void SecretEntry::askToMend(const QString& message)
{
    m_busy = false;
    m_message = message;
    emit changed();
}

void SecretEntry::setWaiting(const QString& message)
{
    m_busy = false;
    m_waiting = true;
    m_message = message;
    emit changed();
}

void SecretEntry::allow()
{
    m_waiting = false;
    m_message.clear();
    emit changed();
}

void SecretEntry::setHint(const QString& hint)
{
    m_hint = hint;
    emit changed();
}

QString SecretEntry::label() const
{
    if (m_again)
        return tr("The same once more");
    if (m_fresh)
        return m_kind == Pin ? tr("Choose six digits") : tr("Choose a passphrase");
    switch (m_kind) {
    case Pin: return tr("Six-digit code");
    case Passphrase: return tr("Passphrase");
    case Recovery: return tr("Recovery code");
    }
    return {};
}

void SecretEntry::pressDigit(int digit)
{
    if (m_kind != Pin || !inputEnabled() || digit < 0 || digit > 9 || m_digits >= kPinDigits)
        return;
    m_typed.data()[m_digits++] = static_cast<std::uint8_t>('0' + digit);
    m_message.clear();
    emit changed();
    if (m_digits < kPinDigits || !m_judge)
        return;
    judge(m_typed.clone());
}

void SecretEntry::backspace()
{
    if (m_digits == 0 || !inputEnabled())
        return;
    m_typed.data()[--m_digits] = 0;
    emit changed();
}

void SecretEntry::submit(const QString& text)
{
    if (m_kind == Pin || !inputEnabled() || text.isEmpty() || !m_judge)
        return;
    QByteArray bytes = text.toUtf8();
    auto secret =
        platform::SecretBytes::copyOf(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    platform::wipeMemory(bytes.data(), static_cast<std::size_t>(bytes.size()));
    judge(std::move(secret));
}

void SecretEntry::judge(platform::SecretBytes secret)
{
    m_message.clear();
    m_busy = true;
    emit changed();
    m_judge(std::move(secret), m_kind);
}

void SecretEntry::usePin()
{
    if (m_pinPossible)
        turnTo(Pin);
}

void SecretEntry::usePassphrase() { turnTo(Passphrase); }

void SecretEntry::useRecovery()
{
    if (m_purpose == Purpose::unlock)
        turnTo(Recovery);
}

void SecretEntry::cancel()
{
    forget();
    m_busy = false;
    emit cancelled();
}

void SecretEntry::turnTo(Kind kind)
{
    m_kind = kind;
    m_fresh = m_fresh && kind != Recovery;
    m_again = false;
    forget();
    m_message.clear();
    emit changed();
}

void SecretEntry::forget()
{
    m_typed = platform::SecretBytes(kPinDigits);
    m_digits = 0;
    emit emptied();
}

} // namespace lianxin::ui
