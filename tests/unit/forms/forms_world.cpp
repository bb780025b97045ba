// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms_world.hpp"

#include "sync/model/catalogue_values.hpp"

#include <QDir>
#include <QFile>

using namespace lianxin;

namespace {

std::shared_ptr<Catalogue> shippedCatalogue()
{
    std::map<std::string, std::string> files;
    for (const QString& folder : {QStringLiteral("catalogue"), QStringLiteral("codes")}) {
        const QDir dir(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/") + folder);
        for (const auto& name : dir.entryList({QStringLiteral("*.json")})) {
            QFile file(dir.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                files[(folder + QLatin1Char('/') + name).toStdString()] = file.readAll().toStdString();
        }
    }
    auto loaded = loadCatalogue(files);
    if (!loaded)
        qFatal("%s", loaded.error().detail.c_str());
    return std::make_shared<Catalogue>(std::move(*loaded));
}

template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", errcName(result.error().code), result.error().detail.c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace

FormsWorld::FormsWorld() : catalogue(shippedCatalogue()), folderOfTexts(store::makeTextFolder())
{
    key = store::RawKey::random(*this);
    worker = userOf(makeRecordId(time, *this));
    supervisor = userOf(makeRecordId(time, *this));
    m_issuer = std::make_unique<seal::SignKey>(seal::SignKey::generate(*this));
    m_sign = std::make_unique<seal::SignKey>(seal::SignKey::generate(*this));
    m_box = std::make_unique<seal::BoxKey>(seal::BoxKey::generate(*this));
    m_escrow = seal::escrowUser(seal::fingerprint(m_issuer->publicKey()));
    reopen();
    must(store->initialise(makeReplicaId(*this), worker, EpochId{{1}}));

    household = make("household", {},
                     {{"call_name", Value::fromText("林阿姨")},
                      {"phone1", Value::fromText("19900000012")},
                      {"address", Value::fromText("示例村1号")},
                      {"contact_pref", Value::fromInt(1)}});
    person = make("person", household,
                  {{"name", Value::fromText("林秀英")},
                   {"is_service_target", Value::fromBool(true)},
                   {"alive", Value::fromBool(true)},
                   {"sex", Value::fromInt(2)}});
    certify(worker, *m_sign, *m_box);
    certify(supervisor, seal::SignKey::generate(*this), seal::BoxKey::generate(*this));
    certify(m_escrow, seal::SignKey::generate(*this), seal::BoxKey::generate(*this));
    make("grant", {},
         {{"user", Value::fromText(supervisor.text())},
          {"partition", Value::fromText("c:359901")},
          {"role", Value::fromInt(codeOfRole(Role::CS))},
          {"valid_from", Value::fromInt(1)}});
}

FormsWorld::~FormsWorld() = default;

void FormsWorld::fill(std::span<std::uint8_t> bytes)
{
    for (auto& byte : bytes) {
        m_random = m_random * 6364136223846793005ULL + 1442695040888963407ULL;
        byte = static_cast<std::uint8_t>(m_random >> 56);
    }
}

Result<seal::SignKey> FormsWorld::signKey() const
{
    const auto seed = m_sign->seed();
    return seal::SignKey::fromSeed(std::span<const std::uint8_t, seal::kSeedSize>(seed.data(), seal::kSeedSize));
}

Result<seal::PublicBoxKey> FormsWorld::publicBox() const { return m_box->publicKey(); }

Result<seal::BoxKey> FormsWorld::boxKey() const
{
    if (!steppedUp)
        return fail(Errc::notAllowed, "no second unlock");
    const auto seed = m_box->seed();
    return seal::BoxKey::fromSeed(std::span<const std::uint8_t, seal::kSeedSize>(seed.data(), seal::kSeedSize));
}

void FormsWorld::reopen()
{
    sealer.reset();
    store.reset();
    store = must(store::ReplicaStore::open(dataFile(), key, {catalogue.get(), folderOfTexts.get(), this, this}));
    sealer = std::make_unique<forms::EnvelopeSealer>(forms::EnvelopeSealer::Parts{
        *catalogue, *store, *this, *this, worker, m_issuer->publicKey(), seal::Realm::demo, m_escrow});
}

forms::EditorPorts FormsWorld::ports()
{
    return {catalogue.get(), nullptr, store.get(), sealer.get(), this, this, worker, nullptr, {}};
}

RecordId FormsWorld::make(const char* typeName, RecordId root, const std::vector<std::pair<const char*, Value>>& values)
{
    const RecordType& t = type(typeName);
    FieldValues fields;
    for (const auto& [name, value] : values)
        fields[field(typeName, name)] = value;
    store::RecordEdit edit;
    edit.record = makeRecordId(++time, *this);
    edit.root = root.isNil() ? edit.record : root;
    edit.type = t.number;
    edit.partition = t.scope == RecordScope::directory ? PartitionId::directory() : village();
    for (const auto& [registerKey, value] : registerChanges(t, {}, fields))
        edit.writes.push_back({registerKey, value});
    must(store->save({{}, {edit}, {}, "test"}));
    return edit.record;
}

void FormsWorld::certify(UserId user, const seal::SignKey& sign, const seal::BoxKey& box)
{
    seal::Certificate certificate;
    certificate.subject = user.text();
    certificate.user = user;
    certificate.signKey = sign.publicKey();
    certificate.boxKey = box.publicKey();
    certificate.validFrom = 1;
    certificate = seal::issue(*m_issuer, certificate);
    make("certificate", {},
         {{"user", Value::fromText(user.text())},
          {"kind", Value::fromInt(1)},
          {"x25519", Value::fromText(box.publicKey().text())},
          {"ed25519", Value::fromText(sign.publicKey().text())},
          {"signature", Value::fromText(certificate.signature.text())},
          {"valid_from", Value::fromInt(1)}});
}
