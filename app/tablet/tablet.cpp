// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tablet/tablet.hpp"

#include "sync/client/enrol.hpp"
#include "sync/client/pinned_authority.hpp"

#include <algorithm>

namespace lianxin::tablet {

namespace {

bool isDamage(const Result<std::unique_ptr<store::ReplicaStore>>& store)
{
    const auto whole = store ? (*store)->verify() : Result<void>(store.error());
    return !whole && whole.error().code == Errc::damaged;
}

} // namespace

struct Tablet::Enrolling {
    Invitation invitation;
    Done done;
    CodeShown shown{CodeShown::later};
    std::unique_ptr<client::PinnedAuthority> authority;
    std::unique_ptr<client::HttpTransport> transport;
    std::optional<seal::SignKey> replicaKey;
    std::optional<Rescued> rescued;
    platform::Path keptAside;
};

Tablet::Tablet(const TabletPorts& ports, const platform::Path& root)
    : m_ports(ports), m_directory(ports.files, root), m_reserve(ports.files, ports.disk, m_directory.reserve())
{}

Tablet::~Tablet() = default;

Result<std::unique_ptr<Tablet>> Tablet::open(const TabletPorts& ports, const platform::Path& root)
{
    std::unique_ptr<Tablet> tablet(new Tablet(ports, root));
    LIANXIN_CHECK(tablet->m_directory.prepare());
    tablet->m_reserve.take();
    tablet->openTabletStore();
    return tablet;
}

vault::VaultServices Tablet::services() const
{
    return {m_ports.files, m_ports.keyStore, m_ports.bootClock, m_ports.random};
}

void Tablet::openTabletStore()
{
    if (m_store)
        return;
    const auto secret = m_ports.keyStore.loadDeviceSecret();
    if (!secret) {
        if (secret.error().code != Errc::notFound)
            m_trouble = secret.error();
        return;
    }
    auto opened = vault::TabletStore::open(m_directory.tabletStore(), *secret);
    if (!opened) {
        m_trouble = opened.error();
        return;
    }
    m_store = std::move(*opened);
    m_trouble = m_store->begunAnew();
}

std::vector<vault::UserTile> Tablet::tiles()
{
    std::vector<vault::UserTile> found;
    auto kept = m_store ? m_store->tiles(m_directory)
                        : Result<std::vector<vault::UserTile>>(fail(Errc::notFound, "no store yet"));
    if (kept)
        found = std::move(*kept);
    else if (const auto users = m_directory.users()) // a vault is never hidden because the small store does not open
        for (const auto user : *users)
            found.emplace_back().user = user;
    std::erase_if(found,
                  [this](const vault::UserTile& tile) { return tile.displayName.empty() && isHalfMade(tile.user); });
    return found;
}

std::vector<vault::DutyNumber> Tablet::dutyNumbers()
{
    auto numbers =
        m_store ? m_store->dutyNumbers() : Result<std::vector<vault::DutyNumber>>(std::vector<vault::DutyNumber>{});
    return numbers ? *numbers : std::vector<vault::DutyNumber>{};
}

// The unlock page's facts can be had again; that they are not kept just now is no reason to stop anybody.
void Tablet::rememberDutyNumbers(const std::vector<vault::DutyNumber>& numbers)
{
    if (m_store && dutyNumbers() != numbers)
        (void)m_store->replaceDutyNumbers(numbers);
}

void Tablet::rememberTile(const vault::UserTile& tile)
{
    if (m_store)
        (void)m_store->putTile(tile);
}

void Tablet::rememberLock(UserId user, std::int64_t pending)
{
    if (m_store)
        (void)m_store->recordLock(user, pending, m_ports.clock.now());
}

Result<void> Tablet::choose(UserId user)
{
    lock();
    m_vault.reset();
    auto opened = vault::Vault::open(services(), m_directory.placesOf(user).folder);
    if (!opened)
        return fail(opened.error().code, opened.error().detail);
    m_vault.emplace(std::move(*opened));
    return {};
}

Result<Desktop*> Tablet::openDesk()
{
    if (!m_vault)
        return fail(Errc::notAllowed, "nobody was chosen");
    if (m_desk == nullptr) {
        m_reserve.take(); // given up on a full day; held back again when there is room
        const UserId user = m_vault->user();
        auto opened = openDesktop(user);
        const bool damaged = opened ? (*opened)->hasDamage() : opened.error().code == Errc::damaged;
        if (damaged && !isDamaged(user))
            m_damaged.push_back(user);
        LIANXIN_TRY(m_desk, std::move(opened));
    }
    return m_desk.get();
}

void Tablet::lock()
{
    m_desk.reset();
    if (m_vault)
        m_vault->lock();
}

bool Tablet::isRegistered(UserId user)
{
    return std::ranges::any_of(
        tiles(), [&](const vault::UserTile& tile) { return tile.user == user && !tile.displayName.empty(); });
}

bool Tablet::isHalfMade(UserId user)
{
    const auto places = m_directory.placesOf(user);
    const auto present = vault::Vault::open(services(), places.folder);
    return present && present->replica().isNil() && !m_ports.files.exists(places.data);
}

Result<void> Tablet::reopenVault(vault::Vault present, const vault::SecretBytes& passphrase)
{
    LIANXIN_CHECK(present.unlock(passphrase));
    LIANXIN_CHECK(begunBefore(present, passphrase));
    m_vault.emplace(std::move(present));
    return {};
}

Result<void> Tablet::begunBefore(vault::Vault& opened, const vault::SecretBytes& passphrase)
{
    const auto store = openData(m_ports, opened, m_directory.placesOf(opened.user()).data, nullptr);
    m_beginsAnew = isDamage(store);
    if (store && !m_beginsAnew)
        LIANXIN_CHECK(completeRegistration(opened, **store));
    const bool isComplete = !opened.replica().isNil();
    if (isComplete && !m_beginsAnew)
        return fail(Errc::notAllowed, "this person is registered here");
    if (m_beginsAnew)
        LIANXIN_CHECK(opened.prepareReplicaKey()); // until the province answers, what still reads opens as before
    // Its recovery code may be on paper. Whether this try gets through is not known yet, and a code that nobody sees would void the paper.
    if (isComplete || isRegistered(opened.user()))
        return {};
    LIANXIN_CHECK(opened.stepUp(passphrase));
    LIANXIN_TRY(m_recoveryCode, opened.renewRecoveryCode());
    opened.dropStepUp();
    return {};
}

Result<void> Tablet::prepareVault(const Invitation& invitation, const vault::SecretBytes& passphrase,
                                  const vault::ArgonParams& argon)
{
    if (m_desk != nullptr)
        return fail(Errc::notAllowed, "somebody is at work");
    const auto folder = m_directory.placesOf(invitation.user).folder;
    m_vault.reset();
    m_recoveryCode = {};
    m_beginsAnew = false;
    auto present = vault::Vault::open(services(), folder);
    if (present) {
        auto reopened = reopenVault(std::move(*present), passphrase);
        const bool forgotten =
            !reopened && reopened.error().code != Errc::io && reopened.error().code != Errc::diskFull;
        if (!forgotten || isRegistered(invitation.user) || !isHalfMade(invitation.user))
            return reopened;
        LIANXIN_CHECK(m_directory.putAside(invitation.user));
    } else if (present.error().code != Errc::notFound) {
        return fail(present.error().code, present.error().detail);
    }
    LIANXIN_TRY(auto made, vault::Vault::enrol(services(), folder, {invitation.user, passphrase, argon, {}}));
    m_vault.emplace(std::move(made.vault));
    m_recoveryCode = std::move(made.recoveryCode);
    return {};
}

void Tablet::enrol(const Invitation& invitation, const vault::SecretBytes& passphrase, const vault::ArgonParams& argon,
                   Done done)
{
    lock();
    if (const auto prepared = prepareVault(invitation, passphrase, argon); !prepared)
        return done(fail(prepared.error().code, prepared.error().detail));
    askProvince(invitation, std::move(done),
                invitation.realm == seal::Realm::demo ? CodeShown::never : CodeShown::later);
}

void Tablet::askProvince(const Invitation& invitation, Done done, CodeShown shown)
{
    m_enrolling = std::make_unique<Enrolling>();
    m_enrolling->shown = shown;
    m_enrolling->invitation = invitation;
    m_enrolling->done = std::move(done);
    if (m_beginsAnew)
        m_enrolling->rescued = Rescued{};
    if (!invitation.caPem.empty() || invitation.pins.empty())
        return askWith(invitation.caPem);
    m_enrolling->authority =
        std::make_unique<client::PinnedAuthority>(QUrl(QString::fromStdString(invitation.server)), invitation.pins);
    m_enrolling->authority->fetch([this](const Result<std::string>& pem) {
        if (!pem)
            return finishEnrolment(fail(pem.error().code, pem.error().detail));
        m_enrolling->invitation.caPem = *pem;
        askWith(*pem);
    });
}

void Tablet::askWith(const std::string& caPem)
{
    const auto& invitation = m_enrolling->invitation;
    client::EnrolAsk ask;
    ask.code = invitation.code;
    ask.label = "tablet";
    ask.expected = invitation.realm;
    ask.pinnedRoot = invitation.root;
    const Error closed = fail(Errc::damaged, "no vault is prepared");
    const auto purpose = m_vault && m_vault->replicaKeyPending() ? vault::KeyPurpose::nextReplicaSigning
                                                                 : vault::KeyPurpose::replicaSigning;
    auto replicaKey = m_vault ? m_vault->signKey(purpose) : Result<seal::SignKey>(closed);
    const auto personSign =
        m_vault ? m_vault->publicSignKey(vault::KeyPurpose::personSigning) : Result<seal::PublicSignKey>(closed);
    const auto personBox = m_vault ? m_vault->publicBoxKey() : Result<seal::PublicBoxKey>(closed);
    if (!replicaKey || !personSign || !personBox)
        return finishEnrolment(fail(Errc::damaged, "the new vault has no keys"));
    m_enrolling->replicaKey.emplace(std::move(*replicaKey));
    ask.replicaKey = &*m_enrolling->replicaKey;
    ask.personSign = *personSign;
    ask.personBox = *personBox;
    m_enrolling->transport = std::make_unique<client::HttpTransport>(QUrl(QString::fromStdString(invitation.server)),
                                                                     QByteArray::fromStdString(caPem));
    client::enrol(*m_enrolling->transport, ask, [this](const Result<wire::EnrolReply>& reply) {
        // The key that waited may be another body's by now (PROTOCOL.md 9.1): whoever tries again does so with a new one.
        if (!reply && reply.error().code == Errc::notAllowed && m_vault)
            (void)m_vault->dropReplicaKey();
        finishEnrolment(reply ? keepReply(*reply) : Result<void>(fail(reply.error().code, reply.error().detail)));
    });
}

Result<void> Tablet::keepReply(const wire::EnrolReply& reply)
{
    if (reply.user != m_enrolling->invitation.user)
        return fail(Errc::notAllowed, "the code is another person's");
    const auto data = m_directory.placesOf(reply.user).data;
    platform::Path fresh = data;
    fresh += ".fresh";
    // A log whose file is gone holds the last words that were written: SQLite would throw it away with the first look at a new file.
    platform::Path log = data;
    log += "-wal";
    if (!m_ports.files.exists(data) && m_ports.files.exists(log)) {
        platform::Path aside = data;
        aside += ".damaged-" + reply.replica.text() + "-wal";
        LIANXIN_CHECK(m_ports.files.rename(log, aside));
        m_enrolling->keptAside = aside;
    }
    // A fresh file without the old one beside it is complete: the power went between the two renames.
    if (!m_ports.files.exists(data) && m_ports.files.exists(fresh)) {
        LIANXIN_CHECK(takeFresh(data, fresh));
    }
    LIANXIN_CHECK(dataAreDamaged(*m_vault) ? beginAnew(data, fresh, reply) : makeData(data, reply));
    // Last: until then the same code and the same key get the same answer again.
    LIANXIN_CHECK(m_vault->setReplica(reply.replica));
    openTabletStore();
    vault::UserTile tile;
    tile.user = reply.user;
    tile.displayName = reply.displayName;
    tile.role = reply.role;
    tile.lastUsed = m_ports.clock.now();
    rememberTile(tile);
    return {};
}

bool Tablet::dataAreDamaged(const vault::Vault& opened) const
{
    return isDamage(openData(m_ports, opened, m_directory.placesOf(opened.user()).data, nullptr));
}

Result<void> Tablet::makeData(const platform::Path& file, const wire::EnrolReply& reply)
{
    LIANXIN_TRY(const auto keys, m_vault->dataKeys());
    LIANXIN_TRY(const auto store,
                store::ReplicaStore::open(file.string(), rawKey(keys.current.data),
                                          {&m_ports.catalogue, &m_ports.folder, &m_ports.clock, &m_ports.random}));
    LIANXIN_CHECK(store->initialise(reply.replica, reply.user, reply.epoch, reply.scopeGeneration));
    LIANXIN_CHECK(
        store->putNote(kRecoveryNote, m_enrolling->shown == CodeShown::later ? kRecoveryOwed : kRecoveryCopied));
    return store->putNote(kRegistrationNote, Registration::from(m_enrolling->invitation, reply).encode());
}

// The fresh file is whole before the damaged one moves aside; nothing is ever deleted but an unfinished fresh one.
Result<void> Tablet::beginAnew(const platform::Path& data, const platform::Path& fresh, const wire::EnrolReply& reply)
{
    for (const auto* tail : {"", "-wal", "-shm"}) {
        platform::Path leftover = fresh;
        leftover += tail;
        if (m_ports.files.exists(leftover))
            LIANXIN_CHECK(m_ports.files.remove(leftover));
    }
    LIANXIN_CHECK(makeData(fresh, reply));
    Rescued rescued;
    {
        LIANXIN_TRY(const auto into, openData(m_ports, *m_vault, fresh, nullptr));
        if (const auto from = openData(m_ports, *m_vault, data, nullptr)) {
            rescued = rescueUnsent(**from, *into);
            // Whether the code is on paper. Where that does not read, a new code is shown: too many papers are no harm.
            if (const auto note = (*from)->note(kRecoveryNote); note && *note)
                LIANXIN_CHECK(into->putNote(kRecoveryNote, **note));
        }
        LIANXIN_CHECK(into->appendAudit("begun anew", std::to_string(rescued.changes) + " changes and " +
                                                          std::to_string(rescued.drafts) + " drafts brought over, " +
                                                          std::to_string(rescued.unreadable) + " do not read"));
        LIANXIN_CHECK(into->checkpoint());
    }
    if (m_ports.files.exists(data)) {
        LIANXIN_TRY(const auto aside, store::Database::setAside(data.string()));
        m_enrolling->keptAside = aside;
    }
    m_enrolling->rescued = rescued;
    return takeFresh(data, fresh);
}

Result<void> Tablet::takeFresh(const platform::Path& data, const platform::Path& fresh)
{
    LIANXIN_CHECK(m_ports.files.rename(fresh, data));
    return m_ports.files.syncFolder(data.parent_path());
}

void Tablet::finishEnrolment(const Result<void>& outcome)
{
    lock();
    const auto ended = std::move(m_enrolling);
    if (ended->transport != nullptr)
        ended->transport.release()->deleteLater(); // its answer is what called us
    if (ended->authority != nullptr)
        ended->authority.release()->deleteLater();
    if (!outcome)
        return ended->done(outcome.error());
    if (ended->rescued)
        std::erase(m_damaged, ended->invitation.user);
    ended->done(Registered{ended->invitation.user, std::move(m_recoveryCode), ended->rescued, ended->keptAside});
}

} // namespace lianxin::tablet
