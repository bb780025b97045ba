// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/sealer.hpp"
#include "sync/model/catalogue.hpp"
#include "sync/seal/certificate.hpp"
#include "sync/seal/envelope.hpp"
#include "sync/store/replica_store.hpp"

namespace lianxin::forms {

// The open vault, seen from a form.
class PersonKeys {
public:
    virtual ~PersonKeys() = default;
    [[nodiscard]] virtual Result<seal::SignKey> signKey() const = 0;
    [[nodiscard]] virtual Result<seal::PublicBoxKey> publicBox() const = 0;
    [[nodiscard]] virtual Result<seal::BoxKey> boxKey() const = 0; // notAllowed without the second unlock
};

// Suite-1 envelopes for the people whom the catalogue names. Keys of others come from the directory's certificates, each checked
// against the organisation's issuer, so that a wrong row in the directory makes no reader.
class EnvelopeSealer final : public Sealer {
public:
    struct Parts {
        const Catalogue& catalogue;
        const store::ReplicaStore& store;
        const PersonKeys& keys;
        RandomSource& random;
        UserId user;
        seal::PublicSignKey issuer;
        seal::Realm realm{seal::Realm::demo};
        UserId escrow;
    };
    explicit EnvelopeSealer(const Parts& parts) : m(parts) {}

    [[nodiscard]] Result<std::string> seal(std::string_view text, const SealTarget& target) override;
    [[nodiscard]] Result<std::string> open(std::string_view envelope, const SealTarget& target) override;

    // Who will read what is sealed for this target, the author first; for the line that says so.
    [[nodiscard]] Result<std::vector<UserId>> readers(const SealTarget& target) const;

private:
    struct Certified {
        UserId user;
        seal::PublicSignKey sign;
        seal::PublicBoxKey box;
        bool revoked{false};
    };
    [[nodiscard]] Result<std::vector<Certified>> certified() const;
    [[nodiscard]] Result<std::vector<UserId>> named(const std::string& word, const SealTarget& target) const;
    [[nodiscard]] Result<std::vector<UserId>> counsellorOf(RecordId household) const;

    Parts m;
};

} // namespace lianxin::forms
