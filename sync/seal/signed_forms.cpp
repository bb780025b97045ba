// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/signed_forms.hpp"

#include "sync/model/json.hpp"
#include "sync/seal/transcript.hpp"

#include <boost/json/object.hpp>

#include <limits>

namespace lianxin::seal {

namespace {

namespace bj = boost::json;

constexpr std::int64_t kVersion = 1;
constexpr JsonLimits kLimits{8U * 1024U * 1024U, 2U * 1024U * 1024U, 3};

bj::object unsignedJson(const SignedForms& forms)
{
    bj::object files;
    for (const auto& [name, text] : forms.files)
        files[name] = text;
    return {{"d", std::move(files)},
            {"f", forms.signedAt},
            {"m", realmName(forms.realm)},
            {"n", static_cast<std::int64_t>(forms.version)},
            {"v", kVersion}};
}

std::string message(const SignedForms& forms)
{
    return Transcript("lianxin-forms-1").field(canonicalJson(unsignedJson(forms))).bytes();
}

} // namespace

SignedForms signForms(const SignKey& issuer, SignedForms unsignedForms)
{
    unsignedForms.signature = issuer.sign(message(unsignedForms));
    return unsignedForms;
}

bool verifyForms(const IssuerCertificate& issuer, const SignedForms& forms)
{
    return issuer.realm == forms.realm && verify(issuer.issuer, message(forms), forms.signature);
}

std::string signedFormsText(const SignedForms& forms)
{
    auto json = unsignedJson(forms);
    json["g"] = forms.signature.text();
    return canonicalJson(json);
}

Result<SignedForms> parseSignedForms(std::string_view text)
{
    LIANXIN_TRY(const auto json, parseJson(text, kLimits));
    const auto* object = json.if_object();
    const auto textAt = [&](std::string_view key) -> std::string_view {
        const auto* member = object != nullptr ? object->if_contains(key) : nullptr;
        return member != nullptr && member->is_string() ? std::string_view(member->get_string()) : std::string_view();
    };
    const auto numberAt = [&](std::string_view key) -> std::int64_t {
        const auto* member = object != nullptr ? object->if_contains(key) : nullptr;
        return member != nullptr && member->is_int64() ? member->get_int64() : 0;
    };
    if (numberAt("v") > kVersion)
        return fail(Errc::upgradeNeeded, "forms of a later version");
    SignedForms forms;
    const auto realm = parseRealm(textAt("m"));
    forms.realm = realm ? *realm : Realm::demo;
    const auto version = numberAt("n");
    if (version < 1 || version > std::numeric_limits<std::uint32_t>::max())
        return fail(Errc::invalidInput, "forms without a version");
    forms.version = static_cast<std::uint32_t>(version);
    forms.signedAt = numberAt("f");
    if (const auto* files = object->if_contains("d"); files != nullptr && files->is_object())
        for (const auto& [name, file] : files->get_object())
            if (file.is_string())
                forms.files.emplace(std::string(name.data(), name.size()),
                                    std::string(file.get_string().c_str(), file.get_string().size()));
    if (const auto signature = core::Signature::parse(textAt("g")))
        forms.signature = *signature;
    // Whatever is missing, of another type or unknown shows here.
    if (signedFormsText(forms) != text)
        return fail(Errc::invalidInput, "forms are not in canonical form");
    return forms;
}

} // namespace lianxin::seal
