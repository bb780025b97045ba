// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/seal/signed_forms.hpp"

#include <map>
#include <string>
#include <vector>

namespace lianxin::tablet {

// The catalogue that the tablet works with: the program's own, with the forms that its province published laid over it (D10, D14). One object
// that everybody refers to; it changes only while nobody's records are open.
class ProvinceForms {
public:
    // `core`: the files that the program brings, from which `inUse` was loaded. Both live as long as the program.
    ProvinceForms(std::map<std::string, std::string> core, Catalogue& inUse);

    [[nodiscard]] std::uint32_t version() const
    {
        return m_version;
    } // of the document in use; 0: the program's own alone
    [[nodiscard]] const seal::IssuerCertificate& issuer() const { return m_issuer; } // who signed it

    // A document fresh from the network. notAllowed: another's signature or realm, no newer version, or it would lose or loosen what is in use
    // (checkCatalogueUpdate). What comes back can be kept and used.
    [[nodiscard]] Result<seal::SignedForms> judge(const seal::IssuerCertificate& issuer, const std::string& text) const;

    // What judge() let in, as it is kept on the tablet: with the issuer beside it, so that it can be believed before anybody's records open.
    [[nodiscard]] static std::string kept(const seal::IssuerCertificate& issuer, const std::string& text);
    // Works with a kept document from now on. Refused, it changes nothing.
    [[nodiscard]] Result<void> use(const std::string& keptText);
    void useNone();

private:
    void take(Catalogue next, std::uint32_t version);

    std::map<std::string, std::string> m_core;
    Catalogue& m_inUse;
    Catalogue m_own;
    std::vector<Catalogue> m_before; // a closed page may still point into one
    std::uint32_t m_version{0};
    seal::IssuerCertificate m_issuer;
};

} // namespace lianxin::tablet
