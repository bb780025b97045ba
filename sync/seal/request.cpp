// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/request.hpp"

#include "sync/seal/hash.hpp"
#include "sync/seal/transcript.hpp"

#include <charconv>

namespace lianxin::seal {

namespace {

// The replica is in it too: one key enrolled twice must not lend its requests to the other id.
std::string requestMessage(const RequestAuth& auth, std::string_view method, std::string_view path,
                           std::string_view body)
{
    return Transcript("lianxin-request-1")
        .field(auth.replica.raw())
        .field(method)
        .field(path)
        .number(auth.counter)
        .field(blake2b(body).raw())
        .bytes();
}

} // namespace

RequestAuth signRequest(const SignKey& key, ReplicaId replica, std::uint64_t counter, std::string_view method,
                        std::string_view path, std::string_view body)
{
    RequestAuth auth{replica, counter, {}};
    auth.signature = key.sign(requestMessage(auth, method, path, body));
    return auth;
}

bool verifyRequest(const PublicSignKey& key, const RequestAuth& auth, std::string_view method, std::string_view path,
                   std::string_view body)
{
    return verify(key, requestMessage(auth, method, path, body), auth.signature);
}

std::string formatAuth(const RequestAuth& auth)
{
    return auth.replica.text() + "." + std::to_string(auth.counter) + "." + auth.signature.text();
}

Result<RequestAuth> parseAuth(std::string_view header)
{
    const auto refusal = fail(Errc::invalidInput, "malformed request signature header");
    const auto first = header.find('.');
    const auto second = first == std::string_view::npos ? first : header.find('.', first + 1);
    if (second == std::string_view::npos)
        return refusal;
    const auto replica = ReplicaId::parse(header.substr(0, first));
    const auto digits = header.substr(first + 1, second - first - 1);
    const auto signature = core::Signature::parse(header.substr(second + 1));
    RequestAuth auth;
    const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), auth.counter);
    if (!replica || !signature || error != std::errc() || rest != digits.data() + digits.size() ||
        digits.front() == '0')
        return refusal; // counters start at 1 and have one spelling
    auth.replica = *replica;
    auth.signature = *signature;
    return auth;
}

} // namespace lianxin::seal
