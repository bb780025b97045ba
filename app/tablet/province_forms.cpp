// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tablet/province_forms.hpp"

#include "sync/model/catalogue_forms.hpp"
#include "sync/model/catalogue_update.hpp"
#include "sync/model/json.hpp"

#include <boost/json/object.hpp>

#include <algorithm>

namespace lianxin::tablet {

namespace {

constexpr std::size_t kMaxKept = 16U * 1024U * 1024U;

Result<Catalogue> laidOver(const std::map<std::string, std::string>& core, const seal::SignedForms& forms)
{
    LIANXIN_TRY(const auto files, withForms(core, forms.files, forms.version));
    return loadCatalogue(files);
}

} // namespace

ProvinceForms::ProvinceForms(std::map<std::string, std::string> core, Catalogue& inUse)
    : m_core(std::move(core)), m_inUse(inUse), m_own(inUse)
{}

Result<seal::SignedForms> ProvinceForms::judge(const seal::IssuerCertificate& issuer, const std::string& text) const
{
    LIANXIN_TRY(auto forms, seal::parseSignedForms(text));
    if (!seal::verifyForms(issuer, forms))
        return fail(Errc::notAllowed, "these forms are not signed by this organisation's issuer");
    if (forms.version <= m_version)
        return fail(Errc::notAllowed, "forms of an older version than those in use");
    LIANXIN_TRY(const auto next, laidOver(m_core, forms));
    // A new release of the program may have the same number as the document: what counts is that nothing is lost or loosened.
    auto breaches = updateBreaches(m_inUse, next);
    if (next.version() >= m_inUse.version())
        std::erase_if(breaches, [](const std::string& line) { return line.starts_with("catalogue/catalogue.json: "); });
    if (!breaches.empty())
        return fail(Errc::notAllowed, breaches.front());
    return forms;
}

std::string ProvinceForms::kept(const seal::IssuerCertificate& issuer, const std::string& text)
{
    return canonicalJson(boost::json::object{{"forms", text}, {"issuer", seal::issuerCertificateText(issuer)}});
}

Result<void> ProvinceForms::use(const std::string& keptText)
{
    LIANXIN_TRY(const auto json, parseJson(keptText, {kMaxKept, kMaxKept, 2}));
    const auto textAt = [&json](std::string_view key) -> std::string_view {
        const auto* object = json.if_object();
        const auto* member = object != nullptr ? object->if_contains(key) : nullptr;
        return member != nullptr && member->is_string() ? std::string_view(member->get_string()) : std::string_view();
    };
    LIANXIN_TRY(const auto issuer, seal::parseIssuerCertificate(textAt("issuer")));
    LIANXIN_TRY(const auto forms, seal::parseSignedForms(textAt("forms")));
    if (!seal::verifyForms(issuer, forms))
        return fail(Errc::damaged, "the forms that were kept do not fit their signature");
    if (forms.version == m_version && issuer == m_issuer)
        return {};
    LIANXIN_TRY(auto next, laidOver(m_core, forms));
    take(std::move(next), forms.version);
    m_issuer = issuer;
    return {};
}

void ProvinceForms::useNone()
{
    if (m_version != 0)
        take(m_own, 0);
}

void ProvinceForms::take(Catalogue next, std::uint32_t version)
{
    m_before.push_back(m_inUse);
    m_inUse = std::move(next);
    m_version = version;
}

} // namespace lianxin::tablet
