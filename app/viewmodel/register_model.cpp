// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/register_model.hpp"

#include "app/viewmodel/format.hpp"
#include "app/viewmodel/sentences.hpp"

namespace lianxin::ui {

namespace {
using Reading = wire::InvitationReading::State;
}

RegisterModel::RegisterModel(Parts parts, QObject* parent)
    : QObject(parent), m(std::move(parts)), m_entry(SecretEntry::Purpose::unlock),
      m_codeGroups({{"number", 0}, {"group"}}), m_words({{"number", 0}, {"word"}})
{
    m_entry.setActive(true);
    m_entry.setJudge([this](platform::SecretBytes secret, SecretEntry::Kind) { judge(std::move(secret)); });
}

// --- the invitation

bool RegisterModel::understood() const
{
    return m_reading.state == Reading::whole && (!m_present || m_damaged) && forDemo() == m.demo;
}

bool RegisterModel::invitationTrouble() const
{
    return !understood() && m_reading.state != Reading::empty && m_reading.state != Reading::unfinished;
}

QString RegisterModel::invitationHint() const
{
    if (m_reading.state != Reading::whole)
        return invitationSentence(m_reading);
    if (forDemo() != m.demo)
        return m.demo ? tr("This invitation is for the real work; this tablet shows a demonstration only")
                      : tr("This invitation belongs to a demonstration; on this tablet only the real one works");
    if (m_present && m_damaged)
        return tr("The records of this person come back with it; the passphrase is the one of before");
    if (m_present)
        return tr("This person is on this tablet already; go back and unlock");
    return {};
}

// The name that the administrator knows, without what machines put around it.
QString RegisterModel::serverText() const
{
    return understood() ? qs(m_reading.invitation.address).section(QLatin1String("://"), 1) : QString();
}

void RegisterModel::begin()
{
    close();
    turnTo(Invitation);
}

void RegisterModel::read(const QString& typed)
{
    if (m_step != Invitation || typed == m_typed)
        return;
    m_typed = typed;
    m_reading = wire::readInvitation(typed.toStdString());
    m_present = m_reading.state == Reading::whole && m.tablet.isRegistered(m_reading.invitation.user);
    m_damaged = m_present && m.tablet.isDamaged(m_reading.invitation.user);
    emit changed();
}

void RegisterModel::goOn()
{
    if (m_step != Invitation || !understood())
        return;
    if (!m_secret.empty()) // another invitation after the first did not go through
        return connectNow();
    m_entry.askFresh(m.tablet.hardwareBacked());
    turnTo(Secret);
}

// --- the secret

void RegisterModel::judge(platform::SecretBytes secret)
{
    if (m_step != Secret)
        return m_entry.setBusy(false);
    auto chosen = m_fresh.typed(m_entry, std::move(secret), m.tablet.hardwareBacked());
    if (!chosen)
        return;
    m_secret = std::move(*chosen);
    connectNow();
}

// --- the province

void RegisterModel::connectNow()
{
    m_trouble.clear();
    turnTo(Connecting);
    const auto secret = std::make_shared<platform::SecretBytes>(m_secret.clone());
    const auto invitation = tablet::invitationOf(m_reading.invitation);
    m_derive([this, secret, invitation] { return m.tablet.prepareVault(invitation, *secret, m.argon()); },
             [this](const Result<void>& outcome) { prepared(outcome); });
}

void RegisterModel::prepared(const Result<void>& outcome)
{
    if (m_step != Connecting)
        return;
    if (outcome)
        return m.tablet.askProvince(tablet::invitationOf(m_reading.invitation),
                                    [this](Result<tablet::Tablet::Registered> answer) { answered(std::move(answer)); });
    switch (outcome.error().code) {
    case Errc::wrongSecret:
        return stop(tr("Somebody began here before with another passphrase; please type that one"), OtherSecret);
    case Errc::lockedOut: return stop(unlockSentence(outcome.error()), TryAgain);
    case Errc::invalidInput: return stop(passphraseSentence(vault::PassphraseFault::tooSimple), OtherSecret);
    case Errc::offline:
    case Errc::notAllowed: return stop(tr("Not done just yet; try once more"), TryAgain);
    default: return stop(enrolSentence(outcome.error()), TryAgain);
    }
}

void RegisterModel::answered(Result<tablet::Tablet::Registered> answer)
{
    if (!answer) {
        const auto code = answer.error().code;
        const bool spent = code == Errc::wrongSecret || code == Errc::lockedOut || code == Errc::notAllowed ||
                           code == Errc::protocol || code == Errc::stranger;
        return stop(enrolSentence(answer.error()), spent ? OtherInvitation : TryAgain);
    }
    if (answer->recoveryCode.empty()) // the one on paper stays good
        return openVault();
    showCode(answer->recoveryCode);
}

void RegisterModel::showLateCode(const platform::SecretBytes& code)
{
    close();
    m_late = true;
    showCode(code);
}

void RegisterModel::showCode(const platform::SecretBytes& code)
{
    Rows rows;
    const auto groups = qs(code.view()).split(QLatin1Char('-'));
    for (const auto& group : groups)
        rows.push_back({{"number", static_cast<int>(rows.size()) + 1}, {"group", group}});
    m_codeGroups.setRows(rows);
    m_copied = false;
    turnTo(Recovery);
}

void RegisterModel::stop(const QString& sentence, Remedy remedy)
{
    m_trouble = sentence;
    m_remedy = remedy;
    emit changed();
}

void RegisterModel::mend()
{
    if (m_step != Connecting || m_trouble.isEmpty())
        return;
    switch (m_remedy) {
    case TryAgain: return connectNow();
    case OtherSecret:
        m_secret.wipe();
        m_entry.askFresh(m.tablet.hardwareBacked());
        return turnTo(Secret);
    case OtherInvitation:
        m_typed.clear();
        m_reading = {};
        return turnTo(Invitation);
    }
}

// --- the recovery code

void RegisterModel::tickCopied()
{
    m_copied = !m_copied;
    emit changed();
}

void RegisterModel::finishCopying()
{
    if (m_step != Recovery || !m_copied)
        return;
    m_codeGroups.setRows({});
    m_trouble.clear();
    if (m_late) {
        close();
        emit copiedLate();
        emit left();
        return;
    }
    openVault();
}

void RegisterModel::openVault()
{
    turnTo(Words);
    auto* vault = m.tablet.vault();
    const auto secret = std::make_shared<platform::SecretBytes>(std::move(m_secret));
    m_secret = {};
    m_derive(
        [vault, secret]() -> Result<void> {
            return vault != nullptr ? vault->unlock(*secret) : Result<void>(fail(Errc::notFound, "no vault"));
        },
        [this](const Result<void>& outcome) {
            if (m_step != Words)
                return;
            if (outcome)
                emit unlocked();
            else
                enter(); // the door is shown, and the passphrase opens it
        });
}

// --- the words

void RegisterModel::showWords(const std::vector<std::string>& words)
{
    Rows rows;
    for (const auto& word : words)
        rows.push_back({{"number", static_cast<int>(rows.size()) + 1}, {"word", qs(word)}});
    m_words.setRows(rows);
    emit changed();
}

void RegisterModel::setOnline(bool online)
{
    if (m_online == online)
        return;
    m_online = online;
    emit changed();
}

QString RegisterModel::waitText() const
{
    if (m_words.count() == 0)
        return tr("Opening");
    return m_online ? tr("Waiting for the administrator to confirm; it goes on by itself then")
                    : tr("No network just now; the confirmation comes when there is one");
}

void RegisterModel::enter()
{
    if (m_step != Words)
        return;
    close();
    emit left();
}

// --- the way back

bool RegisterModel::canGoBack() const
{
    return m_step == Invitation || m_step == Secret || (m_step == Connecting && !m_trouble.isEmpty());
}

void RegisterModel::back()
{
    if (!canGoBack())
        return;
    if (m_step == Invitation) {
        close();
        emit left();
        return;
    }
    if (m_step == Secret)
        m_fresh.forget();
    turnTo(Invitation);
}

void RegisterModel::close()
{
    m_typed.clear();
    m_reading = {};
    m_present = false;
    m_damaged = false;
    m_fresh.forget();
    m_secret.wipe();
    m_trouble.clear();
    m_copied = false;
    m_late = false;
    m_codeGroups.setRows({});
    m_words.setRows({});
    m_entry.begin(m.tablet.hardwareBacked());
    turnTo(Closed);
}

void RegisterModel::wordsChanged()
{
    m_entry.wordsChanged();
    emit changed();
}

void RegisterModel::turnTo(Step step)
{
    m_step = step;
    emit changed();
}

} // namespace lianxin::ui
