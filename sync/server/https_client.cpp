// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/https_client.hpp"

#include "sync/seal/request.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/invitation.hpp"
#include "sync/wire/paths.hpp"

#include <boost/asio.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <mutex>

namespace lianxin::server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace ssl = asio::ssl;
using tcp = asio::ip::tcp;

namespace {
constexpr auto kToken = asio::as_tuple(asio::use_awaitable);

struct Target {
    bool tls{true};
    std::string host;
    std::string port;
};

Target targetOf(const std::string& address)
{
    Target target;
    target.tls = address.starts_with("https://");
    const auto rest = std::string_view(address).substr(target.tls ? 8 : 7);
    const auto colon = rest.rfind(':');
    const bool hasPort = colon != std::string_view::npos && rest.find(']', colon) == std::string_view::npos;
    target.host = rest.substr(0, hasPort ? colon : rest.size());
    target.port = hasPort ? std::string(rest.substr(colon + 1)) : target.tls ? "443" : "80";
    if (target.host.starts_with('[') && target.host.ends_with(']'))
        target.host = target.host.substr(1, target.host.size() - 2);
    return target;
}

struct Outcome {
    Errc failure{Errc::offline};
    const char* where{"no answer in time"};
    bool done{false};
    http::response<http::string_body> response;
};
} // namespace

class HttpsClient::Impl {
public:
    explicit Impl(ClientOptions options) : m_options(std::move(options)), m_target(targetOf(m_options.address))
    {
        SSL_CTX_set_min_proto_version(m_tls.native_handle(), TLS1_3_VERSION);
        m_tls.set_verify_mode(ssl::verify_peer);
        beast::error_code error;
        if (!m_options.authorityPem.empty())
            m_tls.add_certificate_authority(asio::buffer(m_options.authorityPem), error);
        m_ready =
            wire::isServerAddress(m_options.address) && !error && (!m_target.tls || !m_options.authorityPem.empty());
    }

    Result<ClientReply> ask(http::request<http::string_body> request)
    {
        if (!m_ready)
            return fail(Errc::invalidInput, "no address, or no authority to trust");
        asio::io_context context;
        {
            const std::lock_guard guard(m_mutex);
            if (m_stopped)
                return fail(Errc::offline, "stopped");
            m_running = &context;
        }
        auto outcome = std::make_shared<Outcome>();
        request.set(http::field::host, m_target.host);
        request.prepare_payload();
        asio::co_spawn(context, exchange(context, std::move(request), outcome), asio::detached);
        context.run();
        {
            const std::lock_guard guard(m_mutex);
            m_running = nullptr;
        }
        if (!outcome->done)
            return fail(outcome->failure, outcome->where);
        ClientReply reply;
        reply.status = static_cast<int>(outcome->response.result_int());
        const auto encoding = outcome->response[http::field::content_encoding];
        LIANXIN_TRY(reply.body,
                    wire::unpack(outcome->response.body(), {encoding.data(), encoding.size()}, m_options.replyBytes));
        return reply;
    }

    void stop()
    {
        const std::lock_guard guard(m_mutex);
        m_stopped = true;
        if (m_running != nullptr)
            m_running->stop();
    }

private:
    asio::awaitable<void> exchange(asio::io_context& context, http::request<http::string_body> request,
                                   std::shared_ptr<Outcome> shared)
    {
        const auto outcome = std::move(shared); // lives in the coroutine, whoever asked may be gone
        tcp::resolver resolver(context);
        auto [unknown, endpoints] = co_await resolver.async_resolve(m_target.host, m_target.port, kToken);
        outcome->where = "no such host";
        if (unknown)
            co_return;
        beast::ssl_stream<beast::tcp_stream> stream(beast::tcp_stream(context), m_tls);
        auto& plain = beast::get_lowest_layer(stream);
        plain.expires_after(m_options.connect);
        outcome->where = "no connection";
        auto [refused, endpoint] = co_await plain.async_connect(endpoints, kToken);
        if (refused)
            co_return;
        if (m_target.tls) {
            SSL_set_tlsext_host_name(stream.native_handle(), m_target.host.c_str());
            stream.set_verify_callback(ssl::host_name_verification(m_target.host));
            auto [failed] = co_await stream.async_handshake(ssl::stream_base::client, kToken);
            if (failed) {
                outcome->where = "no handshake with a server of this organisation";
                outcome->failure =
                    failed.category() == asio::error::get_ssl_category() ? Errc::stranger : Errc::offline;
                co_return;
            }
            co_await talk(stream, std::move(request), *outcome);
        } else {
            co_await talk(plain, std::move(request), *outcome);
        }
    }

    template <typename Stream>
    asio::awaitable<void> talk(Stream& stream, http::request<http::string_body> request, Outcome& outcome)
    {
        beast::get_lowest_layer(stream).expires_after(m_options.patience);
        outcome.where = "the link broke";
        auto [unsent, sent] = co_await http::async_write(stream, request, kToken);
        if (unsent)
            co_return;
        beast::flat_buffer buffer;
        http::response_parser<http::string_body> parser;
        parser.body_limit(m_options.replyBytes);
        auto [unread, bytes] = co_await http::async_read(stream, buffer, parser, kToken);
        if (unread)
            co_return;
        outcome.response = parser.release();
        outcome.done = true;
    }

    ClientOptions m_options;
    Target m_target;
    ssl::context m_tls{ssl::context::tls_client};
    bool m_ready{false};
    std::mutex m_mutex; // guards the two below
    asio::io_context* m_running{nullptr};
    bool m_stopped{false};
};

HttpsClient::HttpsClient(ClientOptions options) : m_impl(std::make_unique<Impl>(std::move(options))) {}
HttpsClient::~HttpsClient() = default;

Result<ClientReply> HttpsClient::ask(std::string_view method, std::string_view path, const std::string& body,
                                     std::string_view encoding, const std::string& auth)
{
    http::request<http::string_body> request;
    request.version(11);
    request.method_string({method.data(), method.size()});
    request.target({path.data(), path.size()});
    request.set(http::field::accept_encoding, std::string(wire::kEncodingZstd));
    request.set(http::field::connection, "close");
    if (!encoding.empty())
        request.set(http::field::content_encoding, std::string(encoding));
    if (!auth.empty())
        request.set(std::string(seal::kAuthHeader), auth);
    request.body() = body;
    return m_impl->ask(std::move(request));
}

void HttpsClient::stop() { m_impl->stop(); }

} // namespace lianxin::server
