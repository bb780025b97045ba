// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/enrol.hpp"

#include "sync/wire/message_codec.hpp"
#include "sync/wire/paths.hpp"

#include <utility>

namespace lianxin::client {

namespace {

Result<wire::EnrolReply> believed(const HttpAnswer& answer, const wire::EnrolRequest& sent, const Hash& pinnedRoot)
{
    if (answer.status == 0)
        return fail(answer.failure, "no whole answer");
    if (answer.status != 200) {
        const auto error = wire::decodeErrorReply(answer.body);
        return error ? fail(wire::errcOf(*error), error->detail)
                     : fail(Errc::offline, "status " + std::to_string(answer.status));
    }
    LIANXIN_TRY(auto reply, wire::decodeEnrolReply(answer.body));
    LIANXIN_CHECK(wire::checkEnrolReply(reply, sent, pinnedRoot));
    return reply;
}

} // namespace

void enrol(HttpTransport& transport, const EnrolAsk& ask, std::function<void(Result<wire::EnrolReply>)> done)
{
    wire::EnrolRequest request;
    request.code = ask.code;
    request.replicaKey = ask.replicaKey->publicKey();
    request.personSign = ask.personSign;
    request.personBox = ask.personBox;
    request.label = ask.label;
    request.expected = ask.expected;
    request.proof = seal::signEnrolment(*ask.replicaKey, request.code, request.claim());
    auto body = wire::encodeEnrolRequest(request);
    transport.post(wire::kPathEnrol, std::move(body), {},
                   [request = std::move(request), root = ask.pinnedRoot,
                    call = std::move(done)](const HttpAnswer& answer) { call(believed(answer, request, root)); });
}

} // namespace lianxin::client
