// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/http_host.hpp"
#include "sync/wire/paths.hpp"

#include <boost/beast/core/error.hpp>
#include <boost/beast/http.hpp>

// Between Beast's messages and ours. Included by http_host.cpp only: Beast is compiled once.
namespace lianxin::server {

namespace beast = boost::beast;
namespace http = beast::http;

inline int statusOf(const beast::error_code& error)
{
    if (error == http::error::header_limit)
        return 431;
    if (error == http::error::body_limit)
        return 413;
    return error == beast::error::timeout ? 408 : 400;
}

using Response = http::response<http::string_body>;

inline Response makeResponse(HttpReply&& reply, bool keepAlive)
{
    Response response{static_cast<http::status>(reply.status), 11};
    // A tablet knows what it asked for (PROTOCOL section 2): 32 bytes of every answer.
    if (reply.status != 200 || reply.replicaTag.empty())
        response.set(http::field::content_type, "application/json");
    if (!reply.encoding.empty())
        response.set(http::field::content_encoding, beast::string_view(reply.encoding.data(), reply.encoding.size()));
    if (reply.formsVersion != 0)
        response.set(beast::string_view(wire::kFormsHeader.data(), wire::kFormsHeader.size()),
                     std::to_string(reply.formsVersion));
    if (reply.retryAfter)
        response.set(http::field::retry_after, std::to_string(*reply.retryAfter));
    response.keep_alive(keepAlive);
    response.body() = std::move(reply.body);
    response.prepare_payload();
    return response;
}

inline std::string textOf(beast::string_view view) { return {view.data(), view.size()}; }

using Parser = http::request_parser<http::string_body>;

inline HttpRequest makeRequest(Parser& parser, const std::string& peer)
{
    auto message = parser.release();
    HttpRequest request;
    request.method = textOf(message.method_string());
    const auto target = textOf(message.target());
    const auto mark = target.find('?');
    request.path = target.substr(0, mark);
    if (mark != std::string::npos)
        request.query = target.substr(mark + 1);
    request.auth = textOf(message["Lianxin-Replica"]);
    request.encoding = textOf(message[http::field::content_encoding]);
    request.accepts = textOf(message[http::field::accept_encoding]);
    request.body = std::move(message.body());
    request.peer = peer;
    return request;
}

} // namespace lianxin::server
