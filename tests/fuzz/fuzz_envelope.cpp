// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/envelope.hpp"
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/fuzz/samples.hpp"

namespace {

using namespace lianxin;

struct Reader {
    UserId user{fuzz::filled<UserId>(30)};
    fuzz::CountingRandom random;
    seal::SignKey sign{seal::SignKey::generate(random)};
    seal::BoxKey box{seal::BoxKey::generate(random)};
    std::string text{"spoken in trust"};
    std::string envelope{make()};

    [[nodiscard]] std::string make()
    {
        const seal::EnvelopeHeader header{fuzz::filled<RecordId>(20), 21, 30, user};
        return *seal::sealEnvelope(text, header, {{user, box.publicKey()}}, sign, random);
    }
};

Reader& reader()
{
    static Reader made;
    return made;
}

} // namespace

// A changed envelope never opens; whatever opens has a structure and signatures that hold.
bool lianxin::fuzz::feed(std::string_view bytes)
{
    auto& me = reader();
    const auto isSigner = [&](UserId user, const seal::PublicSignKey& key) {
        return user == me.user && key == me.sign.publicKey();
    };
    const bool hasStructure = seal::inspectEnvelope(bytes).has_value();
    const bool isSigned = seal::verifyEnvelope(bytes, isSigner).has_value();
    const auto opened = seal::openEnvelope(bytes, me.user, me.box, isSigner);
    promise(!isSigned || hasStructure, "signed without structure");
    promise(!opened || isSigned, "opened without a signature");
    promise(!opened || (bytes == me.envelope && *opened == me.text), "opened after a change");
    return hasStructure;
}

std::vector<std::string> lianxin::fuzz::seeds() { return {reader().envelope}; }
