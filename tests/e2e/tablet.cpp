// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tablet.hpp"

#include <QFile>
#include <QTest>

namespace lianxin::e2e {

namespace {
constexpr int kPatience = 60'000; // ms; only a hang reaches it
}

const PartitionId& storyVillage()
{
    static const PartitionId village = *PartitionId::parse("v:350128900200");
    return village;
}

Tablet::Tablet(const Catalogue& catalogue, quint16 port, const QByteArray& ca, std::chrono::milliseconds silence)
    : m_catalogue(catalogue), m_url(QStringLiteral("https://127.0.0.1:%1").arg(port)), m_ca(ca), m_silence(silence),
      m_key(seal::SignKey::generate(m_random))
{
    m_random.fill(m_dbKey.key);
    m_random.fill(m_dbKey.salt);
}

bool Tablet::enrol(const QJsonObject& invitation)
{
    client::HttpTransport transport(m_url, m_ca);
    client::EnrolAsk ask;
    ask.code = invitation.value(QStringLiteral("code")).toString().toStdString();
    ask.replicaKey = &m_key;
    ask.label = "story";
    ask.expected = seal::Realm::demo;
    const auto root = Hash::parse(invitation.value(QStringLiteral("root")).toString().toStdString());
    if (!root)
        return false;
    ask.pinnedRoot = *root;
    bool done = false;
    client::enrol(transport, ask, [&](const Result<wire::EnrolReply>& reply) {
        done = true;
        if (reply) {
            m_reply = *reply;
            m_replica = reply->replica;
        } else {
            qWarning("enrolment: %s %s", errcName(reply.error().code), reply.error().detail.c_str());
        }
    });
    return QTest::qWaitFor([&] { return done; }, kPatience) && m_reply && open() &&
           m_store->initialise(m_reply->replica, m_reply->user, m_reply->epoch, m_reply->scopeGeneration).has_value();
}

bool Tablet::open()
{
    auto opened =
        store::ReplicaStore::open(file().toStdString(), m_dbKey, {&m_catalogue, m_text.get(), &m_clock, &m_random});
    if (!opened)
        return false;
    m_store = std::move(*opened);
    return true;
}

bool Tablet::reopen()
{
    m_store.reset();
    return open();
}

bool Tablet::isCopyOf(Tablet& other)
{
    m_store.reset();
    if (!other.m_store->checkpoint())
        return false;
    for (const char* end : {"", "-wal"})
        QFile::remove(file() + QLatin1String(end));
    const auto copy = [](const seal::SignKey& key) {
        const auto seed = key.seed();
        return seal::SignKey::fromSeed(
            std::span<const std::uint8_t, seal::kSeedSize>(seed.span().data(), seal::kSeedSize));
    };
    m_key = copy(other.m_key);
    m_next.reset();
    if (other.m_next)
        m_next = copy(*other.m_next);
    m_dbKey = other.m_dbKey;
    m_reply = other.m_reply;
    m_replica = other.m_replica;
    return QFile::copy(other.file(), file()) && open();
}

Result<const seal::SignKey*> Tablet::nextKey()
{
    if (!m_next)
        m_next = seal::SignKey::generate(m_random);
    return &*m_next;
}

Result<void> Tablet::keyTaken()
{
    m_next.reset();
    return {};
}

Result<void> Tablet::became(ReplicaId replica)
{
    m_replica = replica;
    m_key = std::move(*m_next);
    m_next.reset();
    return {};
}

bool syncsUntilQuiet(client::SyncDriver& driver)
{
    driver.setOnline(true);
    const bool quiet = QTest::qWaitFor(
        [&] {
            return driver.state().phase == core::Phase::idle && driver.state().saved == driver.state().acknowledged;
        },
        kPatience);
    if (!quiet && driver.trouble())
        qWarning("sync: %s %s", errcName(driver.trouble()->code), driver.trouble()->detail.c_str());
    return quiet;
}

std::unique_ptr<Line> Tablet::line()
{
    auto line = std::make_unique<Line>(
        *m_store, m_url, m_ca, client::SyncIdentity{m_replica, &m_key, m_reply->receiptKey()}, m_random, m_silence);
    line->driver.anotherId(*this);
    return line->driver.start() ? std::move(line) : nullptr;
}

bool Tablet::syncs()
{
    const auto own = line();
    return own && syncsUntilQuiet(own->driver);
}

const Field& Tablet::field(const char* type, const char* name) const
{
    return *m_catalogue.type(std::string_view(type))->field(std::string_view(name));
}

bool Tablet::save(const char* type, RecordId record, RecordId root,
                  const std::vector<std::pair<const char*, Value>>& values, std::string why)
{
    store::RecordEdit edit{record, root, m_catalogue.type(std::string_view(type))->number, storyVillage(), {}, {}};
    if (const auto opened = m_store->openForEdit(record))
        edit.past = opened->past;
    else if (record == root)
        edit.writes.push_back({RegisterKey{kLocationRegister, {}}, Value::fromText(storyVillage().text())});
    for (const auto& [name, value] : values) {
        const auto& f = field(type, name);
        edit.writes.push_back({RegisterKey{f.registerNumber(), f.isSet() ? value.canonical() : std::string()},
                               f.isSet() ? Value::fromBool(true) : value});
    }
    return m_store->save({std::move(why), {edit}, std::nullopt, "save"}).has_value();
}

std::string Tablet::shown(RecordId record, const char* type, const char* name)
{
    const auto view = m_store->view(record);
    const auto* reg = view ? view->find({field(type, name).registerNumber(), {}}) : nullptr;
    return reg ? reg->value.asText().value_or(reg->value.canonical()) : std::string();
}

std::optional<seal::Certificate> Tablet::certificate()
{
    const auto views = m_store->ofType(m_catalogue.type(std::string_view("certificate"))->number);
    for (const auto& view : views ? *views : std::vector<store::RecordView>{}) {
        const auto text = [&](const char* name) { return shown(view.record, "certificate", name); };
        const auto signature = core::Signature::parse(text("signature"));
        const auto* from = view.find({field("certificate", "valid_from").registerNumber(), {}});
        if (text("replica") != m_replica.text() || !signature || from == nullptr)
            continue;
        seal::Certificate made;
        made.kind = seal::CertificateKind::replica;
        made.realm = m_reply->issuer.realm;
        made.subject = m_replica.text();
        made.user = m_reply->user;
        made.signKey = m_key.publicKey();
        made.validFrom = from->value.asInt().value_or(0);
        made.signature = *signature;
        if (seal::verifyCertificate(m_reply->issuer.issuer, made))
            return made;
    }
    return std::nullopt;
}

QString Tablet::stateHash()
{
    const auto hash = m_store->stateHash(storyVillage());
    return hash ? QString::fromStdString(hash->text()) : QString();
}

std::size_t Tablet::countOf(const char* type)
{
    const auto count = m_store->countOfType(m_catalogue.type(std::string_view(type))->number);
    return count ? *count : 0;
}

} // namespace lianxin::e2e
