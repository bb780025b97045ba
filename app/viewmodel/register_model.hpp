// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tablet/tablet.hpp"
#include "app/vault/argon.hpp"
#include "app/viewmodel/fresh_secret.hpp"
#include "app/viewmodel/rows_model.hpp"

namespace lianxin::ui {

// A person comes to the tablet: the invitation, a secret, the province's answer, the recovery code on paper, six words with the administrator.
// One thing at a time; what was typed stays until the person is registered or leaves.
class RegisterModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed)
    Q_PROPERTY(QString invitationText READ invitationText NOTIFY changed)
    Q_PROPERTY(QString invitationHint READ invitationHint NOTIFY changed)
    Q_PROPERTY(bool invitationTrouble READ invitationTrouble NOTIFY changed)
    Q_PROPERTY(bool understood READ understood NOTIFY changed)
    Q_PROPERTY(QString serverText READ serverText NOTIFY changed)
    Q_PROPERTY(bool forDemo READ forDemo NOTIFY changed)
    Q_PROPERTY(lianxin::ui::SecretEntry* entry READ entry CONSTANT)
    Q_PROPERTY(QString troubleText READ troubleText NOTIFY changed)
    Q_PROPERTY(Remedy remedy READ remedy NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* codeGroups READ codeGroups CONSTANT)
    Q_PROPERTY(bool copied READ copied NOTIFY changed)
    Q_PROPERTY(bool late READ late NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* words READ words CONSTANT)
    Q_PROPERTY(QString waitText READ waitText NOTIFY changed)
public:
    // Closed: the door or the desk is shown. Connecting: busy while troubleText is empty. Recovery: the code stands there until it was said
    // to be copied, twice. Words: the person's records are open already and come down meanwhile.
    enum Step { Closed, Invitation, Secret, Connecting, Recovery, Words };
    Q_ENUM(Step)
    // What the one button under a trouble does.
    enum Remedy { TryAgain, OtherInvitation, OtherSecret };
    Q_ENUM(Remedy)

    // Runs the first beside the screen, then the second on this thread.
    using Derive = std::function<void(std::function<Result<void>()>, std::function<void(Result<void>)>)>;
    struct Parts {
        tablet::Tablet& tablet;
        bool demo{false};                          // takes invitations of a demonstration, else only real ones (D20)
        std::function<vault::ArgonParams()> argon; // asked on the other thread: measuring takes its time
    };
    explicit RegisterModel(Parts parts, QObject* parent = nullptr);
    void setDerive(Derive derive) { m_derive = std::move(derive); }
    void wordsChanged();

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] bool isOpen() const { return m_step != Closed; }
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] QString invitationText() const { return m_typed; }
    [[nodiscard]] QString invitationHint() const;
    [[nodiscard]] bool invitationTrouble() const;
    [[nodiscard]] bool understood() const;
    [[nodiscard]] QString serverText() const;
    [[nodiscard]] bool forDemo() const { return m_reading.invitation.realm == seal::Realm::demo; }
    [[nodiscard]] SecretEntry* entry() { return &m_entry; }
    [[nodiscard]] QString troubleText() const { return m_trouble; }
    [[nodiscard]] Remedy remedy() const { return m_remedy; }
    [[nodiscard]] RowsModel* codeGroups() { return &m_codeGroups; }
    [[nodiscard]] bool copied() const { return m_copied; }
    [[nodiscard]] bool late() const
    {
        return m_late;
    } // the code of a registration that was interrupted before it was copied
    [[nodiscard]] RowsModel* words() { return &m_words; }
    [[nodiscard]] QString waitText() const;

    Q_INVOKABLE void begin();
    Q_INVOKABLE void
    read(const QString& typed); // of the invitation, whole, at each change; a scanner will call the same
    Q_INVOKABLE void goOn();    // from the invitation to the secret
    Q_INVOKABLE void back();
    Q_INVOKABLE void mend(); // the button under a trouble
    Q_INVOKABLE void tickCopied();
    Q_INVOKABLE void finishCopying();
    Q_INVOKABLE void enter(); // to one's own records, confirmed or not

    // The session has the person's records open: what stands on the words page, and whether the administrator said yes.
    void showLateCode(const platform::SecretBytes& code);
    void showWords(const std::vector<std::string>& words);
    void setOnline(bool online);
    void close();

signals:
    void changed();
    void unlocked(); // the new vault is open: the session opens the desk
    void copiedLate();
    void left(); // back to the door, or on to one's own records

private:
    void judge(platform::SecretBytes secret);
    void connectNow();
    void prepared(const Result<void>& outcome);
    void answered(Result<tablet::Tablet::Registered> answer);
    void showCode(const platform::SecretBytes& code);
    void openVault(); // with the secret just chosen; then the words
    void stop(const QString& sentence, Remedy remedy);
    void turnTo(Step step);

    Parts m;
    Derive m_derive;
    Step m_step{Closed};
    QString m_typed;
    wire::InvitationReading m_reading;
    bool m_present{false}; // the person of the invitation is on this tablet already
    bool m_damaged{false}; // and has records that do not read: with this invitation they come back
    SecretEntry m_entry;
    FreshSecret m_fresh;
    platform::SecretBytes m_secret;
    QString m_trouble;
    Remedy m_remedy{TryAgain};
    RowsModel m_codeGroups, m_words;
    bool m_copied{false};
    bool m_late{false};
    bool m_online{true};
};

} // namespace lianxin::ui
