// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/certificate.hpp"

#include <map>
#include <string>
#include <string_view>

namespace lianxin::seal {

// The forms of a province as they travel: all of them, in one document that ORG-ISSUER signed (D14). Server and tablet believe nothing
// else. The text is canonical JSON; PROTOCOL.md 5.
struct SignedForms {
    Realm realm{Realm::demo};
    std::uint32_t version{0}; // of the catalogue that they make together with the program's; grows with each document
    Millis signedAt{0};       // for people to read; never checked against a clock
    std::map<std::string, std::string> files; // "catalogue/x.json" -> text
    core::Signature signature;
    bool operator==(const SignedForms&) const = default;
};

[[nodiscard]] SignedForms signForms(const SignKey& issuer, SignedForms unsignedForms);
// Signed by this issuer and of its realm.
[[nodiscard]] bool verifyForms(const IssuerCertificate& issuer, const SignedForms& forms);

[[nodiscard]] std::string signedFormsText(const SignedForms& forms);
[[nodiscard]] Result<SignedForms> parseSignedForms(std::string_view text);

} // namespace lianxin::seal
