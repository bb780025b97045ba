// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The door: whose tablet this is, how it opens, and how a new person comes to it.
#include "app/viewmodel/session.hpp"

#include "app/vault/recovery_code.hpp"
#include "sync/seal/check_words.hpp"

namespace lianxin::ui {

namespace {
constexpr int kWaitLook = 1000; // ms between looks at the time that is left after wrong tries
constexpr int kConfirmLook =
    4000; // ms between questions whether the administrator confirmed; the server allows 60 requests a minute

QString waitSentence(const vault::Vault::Door& door)
{
    return unlockSentence(
        fail(Errc::lockedOut, std::to_string(std::chrono::ceil<std::chrono::seconds>(door.wait).count())));
}
} // namespace

void Session::wireDoor()
{
    m_unlock.entry()->setJudge(
        [this](platform::SecretBytes secret, SecretEntry::Kind kind) { judgeUnlock(std::move(secret), kind); });
    connect(&m_unlock, &UnlockModel::userChosen, this, &Session::chosen);
    connect(&m_waitTimer, &QTimer::timeout, this, [this] {
        if (m_tablet.vault() != nullptr && m_tablet.vault()->door().state != vault::Vault::Door::State::wait) {
            m_waitTimer.stop();
            m_unlock.entry()->allow();
            m_stepUp.allow();
        } else if (m_tablet.vault() != nullptr) {
            m_unlock.entry()->setWaiting(waitSentence(m_tablet.vault()->door()));
        }
    });
    m_register.setDerive([this](std::function<Result<void>()> work, std::function<void(Result<void>)> then) {
        derive(std::move(work), std::move(then));
    });
    connect(&m_register, &RegisterModel::unlocked, this, &Session::registrationUnlocked);
    connect(&m_register, &RegisterModel::copiedLate, this, [this] {
        if (m_tablet.desk() != nullptr)
            m_tablet.desk()->recoveryCodeCopied();
    });
    connect(&m_register, &RegisterModel::left, this, &Session::registrationLeft);
    connect(&m_confirmTimer, &QTimer::timeout, this, [this] {
        if (m_tablet.desk() != nullptr)
            m_tablet.desk()->driver().syncNow();
    });
}

void Session::usersChanged()
{
    m_unlock.refresh();
    showDutyNumbers(m_tablet.dutyNumbers());
    if (m_state == NoUser || m_state == Locked)
        setState(m_unlock.hasUsers() ? Locked : NoUser);
    // Who used the tablet last stands chosen from the start; and a registration leaves another vault in hand.
    const bool inHand = m_tablet.vault() != nullptr && m_tablet.vault()->user() == m_unlock.chosen();
    if (m_state == Locked && !inHand)
        chosen(m_unlock.chosen());
}

void Session::chosen(UserId user)
{
    if (m_state == Open || m_state == Unlocking || m_register.isOpen())
        return;
    m_waitTimer.stop();
    m_recoveryCode.wipe();
    m_fresh.forget();
    auto& entry = *m_unlock.entry();
    entry.begin(m_tablet.hardwareBacked());
    if (const auto opened = m_tablet.choose(user); !opened)
        return entry.setWaiting(unlockSentence(opened.error())); // nothing that could be typed would help
    const auto door = m_tablet.vault()->door();
    using Door = vault::Vault::Door::State;
    switch (door.state) {
    case Door::passphrase: break;
    case Door::wait:
        entry.setWaiting(waitSentence(door));
        m_waitTimer.start(kWaitLook);
        break;
    case Door::recoveryOnly: entry.setRecoveryOnly(unlockSentence(fail(Errc::notAllowed, {}))); break;
    }
}

void Session::derive(std::function<Result<void>()> work, std::function<void(Result<void>)> then)
{
    const auto outcome = std::make_shared<Result<void>>();
    m_deriving.reset(QThread::create([outcome, job = std::move(work)] { *outcome = job(); }));
    connect(
        m_deriving.get(), &QThread::finished, this, [outcome, call = std::move(then)] { call(*outcome); },
        Qt::QueuedConnection);
    m_deriving->start();
}

void Session::judgeUnlock(platform::SecretBytes secret, SecretEntry::Kind kind)
{
    auto* vault = m_tablet.vault();
    if (vault == nullptr || m_state != Locked)
        return m_unlock.entry()->setBusy(false);
    if (kind == SecretEntry::Recovery)
        return judgeRecovery(std::move(secret));
    if (m_unlock.entry()->fresh())
        return judgeFresh(std::move(secret));
    setState(Unlocking);
    const auto typed = std::make_shared<platform::SecretBytes>(std::move(secret));
    derive([vault, typed] { return vault->unlock(*typed); },
           [this, typed](const Result<void>& outcome) { unlocked(outcome, typed); });
}

// The code alone opens nothing: a new passphrase goes with it. A slip of the pen is told at once, and what was typed stays.
void Session::judgeRecovery(platform::SecretBytes typed)
{
    auto& entry = *m_unlock.entry();
    if (const auto code = vault::readRecoveryCode(typed); !code)
        return entry.askToMend(recoverySentence(code.error()));
    m_recoveryCode = std::move(typed);
    m_fresh.forget();
    entry.askFresh(m_tablet.hardwareBacked());
}

void Session::judgeFresh(platform::SecretBytes typed)
{
    auto chosen = m_fresh.typed(*m_unlock.entry(), std::move(typed), m_tablet.hardwareBacked());
    if (!chosen)
        return;
    setState(Unlocking);
    const auto fresh = std::make_shared<platform::SecretBytes>(std::move(*chosen));
    const auto code = std::make_shared<platform::SecretBytes>(std::move(m_recoveryCode));
    m_recoveryCode = {};
    derive([vault = m_tablet.vault(), fresh, code] { return vault->recover(*code, *fresh); },
           [this](const Result<void>& outcome) {
               if (outcome || (outcome.error().code != Errc::wrongSecret && outcome.error().code != Errc::invalidInput))
                   return unlocked(outcome);
               setState(Locked);
               m_unlock.entry()->useRecovery();
               m_unlock.entry()->refuse(recoverySentence(fail(Errc::wrongSecret, {})));
           });
}

void Session::refused(SecretEntry& entry, const Error& error)
{
    entry.refuse(unlockSentence(error), error.code != Errc::lockedOut);
    using Door = vault::Vault::Door::State;
    const auto door = m_tablet.vault() != nullptr ? m_tablet.vault()->door() : vault::Vault::Door{};
    if (door.state == Door::wait) {
        entry.setWaiting(waitSentence(door));
        m_waitTimer.start(kWaitLook);
    }
    if (error.code == Errc::notAllowed || error.code == Errc::notFound)
        entry.setRecoveryOnly(unlockSentence(error));
    else if (door.state == Door::recoveryOnly)
        entry.setRecoveryOnly(unlockSentence(fail(Errc::notAllowed, {})));
}

void Session::unlocked(const Result<void>& outcome, const std::shared_ptr<platform::SecretBytes>& typed)
{
    setState(Locked);
    if (!outcome)
        return refused(*m_unlock.entry(), outcome.error());
    m_unlock.entry()->begin(m_tablet.hardwareBacked());
    if (const auto desk = m_tablet.openDesk(); !desk) {
        m_tablet.lock();
        return m_unlock.setNotice(deskSentence(desk.error()));
    }
    if (!m_tablet.desk()->owesRecoveryCode())
        return openDesk();
    if (typed != nullptr)
        return showOwedCode(typed);
    m_tablet.desk()->recoveryCodeCopied(); // the code itself opened the vault
    openDesk();
}

// A registration that was interrupted before its code was on paper. Before the pages come up: a vault is not for two threads at once.
void Session::showOwedCode(const std::shared_ptr<platform::SecretBytes>& typed)
{
    setState(Unlocking);
    const auto code = std::make_shared<platform::SecretBytes>();
    derive(
        [vault = m_tablet.vault(), typed, code]() -> Result<void> {
            LIANXIN_CHECK(vault->stepUp(*typed));
            LIANXIN_TRY(*code, vault->renewRecoveryCode());
            vault->dropStepUp();
            return {};
        },
        [this, code](const Result<void>& outcome) {
            openDesk();
            if (!outcome)
                return; // asked again at the next unlock
            m_register.showLateCode(*code);
            m_autoLock.pageShown(vault::AutoLock::Page::waiting);
        });
}

// --- a new person

void Session::beginRegistration()
{
    if (m_state != NoUser && m_state != Locked)
        return;
    m_waitTimer.stop();
    m_unlock.entry()->begin(m_tablet.hardwareBacked());
    m_register.begin();
}

void Session::registrationUnlocked()
{
    usersChanged(); // the new tile, for the next time
    if (const auto desk = m_tablet.openDesk(); !desk) {
        m_register.close();
        registrationLeft();
        return m_unlock.setNotice(deskSentence(desk.error()));
    }
    if (m_register.copied())
        m_tablet.desk()->recoveryCodeCopied();
    m_unlock.setChosen(m_tablet.desk()->user());
    openDesk();
    m_autoLock.pageShown(vault::AutoLock::Page::waiting);
    const auto words = m_tablet.desk()->checkWords();
    m_register.showWords(words ? seal::checkWordTexts(m_desk.catalogue(), *words, m_desk.language())
                               : std::vector<std::string>{});
    m_register.setOnline(m_network.online());
    m_confirmTimer.start(kConfirmLook);
}

void Session::registrationLeft()
{
    m_confirmTimer.stop();
    if (m_state == Open)
        return settle();
    usersChanged();
    if (m_unlock.hasUsers())
        chosen(m_unlock.chosen());
}

void Session::checkConfirmed()
{
    if (m_register.step() != RegisterModel::Words || m_tablet.desk() == nullptr)
        return;
    const auto confirmed = m_tablet.desk()->confirmed();
    if (!confirmed || !*confirmed)
        return;
    m_register.enter();
    say(tr("Confirmed. This tablet is yours to use"), {});
}

} // namespace lianxin::ui
